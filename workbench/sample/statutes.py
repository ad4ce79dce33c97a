"""Legal documents, their provisions, and the basis cell made of them (附件1 3.3.5)."""

from dataclasses import dataclass
from functools import cache

from workbench.sample.vocabulary import table

INDENT = "\u3000\u3000"
_DIGITS = "〇一二三四五六七八九"


@dataclass(frozen=True, slots=True)
class Statute:
    """A document: its rank's label, full title, and what stands in the bracket after the title."""

    label: str
    title: str
    note: str

    @property
    def printed(self) -> str:
        """The title in its marks; 辽宁省实施《…法》办法 has marks of its own inside."""
        return self.title if "《" in self.title else f"《{self.title}》"

    @property
    def heading(self) -> str:
        """The official form: 【法律】《全称》（日期、令号）."""
        return f"【{self.label}】{self.printed}（{self.note}）"


@dataclass(frozen=True, slots=True)
class Provision:
    """A document with the articles that are quoted: (number as printed, text)."""

    statute: Statute
    articles: tuple[tuple[str, str], ...]

    @property
    def text(self) -> str:
        """Heading, and each article on a line of its own behind two full-width blanks."""
        return "\n".join([self.statute.heading, *(f"{INDENT}{number} {text}" for number, text in self.articles)])


def cell(provisions: tuple[Provision, ...]) -> str:
    """The whole basis cell."""
    return "\n".join(provision.text for provision in provisions)


@cache
def provisions(basis: str) -> tuple[Provision, ...]:
    """What a table's cell such as ``水法:7,48 取水条例:2`` cites."""
    return tuple(
        Provision(statutes()[code], tuple((numbered(at), _articles()[code, at]) for at in ats))
        for code, ats in parsed(basis)
    )


def parsed(basis: str) -> list[tuple[str, list[str]]]:
    """``水法:7,48`` -> [("水法", ["7", "48"])]."""
    return [(code, ats.split(",")) for code, ats in (part.split(":") for part in basis.split())]


@cache
def statutes() -> dict[str, Statute]:
    """The national and provincial documents by code."""
    return {line["code"]: Statute(line["label"], line["title"], line["note"]) for line in table("statutes")}


@cache
def _articles() -> dict[tuple[str, str], str]:
    return {(line["code"], line["article"]): line["text"] for line in table("articles")}


def numbered(article: str) -> str:
    """``48`` -> 第四十八条; 二（四） -> 二、（四）; others as they are."""
    if article.isdigit():
        return f"第{chinese(int(article))}条"
    part, bracket, rest = article.partition("（")
    outline = all(sign in _DIGITS + "十" for sign in part)
    return f"{part}、{bracket}{rest}" if outline else article


def chinese(number: int) -> str:
    """A number below 1000 in Chinese numerals."""
    hundreds, rest = divmod(number, 100)
    tens, ones = divmod(rest, 10)
    text = f"{_DIGITS[hundreds]}百" if hundreds else ""
    if tens:
        text += ("" if tens == 1 and not hundreds else _DIGITS[tens]) + "十"
    elif hundreds and ones:
        text += "零"
    return text + (_DIGITS[ones] if ones or not number else "")
