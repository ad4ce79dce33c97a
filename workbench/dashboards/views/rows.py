"""The review list's columns, and its rows as the list shows them."""

from collections.abc import Sequence
from typing import Any

from workbench.dashboards.reading.detail import rule_name
from workbench.dashboards.reading.tones import verdict_tone
from workbench.dashboards.state import QueueState
from workbench.dashboards.widgets import Column
from workbench.records import VERDICTS

COLUMNS = (
    Column("seq", "序号", 46),
    Column("name", "事项 / 子项", 184, kind="name", below="below", flex=1),
    Column("unit", "单位", 86),
    Column("found", "发现", 116, kind="tags", sort="weight"),
    Column("verdict", "结论", 86, kind="tags", sort="standing"),
    Column("kind", "目录", 80, hide=True),
    Column("item_type", "事项类型", 84, hide=True),
    Column("stage", "阶段", 72, hide=True),
    Column("round", "轮次", 52, kind="number", hide=True),
    Column("rules", "问题规则", 150, hide=True),
)
_FOUND = (("violations", "bad", "违规"), ("doubts", "warn", "存疑"), ("hints", "tip", "提示"))
_ORDER = {code: place for place, code in enumerate(VERDICTS, start=1)}

Tags = list[tuple[str, str]]


def values(queue: QueueState) -> dict[str, Sequence[Any]]:
    """Every row of the queue, by field."""
    frame = queue.frame
    counts = {
        key: frame[key].astype(int).tolist()
        for key in ("violations", "doubts", "hints", "suspects", "settled", "not_checked")
    }
    lines = list(zip(*counts.values(), strict=True))
    drawn = frame["second"].tolist()
    standing = [
        verdict_fields(verdict, drawn=bool(second)) for verdict, second in zip(queue.verdicts, drawn, strict=True)
    ]
    return {
        "id": frame["item"].tolist(),
        "seq": frame["seq"].fillna("").tolist(),
        "name": frame["item_name"].fillna("").tolist(),
        "below": frame["sub_item_name"].fillna("").tolist(),
        "unit": frame["unit"].tolist(),
        "found": [_found(*line) for line in lines],
        "weight": [v * 1_000_000 + d * 1_000 + h for v, d, h, *_ in lines],
        **{field: frame[field].fillna("").tolist() for field in ("kind", "item_type", "stage", "round")},
        "rules": ["、".join(rule_name(code) for code in codes.split()) for codes in frame["rules"]],
        "marked": [v > 0 for v, *_ in lines],
        **{field: [each[field] for each in standing] for field in ("verdict", "standing", "open")},
    }


def verdict_fields(verdict: str | None, *, drawn: bool = False) -> dict[str, Any]:
    """The fields of a row that change with its verdict; of one that was drawn, nothing is told of the first."""
    if drawn:
        return {"verdict": [("tip", "待复审")], "standing": 0, "open": True}
    shown = (verdict_tone(verdict), VERDICTS.get(verdict, verdict)) if verdict else ("plain", "未审")
    return {"verdict": [shown], "standing": _ORDER.get(verdict or "", 0), "open": verdict is None}


def _found(violations: int, doubts: int, hints: int, suspects: int, settled: int, not_checked: int) -> Tags:
    counts = (violations, doubts, hints)
    tags = [(tone, f"{word} {count}") for (_, tone, word), count in zip(_FOUND, counts, strict=True) if count]
    if suspects:
        tags.append(("warn", "疑似重复") if settled < suspects else ("none", "重复已定"))
    if not tags:
        tags.append(("ok", "无"))
        if not_checked:
            tags.append(("none", f"未检查 {not_checked}"))
    return tags
