"""The tidied copy of a name that similarity is measured on."""

from workbench.matching.frames import LEVEL_NOTE, unframed
from workbench.matching.lexicon import lexicon
from workbench.records.tidy import bare, fold


def tidy_name(name: str) -> str:
    """The name as matching compares it.

    Folded (NFKC, no blanks), without level notes such as （市级/县级）, without 对 in front and 的, without
    punctuation, and with one wording for synonyms of the table.
    """
    return lexicon().synonyms.replaced(bare(unframed(LEVEL_NOTE.sub("", fold(name)))))
