"""How long the steps of a process take, as far as their times may be added."""

import re
from collections.abc import Iterator
from dataclasses import replace

from workbench.checks.flow.process import FLOW, is_drawn, steps
from workbench.checks.time_limits import Limit, limits_in
from workbench.records import Guide, Span

#: Steps whose time the law leaves out (行政许可法第四十五条), and those of the applicant's.
_LEFT_OUT = re.compile(
    r"听证|招标|拍卖|检验|检测|检疫|鉴定|评审|公示|公告|补正|整改|异议|勘测|论证|缴费|签收|领取|邮寄"
)
_PARALLEL = re.compile(r"并行|并联|同步|同时(?!提交|提供|告知)|分别在")
#: Limits that are no step's time: totals, and the time to tell what is missing.
_TOTAL = re.compile(
    r"(?:共计?|合计|总计?|总时限|承诺|法定|办结时限|办理时限|全程|不超过法定|自[^，,。；;]{0,14}(?:起|后))[\u4e00-\u9fa5：:为]{0,6}$"
)
_TO_TELL = re.compile(r"^\s*(?:之?内|内)?(?:当场)?(?:一次性?|书面)?(?:书面)?(?:告知|通知|补正|补齐)")
#: The step itself is not counted; what stands behind another word (公示时间不计入) tells nothing about this time.
_NOT_COUNTED = re.compile(
    r"^\s*(?:之?内)?[，,、]?\s*(?:该|此|本|其|所需)?(?:环节|时间|时限|期间)?(?:均|都)?(?:依法)?(?:不(?:计|算|包括|含)|另计|除外)"
)
#: A step's name right before its time.
_STEP_BEFORE = re.compile(
    r"(?:申请|受理|审查|审核|初审|复审|审批|批准|核准|决定|办结|办理|制证|发证|送达|颁发|勘查|核查|评估|签发|登记|录入|复核|审定|公布|上报)"
    r"(?:环节|阶段|时限|时间|期限|需|为|用时|：|:|—|-|\s)*[（(]?\s*$"
)
#: 10个工作日内完成审查.
_STEP_BEHIND = re.compile(
    r"\s*之?内?(?:完成|作出|予以|进行|提出)?[\u4e00-\u9fa5]{0,4}?(?:受理|审查|审核|决定|办结|送达|审批|批准)"
)
#: The end of the last step's sentence, outside of brackets.
_SENTENCE_END = re.compile(r"。(?![^（(]*[）)])")
#: A line with more steps is a process of its own.
MOST_ON_A_SPLIT_LINE = 2
_BARE_NUMBER = re.compile(r"[（(]\s*(\d{1,3})\s*[）)]")


def durations(guide: Guide, unit: str) -> list[Limit]:
    """The times of the steps, from the table of steps or else from the text; ``unit`` is that of numbers without one."""
    if table := [
        limit for step in guide.steps or () for limit in _of_table(step.get("环节", ""), step.get("办理时长", ""))
    ]:
        return table
    flows = _flows(guide.text(FLOW) or "", unit)
    return max(flows, key=lambda found: sum(limit.number for limit in found))


def _flows(text: str, unit: str) -> list[list[Limit]]:
    """The times of every process in a text: several are those that each draw their steps on one line."""
    lines = [line for line in re.finditer(r"[^\n]+", text) if len(steps(line.group())) > MOST_ON_A_SPLIT_LINE]
    if len(lines) > 1:
        return [[_moved(limit, line.start()) for limit in _of_flow(line.group(), unit)] for line in lines]
    return [_of_flow(text, unit)]


def _of_flow(text: str, unit: str) -> list[Limit]:
    spans = steps(text)
    return [limit for span in spans for limit in _of_step(text, span, unit)] if spans else list(_of_prose(text))


def is_parallel(guide: Guide) -> bool:
    """Whether steps run at the same time."""
    return bool(_PARALLEL.search(guide.text(FLOW) or ""))


def _of_table(name: str, duration: str) -> list[Limit]:
    """A step's time in the table; it stands in no text."""
    return [replace(limit, span=(0, 0)) for limit in limits_in(duration)[:1]] if not _LEFT_OUT.search(name) else []


def _of_step(text: str, span: Span, unit: str) -> list[Limit]:
    """The first time of a drawn step that is its own."""
    part = text[slice(*span)]
    end = _SENTENCE_END.search(part) if is_drawn(text) else None
    part = part[: end.start()] if end else part
    if _LEFT_OUT.search(re.split(r"[（(，,：:]|\d", part, maxsplit=1)[0]):
        return []
    if own := [limit for limit in limits_in(part) if _is_a_steps(part, limit)]:
        return [_moved(own[0], span[0])]
    bare_number = _BARE_NUMBER.search(part)
    if bare_number and unit:
        return [Limit(float(bare_number[1]), unit, (span[0] + bare_number.start(1), span[0] + bare_number.end(1)))]
    return []


def _of_prose(text: str) -> Iterator[Limit]:
    """The times that stand right behind a step's name, or before it where nothing counts from an earlier day."""
    in_turn = not re.search(r"[起后]", text)
    for limit in limits_in(text):
        before = text[max(0, limit.span[0] - 14) : limit.span[0]]
        stands_by_step = _STEP_BEFORE.search(before) or (in_turn and _STEP_BEHIND.match(text[limit.span[1] :]))
        if stands_by_step and _is_a_steps(text, limit):
            yield limit


def _is_a_steps(text: str, limit: Limit) -> bool:
    """Whether a time is neither a total, nor the time to tell what is missing, nor one that is not counted."""
    start, stop = limit.span
    behind = text[stop : stop + 40]
    left_out = _TO_TELL.match(behind) or _NOT_COUNTED.match(behind)
    return not _TOTAL.search(text[max(0, start - 20) : start]) and not left_out


def _moved(limit: Limit, by: int) -> Limit:
    return replace(limit, span=(limit.span[0] + by, limit.span[1] + by))
