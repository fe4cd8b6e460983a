"""Columns of numbers as sets.

As `np.unique` and `np.isin`, which load masked arrays (10 MB that nothing here needs) at their first use.
"""

from typing import Any

import numpy as np
from numpy.typing import ArrayLike, NDArray


def distinct(values: NDArray[Any]) -> NDArray[Any]:
    """The different numbers of a column, in order."""
    ordered = np.sort(values)
    first = np.ones(len(ordered), dtype=bool)
    first[1:] = ordered[1:] != ordered[:-1]
    return ordered[first]


def among(values: NDArray[Any], wanted: ArrayLike) -> NDArray[np.bool_]:
    """Which numbers of a column are among those wanted, which its kind of number can hold."""
    ordered = np.sort(np.asarray(wanted).astype(values.dtype))
    if not ordered.size:
        return np.zeros(len(values), dtype=bool)
    places = np.searchsorted(ordered, values)
    places[places == len(ordered)] = 0
    return np.asarray(ordered[places] == values)
