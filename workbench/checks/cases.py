"""One case in the vocabulary of the rule book's section 8, as it comes from a JSON line, and its findings as they go out."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Any

from workbench.checks.guide_cases import read_guide
from workbench.checks.item import Context, Item, ListEntry, RowPair
from workbench.checks.lists import list_named
from workbench.checks.runner import Outcome
from workbench.records import COLUMN_NAMES, Finding, Guide
from workbench.records.json_records import INHERITED, inheriting, row_of
from workbench.records.json_texts import NotInVocabulary, list_of, object_of, text_of

#: A case's sub-item has its main item's remarks, too: rules read both.
_INHERITED = (*INHERITED, "remarks")

#: A case that is not in the vocabulary; the message says which key is wrong.
InvalidCase = NotInVocabulary


def read_case(case: Mapping[str, Any], units: Mapping[str, str] | None = None) -> tuple[Item, Context]:
    """The item and context of one case; pairs among its rows are for the caller to add.

    Raises:
        InvalidCase: the case is no object, or a known key has a value of the wrong kind.
    """
    if not isinstance(case, Mapping):
        raise InvalidCase("每一行应为一个 JSON 对象，请检查这一行")
    row, parent = (row_of(case[key], case, key) if case.get(key) is not None else None for key in ("row", "parent"))
    item = Item(
        id=str(case.get("id", "")),
        row=inheriting(row, parent, _INHERITED)[0] if row and parent else row,
        parent=parent,
        rows=tuple(row_of(each, case, f"rows[{n}]") for n, each in enumerate(list_of(case, "rows"))),
        headers=_headers(case),
        seq=_texts(case, "seq"),
        export=text_of(case, "export"),
        guide=_guide(case, "guide", case["guide"]) if case.get("guide") is not None else None,
        guides=tuple(_guide(case, f"guides[{n}]", each) for n, each in enumerate(list_of(case, "guides"))),
        catalogue_basis=_texts(case, "catalogue_basis"),
        elements_present=_texts(case, "elements_present"),
        meta=case.get("meta") if isinstance(case.get("meta"), Mapping) else None,
        catalogue=text_of(case, "catalogue"),
        org=text_of(case, "org"),
    )
    return item, Context(lists=_lists(case), units=units or {})


def with_pairs(item: Item, pairs: Sequence[RowPair], guide_pairs: Sequence[RowPair] = ()) -> Item:
    """The item with what matching says of its rows and of its guides."""
    return replace(item, pairs=tuple(pairs), guide_pairs=tuple(guide_pairs))


def told(item: Item, outcome: Outcome) -> Iterator[dict[str, Any]]:
    """The lines of an outcome with the keys of the product contract."""
    for finding in outcome.findings:
        yield {
            "id": item.id,
            "rule": finding.rule,
            "clause": finding.clause,
            "severity": str(finding.severity),
            "certainty": str(finding.certainty),
            "message": finding.message,
            "where": _where(finding),
            "excerpt": finding.excerpt,
            "span": list(finding.span) if finding.span else None,
            "suggested_verdict": finding.suggested_verdict,
        }
    for lacking in outcome.not_checked:
        yield {"id": item.id, "rule": lacking.rule, "status": "未检查", "needs": list(lacking.needs)}


def _where(finding: Finding) -> dict[str, Any]:
    where: dict[str, Any] = {"field": COLUMN_NAMES.get(finding.field, finding.field)}
    if finding.material is not None:
        where |= {"material": finding.material}
    return where if finding.at is None else where | {"row": finding.at}


def _guide(case: Mapping[str, Any], name: str, value: Any) -> Guide:
    return read_guide(object_of(value, name), case)


def _headers(case: Mapping[str, Any]) -> tuple[tuple[str, ...], ...] | None:
    if "headers" not in case:
        return None
    rows = list_of(case, "headers")
    if all(isinstance(each, str) for each in rows):
        return (tuple(rows),)
    if not all(isinstance(each, list) for each in rows):
        raise InvalidCase("headers 应为表头行的列表")
    return tuple(tuple("" if cell is None else str(cell) for cell in each) for each in rows)


def _lists(case: Mapping[str, Any]) -> dict[str, tuple[ListEntry, ...]]:
    refs = object_of(case.get("refs", {}), "refs")
    return {_standard(str(name)): tuple(map(_entry, list_of(refs, name))) for name in refs}


def _standard(name: str) -> str:
    """The name under which rules ask for a list, whichever of its names is given."""
    known = list_named(name)
    return known.name if known else name


def _entry(value: Any) -> ListEntry:
    if isinstance(value, str):
        return ListEntry(value)
    if not isinstance(value, Mapping) or not isinstance(value.get("名称"), str):
        raise InvalidCase("refs 的每一条应为名称，或有“名称”的对象")
    return ListEntry(
        value["名称"], text_of(value, "类型"), text_of(value, "部门"), text_of(value, "依据"), text_of(value, "备注")
    )


def _texts(case: Mapping[str, Any], key: str) -> tuple[str, ...] | None:
    return (
        tuple("" if each is None else str(each) for each in list_of(case, key)) if case.get(key) is not None else None
    )
