"""Which permits are 临时性许可: the permit is temporary, not what it allows (附件1 4.1.2)."""

import re

from workbench.checks.item import Item
from workbench.checks.row_facts import PERMIT, type_of

_TEMPORARY = re.compile(r"临时性|临时(?:行政)?许可")


def is_temporary_permit(item: Item) -> bool:
    """Whether name or remark call the permit itself temporary."""
    row = item.row
    if row is None or type_of(item) != PERMIT:
        return False
    return bool(_TEMPORARY.search(f"{row.full_name} {row.remarks or ''}"))
