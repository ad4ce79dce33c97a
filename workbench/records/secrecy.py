"""How a matter is marked as secret (涉密, 附件1 3.1.2), and what stands in its place for those who may not see it."""

import re
from dataclasses import replace

from workbench.records.submission import Matter

_NOT_SECRET = re.compile(
    r"(?:不|非|未|无|没有)(?:属于|涉及|列为|作为|标注)?(?:保密|涉密|秘密)(?:事项)?|保密(?:局|工作|行政|资质|审查|办|协议|义务)"
)
_SECRET = re.compile(r"涉密|保密|密件|不公开|不予公开|不对外公布|不向社会公[布开]")
#: The remark speaks of a part of the basis, or of what was left out: the matter itself is not secret.
_ONLY_BASIS = re.compile(
    r"(?:部分|该项?|有关|涉密的?|其中)[^，。；]{0,6}依据|依据[^，。；]{0,8}(?:涉密|密件|隐去|不公布|不公开)|已?隐去"
)
#: What is shown in the place of a secret matter's name.
HIDDEN = "涉密事项"


def secret_mark(remark: str) -> re.Match[str] | None:
    """Where a remark calls something secret; None where it does not, or denies it."""
    return _SECRET.search(_NOT_SECRET.sub(_blank, remark))


def secret_matter_mark(remark: str) -> re.Match[str] | None:
    """Where a remark says that the matter itself is secret, not only part of its basis."""
    return None if _ONLY_BASIS.search(remark) else secret_mark(remark)


def _blank(match: re.Match[str]) -> str:
    """Blanks of the same length, so that offsets stay."""
    return " " * len(match[0])


def masked(matter: Matter) -> Matter:
    """The matter for those who may not see it: unit, kind and id alone."""
    row = type(matter.row)(org=matter.row.org, catalogue=matter.row.catalogue, item_name=HIDDEN, sub_item_name="")
    return replace(matter, row=row, place=replace(matter.place, file="", sheet="", cell=""), cells={})
