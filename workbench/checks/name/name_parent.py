"""NAME-PARENT."""

from collections.abc import Iterator

from workbench.checks.item import Context, Item
from workbench.checks.rule import Rule
from workbench.records import Certainty, Finding, Severity
from workbench.records.tidy import bare

#: Sub-items as short as 设立 or 首次 leave out the main item's object and count as summed up; 取水许可 has its own.
SHORT = 3
LEAST_SHARED = 0.3
WORD = 2


def name_parent(item: Item, context: Context) -> Iterator[Finding]:
    """主项名称没有概括各子项。

    What: a main item shares no word with its sub-items; or it has only one, which is a hint.
    Why: 附件1 3.3.4.2 「合并的政务服务事项的名称应当对各子项的名称进行概括。」
    Example: 水利管理（取水许可、河道采砂许可）.
    Remedy: 改主项名称.
    """
    del context
    main = item.row.item_name if item.row else None
    subs = [sub for sub in (item.row.sub_items or ()) if sub.strip()] if item.row else []
    if main and len(subs) == 1:
        yield RULE.finding(
            f"合并事项“{main}”只有一个子项（{subs[0]}），不必设子项（附件1 3.3.4.2），请并为一行。",
            field="item_name",
            excerpt=main,
            span=(0, len(main)),
            severity=Severity.HINT,
        )
    elif main and subs and not sums_up(main, subs):
        yield RULE.finding(
            f"合并事项名称“{main}”未概括其子项（{'、'.join(subs[:5])}），请修改（附件1 3.3.4.2）。",
            field="item_name",
            excerpt=main,
            span=(0, len(main)),
        )


def sums_up(main: str, subs: list[str]) -> bool:
    """Whether the main name has the sub-items' common word, or enough of their words; short ones leave it out."""
    if any(len(bare(sub)) <= SHORT for sub in subs):
        return True
    common = common_word([bare(sub) for sub in subs])
    return (len(common) >= WORD and common in bare(main)) or shared(main, subs)


def common_word(names: list[str]) -> str:
    """The longest text that all names contain; the first of several."""
    first = min(names, key=len)
    for length in range(len(first), 0, -1):
        for start in range(len(first) - length + 1):
            if all(first[start : start + length] in name for name in names):
                return first[start : start + length]
    return ""


def shared(main: str, subs: list[str]) -> bool:
    """Whether the main name has enough character pairs in common with its sub-items taken together."""
    pairs = {a + b for a, b in zip(bare(main), bare(main)[1:], strict=False)}
    theirs = {a + b for sub in subs for a, b in zip(bare(sub), bare(sub)[1:], strict=False)}
    return not pairs or len(pairs & theirs) >= LEAST_SHARED * len(pairs)


RULE = Rule(
    code="NAME-PARENT",
    name="主项未概括子项",
    clause="附件1 3.3.4.2",
    quote="合并的政务服务事项的名称应当对各子项的名称进行概括。",
    scopes=("row",),
    certainty=Certainty.HEURISTIC,
    severity=Severity.VIOLATION,
    check=name_parent,
    shown_first=Severity.DOUBT,
)
