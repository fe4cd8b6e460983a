"""Values that are much higher or lower than what is known of the same series."""

from collections.abc import Iterator

import numpy as np
from numpy.typing import NDArray

from raadsapp.intake.checks import words
from raadsapp.intake.checks.against import Against
from raadsapp.intake.checks.found import Found, Noted
from raadsapp.intake.checks.units import with_unit
from raadsapp.intake.entries import Entries
from raadsapp.intake.findings import Fault
from raadsapp.intake.keys import TIME_BITS, in_order, period_of, series_of
from raadsapp.intake.layouts import Layout
from raadsapp.intake.number_sets import among
from raadsapp.texts import exact

_JUMP = 5.0
_SMALL = 10
"""Counts below this jump by chance."""
_Keys = NDArray[np.int64]
_Values = NDArray[np.float64]
_NONE = -1
_BLOCK = 65_536


def jumps(entries: Entries, against: Against) -> Iterator[Found | Noted]:
    """Values more than five times as high or low as what is known of the same series.

    Compared with the value known for the same period, else the one before it, stored or in this delivery,
    else the first one after it in the store. A zero that may mean something else is not compared; nor are two
    small counts.
    """
    values = np.asarray(entries.values)
    stored = np.asarray(against.known.keys), np.asarray(against.known.values)
    found: list[tuple[NDArray[np.intp], _Keys, _Values]] = []
    for keys, places in _blocks(entries):
        before, old = _references(keys, values[places], *stored)
        far = np.flatnonzero(_far(before, old, values[places], against.layout))
        if far.size:
            found.append((places[far], before[far], old[far]))
    if not found:
        return
    where, when, was = (np.concatenate(column) for column in zip(*found, strict=True))
    large = np.maximum(np.abs(was), np.abs(values[where])) >= _SMALL
    large |= ~with_unit(entries, lambda unit: unit == "aantal")[where]
    where, when, was = where[large], when[large], was[large]
    reading = np.argsort(where)

    def fault(place: int) -> Fault:
        at = reading[np.searchsorted(where, place, sorter=reading)]
        period = period_of(int(when[at])).label
        return words.jump(exact(float(was[at])), exact(entries.values[place]), period)

    yield Found(where[reading], fault)


def _blocks(entries: Entries) -> Iterator[tuple[_Keys, NDArray[np.intp]]]:
    """Keys and places of whole series, in order of key: a million at once would take too much memory."""
    for places in in_order(np.asarray(entries.keys)):
        keys = np.asarray(entries.keys)[places]
        begin = 0
        while begin < len(keys):
            last = keys[min(begin + _BLOCK, len(keys)) - 1]
            end = int(np.searchsorted(keys, (int(series_of(last)) + 1) << TIME_BITS))
            yield keys[begin:end], places[begin:end]
            begin = end


def _far(before: _Keys, old: _Values, values: _Values, layout: Layout) -> NDArray[np.bool_]:
    """Which values are too far from what they are compared with."""
    low = np.minimum(np.abs(old), np.abs(values))
    high = np.maximum(np.abs(old), np.abs(values))
    known: NDArray[np.bool_] = (before != _NONE) & (old != 0)
    if layout.zero_means:
        known &= low != 0
    with np.errstate(over="ignore"):  # what overflows is beyond any value, so nothing is that far from it
        most = _JUMP * low
    return known & (high > most) & (high >= layout.jump_floor)


def _references(keys: _Keys, values: _Values, known: _Keys, known_values: _Values) -> tuple[_Keys, _Values]:
    """Of each value (by key, in order of key) the key and value it is compared with; _NONE for none."""
    reference = np.full(len(keys), _NONE, np.int64)
    old = np.zeros(len(keys))
    follows = np.flatnonzero(series_of(keys[1:]) == series_of(keys[:-1])) + 1
    reference[follows], old[follows] = keys[follows - 1], values[follows - 1]
    series = series_of(keys[[0, -1]]) + np.array([0, 1])
    first, last = np.searchsorted(known, series << TIME_BITS)
    known, known_values = known[first:last], known_values[first:last]
    if not len(known):
        return reference, old
    at = np.searchsorted(known, keys)
    earlier = np.flatnonzero(at > 0)
    earlier = earlier[known[at[earlier] - 1] > reference[earlier]]
    earlier = earlier[series_of(known[at[earlier] - 1]) == series_of(keys[earlier])]
    reference[earlier], old[earlier] = known[at[earlier] - 1], known_values[at[earlier] - 1]
    stored = ~among(known, keys)
    left, left_values = known[stored], known_values[stored]
    after = np.searchsorted(left, keys)
    later = np.flatnonzero((reference == _NONE) & (after < len(left)))
    later = later[series_of(left[after[later]]) == series_of(keys[later])]
    reference[later], old[later] = left[after[later]], left_values[after[later]]
    same = np.flatnonzero(at < len(known))
    same = same[known[at[same]] == keys[same]]
    reference[same], old[same] = keys[same], known_values[at[same]]
    return reference, old
