"""Documents that the handbook treats by their subject, whatever their rank."""

import re

from workbench.records import Citation, Rank

_STAFFING_RULE = re.compile(r"三定|主要职责.{0,12}(?:机构|编制)|职能配置.{0,12}(?:机构|编制)|机构设置和人员编制")
_FEE_LIST = re.compile(r"(?:收费|基金).{0,12}(?:目录|清单)")
_BELOW_NORMATIVE = re.compile(r"会议纪要|办公会纪要|专题纪要|批示|(?:复函|函复|通报|纪要|工作规程)(?:[（(].*)?$")
_DEVOLUTION = re.compile(r"下放|取消|调整|委托|承接")


def is_staffing_rule(citation: Citation) -> bool:
    """Whether the document is a 三定 (职责、机构、编制规定), which chapter 4 lists for no type (附件1 2.2)."""
    return names_staffing_rule(citation.title)


def names_staffing_rule(text: str) -> bool:
    """Whether a text speaks of a 三定."""
    return bool(_STAFFING_RULE.search(text))


def is_fee_list(citation: Citation) -> bool:
    """Whether the document is the list of fees and funds, which only assists a basis (附件1 4.2.2)."""
    return bool(_FEE_LIST.search(citation.title))


def is_below_normative(citation: Citation) -> bool:
    """Whether the document lies below 规范性文件: a standard, minutes, a reply, a note (附件1 3.3.5.3).

    An order or a label of 规章 and above stands against the title.
    """
    if citation.evidence_rank is Rank.STANDARD or citation.rank is Rank.STANDARD:
        return True
    return citation.rank in (None, Rank.NORMATIVE_DOCUMENT) and bool(_BELOW_NORMATIVE.search(citation.title))


def speaks_of_devolution(text: str) -> bool:
    """Whether a title or quoted text hands powers down, takes them away or changes who has them."""
    return bool(_DEVOLUTION.search(text))


def is_state_council_decision(citation: Citation) -> bool:
    """Whether the document is a decision of the State Council (附件1 4.1.2; 行政许可法第十四条)."""
    return "决定" in citation.title and (
        citation.title.startswith("国务院") or (citation.number or "").startswith("国发")
    )
