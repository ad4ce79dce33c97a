"""A matter as matching sees it."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Named:
    """What two matters are compared by; ``None`` where it is not known.

    Attributes:
        name: the name, ``事项`` or ``事项（子项）``.
        org: the department or city that listed it.
        basis: the text of its basis cell.
        level: 省级, 市级, 县级 or several of them.
        region: the administrative region that it is exercised in.
        main: a key of the main item whose row or sub-item this is, unique among all catalogues;
            rows with equal keys are sub-items of one main item and never duplicates of each other.
        listing: the list that it stands in, where one unit has several (catalogues, guides, last round's rows).
    """

    name: str
    org: str | None = None
    basis: str | None = None
    level: str | None = None
    region: str | None = None
    main: str | None = None
    listing: str | None = None
