"""Loads and checks ``group_assignments.yml``."""

import re
from collections.abc import Iterator, Mapping
from importlib import resources
from pathlib import Path
from typing import Any

import yaml

from workbench.assignments.faults import Fault, InvalidAssignments
from workbench.assignments.reader import Reader
from workbench.assignments.roster import Assignments, names_of
from workbench.assignments.strictness import RepeatedKey, UniqueKeyLoader, place
from workbench.records import Group, Reviewer, Role, Unit, UnitKind
from workbench.records.tidy import fold

FILE = "group_assignments.yml"
GROUPS = (1, 2, 3, 4)
SOURCES = ("printed", "general knowledge")
CONFIDENCES = ("high", "medium", "low")
_MOBILE = re.compile(r"(?<!\d)(?:86)?1[3-9]\d{9}(?!\d)")
_BETWEEN_DIGITS = re.compile(r"(?<=\d)[\s\-–—－.]+(?=\d)")
_IN_GROUP = (Role.REVIEWER, Role.LEAD)


def load(path: Path) -> Assignments:
    """The roster of a file.

    Raises:
        InvalidAssignments: the file is wrong; every fault is named at once.
    """
    return parse(_text(path), path.name)


def parse(text: str, file: str = FILE) -> Assignments:
    """The roster of a text; raises as :func:`load`."""
    reader = Reader(file)
    document = _document(text, file)
    reader.known_keys(document, "", ("groups", "users"))
    groups: list[Group] = []
    units: list[Unit] = []
    for key, entry in reader.mappings(document.get("groups"), "groups"):
        group = _group(reader, key, entry)
        groups.append(group)
        units += _units(reader, key, entry, group.number)
    reviewers = tuple(_reviewers(reader, document.get("users")))
    _require_unlike(reader, groups, units)
    if reader.faults:
        raise InvalidAssignments(reader.faults)
    return Assignments(tuple(groups), tuple(units), reviewers)


def default_text() -> str:
    """The province's roster that comes with the package (in a checkout: the file at its root)."""
    packed = resources.files("workbench.assignments") / FILE
    if packed.is_file():
        return packed.read_text(encoding="utf-8")
    return (Path(__file__).parents[2] / FILE).read_text(encoding="utf-8")


def _text(path: Path) -> str:
    try:
        return path.read_text(encoding="utf-8-sig")
    except OSError as error:
        raise InvalidAssignments([Fault(path.name, "文件", str(path), f"无法打开：{error.strerror}")]) from error
    except UnicodeDecodeError as error:
        raise InvalidAssignments([Fault(path.name, "文件", str(path), "不是 UTF-8 编码，请另存为 UTF-8")]) from error


def _document(text: str, file: str) -> Mapping[str, Any]:
    try:
        document = yaml.load(text, Loader=UniqueKeyLoader)  # noqa: S506 - a safe loader that is stricter  # nosec B506
    except RepeatedKey as error:
        raise InvalidAssignments([Fault(file, error.where, error.key, "同一个键写了两次，请删去一个")]) from error
    except yaml.YAMLError as error:
        mark = getattr(error, "problem_mark", None)
        line = "".join(text.splitlines()[mark.line : mark.line + 1]) if mark else ""
        raise InvalidAssignments(
            [Fault(file, place(mark), line.strip()[:60], "不是有效的 YAML，请检查缩进、冒号和引号")]
        ) from error
    if not isinstance(document, dict):
        raise InvalidAssignments([Fault(file, "文件", "", "应有 groups 和 users 两部分")])
    return document


def _group(reader: Reader, key: str, entry: Mapping[str, Any]) -> Group:
    reader.known_keys(entry, key, ("number", "name", "contact", "phone", "departments", "cities"))
    number = reader.choice(entry, "number", key, GROUPS) or 0
    name = reader.text(entry, "name", key)
    contact, phone = (_without_mobile(reader, entry, field, key) for field in ("contact", "phone"))
    return Group(number, name, contact, phone)


def _without_mobile(reader: Reader, entry: Mapping[str, Any], field: str, key: str) -> str:
    """The text of a field that is published and so must not hold a personal number, however it is spaced."""
    text = reader.text(entry, field, key)
    if _MOBILE.search(_BETWEEN_DIGITS.sub("", text)):
        reader.fault(f"{key}.{field}", text[:3] + "…", "不得填写个人手机号码，请填写办公电话")
    return text


def _units(reader: Reader, key: str, entry: Mapping[str, Any], group: int) -> Iterator[Unit]:
    for name, kind in (("departments", UnitKind.DEPARTMENT), ("cities", UnitKind.CITY)):
        for here, unit in reader.mappings(entry.get(name), f"{key}.{name}"):
            reader.known_keys(unit, here, ("name", "full_name", "source", "confidence", "aliases", "printed_aliases"))
            reader.choice(unit, "source", here, SOURCES)
            reader.choice(unit, "confidence", here, CONFIDENCES)
            short = reader.text(unit, "name", here)
            full = reader.text(unit, "full_name", here)
            aliases = reader.texts(unit, "aliases", here) + reader.texts(unit, "printed_aliases", here)
            yield Unit(short, full, kind, group, aliases)


def _reviewers(reader: Reader, users: object) -> Iterator[Reviewer]:
    if not isinstance(users, dict):
        reader.fault("users", users, "应为“用户: {name, role, group}”")
        return
    for user, entry in users.items():
        key = f"users.{user}"
        if not isinstance(entry, dict):
            reader.fault(key, entry, "应为“键: 值”")
            continue
        reader.known_keys(entry, key, ("name", "role", "group"))
        role = reader.choice(entry, "role", key, [str(role) for role in Role])
        needs_group = role in _IN_GROUP
        group = reader.choice(entry, "group", key, GROUPS) if needs_group else None
        if role and not needs_group and entry.get("group") is not None:
            reader.fault(f"{key}.group", entry["group"], f"角色 {role} 面向全省，不填组号")
        if role:
            yield Reviewer(str(user), reader.text(entry, "name", key), Role(role), group)


def _require_unlike(reader: Reader, groups: list[Group], units: list[Unit]) -> None:
    """Group numbers, and all names of all units, each stand once."""
    numbers = [group.number for group in groups]
    for number in sorted({number for number in numbers if numbers.count(number) > 1}):
        reader.fault("groups", number, "组号重复")
    owner: dict[str, Unit] = {}
    for unit in units:
        for name in names_of(unit):
            other = owner.setdefault(fold(name), unit)
            if name and other is not unit:
                reader.fault(f"第{unit.group}组“{unit.name}”", name, f"与第{other.group}组“{other.name}”的名称重复")
