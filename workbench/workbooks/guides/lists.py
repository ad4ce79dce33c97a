"""Materials that are printed as a list in one cell."""

import re

_NONE = re.compile(
    r"\s*(?:无|没有|不需要?(?:提交|提供)?(?:申请)?材料|无需(?:提交|提供)?(?:申请)?材料|[/／—–-]+)\s*[。.]?\s*"
)
_MARKER = (
    r"(?P<dot>\d{1,2}\s*[.．、](?!\d))|(?P<half>\d{1,2}\s*[)）])|(?P<full>[（(]\s*\d{1,2}\s*[)）])|(?P<ring>[①-⑳])"
    r"|(?P<han>[一二三四五六七八九十]{1,3}\s*、)|(?P<hans>[（(][一二三四五六七八九十]{1,3}[）)])"
)
_AT_START = re.compile(rf"(?:(?<=[\n；;。\s])|^)\s*(?:{_MARKER})\s*")
_LEADING = re.compile(rf"\s*(?:{_MARKER})\s*")
_ENDING = " \t\u3000\n；;。，,"


def says_none(text: str) -> bool:
    """Whether a text says that there is nothing: 无."""
    return _NONE.fullmatch(text) is not None


def items(text: str) -> list[str]:
    """The items of a list split at its numbers, else at line breaks, else at ；; none where it says 无."""
    if not text.strip() or says_none(text):
        return []
    for parts in (_numbered(text), _split(text, "\n"), _split(text, "；;")):
        if len(parts) > 1:
            return parts
    return _clean([text])


def _numbered(text: str) -> list[str]:
    """Split at the numbers of the kind that the list begins with; text before the first number is an item."""
    found = list(_AT_START.finditer(text))
    if not found:
        return []
    kind = found[0].lastgroup
    starts = [mark for mark in found if mark.lastgroup == kind]
    edges = [mark.start() for mark in starts]
    head = text[: edges[0]]
    parts = [text[a:b] for a, b in zip(edges, [*edges[1:], len(text)], strict=True)]
    if head.strip().endswith(("：", ":")):
        head = ""
    return _clean([head, *parts])


def _split(text: str, separators: str) -> list[str]:
    """Split at separators that stand outside of brackets."""
    parts, depth = [""], 0
    for character in text:
        depth += (character in "（(《〈[") - (character in "）)》〉]")
        if character in separators and depth <= 0:
            parts.append("")
        else:
            parts[-1] += character
    return _clean(parts)


def _clean(parts: list[str]) -> list[str]:
    bare = (_LEADING.sub("", part, count=1) if _LEADING.match(part) else part for part in parts)
    return [text for part in bare if (text := part.strip(_ENDING))]
