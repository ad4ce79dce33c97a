"""What a matter is about: its name without what is done to it."""

import re
from functools import lru_cache

from workbench.records.tidy import bare

_DONE = re.compile(
    r"首次|初次|成立|延续|变更|注销|补办|补发|补领|换发|换证|换领|遗失|续期|延期|年检|年审|校验|设立|申请|申报|受理|办理|核发|颁发|发放|签发"
    r"|审批|审核|审查|批准|核准|许可证书?|许可|登记|注册|备案|确认|认定|验收|竣工|开工|检查|预审|初审|复审|增项|升级|终止|撤销|分立|合并|迁移|歇业|停业|重新核定|核定|设计|施工|工程(?=验收|竣工)"
    r"|资格证书?|资质证书?|合格证书?|证书|证明|批复|证$|的"
)


@lru_cache(maxsize=65536)
def object_of(name: str) -> str:
    """The object of a matter's name: 护士首次注册 → 护士, 取水许可证核发 → 取水."""
    text = bare(name)
    return re.sub(r"工程$", "", _DONE.sub("", text)) or text
