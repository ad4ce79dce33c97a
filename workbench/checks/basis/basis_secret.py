"""BASIS-SECRET."""

import re
from collections.abc import Iterator

from workbench.checks.basis.effective_rank import sure_rank
from workbench.checks.basis.quoted import header, quote
from workbench.checks.item import Context, Item
from workbench.checks.row_facts import basis_of
from workbench.checks.rule import Rule
from workbench.records import RANK_ORDER, Certainty, Citation, Finding, Rank, Severity
from workbench.records.secrecy import secret_mark

MARKED_SECRET = re.compile(r"密件|绝密|机密|秘密级?[★*]|[（(，,；;\s]秘密[）)，,]?|涉密|内部(?:文件|资料|掌握)|密级")


def basis_secret(item: Item, context: Context) -> Iterator[Finding]:
    """设定依据不是密件，不应列为保密事项。

    What: the remark calls the matter secret, but every document cited is public, or only some are marked
        secret. A 规范性文件 of which no text is quoted may be secret itself: nothing is said.
    Why: 附件1 3.1.2 「判断是否涉密的依据是设立依据是否为密件。」
        「如设定依据不是密件，仅申报件、批复件涉密的，不能认定为密件，相应事项也不应认定为保密事项。」
    Example: 备注“涉密”，设定依据为一部公开的法律.
    Remedy: 删除保密标注；公布时隐去涉密的依据.
    """
    del context
    remark = item.row.remarks if item.row else None
    flag = secret_mark(remark) if remark else None
    if remark is None or flag is None or not item.citations:
        return
    basis = basis_of(item)
    secret = [is_secret(basis, citation) for citation in item.citations]
    if all(secret):
        return
    public = [_is_public(basis, citation) for citation in item.citations]
    if not any(secret) and not all(public):
        return
    found = "仅部分设定依据涉密" if any(secret) else "设定依据不是密件"
    yield RULE.finding(
        f"{found}，不应列为保密事项（附件1 3.1.2）。请删除备注中的“{flag[0]}”；公布时仅隐去涉密的依据。",
        field="remarks",
        excerpt=flag[0],
        span=flag.span(),
    )


def is_secret(basis: str, citation: Citation) -> bool:
    """Whether the bracket marks a document as secret, or the title says no more than that it is."""
    return "密件" in citation.title or bool(MARKED_SECRET.search(header(basis, citation)))


def _is_public(basis: str, citation: Citation) -> bool:
    """Whether a document is public by its rank, or a numbered one whose text is quoted here."""
    rank = sure_rank(citation)
    if rank is not None and RANK_ORDER.get(rank, len(RANK_ORDER)) <= RANK_ORDER[Rank.RULE]:
        return True
    return bool(citation.number) and bool(quote(basis, citation))


RULE = Rule(
    code="BASIS-SECRET",
    name="依据公开却列为保密事项",
    clause="附件1 3.1.2",
    quote="判断是否涉密的依据是设立依据是否为密件。",
    scopes=("row",),
    certainty=Certainty.HEURISTIC,
    severity=Severity.VIOLATION,
    shown_first=Severity.DOUBT,
    check=basis_secret,
)
