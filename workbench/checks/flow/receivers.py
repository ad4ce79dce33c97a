"""Who takes an application in, by what the process says (附件2 一 三是: 一个窗口受理)."""

import re
from collections.abc import Iterator

from workbench.records import Guide, Span
from workbench.records.tidy import bare

_BODY = r"(?P<body>[\u4e00-\u9fa5]{1,12}?(?:厅|局|委|委员会|办|办公室|部门|窗口|中心|大厅|分局|支队|大队|处))"
#: X窗口受理, X统一受理, 由X负责受理.
_TAKES_IN = re.compile(
    rf"(?:由|到|向|在|、|，|,|；|;|。|→|和|及|与|^)\s*{_BODY}(?:的)?(?:政务(?:服务)?(?:大厅|中心)?)?(?:综合)?(?:服务)?(?:窗口)?(?:统一|分别|各自|负责|先行|首先|再次|再|直接|也)*(?:受理|收件|接件)"
)
#: 到X窗口递交, 向X提出申请.
_HANDED_TO = re.compile(
    rf"(?:到|向|在|赴|往)\s*{_BODY}(?:的)?(?:窗口)?(?:[\u4e00-\u9fa5]{{0,4}})(?:递交|提交|报送|申请|申报|交件|送交)"
)
#: 分别到公安、教育窗口递交; 向两个部门分别提出申请.
_EACH = re.compile(
    r"(?:分别|各自|依次)(?:到|向|在|至|由)?[^。；;\n]{0,40}?(?:递交|提交|报送|申请|申报|受理|送交|办理)"
    r"|(?:到|向|在)[^。；;，,\n→]{2,30}?[、和及与][^。；;，,\n→]{2,20}?(?:分别|同时|各)(?:递交|提交|报送|提出|申请|受理)"
    r"|(?:两|二|三|多|各)(?:个)?(?:部门|窗口|单位)(?:分别|各自|均|都)?(?:递交|提交|受理)"
)
_GENERIC = re.compile(r"政务|服务|大厅|中心|窗口|综合|行政审批|统一|受理|部门|委员会|市民|所在地|省|市|县|区|级")
#: What an opinion asked for by the lead is called: no second taking in.
_PASSED_ON = re.compile(r"转(?:送|交|至|办)?|送|会同|会审|征求|抄送")


def several_receivers(text: str) -> tuple[list[str], Span] | None:
    """The bodies that each take applications in, and where the text says so; None where it is one or none."""
    if each := _EACH.search(text):
        return [], each.span()
    found = list(_receivers(text))
    every = dict.fromkeys(name for name, _ in found)
    names = [name for name in every if not any(name != other and name in other for other in every)]
    if len(names) <= 1:
        return None
    return names, (found[0][1][0], found[-1][1][1])


def _receivers(text: str) -> Iterator[tuple[str, Span]]:
    """Each body that receives, by its own words; a window of nobody's in particular is left out."""
    matches = [match for pattern in (_TAKES_IN, _HANDED_TO) for match in pattern.finditer(text)]
    for match in sorted(matches, key=lambda each: each.span()):
        name = re.sub(r"[厅局委办]$", "", _GENERIC.sub("", re.sub(r"^.*?(?:到|向|在|由)", "", bare(match["body"]))))
        if name and not _PASSED_ON.search(text[max(0, match.start() - 1) : match.end("body")]):
            yield name, match.span()


def windows(guide: Guide) -> list[str]:
    """The windows at which the steps of taking in are done, by the table of steps."""
    taking_in = [step for step in guide.steps or () if re.search(r"受理|收件|申请", step.get("环节", ""))]
    return list(dict.fromkeys(window for step in taking_in if (window := bare(step.get("办事窗口", "")))))
