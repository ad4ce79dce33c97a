"""What a material is called, without how it is handed in (rule book, section 7)."""

import re
from functools import lru_cache

from workbench.records.tidy import bare, fold

_NUMBERING = re.compile(r"^(?:\d{1,2}[.、．)）]|[（(]\d{1,2}[）)]|[①-⑳]|[一二三四五六七八九十]{1,2}、)")
_COUNT = r"(?:一式)?[一二两三四五六七八九十壹贰叁肆\d]+[份套张本册]"
_SHAPE = (
    rf"原件|复印件|影印件|扫描件|电子版|电子件|纸质版?|正副本|正本|副本|打印件|传真件|A[345]|{_COUNT}|"
    r"各|均|加?盖章?|加盖(?:单位|企业|本单位)?公章|盖公章|签字|签名|如有|如需|留存|提交|提供|验|核验|查验|"
    r"验原件|交|收|页|须|需|应|并|和|及|与|或|[、，,;；/和及与并]"
)
#: A bracket that only tells shape, number or seal.
_SHAPE_BRACKET = re.compile(rf"[（(\[【](?:{_SHAPE})+[）)\]】]")
_SHAPE_TAIL = re.compile(
    rf"(?:的)?(?:[和及与、]?(?:原件|复印件|影印件|扫描件|打印件|电子版|电子件)|正副本|正本|副本|[，,、;；]?各?{_COUNT})$"
)
_ISSUED_BY = re.compile(r"^(?:经|由|已|有效的?|有效期内的?|合法的?|相应的?|本人的?|申请人的?|申请单位的?|申请企业的?)")
#: 省水利厅核发的取水许可证: who issues it, before its name.
_ISSUER = re.compile(r"^(?P<issuer>[\u4e00-\u9fa5]{2,20}?)(?:核发|颁发|出具|签发|发放|批准|下达|下发|发)的(?=.{3})")


@lru_cache(maxsize=131072)
def core(name: str) -> str:
    """A material's or result's name without 原件, 复印件, 份数, issuer, numbering and 《》, tidied for comparison."""
    text = _SHAPE_BRACKET.sub("", _NUMBERING.sub("", fold(name)))
    text = text.replace("《", "").replace("》", "").rstrip("。；;，,、.")
    while (shorter := _SHAPE_TAIL.sub("", text)) != text and shorter:
        text = shorter
    text = _ISSUED_BY.sub("", _ISSUER.sub("", text))
    return bare(text) or bare(name)


def issuer_named(name: str) -> str:
    """Who a material's name says has issued it; blank where it does not tell."""
    match = _ISSUER.match(_NUMBERING.sub("", fold(name)))
    return match["issuer"] if match else ""


def is_copy(name: str) -> bool:
    """Whether a material is asked for as a copy and not as the original."""
    return bool(re.search(r"复印件|影印件|扫描件|电子", fold(name)))
