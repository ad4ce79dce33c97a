"""A small logistic model on named features, fitted with numpy: plain Newton steps with a ridge."""

from collections.abc import Mapping, Sequence

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float64]
_RIDGE, _STEPS = 1.0, 40


def fitted(rows: Sequence[Mapping[str, float]], same: Sequence[bool]) -> dict[str, float]:
    """Coefficients by feature, ``intercept`` among them, of the chance that a pair is one matter."""
    names = list(rows[0])
    x, y = _matrix(rows, names), np.array(same, float)
    ridge = np.eye(x.shape[1]) * _RIDGE
    ridge[0, 0] = 0.0
    beta = np.zeros(x.shape[1])
    for _ in range(_STEPS):
        chance = 1 / (1 + np.exp(-x @ beta))
        slope = x.T @ (y - chance) - ridge @ beta
        beta = beta + np.linalg.solve(x.T @ (x * (chance * (1 - chance))[:, None]) + ridge, slope)
    return dict(zip(["intercept", *names], beta.tolist(), strict=True))


def chances(rows: Sequence[Mapping[str, float]], coefficients: Mapping[str, float]) -> Floats:
    """The chance of each pair."""
    names = [name for name in coefficients if name != "intercept"]
    beta = np.array([coefficients["intercept"], *(coefficients[name] for name in names)])
    result: Floats = 1 / (1 + np.exp(-_matrix(rows, names) @ beta))
    return result


def _matrix(rows: Sequence[Mapping[str, float]], names: Sequence[str]) -> Floats:
    return np.array([[1.0, *(row[name] for name in names)] for row in rows])
