"""WF-CITY-CHAIN."""

import re
from collections.abc import Iterator

from workbench.checks.agencies import city_of
from workbench.checks.item import Context, Item
from workbench.checks.rule import Rule
from workbench.checks.workflow.submission import is_city_set, is_guide, text, texts, unit
from workbench.records import Certainty, Finding, Severity
from workbench.records.tidy import fold

#: 市编委办, 市委编办, 市机构编制委员会办公室.
OFFICE = re.compile(r"编委办|编办|编制委员会(?:办公室)?|审改办")
OPINIONS = (("市审核组审核意见", re.compile(r"审核组")), ("市政府法制办合法性审查意见", re.compile(r"法制")))


def wf_city_chain(item: Item, context: Context) -> Iterator[Finding]:
    """市设目录没有经市审核组、市政府法制办，或不是市编委办报送。

    What: one of the two opinions is not attached, or a bureau hands the catalogue in itself.
    Why: 明电52号 四(二)2 「经市审核组审核、市政府法制办合法性审查后，由各市编委办负责报省编委办。」
    Example: 由市水利局直接报送.
    Remedy: 补齐两份意见，由市编委办报送.
    """
    if not is_citys(item, context):
        return
    submitter, attached = text(item, "submitter"), texts(item, "opinions")
    lacks = [name for name, word in OPINIONS if attached is not None and not word.search(fold("、".join(attached)))]
    wrong = submitter if not OFFICE.search(submitter) else ""
    faults = [f"由“{wrong}”报送"] if wrong else []
    faults += [f"缺少{'、'.join(lacks)}"] if lacks else []
    if faults:
        yield RULE.finding(
            f"市设目录应经市审核组审核、市政府法制办合法性审查后由市编委办报送（明电52号 四(二)2），现{'，'.join(faults)}，"
            "请补齐后由市编委办重新报送。",
            excerpt=wrong,
        )


def is_citys(item: Item, context: Context) -> bool:
    """Whether a city hands in its catalogue: by catalogue or stage, or, where neither tells, by who files."""
    if is_guide(item):
        return False
    if is_city_set(item):
        return True
    told = text(item, "catalogue") or text(item, "stage")
    return not told and bool(city_of(unit(item), context) or text(item, "submitter").startswith("市"))


RULE = Rule(
    code="WF-CITY-CHAIN",
    name="市设目录未经市级审核",
    clause="明电52号 四(二)2",
    quote="经市审核组审核、市政府法制办合法性审查后，由各市编委办负责报省编委办。（7月31日前）",
    scopes=("meta",),
    certainty=Certainty.CERTAIN,
    severity=Severity.VIOLATION,
    check=wf_city_chain,
)
