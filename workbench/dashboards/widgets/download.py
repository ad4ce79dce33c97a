"""A file that is made when somebody asks for it, and goes to the browser through the widget's own connection."""

import logging
from collections.abc import Callable, Mapping
from typing import Any as Anything

import anywidget
from traitlets import Any, List, Unicode

from workbench.dashboards.widgets.assets import script

_log = logging.getLogger(__name__)
_FAILED = "文件没有生成，请重试；仍不行时请联系管理员查看日志。"


class Download(anywidget.AnyWidget):
    """``choices`` (value, label) is what the file may be about, ``endings`` (value, label) the forms it may have."""

    _esm = script("download")
    label = Unicode("").tag(sync=True)
    choices = List(Any()).tag(sync=True)
    endings = List(Any()).tag(sync=True)

    def __init__(self, make: Callable[[str, str], Mapping[str, bytes]], **traits: Anything) -> None:
        """``make`` gets a choice and an ending, and gives the one file by its name."""
        super().__init__(**traits)
        self._make = make
        self.on_msg(lambda _widget, content, _buffers: self._hear(content))

    def _hear(self, content: Mapping[str, Anything]) -> None:
        if content.get("type") != "wanted":
            return
        try:
            ((name, made),) = self._make(str(content["choice"]), str(content["ending"])).items()
        except Exception:  # noqa: BLE001 - the reader is told, the log has it in full
            _log.exception("a file could not be made")
            self.send({"type": "failed", "text": _FAILED})
            return
        self.send({"type": "file", "name": name}, [made])
