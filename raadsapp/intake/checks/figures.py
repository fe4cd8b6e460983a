"""The figures of an indicator as a file and the store together give them, to hold one against another."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from raadsapp.intake.checks.against import Against
from raadsapp.intake.entries import Entries
from raadsapp.intake.keys import about_subject
from raadsapp.intake.number_sets import among

Keys = NDArray[np.int64]
Values = NDArray[np.float64]
STORED = -1
_COARSEST, _FINEST = -3, 6
_NEAR = 1e-9


@dataclass(frozen=True, slots=True)
class Figures:
    """Values in order of key, each key once, with their places among the entries or STORED."""

    keys: Keys
    values: Values
    places: NDArray[np.intp]

    def at(self, keys: Keys) -> NDArray[np.intp]:
        """Where these keys stand; STORED for those that do not."""
        if not len(self.keys):
            return np.full(len(keys), STORED)
        at = np.minimum(np.searchsorted(self.keys, keys), len(self.keys) - 1)
        return np.where(self.keys[at] == keys, at, STORED)

    def only(self, some: NDArray[np.bool_]) -> "Figures":
        """Some of them."""
        return Figures(self.keys[some], self.values[some], self.places[some])


def figures_of(entries: Entries, against: Against, subject: int) -> Figures:
    """All of one indicator (by its number): delivered, else known; not known when the file leaves it out."""
    mine, stored = np.asarray(entries.keys), np.asarray(against.known.keys)
    places = np.flatnonzero(about_subject(mine, subject))
    keys, values = mine[places], np.asarray(entries.values)[places]
    left = np.flatnonzero(about_subject(stored, subject))
    if left.size:
        left = left[~among(stored[left], np.concatenate((keys, np.asarray(entries.gaps))))]
        keys = np.concatenate((keys, stored[left]))
        values = np.concatenate((values, np.asarray(against.known.values)[left]))
        places = np.concatenate((places, np.full(len(left), STORED)))
    order = np.argsort(keys, kind="stable")
    return Figures(keys[order], values[order], places[order])


def decimals(values: Values) -> NDArray[np.int64]:
    """With how many decimals each value was written, as far as can be seen; -3 for whole thousands."""
    found = np.full(len(values), _FINEST)
    for count in reversed(range(_COARSEST, _FINEST)):
        scaled = values * 10.0**count
        found[np.abs(scaled - np.round(scaled)) <= _NEAR * np.maximum(1, np.abs(scaled))] = count
    return found
