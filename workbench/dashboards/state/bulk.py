"""One verdict on many items: what would be recorded, what is refused and why, then all of it as one."""

from collections.abc import Sequence
from dataclasses import dataclass

from traitlets import HasTraits, Instance, Tuple, Unicode

from workbench.dashboards.state.deciding import Draft
from workbench.records import Decision, Event, Reviewer
from workbench.review import Preview, StoreProblem, Workspace

#: How many items one bulk takes: so many are looked through in a few seconds.
MOST = 1000


@dataclass(frozen=True, slots=True)
class Scope:
    """Items that a bulk can be about, with the words for them."""

    key: str
    word: str
    items: tuple[str, ...]


class BulkState(HasTraits):
    """A bulk that is being prepared; ``preview`` is None until one is asked for.

    ``draft`` with a blank verdict or opinion leaves it to the findings of each item. ``problem`` says why there is no
    preview, or what came between.
    """

    scopes = Tuple()
    scope = Instance(Scope, allow_none=True)
    draft = Instance(Draft, args=("",))
    preview = Instance(Preview, allow_none=True)
    problem = Unicode("")

    def __init__(self, workspace: Workspace, reviewer: Reviewer) -> None:
        """Work as ``reviewer``."""
        super().__init__()
        self.workspace = workspace
        self.user = reviewer.user

    def begin(self, scopes: Sequence[Scope], draft: Draft) -> None:
        """Prepare a bulk on the first of the scopes that has items."""
        self.scopes = tuple(each for each in scopes if each.items)
        self.change(next((each.key for each in self.scopes), ""), draft)

    def change(self, scope: str, draft: Draft) -> None:
        """Look at what another draft, or another scope, would do."""
        self.scope = next((each for each in self.scopes if each.key == scope), None)
        self.draft = draft
        self.problem = self._hindrance()
        self.preview = None if self.problem else self._look()

    def record(self) -> list[Event]:
        """Record all that is ready, as one; nothing where something came between, which is then looked at anew."""
        preview = self.preview
        if preview is None or not preview.ready:
            return []
        try:
            return self.workspace.record_all(preview.ready, by=self.user, revisions=preview.revisions)
        except StoreProblem as problem:
            self.preview = self._look()
            self.problem = f"核对之后情况有变，本次没有记录，已重新核对：{problem}"
            return []

    def _hindrance(self) -> str:
        if self.scope is None:
            return "没有可以批量审核的事项。请先放宽筛选条件，或在列表中选择事项。"
        count = len(self.scope.items)
        if count > MOST:
            return f"一次最多批量审核 {MOST:,} 项，现有 {count:,} 项。请先按单位、规则等筛选，再分批记录。"
        return ""

    def _look(self) -> Preview:
        assert self.scope is not None
        draft = self.draft
        asked = Decision(
            "",
            draft.verdict,
            draft.opinion.strip(),
            lead_unit=draft.lead_unit or None,
            target_type=draft.target_type or None,
            target_level=draft.target_level or None,
        )
        decisions = self.workspace.by_suggestion(self.scope.items, asked, by=self.user)
        return self.workspace.preview_each(decisions, by=self.user)
