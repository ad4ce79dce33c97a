"""How far a material's basis reaches: the three printed lists of what may ask for a material (rule book, I-06)."""

import re
from collections.abc import Iterable
from dataclasses import replace
from enum import IntEnum

from workbench import citations
from workbench.checks.basis.effective_rank import likely_rank, sure_rank
from workbench.checks.basis.makers import maker
from workbench.checks.basis.ranks_allowed import RESTRICTING, Demand, meets
from workbench.checks.basis.special_documents import is_below_normative, is_staffing_rule
from workbench.checks.materials import BASIS
from workbench.records import Citation, Guide, IssuerLevel, Material, Rank
from workbench.records.tidy import fold


class Standing(IntEnum):
    """What a basis is worth, best first."""

    SUFFICIENT = 0
    PROVINCE = 1
    PROVINCE_DEPARTMENT = 2
    CITY = 3
    BELOW_CITY = 4
    INTERNAL = 5


#: How a message names a basis.
STANDING_NAMES = {
    Standing.PROVINCE: "省政府规范性文件",
    Standing.PROVINCE_DEPARTMENT: "省政府部门规范性文件",
    Standing.CITY: "市政府规范性文件",
    Standing.BELOW_CITY: "市部门或者县级的文件",
    Standing.INTERNAL: "规范性文件以下的材料",
}
#: What every one of the three lists names: law to rule, and the documents of the State Council and its departments.
_NATIONAL = Demand(RESTRICTING.ranks, frozenset({IssuerLevel.STATE, IssuerLevel.STATE_DEPARTMENT}))
_BY_MAKER = {
    IssuerLevel.PROVINCE: Standing.PROVINCE,
    IssuerLevel.PROVINCE_DEPARTMENT: Standing.PROVINCE_DEPARTMENT,
    IssuerLevel.CITY: Standing.CITY,
    IssuerLevel.CITY_DEPARTMENT: Standing.BELOW_CITY,
}
#: Departments of a province or a city make no 规章: whatever they call it, it is a document.
_MAKE_NO_RULES = (IssuerLevel.PROVINCE_DEPARTMENT, IssuerLevel.CITY_DEPARTMENT)
_GOVERNMENTS = (IssuerLevel.PROVINCE, IssuerLevel.CITY)
#: ××人民政府关于…的意见 is a document; what amends or repeals may be an order.
_BY_GOVERNMENT = re.compile(r"[\u4e00-\u9fa5]{1,6}政府(?:办公[厅室])?关于(?!修改|废止)")
_BY_PROVINCIAL_BODY = re.compile(r"(?:辽宁)?省[\u4e00-\u9fa5]{2,14}?(?:厅|局|委|委员会|办|办公室)关于")
#: Papers of the house: 窗口工作规程, 内部管理制度, 办事指南, 处务会纪要.
_INTERNAL = re.compile(
    r"(?:窗口|大厅|内部|机关|内控|处室|科室|办事|办公|业务|操作|工作|审批|审查|受理|服务|岗位)"
    r"[\u4e00-\u9fa5]{0,8}?(?:规程|流程|手册|指南|须知|制度|守则|细则|标准|规范|要求|备忘录)(?:[（(].*)?$"
    r"|(?:纪要|会议记录|会议决定|备忘录|领导批示|签报|一次性告知书?|办事指南|服务指南|办事须知|便函|内部文件)(?:[（(].*)?$"
    r"|(?:内部|窗口|大厅)[\u4e00-\u9fa5]{0,12}(?:规定|办法|通知|意见|规则)$"
    # Standards by what they are called (附件1 3.3.5.7): 建筑设计防火规范, 监测技术规程.
    r"|(?:设计|施工|防火|技术|测量|勘察|监测|检测|检验|安装|工程)(?:规范|规程|标准)(?:[（(].*)?$"
)
_MAY_BE_LAW = re.compile(r"(?:法|条例|决定)(?:[（(].*)?$")
_NUMBER = re.compile(r"[\u4e00-\u9fa5]{1,12}\s*[〔﹝\[［（(【]\s*(?:19|20)\d{2}\s*[〕﹞\]］)）】]\s*(?:第\s*)?\d+\s*号")
_POINTS_SOMEWHERE = re.compile(
    r"《|[〔﹝\[［（(【]\s*(?:19|20)?\d{2}\s*[〕﹞\]］)）】]\s*(?:第\s*)?\d+\s*号|令\s*(?:第)?\s*[\d〇零一二三四五六七八九十百]+\s*号"
    r"|第\s*[\d〇零一二三四五六七八九十百]+\s*号(?:令|公告|文)|(?:公告|通告)\s*[〔\[（(]?\s*(?:19|20)\d{2}"
    r"|(?:法|条例|规定|办法|细则)\s*第\s*[\d〇零一二三四五六七八九十百]+\s*条|(?:GB|DB|HJ|JGJ|CJJ)\s*/?T?\s*\d+"
    r"|[\u4e00-\u9fa5](?:发|函|字|办|规|综|通|令)\s*(?:19|20)\d{2}\s*年?\s*第?\s*\d+\s*号"
)


