"""REMARK-SECRET."""

import re
from collections.abc import Iterator
from dataclasses import replace

from workbench.checks.basis.basis_secret import is_secret
from workbench.checks.item import Context, Item
from workbench.checks.row_facts import basis_of
from workbench.checks.rule import Rule
from workbench.records import Certainty, Finding, Row, Severity
from workbench.records.secrecy import secret_matter_mark
from workbench.records.tidy import fold

PUBLIC = "公开版"
#: A basis that names no document but says what it is.
SECRET_TEXT = re.compile(r"密件|绝密|机密级|秘密级|涉密文件")


def remark_secret(item: Item, context: Context) -> Iterator[Finding]:
    """公开版里有涉密的事项或依据，或者依据是密件而备注没有保密标注。

    What: a row of the public export is marked secret or shows a basis marked 密件; or, in the review, every basis
        is marked 密件 and the remark does not say that the matter is secret. A row of which only part of the
        basis is secret is no secret matter. Rows that stand together are looked at in an export only.
    Why: 附件1 3.1.2 「涉及保密的政务服务事项应当列入政务服务事项目录，但不向社会公布。……公布时不公布涉密的依据。」
    Example: 公开版的设定依据标着“（密件）”.
    Remedy: 公开时剔除该事项或隐去该依据；目录中保留，备注标注保密.
    """
    del context
    if item.row is not None:
        yield from _in_row(item)
    for at, row in enumerate(item.rows if item.export else ()):
        yield from (replace(finding, at=at) for finding in _in_row(replace(item, row=row)))


def _in_row(item: Item) -> Iterator[Finding]:
    row, basis = item.row or Row(), basis_of(item)
    secret = [citation for citation in item.citations if is_secret(basis, citation)]
    remark = row.remarks or ""
    flag = secret_matter_mark(remark)
    if fold(item.export or "") == PUBLIC:
        if flag:
            yield _finding(
                "remarks", flag.group(), flag.span(), "为涉密事项，不得列入公开版，请剔除（目录中保留）", row
            )
        elif secret or (not item.citations and SECRET_TEXT.search(basis)):
            start, stop = secret[0].span if secret else (0, len(basis))
            yield _finding("legal_basis", basis[start:stop], (start, stop), "的该项依据涉密，公开版应隐去该依据", row)
    elif item.export is None and secret and len(secret) == len(item.citations) and row.remarks is not None and not flag:
        found = _finding("remarks", remark, None, "的设定依据为密件，备注应标注保密，公布时不予公开", row)
        yield replace(found, severity=Severity.DOUBT)


def _finding(field: str, excerpt: str, span: tuple[int, int] | None, fault: str, row: Row) -> Finding:
    return RULE.finding(
        f"“{row.full_name}”{fault}（附件1 3.1.2：涉密事项、依据列入目录但不对外公布）。",
        field=field,
        excerpt=excerpt,
        span=span,
    )


RULE = Rule(
    code="REMARK-SECRET",
    name="涉密内容对外公布",
    clause="附件1 3.1.2",
    quote="涉及保密的政务服务事项应当列入政务服务事项目录，但不向社会公布。",
    scopes=("row", "rows"),
    certainty=Certainty.CERTAIN,
    severity=Severity.VIOLATION,
    check=remark_secret,
    verdict="keep_confidential",
)
