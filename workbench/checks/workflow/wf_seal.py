"""WF-SEAL."""

from collections.abc import Iterator

from workbench.checks.item import Context, Item
from workbench.checks.rule import Rule
from workbench.checks.workflow.submission import denied, is_city_set, text
from workbench.records import Certainty, Finding, Severity

#: Individual elements go to the office without a word on seal and approval (明电52号 四(二)3).
WITHOUT_SEAL = "S2-G3"


def wf_seal(item: Item, context: Context) -> Iterator[Finding]:
    """报送材料没有经主要领导同意，或没有加盖公章。

    What: the submission is said to bear no seal, or to lack the approval of the head of the unit. A city's
        市设目录 goes through 市审核组 and 市政府法制办 instead (WF-CITY-CHAIN).
    Why: 明电52号 四(二)1 「经部门主要领导同意后加盖公章报省编委办。」
    Example: 没有盖章的扫描件.
    Remedy: 经主要领导同意、加盖公章后重新报送.
    """
    del context
    if is_city_set(item) or text(item, "stage") == WITHOUT_SEAL:
        return
    lacks = [
        word for key, word in (("leader_approved", "未经主要领导同意"), ("sealed", "未加盖公章")) if denied(item, key)
    ]
    if lacks:
        yield RULE.finding(
            f"报送材料{'、'.join(lacks)}（明电52号 四(二)1、3、4），请经部门主要领导同意、加盖公章后重新报送。"
        )


RULE = Rule(
    code="WF-SEAL",
    name="未盖章或未经领导同意",
    clause="明电52号 四(二)1",
    quote="经部门主要领导同意后加盖公章报省编委办。（7月20日前）",
    scopes=("meta",),
    certainty=Certainty.CERTAIN,
    severity=Severity.VIOLATION,
    check=wf_seal,
)
