"""GUIDE-PAY."""

import re
from collections.abc import Iterator

from workbench.checks.guide.permitted import OTHER_WORDS, YES, permitted
from workbench.checks.guide_facts import text_of, whole
from workbench.checks.guide_options import chosen_words, corrected, is_single
from workbench.checks.item import Context, Item
from workbench.checks.rule import Rule
from workbench.records import Certainty, Finding, Severity

FIELD = "网上支付"
BANK = re.compile(r"银行|信用社|农信|[工农中建交招][行商]|邮储|财政|国库|专户|开户行|户名")
#: A whole account number; a spreadsheet turns a long one into 2.1E+15, which pays nothing.
ACCOUNT = re.compile(
    r"(?<![\d.])(?<!\d-)\d{8,}(?!\d*[.Ee])|账号[:：]?\d{4,}[\d…×*.Xx]*(?![Ee.]\d*\+)|[账帐]号[:：]?\d{2,6}(?:-\d{2,20})+|帐号[:：]?\d{4,}[\d…×*]*"
)
PLATFORM = re.compile(
    r"支付宝|微信|云闪付|银联|缴款码|缴费码|二维码|非税|http|www|\.(?:cn|com|gov)|网址|缴费平台|支付平台|网上政务服务平台|统一公共支付"
)


def guide_pay(item: Item, context: Context) -> Iterator[Finding]:
    """网上支付没有填可以或不可以，或没有列明支付信息。

    What: not exactly one of 可以 and 不可以, or 可以 without bank and account, platform or address.
    Why: 附件2 三(二)20 「……如填写“可以”，列明支付银行、账号等能够实现网上支付的相关信息。」
    Example: 可以（银行转账）.
    Remedy: 可以（建设银行沈阳某支行，账号……）.
    """
    del context
    text = text_of(item, FIELD)
    if text is None:
        return
    told = permitted(text)
    if not is_single(told):
        yield RULE.finding(
            f"网上支付应填“可以”或“不可以”，现{chosen_words(text, told)}（附件2 三(二)20），请更正。",
            **whole(FIELD, text),
            correction=corrected(text, OTHER_WORDS),
        )
    elif told.options == (YES,) and not _can_pay(told.detail):
        yield RULE.finding(
            "网上支付填“可以”的，应列明支付银行、账号等信息（附件2 三(二)20），请补充。", **whole(FIELD, text)
        )


def _can_pay(detail: str) -> bool:
    """Whether one can pay by what is told: a bank with an account, a platform, or an address."""
    return bool(PLATFORM.search(detail) or (BANK.search(detail) and ACCOUNT.search(detail)))


RULE = Rule(
    code="GUIDE-PAY",
    name="网上支付",
    clause="附件2 三(二)20",
    quote="填写“可以”或“不可以”。如填写“可以”，列明支付银行、账号等能够实现网上支付的相关信息。",
    scopes=("guide",),
    certainty=Certainty.CERTAIN,
    severity=Severity.VIOLATION,
    check=guide_pay,
)
