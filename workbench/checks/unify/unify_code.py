"""UNIFY-CODE."""

from collections.abc import Iterator

from workbench.checks.guide_facts import is_blank, says_none, whole
from workbench.checks.item import Context, Item
from workbench.checks.rule import Rule
from workbench.checks.unify import counterparts
from workbench.records import Certainty, Finding, Guide, Relation, Severity
from workbench.records.tidy import bare, fold

CODE = "基本编码"


def unify_code(item: Item, context: Context) -> Iterator[Finding]:
    """同一事项的基本编码不一致，或者两个事项用了一个编码。

    What: guides of one matter in different places have different codes, or guides of different matters share one.
        Codes are not filled in yet at this stage: blanks are passed over. 序号 is no code.
    Why: 明电52号 一 「实现省市县三级政务服务部门同一政务服务事项的名称、类型、设定依据、编码及申请材料“五统一”。」
    Example: 两个事项都编为0100012000.
    Remedy: 按全省统一赋码更正.
    """
    del context
    for at, other in counterparts.guides(item):
        ours, theirs = code_of(item.guides[at]), code_of(item.guides[other])
        if ours and theirs and ours != theirs:
            yield _finding(
                item,
                at,
                other,
                f"同一事项“{item.guides[at].name}”的编码与{_org(item, other)}不一致：“{ours}”／“{theirs}”",
            )
    for at, other, severity in sharing(item):
        theirs = item.guides[other].name
        fault = f"与{_org(item, other)}的“{theirs}”是不同事项，却用了同一编码“{code_of(item.guides[at])}”"
        yield _finding(item, at, other, fault, severity)


def code_of(guide: Guide) -> str:
    """The code, folded; blank where it is not filled in."""
    text = guide.text(CODE) or ""
    return "" if is_blank(text) or says_none(text) or "填写" in text else fold(text)


def sharing(item: Item) -> Iterator[tuple[int, int, Severity | None]]:
    """Guides of different matters that share a code, both ways; in doubt where matching cannot part them."""
    relation = {frozenset((pair.a, pair.b)): pair.comparison.relation for pair in item.guide_pairs}
    first: dict[str, int] = {}
    for at, guide in enumerate(item.guides):
        code = code_of(guide)
        other = first.setdefault(code, at) if code else at
        if other == at or bare(guide.name) == bare(item.guides[other].name):
            continue
        told = relation.get(frozenset((at, other)), Relation.DIFFERENT)
        if told is not Relation.SAME:
            severity = None if told is Relation.DIFFERENT else Severity.DOUBT
            yield at, other, severity
            yield other, at, severity


def _org(item: Item, at: int) -> str:
    return item.guides[at].org or "对方"


def _finding(item: Item, at: int, other: int, fault: str, severity: Severity | None = None) -> Finding:
    text = item.guides[at].text(CODE) or ""
    return RULE.finding(
        f"{fault}，不符合“五统一”（明电52号 一；附件1 1.1），请按全省统一赋码更正。",
        **whole(CODE, text),
        severity=severity,
        at=at,
        other=other,
    )


RULE = Rule(
    code="UNIFY-CODE",
    name="编码不统一",
    clause="明电52号 一",
    quote="实现省市县三级政务服务部门同一政务服务事项的名称、类型、设定依据、编码及申请材料“五统一”。",
    scopes=("guides",),
    certainty=Certainty.CERTAIN,
    severity=Severity.VIOLATION,
    check=unify_code,
)
