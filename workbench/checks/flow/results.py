"""Which guide issues what a material asks for: results by name, without comparing all with all (rule book, section 7)."""

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from functools import lru_cache

from rapidfuzz import fuzz

from workbench.checks.material_names import core
from workbench.records import Guide
from workbench.records.tidy import bare

#: How like a material's name must be to a result's.
LIKENESS = 85
#: How many characters must be left of a result's name without its generic words.
SPECIFIC = 4
#: With fewer, nothing tells one result from another.
SHORTEST = 2
_MOST_COMMON = 400
_GENERIC = re.compile(
    r"行政许可|行政审批|行政确认|准予|决定书?|批准|批复|许可证书?|资格证书?|资质证书?|合格证书?|合格|证明书?|证书|执照|通知书|意见书|意见"
    r"|登记表|登记证|备案表|文件|回执|凭证|批文|证件|证照|公告|报告书?|竣工验收|资质等级|表$|函$|书$|证$|的"
)
#: Results of everybody's: only with their object would they tell one matter from another.
_COMMON = frozenset(
    {
        "营业执照",
        "企业法人营业执照",
        "批复",
        "通知书",
        "许可证",
        "决定书",
        "经营许可证",
        "生产许可证",
        "生产经营许可证",
        "行政许可决定书",
        "准予行政许可决定书",
    }
)
#: Words that turn a result into another one: like names that differ in one of them are not the same.
_APART = re.compile(
    r"临时|延续|变更|注销|补办|甲级|乙级|丙级|[一二三四]级|设立|分支|转让|抵押|首次|转移|预|初|正式|生产|经营|销售|使用"
)
#: Papers that the applicant writes: like a result's name, and never the result.
_APPLICANTS = re.compile(
    r"(?:申请|申报)(?:书|表|单|函|材料|报告|文件|登记表|登记书)?$|登记表$|呈报表$|承诺书$|委托书$|声明$|说明$|报批稿$|文本$|方案$|图纸?$|照片$|清单$"
    r"|合同$|协议书?$|样本$|样品$"
)


@lru_cache(maxsize=131072)
def specific(name: str) -> str:
    """What is left of a result's name without its generic words."""
    return _GENERIC.sub("", core(name))


def results_of(guide: Guide) -> Iterator[str]:
    """The names of what a guide issues; those that everybody issues are left out."""
    for part in re.split(r"[、;；\n]|(?<=[证书])(?:及|和|或)", guide.text("结果名称") or ""):
        name = core(part)
        if name and name not in _COMMON and len(specific(part)) >= SHORTEST:
            yield name


class Results:
    """The results of guides, to be looked up by a material's name."""

    def __init__(self, guides: Sequence[Guide]) -> None:
        """Indexes result names: whole, and by their runs of three characters."""
        self.issuers: dict[str, list[int]] = defaultdict(list)
        for index, guide in enumerate(guides):
            for name in dict.fromkeys(results_of(guide)):
                self.issuers[name].append(index)
        self._grams: dict[str, list[str]] = defaultdict(list)
        for name in self.issuers:
            for gram in _grams(name):
                self._grams[gram].append(name)

    def like(self, name: str) -> list[str]:
        """The result names that a material's name stands for: itself, or those that are nearly it."""
        if name in self.issuers:
            return [name]
        if len(specific(name)) < SPECIFIC or _APPLICANTS.search(name):
            return []
        return [each for each in self._near(name) if _same(name, each)]

    def _near(self, name: str) -> list[str]:
        """The results that share one of the name's rarest runs of characters."""
        lists = sorted((self._grams[gram] for gram in _grams(name) if gram in self._grams), key=len)
        return list(dict.fromkeys(each for found in lists[:3] if len(found) <= _MOST_COMMON for each in found))


def _grams(name: str) -> set[str]:
    return {name[at : at + 3] for at in range(len(name) - 2)}


def _same(name: str, result: str) -> bool:
    """Whether two names are one thing: near enough, and not told apart by a word."""
    if fuzz.ratio(name, result) < LIKENESS:
        return False
    return sorted(_APART.findall(name)) == sorted(_APART.findall(result))


def is_specific(result: str) -> bool:
    """Whether a result's name tells by itself which matter it belongs to."""
    return len(specific(result)) >= SPECIFIC


def body_key(org: str | None) -> str:
    """A body's name for comparison, without province and city."""
    return re.sub(r"^(?:辽宁省|省|[\u4e00-\u9fa5]{2,3}市|市)", "", bare(org or ""))
