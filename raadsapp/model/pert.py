"""Quantiles of the PERT distribution: a beta curve between two ends, around a likeliest value."""

from functools import lru_cache

import numpy as np

from raadsapp.model.levers import Array

_SHAPE = 4.0
"""How much the likeliest value counts against the two ends in the usual PERT."""
_POINTS = 4097


@lru_cache(maxsize=64)
def _table(mode: float) -> tuple[Array, Array]:
    """Chance of staying under a value, and that value, for a PERT on 0 … 1.

    The beta density is summed over θ with value = sin²θ, which keeps it smooth and finite at both ends.
    """
    angle = np.linspace(0.0, np.pi / 2, _POINTS)
    low, high = 1 + _SHAPE * mode, 1 + _SHAPE * (1 - mode)
    density = np.sin(angle) ** (2 * low - 1) * np.cos(angle) ** (2 * high - 1)
    below = np.concatenate(([0.0], np.cumsum(density[1:] + density[:-1])))
    return below / below[-1], angle


def quantiles(chances: Array, lowest: float, likeliest: float, highest: float) -> Array:
    """Values under which a PERT (λ = 4) falls with these chances; all the same where there is no room.

    By a table of 4,097 points and interpolation in the angle: errors stay under a millionth of the range.
    """
    if not lowest < highest:
        return np.full(chances.shape, likeliest)
    below, angle = _table((likeliest - lowest) / (highest - lowest))
    values: Array = lowest + (highest - lowest) * np.sin(np.interp(chances, below, angle)) ** 2
    return values
