"""A guide as a row among the rows: for tables and pages that show both."""

from workbench.records import GuideEntry, Matter, Row

#: Field of :class:`Row` -> the element that stands in it.
_SHOWN = {"item_name": "事项名称", "legal_basis": "设定依据", "implementing_agency": "实施机构"}


def as_matter(entry: GuideEntry) -> Matter:
    """The guide's name, basis and body as a row of kind 办事指南; everything else of it is in the guide itself."""
    guide = entry.guide
    row = Row(
        org=entry.unit,
        region=entry.region,
        item_name=guide.text("事项名称"),
        sub_item_name="",
        legal_basis=guide.text("设定依据"),
        implementing_agency=guide.text("实施机构"),
        remarks=guide.remarks,
    )
    cells = dict(entry.cells) | {field: entry.cells[name] for field, name in _SHOWN.items() if name in entry.cells}
    return Matter(
        entry.item, entry.unit, entry.kind, entry.round, entry.region, row, entry.place, cells, entry.position
    )
