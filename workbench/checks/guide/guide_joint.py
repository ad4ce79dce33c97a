"""GUIDE-JOINT."""

import re
from collections import Counter
from collections.abc import Iterator

from workbench.checks.guide_facts import filled, is_blank, says_none, text_of, whole
from workbench.checks.item import Context, Item
from workbench.checks.row_facts import shorten
from workbench.checks.rule import Rule
from workbench.records import Certainty, Finding, Severity
from workbench.records.tidy import fold

FIELD = "联办机构"
#: Without one of these words nobody acts together.
SIGNS = ("会同", "商", "联合", "共同", "会审", "会签", "联审")
ACT = "审批|审核|审查|批准|批复|核准|办理|认定|核发|颁发|发放|实施|验收|确认|评审|评定|决定|受理|鉴定|审定|会审|踏勘|勘验|登记|签发"
_BODY = "厅|局|委|部门|机关|机构|政府|公安"
#: 商 as a verb, not in 工商, 外商, 商务 or 商店.
_ASKING = "(?<![工外客厂招通经农电])商(?![务业店品标人户场贸誉])"
#: Another organ decides as well; organs that only give an opinion do not.
JOINT = re.compile(
    rf"(?:会同|会商|{_ASKING})(?!意见)[^,，]{{0,40}}?(?:{_BODY})[^,，]{{0,4}}?[,，]?[^,，]{{0,30}}?(?:{ACT})"
    r"|(?:联合|共同)(?:进行)?(?:现场)?(?:审批|审核|审查|批复|核准|实施|办理|受理|认定|核发|发放|踏勘|勘查|核查|验收)"
    rf"|(?:转|送|报|由|与)[^,，]{{0,20}}(?:{_BODY})(?:进行)?(?:会审|会签|联审)"
)
#: Who makes rules together does not act together.
RULES_MADE = re.compile(r"制定|制订|规定的?办法|另行规定|公布|拟订|编制")
#: Ministries that act together are no second agency of the province.
STATE = re.compile(r"国务院(?!令)")
INSIDE = re.compile(r"处室|科室|专家|内设|各处|有关处|相关处|业务处|委托")
NOBODY = re.compile(r"(?:没有|不涉及|暂无|否|无联办机构|单一机构)[。.]?")
OPINION = re.compile(r"征求|意见")


def guide_joint(item: Item, context: Context) -> Iterator[Finding]:
    """几个机构实施的事项没有写联办机构，或写了实施机构自己。

    What: basis or process show a second agency that decides too and 联办机构 is blank or 无; or it names the agency itself.
    Why: 附件2 三(二)7 「联办机构。同一事项有两个以上实施机构，填写另外的机构名称。」
    Example: 条文“会同省公安厅审批”，联办机构无.
    Remedy: 省公安厅.
    """
    del context
    text = text_of(item, FIELD)
    if text is None:
        return
    agencies = [_stem(name) for name in _names(filled(item, "实施机构"))]
    if is_blank(text) or says_none(text) or NOBODY.fullmatch(fold(text)):
        if shown := _second_agency(item, agencies):
            yield RULE.finding(
                f"同一事项有两个以上实施机构（“{shorten(shown)}”），应填写联办机构（附件2 三(二)7），请补充。",
                **whole(FIELD, text),
            )
    elif own := [name for name in _names(text) if _stem(name) in agencies]:
        yield RULE.finding(
            f"联办机构填写了实施机构自己“{own[0]}”，应填写另外的机构名称（附件2 三(二)7），请更正。",
            **whole(FIELD, text),
        )


def _second_agency(item: Item, agencies: list[str]) -> str:
    """The words that show a second agency; blank where there are none."""
    at_a_level = Counter(_level(agency) for agency in set(agencies))
    if any(count > 1 for count in at_a_level.values()):
        return filled(item, "实施机构")
    basis = item.row.legal_basis if item.row else None
    texts = (basis or "", filled(item, "设定依据"), filled(item, "办理流程"))
    told_of = [text for text in texts if any(sign in text for sign in SIGNS)]
    for sentence in (each for text in told_of for each in re.split(r"[。；;\n→]", text)):
        told = JOINT.search(fold(sentence))
        if told and not STATE.search(sentence) and not _is_inside(sentence, told.group()):
            return told.group()
    return ""


def _is_inside(sentence: str, told: str) -> bool:
    """Whether the words speak of making rules, of offices of the agency itself, or of an opinion only."""
    clause = next((each for each in re.split(r"[，,]", fold(sentence)) if told in each), told)
    return any(pattern.search(told) for pattern in (RULES_MADE, OPINION)) or bool(INSIDE.search(clause))


def _names(text: str) -> list[str]:
    return [name for name in re.split(r"[、，,；;\s]+", re.sub(r"[（(][^（()）]*[）)]", "", text)) if name]


def _stem(name: str) -> str:
    return fold(name).removeprefix("辽宁")


def _level(name: str) -> str:
    """The level of a body by its name; the same matter is often listed with one body at each level."""
    return next((sign for sign in "县区市省" if sign in name), "")


RULE = Rule(
    code="GUIDE-JOINT",
    name="联办机构",
    clause="附件2 三(二)7",
    quote="联办机构。同一事项有两个以上实施机构，填写另外的机构名称。",
    scopes=("guide",),
    certainty=Certainty.HEURISTIC,
    severity=Severity.DOUBT,
    check=guide_joint,
)
