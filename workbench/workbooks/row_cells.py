"""Which cell holds each value of a catalogue row."""

from collections.abc import Iterator, Mapping

from workbench.workbooks.cells import cell_name

#: Row and column from 0.
At = tuple[int, int]


class RowCells(Mapping[str, str]):
    """Field -> the name of its cell. The names are made when asked for: most never are."""

    __slots__ = ("_columns", "_elsewhere", "_line")

    def __init__(self, columns: Mapping[str, int], line: int, elsewhere: Mapping[str, At] | None) -> None:
        """Values stand in ``columns`` of row ``line``, those of ``elsewhere`` in another cell: merged or inherited."""
        self._columns, self._line, self._elsewhere = columns, line, elsewhere

    def __getitem__(self, field: str) -> str:
        """The cell's name, such as ``D12``. Raises KeyError for a field that the sheet has no column of."""
        at = self._elsewhere.get(field) if self._elsewhere else None
        return cell_name(*at) if at else cell_name(self._line, self._columns[field])

    def __iter__(self) -> Iterator[str]:
        """The fields that the sheet has columns of."""
        return iter(self._columns)

    def __len__(self) -> int:
        """How many they are."""
        return len(self._columns)

    def __repr__(self) -> str:
        """All names."""
        return repr(dict(self))
