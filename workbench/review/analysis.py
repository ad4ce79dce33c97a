"""What analysts get: the store's content as pandas DataFrames with documented columns."""

from abc import ABC, abstractmethod

import pandas as pd

from workbench.assignments import Assignments
from workbench.records import GuideEntry, Matter
from workbench.review import disagreements as judging
from workbench.review import follow_up, frames, guide_frames, progress, seeing
from workbench.review.guide_view import as_matter
from workbench.store import Store, StoreProblem


class Analysis(ABC):
    """The DataFrames of a workspace. Filters: ``group`` a number, ``unit`` any name of a unit, ``round`` a number.

    Secret matters (涉密) are in them only for a ``viewer`` who may see them: see :meth:`workbench.store.Store.hidden_from`.
    """

    assignments: Assignments
    viewer: str | None

    @property
    @abstractmethod
    def store(self) -> Store:
        """The workspace's store."""

    def matters(self, group: int | None = None, unit: str | None = None, round: int | None = None) -> pd.DataFrame:  # noqa: A002 - the contract's name
        """The catalogue rows: columns :data:`workbench.review.frames.MATTER_COLUMNS`."""
        return frames.matters_frame(self._matters(group, unit, round), self.assignments)

    def findings(self, group: int | None = None, unit: str | None = None, round: int | None = None) -> pd.DataFrame:  # noqa: A002 - the contract's name
        """What the checks found on rows and guides: columns :data:`workbench.review.frames.FINDING_COLUMNS`."""
        found, hidden = self.store.findings(self._items(group, unit, round)), self._hidden
        return frames.findings_frame({item: some for item, some in found.items() if item not in hidden})

    def guides(self, group: int | None = None, unit: str | None = None, round: int | None = None) -> pd.DataFrame:  # noqa: A002 - the contract's name
        """The guides: columns :data:`workbench.review.guide_frames.GUIDE_COLUMNS`."""
        return guide_frames.guides_frame(self._guides(group, unit, round), self.assignments)

    def materials(self, group: int | None = None, unit: str | None = None, round: int | None = None) -> pd.DataFrame:  # noqa: A002 - the contract's name
        """The materials of the guides: columns :data:`workbench.review.guide_frames.MATERIAL_COLUMNS`."""
        return guide_frames.materials_frame(self._guides(group, unit, round), self.assignments)

    def changes(self, group: int | None = None, unit: str | None = None) -> pd.DataFrame:
        """The current items beside the round before: columns :data:`workbench.review.guide_frames.CHANGE_COLUMNS`.

        Units that sent one round only have none.
        """
        units, hidden = self._units(group, unit), self._hidden
        store = self.store
        return guide_frames.changes_frame(
            {item: change for item, change in store.current_changes().items() if item not in hidden},
            store.matters(units, current_only=False),
            store.guides(units, current_only=False),
            self.assignments,
        )

    def follow_up(self, group: int | None = None, unit: str | None = None) -> pd.DataFrame:
        """What became of what units were told in the last round, and what is new.

        Columns :data:`workbench.review.follow_up.COLUMNS`. Units that sent one round only have none.
        """
        units, hidden = self._units(group, unit), self._hidden
        store = self.store
        places = {
            each.item: (each.unit, each.kind, each.round, each.row.full_name)
            for each in (*store.matters(units, current_only=False), *map(as_matter, store.guides(units)))
            if each.item not in hidden
        }
        told = follow_up.follow_ups(store, list(places))
        return follow_up.follow_up_frame(told, places, store.handlings(list(told)), self.assignments)

    def read_report(self, sha256: str | None = None) -> pd.DataFrame:
        """What became of every non-empty cell of one file, or of all current ones.

        Columns :data:`workbench.review.guide_frames.USE_COLUMNS`.

        Raises:
            StoreProblem: there is no submission with these bytes.
        """
        store = self.store
        wanted = [s for s in store.submissions(current_only=sha256 is None) if sha256 in {None, s.sha256}]
        if sha256 is not None and not wanted:
            raise StoreProblem(f"没有内容摘要为“{sha256}”的报送，请核对。")
        return guide_frames.uses_frame((each, store.read_report(each.sha256)) for each in wanted)

    def citations(self, group: int | None = None, unit: str | None = None, round: int | None = None) -> pd.DataFrame:  # noqa: A002 - the contract's name
        """The cited documents: columns :data:`workbench.review.frames.CITATION_COLUMNS`."""
        return frames.citations_frame(self._matters(group, unit, round))

    def pairs(self, group: int | None = None, unit: str | None = None) -> pd.DataFrame:
        """Suspected pairs that touch the group or unit: columns :data:`workbench.review.frames.PAIR_COLUMNS`.

        A pair with a secret matter stands there without the matter's name and the reasons.
        """
        units, hidden = self._units(group, unit), self._hidden
        matters = seeing.shown_matters(self.store.matters(), hidden)
        frame = frames.pairs_frame(seeing.shown_pairs(self.store.pairs(), hidden), matters)
        if units is None:
            return frame
        return frame[frame["unit_a"].isin(units) | frame["unit_b"].isin(units)].reset_index(drop=True)

    def clusters(self) -> pd.DataFrame:
        """Items taken to be one matter: columns cluster, item, lead."""
        return frames.clusters_frame(self.store.clusters())

    def disagreements(self) -> pd.DataFrame:
        """Standing verdicts on pairs that the comparison by words contradicts.

        Columns :data:`workbench.review.disagreements.COLUMNS`.
        """
        return judging.frame(self.apart())

    def apart(self) -> list[judging.Apart]:
        """The same as records, with the ids that the matters have now."""
        judged = self.store.judgements()
        found = judging.apart(judged, self.store.matters()) if judged else []
        hidden = self._hidden
        return [each for each in found if hidden.isdisjoint(item for item in each.items if item)]

    def verdicts(self, group: int | None = None, unit: str | None = None) -> pd.DataFrame:
        """All events, oldest first: columns :data:`workbench.review.frames.VERDICT_COLUMNS`."""
        events = seeing.shown_events(self.store.events_since(0), self.store.pairs(), self._hidden)
        frame = frames.verdicts_frame(events)
        if group is None and unit is None:
            return frame
        return frame[frame["item"].isin(self._items(group, unit))].reset_index(drop=True)

    def overruled(self) -> pd.DataFrame:
        """How often reviewers overruled each rule's findings: columns rule, name, answered, overruled, share.

        Only verdicts that stand count; rules that were never answered are left out. A high share shows a bad rule.
        """
        return frames.overruled_frame(self.store.states().values())

    def progress(self, group: int | None = None, unit: str | None = None) -> pd.DataFrame:
        """Figures per unit: columns :data:`workbench.review.progress.COLUMNS`."""
        store, units = self.store, self._units(group, unit)
        frame = progress.progress_frame(
            store.submissions(),
            store.matters(),
            store.guides(),
            self.assignments,
            store.findings(),
            store.pairs(),
            store.states(),
            follow_up.follow_ups(store),
        )
        return frame if units is None else frame[frame["unit"].isin(units)].reset_index(drop=True)

    def _units(self, group: int | None, unit: str | None) -> list[str] | None:
        """Names of the units of a filter; None: all.

        Raises:
            StoreProblem: there is no such unit.
        """
        if unit is not None:
            found = self.assignments.unit(unit)
            if found is None:
                raise StoreProblem(f"没有名为“{unit}”的单位，请核对 group_assignments.yml 中的简称。")
            return [found.name]
        return None if group is None else [each.name for each in self.assignments.units_of(group)]

    def _matters(self, group: int | None, unit: str | None, round_: int | None = None) -> list[Matter]:
        matters, hidden = self.store.matters(self._units(group, unit), current_only=round_ is None), self._hidden
        return [each for each in matters if round_ in {None, each.round} and each.item not in hidden]

    def _guides(self, group: int | None, unit: str | None, round_: int | None = None) -> list[GuideEntry]:
        guides, hidden = self.store.guides(self._units(group, unit), current_only=round_ is None), self._hidden
        return [each for each in guides if round_ in {None, each.round} and each.item not in hidden]

    @property
    def _hidden(self) -> frozenset[str]:
        """The items that the viewer may not see."""
        return self.store.hidden_from(self.viewer)

    def _items(self, group: int | None, unit: str | None, round_: int | None = None) -> list[str]:
        """The ids of rows and guides."""
        rows = [matter.item for matter in self._matters(group, unit, round_)]
        return rows + [guide.item for guide in self._guides(group, unit, round_)]
