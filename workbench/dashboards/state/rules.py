"""The rule book's state: what each rule finds and how often it is overruled, and how the workspace departs from it."""

from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass

import pandas as pd
from traitlets import HasTraits, Instance, Tuple, Unicode

from workbench import checks
from workbench.dashboards.state.message import Message
from workbench.dashboards.state.queue import QueueState
from workbench.records import Role, RuleSetting, Severity
from workbench.review import References, StoreProblem, Workspace

#: Key of a chip -> its word.
CHIPS = {"overruled": "有不采纳", "found": "有发现", "unchecked": "未检查", "changed": "改级", "off": "停用"}
NO_REASON = "请先写明理由：理由与设置一起保存，所有人都能看到。"


@dataclass(frozen=True, slots=True)
class RuleLine:
    """A rule with its figures: items that it found a fault in, findings answered, and overruled.

    ``missing`` are the lists that it lacks; ``unchecked`` says that no item (else: not every item) can be checked.
    ``setting`` is what the workspace has set, None where the rule book holds.
    """

    rule: checks.Rule
    found: int
    answered: int
    overruled: int
    missing: tuple[str, ...]
    unchecked: bool
    setting: RuleSetting | None

    @property
    def level(self) -> Severity:
        """The level that a finding is shown at first."""
        set_to = self.setting.severity if self.setting else None
        return set_to or self.rule.shown_first or self.rule.severity

    @property
    def off(self) -> bool:
        """Whether the rule is switched off."""
        return self.setting is not None and self.setting.off

    @property
    def changed(self) -> bool:
        """Whether the rule is shown at another level than the rule book's."""
        return self.setting is not None and not self.off and self.setting.severity is not None

    @property
    def share(self) -> float | None:
        """The share of the answered findings that was overruled; None where none was answered."""
        return self.overruled / self.answered if self.answered else None


class RulesState(HasTraits):
    """Every rule, those overruled most first; ``current`` is the code of the open one.

    ``queue`` is made anew when figures or settings have changed.
    """

    current = Unicode("")
    lines = Tuple()
    queue = Instance(QueueState)
    message = Instance(Message, args=())

    def __init__(self, workspace: Workspace, user: str) -> None:
        """Count everything once.

        Raises:
            NotAllowed: there is no such user.
        """
        super().__init__()
        self.workspace = workspace
        self.reviewer = workspace.reviewer(user)
        self._looked_at = self._news()
        self._show()
        self.current = self.lines[0].rule.code

    @property
    def may_set(self) -> bool:
        """Whether the user may change settings: rules hold for the whole province."""
        return self.reviewer.role is Role.ADMIN

    @property
    def references(self) -> References:
        """The reference lists that are loaded now."""
        return self.workspace.references

    def line(self, code: str) -> RuleLine | None:
        """The rule with this code."""
        return next((line for line in self.lines if line.rule.code == code), None)

    def history(self, code: str) -> list[RuleSetting]:
        """The rule's settings, newest first."""
        return [setting for setting in reversed(self.workspace.store.rule_settings()) if setting.rule == code]

    def open(self, code: str) -> None:
        """Show one rule."""
        if code != self.current:
            self.message = Message()
            self.current = code

    def switch_off(self, reason: str) -> None:
        """Switch the open rule off."""
        self._set(reason, "停用", off=True)

    def set_level(self, reason: str, level: str) -> None:
        """Show the open rule's findings at another level."""
        self._set(reason, f"改为“{level}”级", severity=Severity(level))

    def restore(self, reason: str) -> None:
        """Take the open rule back to the rule book."""
        self._set(reason, "恢复为规则手册的设置")

    def poll(self) -> None:
        """Count again if verdicts, settings or files have come since the last look."""
        news = self._news()
        if news != self._looked_at:
            self._looked_at = news
            self._show()

    def _set(self, reason: str, done: str, *, off: bool = False, severity: Severity | None = None) -> None:
        if not reason.strip():
            self.message = Message(NO_REASON, "bad")
            return
        try:
            self.workspace.set_rule(
                self.current, by=self.reviewer.user, reason=reason.strip(), off=off, severity=severity
            )
        except StoreProblem as error:
            self.message = Message(str(error), "bad")
            return
        self.poll()
        text = f"{self.current} 已{done}。下次执行“workbench intake”时按新的设置重新检查全部事项。"
        self.message = Message(text, "ok")

    def _news(self) -> tuple[int, int, tuple[str, ...], frozenset[str]]:
        store = self.workspace.store
        files = tuple(f"{each.name} {each.sha256}" for each in self.references.files)
        return (
            self.workspace.last_event(),
            len(store.rule_settings()),
            files,
            frozenset(each.sha256 for each in store.submissions()),
        )

    def _show(self) -> None:
        filters = self.queue.filters if self.lines else None
        self.lines = tuple(sorted(self._lines(), key=_worst_first))
        queue = QueueState(_frame(self.lines), CHIPS, _texts(self.lines))
        if filters:
            queue.filters = filters
        self.queue = queue

    def _lines(self) -> list[RuleLine]:
        found = Counter(
            rule for some in self.workspace.store.findings().values() for rule in {each.rule for each in some}
        )
        overruled = self.workspace.overruled()
        answered = dict(zip(overruled["rule"], overruled["answered"].tolist(), strict=True))
        refused = dict(zip(overruled["rule"], overruled["overruled"].tolist(), strict=True))
        context = self.workspace.context
        return [
            _line(rule, (found[rule.code], answered.get(rule.code, 0), refused.get(rule.code, 0)), context)
            for rule in checks.RULES
        ]


def _line(rule: checks.Rule, figures: tuple[int, int, int], context: checks.Context) -> RuleLine:
    missing = tuple(name for name in rule.needs if not context.has(name))
    some_enough = rule.any_list or rule.needs_of is not None
    setting = context.settings.get(rule.code)
    departs = setting is not None and (setting.off or setting.severity is not None)
    return RuleLine(
        rule=rule,
        found=figures[0],
        answered=figures[1],
        overruled=figures[2],
        missing=() if rule.any_list and len(missing) < len(rule.needs) else missing,
        unchecked=bool(missing) and (not some_enough or len(missing) == len(rule.needs)),
        setting=setting if departs else None,
    )


def _worst_first(line: RuleLine) -> tuple[float, int, int]:
    """Overruled most by share, then by number; rules that found more before those that found less."""
    return -(line.share or 0), -line.overruled, -line.found


def _frame(lines: Sequence[RuleLine]) -> pd.DataFrame:
    """The rules as a list is filtered: by topic (``unit``) and level (``kind``)."""
    rows = [
        {
            "item": line.rule.code,
            "unit": checks.TOPICS[checks.topic_of(line.rule)],
            "kind": str(line.level),
            "verdict": None,
            "overruled": line.overruled,
            "found": line.found,
            "unchecked": len(line.missing),
            "changed": int(line.changed),
            "off": int(line.off),
        }
        for line in lines
    ]
    return pd.DataFrame(rows)


def _texts(lines: Sequence[RuleLine]) -> Callable[[], list[str]]:
    """What is searched in."""
    return lambda: [checks.page(line.rule) for line in lines]