def names_document(text: str) -> bool:
    """Whether a text names a document by title or number."""
    return bool(_POINTS_SOMEWHERE.search(text)) or bool(citations.parse(text))


def documents(material: Material) -> tuple[Citation, ...]:
    """The documents that a material rests on; empty where none is known."""
    return _documents(material.text(BASIS) or "")


@citations.remembering(maxsize=65536)
def _documents(text: str) -> tuple[Citation, ...]:
    """The citations of a basis; where none was read, the bare numbers in it."""
    return citations.parse(text) or _numbers(text)


def documents_in(prose: str) -> tuple[Citation, ...]:
    """The documents that a sentence names: by title in 《》, or else by the bare numbers in it."""
    return tuple(each for each in citations.parse(prose) if each.has_marks) or _numbers(prose)


def _numbers(text: str) -> tuple[Citation, ...]:
    return tuple(
        replace(each, title_span=number.span(), span=number.span())
        for number in _NUMBER.finditer(text)
        for each in citations.parse(_tidied(number.group()))
    )


def _tidied(number: str) -> str:
    """A number as it should be printed: no blanks, its year in 〔〕."""
    return re.sub(r"[〔﹝\[［（(【](\d{4})[〕﹞\]］)）】]", r"〔\1〕", "".join(number.split()))


def standing(citation: Citation) -> Standing | None:
    """What one document is worth; None where rank or issuer is not known for sure."""
    if _is_internal(citation):
        return Standing.INTERNAL
    if is_staffing_rule(citation):
        return None
    made_by = maker(citation)
    if sure_rank(citation) is None and (by_title := _by_title(citation, made_by)) is not None:
        return by_title
    if meets(citation, _NATIONAL):
        return Standing.SUFFICIENT
    if sure_rank(citation) is not Rank.NORMATIVE_DOCUMENT or made_by is None:
        return None
    return _BY_MAKER.get(made_by)


def _by_title(citation: Citation, made_by: IssuerLevel | None) -> Standing | None:
    """What a document without number or order is worth by who its title says has made it; None where that proves nothing."""
    if made_by in _MAKE_NO_RULES:
        return _BY_MAKER[made_by]
    if made_by in _GOVERNMENTS and _BY_GOVERNMENT.match(citation.title):
        return _BY_MAKER[made_by]
    is_provincial_body = made_by is None and _BY_PROVINCIAL_BODY.match(citation.title)
    return Standing.PROVINCE_DEPARTMENT if is_provincial_body else None


def _is_internal(citation: Citation) -> bool:
    """Whether a document is a paper of the house, a standard, minutes, a reply: nothing that binds others."""
    if is_below_normative(citation):
        return True
    unproven = likely_rank(citation) is None and not citation.number
    return unproven and bool(_INTERNAL.search(fold(citation.title)))


def best(found: Iterable[Citation]) -> tuple[Standing, Citation] | None:
    """The best of several documents; None where there is none, or where one that is not understood may be better."""
    known: list[tuple[Standing, Citation]] = []
    unknown = False
    for citation in found:
        worth = standing(citation)
        if worth is None:
            unknown = True
        else:
            known.append((worth, citation))
    top = min(known, key=lambda each: each[0], default=None)
    return None if unknown and (top is None or top[0] is not Standing.SUFFICIENT) else top


def best_of(material: Material) -> tuple[Standing, Citation] | None:
    """:func:`best` of a material's documents."""
    return _best_of(material.text(BASIS) or "")


@citations.remembering(maxsize=65536)
def _best_of(text: str) -> tuple[Standing, Citation] | None:
    return best(_documents(text))


def has_law(found: Iterable[Citation], *, local: bool = False) -> bool | None:
    """Whether a law or 行政法规 (with ``local`` also a 地方性法规) is among the documents; None where one may be.

    Of documents that nothing ranks a 法, 条例 or 决定 may be one; of 办法, 规定 and the like hardly one is.
    """
    wanted = {Rank.LAW, Rank.ADMINISTRATIVE_REGULATION} | ({Rank.LOCAL_REGULATION} if local else set())
    ranks = {citation: rank_of(citation) for citation in found}
    if wanted.intersection(ranks.values()):
        return True
    may_be = any(rank is None and _MAY_BE_LAW.search(citation.title) for citation, rank in ranks.items())
    return None if may_be else False


def rank_of(citation: Citation) -> Rank | None:
    """A document's rank; where nothing else tells it, 规范性文件 for papers of departments and of the house."""
    rank = likely_rank(citation)
    return Rank.NORMATIVE_DOCUMENT if rank is None and standing(citation) is not None else rank


def is_city_set(guide: Guide) -> bool:
    """Whether a guide belongs to 市设目录."""
    return fold(guide.catalogue or "").startswith("市设")


def is_provincial(guide: Guide) -> bool:
    """Whether a guide surely belongs to 省目录: it says so, or a provincial department files it (附件2 二)."""
    catalogue = fold(guide.catalogue or "")
    of_province = fold(guide.org or "").startswith(("省", "辽宁省"))
    return catalogue.startswith("省") or (catalogue.startswith("部门") and of_province)
