"""Tables for spreadsheets hold no formulas, and programs get back what they gave."""

import pandas as pd
import pytest

from workbench.cli.names import for_csv


@pytest.mark.parametrize("text", ["=1+1", "+1+1", "-2+3", "@SUM(1)", "\t=1", "\r=1", "=cmd|'/C calc'!A0"])
def test_a_text_that_a_spreadsheet_would_compute_gets_an_apostrophe(text: str):
    """In every column of text."""
    frame = for_csv(pd.DataFrame({"a": [text, "M-1"], "b": ["M-2", text], "score": [90.0, 91.5]}))
    assert frame.to_dict("list") == {"a": [f"'{text}", "M-1"], "b": ["M-2", f"'{text}"], "score": [90.0, 91.5]}


def test_numbers_and_plain_identifiers_stay():
    """Also a number with a sign that is an identifier."""
    frame = pd.DataFrame({"a": ["-1", "+2.5", "取水许可"], "b": [0, 1, 2]})
    assert for_csv(frame).equals(frame)
