"""GUIDE-AGENCY."""

import re
from collections.abc import Iterator

from workbench.checks.agencies import PROVINCE, is_standard
from workbench.checks.agency.agency_name import standard_name, unit_of
from workbench.checks.guide_facts import is_blank, part, text_of, whole
from workbench.checks.item import Context, Item
from workbench.checks.rule import Rule
from workbench.records import Certainty, Finding, Severity, Span
from workbench.records.tidy import fold

FIELD = "实施机构"
BODY = re.compile(r"(?:[（(][^（()）]*[）)]|[^\s；;，,、。])+")
#: A desk or an office is no organ.
DESK = re.compile(r"窗口|大厅|办事处?员|\d{1,6}号|科室|处室|经办|(?:审批|许可|政务服务|政策法规)[处科股办]$")
#: An organ's name begins with its region; a bare 水利局 does not tell whose it is.
NO_REGION = re.compile(r"(?!.*[省市县区旗国])[\u4e00-\u9fa5]{2,}(?:厅|局|委员会|委|办公室)")
#: Where approvals are concentrated, one bureau acts for the listed ones.
CONCENTRATED = "行政审批"


def guide_agency(item: Item, context: Context) -> Iterator[Finding]:
    """实施机构不是规范名称，或与目录不一致。

    What: the agency is blank, a short name, an internal office or a window, or not the agency of the department catalogue.
    Why: 附件2 三(二)5 「实施机构。指办理具体政务服务事项的机构名称，填写机关单位的规范性名称。」
    Example: 水利厅.
    Remedy: 省水利厅.
    """
    text = text_of(item, FIELD)
    if text is None:
        return
    if is_blank(text):
        yield RULE.finding(
            "实施机构应填写机关单位的规范性名称（附件2 三(二)5），现未填写，请补充。", **whole(FIELD, text)
        )
        return
    for name, span in _bodies(text):
        standard = _standard(name, context)
        if standard is None:
            continue
        said = f"规范性名称“{standard}”" if standard else "规范性名称"
        yield RULE.finding(
            f"实施机构应填写机关单位的{said}，现为“{name}”（附件2 三(二)5），请更正。",
            **part(FIELD, text, span),
            correction=text[: span[0]] + standard + text[span[1] :] if standard else None,
        )
    listed = item.row.implementing_agency if item.row else None
    if listed and not _agree(text, listed, context):
        yield RULE.finding(
            f"实施机构“{text.strip()}”与目录的实施机构“{listed.strip()}”不一致（附件2 三(二)5），请核对。",
            **whole(FIELD, text),
        )


def _bodies(text: str) -> Iterator[tuple[str, Span]]:
    for match in BODY.finditer(text):
        yield match.group(), match.span()


def _standard(name: str, context: Context) -> str | None:
    """The standard name of a body written otherwise, blank where it is not known; None for a name that may stand."""
    folded = fold(name)
    full = unit_of(folded, context)
    if full:
        named_whole = folded.startswith(("省", PROVINCE)) and is_standard(name, full)
        return None if named_whole else standard_name(full)
    return "" if DESK.search(folded) or NO_REGION.fullmatch(folded) else None


def _agree(text: str, listed: str, context: Context) -> bool:
    """Whether the guide's agencies are among the row's, whatever region stands before their names."""
    if CONCENTRATED in text or CONCENTRATED in listed:
        return True
    own, rows = ([_stem(name, context) for name, _ in _bodies(each)] for each in (text, listed))
    return any(a.endswith(b) or b.endswith(a) for a in own for b in rows)


def _stem(name: str, context: Context) -> str:
    folded = re.sub(r"\(.*\)", "", fold(name))
    full = unit_of(folded, context) or folded
    return fold(full).split("(", maxsplit=1)[0].removeprefix(PROVINCE).lstrip("省市县区")


RULE = Rule(
    code="GUIDE-AGENCY",
    name="实施机构不规范",
    clause="附件2 三(二)5",
    quote="实施机构。指办理具体政务服务事项的机构名称，填写机关单位的规范性名称。",
    scopes=("guide",),
    certainty=Certainty.CERTAIN,
    severity=Severity.DOUBT,
    check=guide_agency,
)
