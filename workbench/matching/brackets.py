"""What stands in brackets, and what it says of a matter: a remark, a name of its own, a scope."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from workbench.records.tidy import bare

_INNERMOST = re.compile(r"[(〔\[【<《]([^()〔〕\[\]【】<>《》]*)[)〕\]】>》]")
_QUOTED = "<《"
#: A certificate named behind the object that it is for: 娱乐场所《娱乐经营许可证》.
_CERTIFICATE = re.compile(r"(?:许可|登记|合格|资格)证书?$")
#: Characters of a name that has its object in front of the quoted certificate.
_OBJECT = 5
#: Notes on how or on what ground a matter is handled; they do not narrow it.
_REMARK = re.compile(
    r"^(?:含|包括|包含|据|根据|依据|委托|承诺件|即办件|试行|暂行|指引|网上|限(?!制)|联合|适用|除外|详见|见(?:附|上|下|本|说明)|原(?!地|址)|不含)"
    r"|同$|除外$|承诺制$|^地区$"
)
#: Another word for the one in front of the brackets: 建设项目（工程）档案.
_OTHER_WORDS = frozenset({"工程", "项目", "单位", "企业", "机构", "个人", "公司", "场所"})
_LETTER = re.compile(r"\w")


@dataclass(frozen=True, slots=True)
class Note:
    """What brackets hold; ``inside`` where the name goes on behind them."""

    text: str
    inside: bool


def without_brackets(text: str) -> tuple[str, list[Note]]:
    """The text outside of brackets, and the notes that say something about the matter.

    Titles in 《》 stay in the text: they are names of papers, not notes. A certificate behind its object says
    nothing more.
    """
    notes: list[Note] = []
    while match := _INNERMOST.search(text):
        before, after = text[: match.start()], text[match.end() :]
        if match[0][0] in _QUOTED:
            told_already = _CERTIFICATE.search(match[1]) and len(bare(before)) >= _OBJECT
            text = before + ("" if told_already else match[1]) + after
            continue
        inside = _LETTER.search(after) is not None
        if not _says_nothing(match[1], before, inside=inside):
            notes.append(Note(match[1], inside))
        text = before + after
    return text, notes


def _says_nothing(note: str, before: str, *, inside: bool) -> bool:
    """A remark, one letter (场（馆）), or another form of the word in front (合作社（联合社）设立)."""
    words = bare(note)
    other_form = inside and before.endswith(words[-1:]) and len(words) > 1
    other_form |= inside and words in _OTHER_WORDS
    return len(words) <= 1 or other_form or _REMARK.search(words) is not None


def told(notes: list[Note]) -> Iterator[str]:
    """What the notes say."""
    return (note.text for note in notes)
