"""The form, and the window, in which one group speaks to the others."""

from collections.abc import Callable

import ipywidgets

from workbench.dashboards.templates import render
from workbench.dashboards.views.frame import box
from workbench.dashboards.widgets import Dialog


class RemarkForm:
    """``root`` is shown to whom the open pair or cluster concerns; what was begun on another is dropped."""

    def __init__(self, say: Callable[[str], bool]) -> None:
        """``say`` gets the text and gives whether it was kept."""
        self._say = say
        self._item = ""
        self.text = ipywidgets.Text(description="留言", placeholder="写给有关审核组，保存后不能修改")
        self.button = ipywidgets.Button(description="保存留言")
        self.button.on_click(lambda _: self._send())
        self.root = box("wb-words", self.text, self.button)
        self.root.add_class("wb-remarks")
        self.show("")

    def show(self, item: str) -> None:
        """For this item; blank hides the form."""
        self.root.layout.display = None if item else "none"
        if item != self._item:
            self._item, self.text.value = item, ""

    def _send(self) -> None:
        if self._say(self.text.value):
            self.text.value = ""


class RemarkWindow:
    """``dialog`` asks for a remark on the open item; what is wrong with it is said there, and the text stays."""

    def __init__(self, say: Callable[[str], str]) -> None:
        """``say`` gets the text and gives what went wrong, blank where nothing did."""
        self._say = say
        self.dialog = Dialog()
        self.dialog.on_action("save", lambda content: self._save(str(content.get("text", ""))))

    def open(self, name: str) -> None:
        """For the item of this name."""
        self.dialog.show("留言", render("remark", subject=name))

    def _save(self, text: str) -> None:
        problem = self._say(text)
        if problem:
            self.dialog.below = render("problem", text=problem)
        else:
            self.dialog.hide()
