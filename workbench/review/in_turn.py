"""Puts the files that come together in the order in which they were sent."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from workbench.records import Problem
from workbench.review.examine import Examined
from workbench.review.whole_file import GUIDES

#: A file and its place among those that came.
Placed = tuple[int, Examined]


def in_turn(files: Iterable[Examined]) -> Iterator[Placed]:
    """The files with their places; those that may be rounds of one catalogue, or tell a later one, by what they tell.

    Guides that tell no round come as they are met, so that only few files have to wait for the others.
    """
    waiting: list[Placed] = []
    for place, examined in enumerate(files):
        if examined.readable and (examined.kind != GUIDES or examined.turn.order > (1, ())):
            waiting.append((place, examined))
        else:
            yield place, examined
    waiting.sort(key=lambda placed: placed[1].turn.order)
    yield from _doubted(waiting)


def _doubted(files: Sequence[Placed]) -> Iterator[Placed]:
    """The files, told where nothing says which of the catalogues of one unit and kind came first."""
    alike: dict[object, dict[str, str]] = defaultdict(dict)
    for _, each in files:
        if each.unit and each.kind and each.kind != GUIDES:
            alike[each.unit.name, each.kind, each.turn.order][each.sha256] = each.file
    for place, each in files:
        names = [*alike[each.unit and each.unit.name, each.kind, each.turn.order].values()]
        yield place, (_in_doubt(each, names) if len(names) > 1 else each)


def _in_doubt(examined: Examined, names: Sequence[str]) -> Examined:
    listed = "、".join(f"“{name}”" for name in names)
    message = (
        f"{examined.file}：{listed}是同一单位的同一种目录，都没有写明轮次和日期，已依次各作一轮收入，最后一个为现行目录。"
        "请核对先后；同属一轮的，请合成一个工作簿重新报送。"
    )
    return replace(examined, problems=(*examined.problems, Problem(message, examined.file)))
