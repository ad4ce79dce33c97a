"""Where files are dropped or picked: they come in pieces, each answered before the next is sent."""

from collections.abc import Callable, Mapping, Sequence
from typing import Any

import anywidget
from traitlets import Bool, Int

from workbench.dashboards.widgets.assets import script

MEGABYTE = 1 << 20
#: What one file may measure.
MOST_MB = 50


class Upload(anywidget.AnyWidget):
    """``enabled`` says whether files are taken; ``most_mb`` is what one may measure."""

    _esm = script("upload")
    enabled = Bool(True).tag(sync=True)
    most_mb = Int(MOST_MB).tag(sync=True)

    def __init__(self, **traits: Any) -> None:
        """Nothing has come yet."""
        super().__init__(**traits)
        self._coming: dict[str, bytearray] = {}
        self._calls: list[Callable[[str, bytes], None]] = []
        self.on_msg(lambda _widget, content, buffers: self._hear(content, buffers))

    def on_file(self, call: Callable[[str, bytes], None]) -> None:
        """Call ``call`` with name and bytes of every file that has come whole."""
        self._calls.append(call)

    def _hear(self, content: Mapping[str, Any], buffers: Sequence[Any]) -> None:
        """A piece, or the word that the rest will not come; what breaks the order of pieces is not taken."""
        number = str(content.get("file"))
        if content.get("type") == "stop" or not self.enabled:
            self._coming.pop(number, None)
        elif content.get("type") == "piece" and buffers:
            self._take(number, content, bytes(buffers[0]))

    def _take(self, number: str, content: Mapping[str, Any], piece: bytes) -> None:
        coming = self._coming.setdefault(number, bytearray())
        if content["offset"] != len(coming) or len(coming) + len(piece) > self.most_mb * MEGABYTE:
            del self._coming[number]
            self.send({"type": "refused", "file": number})
            return
        coming += piece
        self.send({"type": "taken", "file": number, "offset": len(coming)})
        if len(coming) >= content["size"]:
            for call in self._calls:
                call(str(content["name"]), bytes(coming))
            del self._coming[number]
