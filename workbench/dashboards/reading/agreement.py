"""How far second, blind reviews agree with the first, as leads read it."""

from math import isnan
from typing import Any

import pandas as pd


def read_agreement(figures: pd.DataFrame) -> dict[str, str] | None:
    """The card on second reviews: kappa of a group, the lowest and highest of several; None where none was drawn."""
    if figures.empty:
        return None
    kappas = sorted(f"{kappa:.2f}" for kappa in figures["kappa"].dropna())
    done, drawn = int(figures["done"].sum()), int(figures["drawn"].sum())
    value = "—" if not kappas else kappas[0] if len(kappas) == 1 else f"{kappas[0]}–{kappas[-1]}"
    lines = [
        f"第{line.group}组：抽查 {line.drawn}，已复审 {line.done}，一致 {line.agreed}，{_kappa_words(line)}"
        for line in figures.itertuples()
    ]
    return {"value": value, "done": f"{done} / {drawn}", "told": "；".join(lines)}


def _kappa_words(line: Any) -> str:
    if isnan(line.kappa):
        return "Kappa 尚不能计算"
    return f"Kappa {line.kappa:.2f}（95% 区间 {line.low:.2f} 至 {line.high:.2f}）"
