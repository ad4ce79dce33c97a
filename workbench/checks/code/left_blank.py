"""Codes that are not to be filled in for now (附件2 三(二)1、2)."""

import re

from workbench.checks.guide_facts import is_blank
from workbench.records.tidy import bare

_LEFT_BLANK = re.compile(r"(?:暂时|暂|可)?(?:不|无需|无须|不用|未|无)(?:填写?|编码|编制|编)?")


def is_left_blank(text: str) -> bool:
    """Whether a code is left open: blank, a stroke, or words such as （暂不填写）."""
    return is_blank(text) or bool(_LEFT_BLANK.fullmatch(bare(text)))
