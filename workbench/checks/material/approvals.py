"""Which materials are another organ's approval (附件2 一)."""

import re

from workbench.checks.material_names import core
from workbench.checks.materials import folded

_DONE_BY_ORGAN = r"(?:审批|审查|审核|预审|初审|批准|核准|同意|许可|核准|复核|确认|验收(?:合格)?)"
#: What an approval is called, at the end of its name.
_APPROVAL = re.compile(
    rf"(?:批复(?:文件|意见)?|批准(?:文件|文书|书|证书|意见|手续)|{_DONE_BY_ORGAN}(?:的|通过的?)?(?:意见书?|文件|证明|手续|结论|批文|函)"
    rf"|同意(?:[\u4e00-\u9fa5]{{0,12}})的?(?:意见|文件|证明|函|批文)|批文|许可证书?|许可文件|许可决定书?|核准(?:文件|书|证)"
    r"|准予[\u4e00-\u9fa5]{0,8}决定书?|备案(?:的)?(?:证明|回执|意见|通知书|文件)(?:文件|材料|书)?|立项文件|前置[\u4e00-\u9fa5]{0,8})$"
)
#: The applicant's own papers about an approval, and opinions of those who are no organ.
_OWN_PAPER = re.compile(r"申请[表书]|申请报告|登记表|承诺书?$|声明$|请示$|备案表$|审批表$")
_NO_ORGAN = re.compile(
    r"单位(?:审核|同意)?意见|学校|村委会|村民委员会|居委会|居民委员会|股东|董事会|监护人|(?<![行企事林农牧])业主(?!管)|家长|所有权人|产权人"
)
_PARTS = re.compile(r"[、，,;；/]|(?<=.{3})[和及与或](?=.{3})")


def is_approval(name: str) -> bool:
    """Whether a material is the approval, the opinion or the filing receipt of an organ."""
    text = folded(name)
    if _OWN_PAPER.search(core(name)) or _NO_ORGAN.search(text):
        return False
    parts = _PARTS.split(re.sub(r"[（(][^（()）]*[）)]", "", text)) if len(text) > len("环评批复") else [text]
    return any(_APPROVAL.search(core(re.sub(r"等(?:文件|材料|资料)?$", "", part))) for part in parts if part)
