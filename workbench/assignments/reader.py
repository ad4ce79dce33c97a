"""Takes values out of a YAML document and notes every fault on the way."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from workbench.assignments.faults import Fault


class Reader:
    """Reads one file's values; ``faults`` collects what is wrong, in the order met."""

    def __init__(self, file: str) -> None:
        """``file`` is the name that faults give."""
        self.file = file
        self.faults: list[Fault] = []

    def fault(self, key: str, value: object, message: str, choices: Sequence[str] = ()) -> None:
        """Note one fault."""
        shown = "" if value is None else str(value)[:60]
        self.faults.append(Fault(self.file, key, shown, message, tuple(choices)))

    def text(self, mapping: Mapping[str, Any], name: str, key: str, *, required: bool = True) -> str:
        """A text; blank where it is missing or wrong."""
        value = mapping.get(name)
        if isinstance(value, str) and value.strip():
            return value.strip()
        if value is not None or required:
            self.fault(f"{key}.{name}", value, "应填写文字")
        return ""

    def choice(self, mapping: Mapping[str, Any], name: str, key: str, choices: Sequence[Any]) -> Any:
        """One of the choices; None where it is missing or wrong."""
        value = mapping.get(name)
        if value in choices and not isinstance(value, bool):
            return value
        self.fault(f"{key}.{name}", value, "不是允许的值", [str(choice) for choice in choices])
        return None

    def mappings(self, value: object, key: str) -> Iterator[tuple[str, Mapping[str, Any]]]:
        """The entries of a list of mappings, each with its key's path."""
        if not isinstance(value, list):
            self.fault(key, value, "应为列表")
            return
        for place, entry in enumerate(value):
            here = f"{key}[{place}]"
            if isinstance(entry, dict):
                yield here, entry
            else:
                self.fault(here, entry, "应为“键: 值”")

    def texts(self, mapping: Mapping[str, Any], name: str, key: str) -> tuple[str, ...]:
        """A list of texts, which may be absent."""
        value = mapping.get(name, [])
        if isinstance(value, list) and all(isinstance(entry, str) for entry in value):
            return tuple(value)
        self.fault(f"{key}.{name}", value, "应为文字列表")
        return ()

    def known_keys(self, mapping: Mapping[str, Any], key: str, names: Sequence[str]) -> None:
        """Note keys that nobody reads: most are slips of the pen."""
        for name in mapping:
            if name not in names:
                self.fault(f"{key}.{name}" if key else str(name), mapping[name], "没有这个键", names)
