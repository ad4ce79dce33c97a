"""What a reviewer set up for the review page and finds again everywhere: saved filters, and the columns of the list."""

from collections.abc import Mapping, Sequence
from typing import Any

from traitlets import HasTraits, Tuple

from workbench.records import Reviewer, Role
from workbench.review import Refused, Workspace

#: So long may the name of a saved filter be, and so many may there be.
LONGEST, MOST = 20, 30
_FILTERS, _COLUMNS = "review.filters", "review.columns"
_TEXTS = ("unit", "kind", "text", "rule", "verdict", "stage")
#: Roles that keep nothing: their store is only read.
_READING = (Role.LEADERSHIP, Role.ANALYST)

Value = dict[str, Any]


class Kept(HasTraits):
    """``filters`` are pairs of a name and what the filter bar was set to; ``columns`` the list's columns in order."""

    filters = Tuple()
    columns = Tuple()

    def __init__(self, workspace: Workspace, reviewer: Reviewer) -> None:
        """What the user kept before."""
        super().__init__()
        self.workspace = workspace
        self.user = reviewer.user
        self.may_keep = reviewer.role not in _READING
        self.filters = tuple((name, value) for name, value in self._before(_FILTERS))
        self.columns = tuple(self._before(_COLUMNS))

    def keep_filter(self, name: str, value: Mapping[str, Any]) -> None:
        """Keep what the filter bar is set to under a name, in place of what had this name.

        Raises:
            Refused: the name is blank or too long, or there are too many.
        """
        name = " ".join(name.split())
        if not 0 < len(name) <= LONGEST:
            raise Refused(f"筛选须有名称，最多 {LONGEST} 字。请填写后再保存。")
        others = [each for each in self.filters if each[0] != name]
        if len(others) >= MOST:
            raise Refused(f"最多保存 {MOST} 个筛选。请先删除不用的筛选。")
        self._put(_FILTERS, [*others, (name, _plain(value))])
        self.filters = (*others, (name, _plain(value)))

    def drop_filter(self, name: str) -> None:
        """Forget a saved filter."""
        left = [each for each in self.filters if each[0] != name]
        self._put(_FILTERS, left)
        self.filters = tuple(left)

    def keep_columns(self, columns: Sequence[Mapping[str, Any]]) -> None:
        """Keep the list's columns: order, width and whether they are hidden."""
        self._put(_COLUMNS, list(columns))
        self.columns = tuple(columns)

    def _before(self, name: str) -> list[Any]:
        return self.workspace.preference(name, by=self.user) or []

    def _put(self, name: str, value: object) -> None:
        if self.may_keep:
            self.workspace.keep_preference(name, value, by=self.user)


def _plain(value: Mapping[str, Any]) -> Value:
    """Only what a filter bar knows, as texts."""
    return {
        **{key: str(value.get(key, "")) for key in _TEXTS},
        "chips": [str(chip) for chip in value.get("chips", ())],
    }
