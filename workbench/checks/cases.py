"""One case in the vocabulary of the rule book's section 8, as it comes from a JSON line, and its findings as they go out."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Any

from workbench.checks.guide_cases import read_guide
from workbench.checks.item import Context, Item, ListEntry, RowPair
from workbench.checks.lists import list_named
from workbench.checks.runner import Outcome
from workbench.records import COLUMN_NAMES, Finding, Guide, Row

_FIELDS = {name: field for field, name in COLUMN_NAMES.items()}
_INHERITED = ("item_type", "legal_basis", "levels_and_departments", "implementing_agency", "remarks")


class InvalidCase(ValueError):  # noqa: N818 - the sentence is for people
    """A case that is not in the vocabulary; the message says which key is wrong."""


def read_case(case: Mapping[str, Any], units: Mapping[str, str] | None = None) -> tuple[Item, Context]:
    """The item and context of one case; pairs among its rows are for the caller to add.

    Raises:
        InvalidCase: the case is no object, or a known key has a value of the wrong kind.
    """
    if not isinstance(case, Mapping):
        raise InvalidCase("每一行应为一个 JSON 对象，请检查这一行")
    parent = _row(case, "parent")
    row = _row(case, "row")
    rows = tuple(_one_row(each, f"rows[{n}]", case) for n, each in enumerate(_list(case, "rows")))
    item = Item(
        id=str(case.get("id", "")),
        row=_inherit(row, parent) if row and parent else row,
        parent=parent,
        rows=rows,
        headers=_headers(case),
        seq=_texts(case, "seq"),
        export=_text(case, "export"),
        guide=_guide(case, "guide", case["guide"]) if case.get("guide") is not None else None,
        guides=tuple(_guide(case, f"guides[{n}]", each) for n, each in enumerate(_list(case, "guides"))),
        catalogue_basis=_texts(case, "catalogue_basis"),
        elements_present=_texts(case, "elements_present"),
        meta=case.get("meta") if isinstance(case.get("meta"), Mapping) else None,
        catalogue=_text(case, "catalogue"),
        org=_text(case, "org"),
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
    if not isinstance(value, Mapping):
        raise InvalidCase(f"{name} 应为对象")
    return read_guide(value, _text(case, "catalogue"), _text(case, "org"))


def _row(case: Mapping[str, Any], key: str) -> Row | None:
    value = case.get(key)
    return None if value is None else _one_row(value, key, case)


def _one_row(value: Any, key: str, case: Mapping[str, Any]) -> Row:
    if not isinstance(value, Mapping):
        raise InvalidCase(f"{key} 应为对象")
    fields: dict[str, Any] = {_FIELDS[name]: _text(value, name, key) for name in value if name in _FIELDS}
    for field, name in (("org", "org"), ("catalogue", "catalogue"), ("region", "region")):
        fields[field] = _text(value, name, key) or _text(case, name)
    if "子项清单" in value:
        fields["sub_items"] = _texts(value, "子项清单")
    return Row(**fields, nature=_text(value, "行为性质", key))


def _inherit(row: Row, parent: Row) -> Row:
    """A sub-item's blank cells are those of its merged main item (rule book, section 7)."""
    values = {name: getattr(row, name) or getattr(parent, name) for name in (*_INHERITED, "item_name")}
    return replace(row, **values)


def _headers(case: Mapping[str, Any]) -> tuple[tuple[str, ...], ...] | None:
    if "headers" not in case:
        return None
    rows = _list(case, "headers")
    if all(isinstance(each, str) for each in rows):
        return (tuple(rows),)
    if not all(isinstance(each, list) for each in rows):
        raise InvalidCase("headers 应为表头行的列表")
    return tuple(tuple("" if cell is None else str(cell) for cell in each) for each in rows)


def _lists(case: Mapping[str, Any]) -> dict[str, tuple[ListEntry, ...]]:
    refs = case.get("refs", {})
    if not isinstance(refs, Mapping):
        raise InvalidCase("refs 应为对象")
    return {_standard(str(name)): tuple(map(_entry, _list(refs, name))) for name in refs}


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
        value["名称"], _text(value, "类型"), _text(value, "部门"), _text(value, "依据"), _text(value, "备注")
    )


def _list(case: Mapping[str, Any], key: str) -> list[Any]:
    value = case.get(key, [])
    if not isinstance(value, list):
        raise InvalidCase(f"{key} 应为列表")
    return value


def _texts(case: Mapping[str, Any], key: str) -> tuple[str, ...] | None:
    return tuple("" if each is None else str(each) for each in _list(case, key)) if key in case else None


def _text(case: Mapping[str, Any], key: str, parent: str = "") -> str | None:
    value = case.get(key)
    if value is None or isinstance(value, str):
        return value
    if isinstance(value, (int, float)) and not isinstance(value, bool):
        return str(value)
    raise InvalidCase(f"{f'{parent}.' if parent else ''}{key} 应为文字")
