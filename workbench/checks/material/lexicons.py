"""Papers that the administration can look up itself (国发55号 二(二); 附件2 一 二是)."""

import re
from collections.abc import Sequence

from workbench.checks.item import ListEntry
from workbench.checks.materials import folded
from workbench.records.tidy import bare


def _lexicon(entries: dict[str, str]) -> re.Pattern[str]:
    """One pattern of all entries, each a group of its name; none of the patterns has groups of its own."""
    return re.compile("|".join(f"(?P<{name}>{pattern})" for name, pattern in entries.items()))


#: Papers that are shared between organs -> how they are written.
SHARED = _lexicon(
    {
        "营业执照": r"营业执照|工商执照",
        "组织机构代码证": r"组织机构代码证?",
        "税务登记证": r"税务登记证",
        "统一社会信用代码证": r"统一社会信用代码证?",
        "身份证": r"身份证(?!明|号)",
        "户口簿": r"户口[簿本]",
        "结婚证": r"结婚证|离婚证",
        "不动产权证书": r"不动产权(?!籍|利人)|房屋所有权证|房产证|房屋产权证|土地使用权?证(?!明)",
        "社保缴费证明": r"社(?:会)?保(?:险)?.{0,6}(?:证明|凭证|清单|记录)",
        "法人证书": r"法人(?:登记)?证书|法人资格证(?!明)|社会团体法人登记证|事业单位法人证",
        "出生医学证明": r"出生(?:医学)?证",
    }
)
#: What a network answers -> how it is written.
VERIFIABLE = _lexicon(
    {
        "学历学位": r"学历(?:学位)?(?:证|验证|认证|.{0,4}证明)|学位(?:证|.{0,4}证明)|毕业证",
        "无犯罪记录": r"无(?:违法|刑事)?犯罪(?:记录|证明)|犯罪记录证明",
        "信用报告": r"信用报告|征信(?:报告|证明|记录)|信用记录",
        "纳税证明": r"(?:纳税|完税|缴税|无欠税)(?:.{0,4})(?:证明|凭证|记录)",
        "社保缴纳证明": r"(?:社(?:会)?保(?:险)?|养老保险|医疗保险|公积金).{0,8}(?:证明|凭证|清单|记录)",
        "企业信用信息公示": r"信用信息公示|企业公示信息",
        "婚姻登记记录": r"婚姻(?:登记|状况).{0,4}(?:记录|证明)",
        "资质证书": r"资质证书|资质等级证",
        "发票查验": r"发票.{0,4}查验|发票真伪",
    }
)
#: Papers from outside of the networks: abroad, and foreign bodies.
_OUTSIDE = re.compile(r"境外|国外|外国|港澳|台湾|外资|外商|留学|使领馆|海外")
#: Papers of the applicant's own that only name the paper.
_OWN_PAPER = re.compile(r"申请[表书]|登记表|委托书|承诺书?|声明|遗失|说明|模板|样本|式样")


def named_in(name: str, lexicon: re.Pattern[str], more: Sequence[ListEntry] = ()) -> str:
    """The entry of a lexicon, or of a loaded list, that a material is; blank where it is none."""
    text = folded(name)
    if _OUTSIDE.search(text) or _OWN_PAPER.search(text):
        return ""
    if entry := lexicon.search(text):
        return entry.lastgroup or ""
    tidied = bare(name)
    return next((entry.name for entry in more if (key := bare(entry.name)) and _holds(tidied, key)), "")


def _holds(name: str, key: str) -> bool:
    """Whether a name holds an entry, and not only as the start of another word (身份证 in 身份证明)."""
    return key in (name.replace("身份证明", "") if key.endswith("身份证") else name)
