"""The intake page (收件)."""

import logging
from collections.abc import Callable, Mapping
from concurrent.futures import ThreadPoolExecutor
from typing import Any

from workbench.dashboards.reading.intake import read_lines, read_received, read_waiting
from workbench.dashboards.state.intake import IntakeState
from workbench.dashboards.state.message import Message
from workbench.dashboards.templates import render
from workbench.dashboards.views.frame import Page, box
from workbench.dashboards.widgets import Pane, Upload
from workbench.records import CatalogueKind

#: Submissions listed below; the rest is counted.
_LISTED = 100
_BROKEN = "程序出错，没有收入。请重试；仍不行，请把该文件交给管理员核查。"
_log = logging.getLogger(__name__)


class IntakeView:
    """Named widgets linked to an :class:`IntakeState`; ``root`` is what the notebook shows.

    Files are read and taken in one after the other beside the page, which stays usable meanwhile.
    """

    def __init__(self, state: IntakeState) -> None:
        """Build the widgets and show what is there."""
        self.state = state
        self.upload = Upload(enabled=state.may_receive)
        self.status, self.waiting, self.taken, self.received = Pane(), Pane(), Pane(), Pane()
        self._worker = ThreadPoolExecutor(1, thread_name_prefix="intake")
        self.root = self._arrange()
        self._link()
        self._show_status()
        self._show_waiting()
        self._show_taken()

    def wait(self) -> None:
        """Return when all that was asked for is done."""
        self._worker.submit(lambda: None).result()

    def _arrange(self) -> Page:
        for name, pane in (("status", self.status), ("waiting", self.waiting), ("taken", self.taken)):
            pane.add_class(f"wb-intake-{name}")
        body = box("wb-intake-body", self.status, self.waiting, self.taken, self.received)
        return Page(("intake",), self.upload, body)

    def _link(self) -> None:
        state = self.state
        self.upload.on_file(lambda name, content: self._work(state.arrive, name, content))
        self.waiting.on_action("unit", lambda said: self._say(said, unit=said["value"]))
        self.waiting.on_action("kind", lambda said: self._say(said, kind=said["value"]))
        self.waiting.on_action("drop", lambda said: self._work(state.drop, int(said["number"])))
        self.waiting.on_action("hand_in", lambda _: self._work(state.hand_in))
        state.observe(lambda _: self._show_status(), ["step", "message"])
        state.observe(lambda _: self._show_waiting(), "files")
        state.observe(lambda _: self._show_taken(), "taken")

    def _say(self, said: Mapping[str, Any], **what: str) -> None:
        self._work(lambda: self.state.say(int(said["number"]), **what))

    def _work(self, call: Callable[..., None], *arguments: Any) -> None:
        """In turn, on the worker; whatever goes wrong there is told."""
        self._worker.submit(self._surely, call, *arguments)

    def _surely(self, call: Callable[..., None], *arguments: Any) -> None:
        try:
            call(*arguments)
        except Exception:  # noqa: BLE001 - logged in full; the page must stay usable
            _log.exception("intake failed")
            self.state.message = Message(_BROKEN, "bad")

    def _show_status(self) -> None:
        self.status.html = render("intake_status", step=self.state.step, message=self.state.message)

    def _show_waiting(self) -> None:
        state = self.state
        self.waiting.html = render(
            "waiting",
            files=[read_waiting(each) for each in state.files],
            units=[unit.name for unit in state.units],
            kinds=[str(kind) for kind in CatalogueKind],
            ready=len(state.ready),
            may_receive=state.may_receive,
        )

    def _show_taken(self) -> None:
        state = self.state
        received = state.received()
        self.taken.html = render("taken", lines=read_lines(state.taken))
        self.received.html = render(
            "received",
            lines=read_received(received[:_LISTED], state.workspace.assignments),
            count=len(received),
        )
