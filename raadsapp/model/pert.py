"""Quantiles of the PERT distribution: a beta curve between two ends, around a likeliest value."""

from functools import lru_cache

import numpy as np

from raadsapp.model.levers import Array

_SHAPE = 4.0
"""How much the likeliest value counts against the two ends in the usual PERT."""
_POINTS = 4097


@lru_cache(maxsize=32)
def standard_quantiles(mode: float, slices: int) -> Array:
    """Values of a PERT (λ = 4) on 0 … 1 at the middles of equal slices of chance, rising, shape (slices,).

    The beta density is summed over θ with value = sin²θ, which keeps it smooth and finite at both ends, in a
    table of 4,097 points with interpolation: errors stay under a millionth of the range.
    """
    angle = np.linspace(0.0, np.pi / 2, _POINTS)
    low, high = 1 + _SHAPE * mode, 1 + _SHAPE * (1 - mode)
    density = np.sin(angle) ** (2 * low - 1) * np.cos(angle) ** (2 * high - 1)
    below = np.concatenate(([0.0], np.cumsum(density[1:] + density[:-1])))
    values: Array = np.sin(np.interp((np.arange(slices) + 0.5) / slices, below / below[-1], angle)) ** 2
    return values
