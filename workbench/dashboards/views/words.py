"""The form that adds two words to the workspace's tables, beside a pair that people and the words see differently."""

from collections.abc import Callable

import ipywidgets

from workbench.dashboards.reading.differences import alike_at_start
from workbench.dashboards.views.frame import box
from workbench.records import Relation
from workbench.review import Apart

#: What is added, as a question of the words -> the table.
_CHOICES = (("两词同义（后者为标准说法）", "synonyms"), ("两词对立（不是一回事）", "contrasts"))
_BESIDE = 2


class WordForm:
    """``root`` is shown only while there is a disagreement that the user may act on."""

    def __init__(self, add: Callable[[str, str, str, str], None]) -> None:
        """``add`` gets the table, both words and the reason."""
        self._add = add
        self.table = ipywidgets.Dropdown(options=_CHOICES, description="比对词表")
        self.word = ipywidgets.Text(description="词语")
        self.other = ipywidgets.Text(description="另一词")
        self.note = ipywidgets.Text(description="理由", placeholder="必填，供其他组核对")
        self.button = ipywidgets.Button(description="加入词表")
        self.button.on_click(lambda _: self._add(self.table.value, self.word.value, self.other.value, self.note.value))
        self.root = box("wb-words", self.table, self.word, self.other, self.note, self.button)
        self.show(None)

    def show(self, apart: Apart | None) -> None:
        """Start with what differs in the two names; None hides the form."""
        self.root.layout.display = "none" if apart is None else None
        if apart is None:
            return
        judged = apart.judged
        self.table.value = "contrasts" if judged.relation is Relation.DIFFERENT else "synonyms"
        self.word.value, self.other.value = _differing(judged.name_a, judged.name_b)
        self.note.value = ""


def _differing(one: str, two: str) -> tuple[str, str]:
    """Both texts without what they begin and end with alike; with two characters of it where one would be blank."""
    if one == two:
        return "", ""
    start = alike_at_start(one, two)
    end = alike_at_start(one[start:][::-1], two[start:][::-1])
    if start + end == min(len(one), len(two)):
        start, end = (start, max(0, end - _BESIDE)) if end else (max(0, start - _BESIDE), 0)
    return one[start : len(one) - end], two[start : len(two) - end]
