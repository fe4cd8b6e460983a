"""Districts against the neighbourhoods that stand below them."""

from collections.abc import Iterator

import numpy as np
from numpy.typing import NDArray

from raadsapp.domain.facts import Series
from raadsapp.intake.checks import words
from raadsapp.intake.checks.against import Against
from raadsapp.intake.checks.found import Found, Noted, each
from raadsapp.intake.checks.units import own_unit
from raadsapp.intake.entries import Entries
from raadsapp.intake.keys import breakdown_of, subject_of, when_of, with_breakdown
from raadsapp.intake.number_sets import among, distinct

Numbers = NDArray[np.int64]


def districts(entries: Entries, against: Against) -> Iterator[Found | Noted]:
    """Neighbourhoods that are together more than the district above them; some may be missing or hidden."""
    kinds = against.layout.breakdown.kinds if against.layout.breakdown else ()
    for kind in kinds:
        if kind.part_of:
            inner, outer = _of(entries, kind.dimension), _of(entries, kind.part_of)
            if inner.size and outer.size:
                yield _more_than_whole(entries, kind.part_of, inner, outer)


def _more_than_whole(entries: Entries, dimension: str, inner: Numbers, outer: Numbers) -> Found:
    keys, values = np.asarray(entries.keys), np.asarray(entries.values)
    counted = [own_unit(subject) == "aantal" for subject in entries.vocabulary.subjects]
    counts = np.array(counted, np.bool_)[subject_of(keys)]
    above = _above(entries, inner, outer)
    parts = np.flatnonzero(counts & (above >= 0))
    wholes = np.flatnonzero(counts & among(breakdown_of(keys), outer))
    asked, group = np.unique(with_breakdown(keys[parts], above[parts]), return_inverse=True)
    together = np.bincount(group, values[parts], len(asked)).astype(np.float64)
    count = np.bincount(group, minlength=len(asked))
    wholes = wholes[among(keys[wholes], asked)]
    at = np.searchsorted(asked, keys[wholes])
    rounded = [it.rounded if isinstance(it, Series) else 0 for it in entries.vocabulary.subjects]
    room = np.array(rounded)[subject_of(keys[wholes])] / 2 * (count[at] + 1.0)
    wrong = together[at] > values[wholes] + room
    said = together[at][wrong], values[wholes[wrong]]
    return each(wholes[wrong], lambda parts, whole: words.parts_over_part(dimension, parts, whole), *said)


def _above(entries: Entries, inner: Numbers, outer: Numbers) -> Numbers:
    """Of each value the number of the district that stands above it; -1 when it has none, or none is sure."""
    keys, rows, sheets = (np.asarray(it) for it in (entries.keys, entries.rows, entries.sheets))
    breakdowns, whens = breakdown_of(keys), when_of(keys)
    unsure = _unsure(entries, outer)
    above = np.full(len(keys), -1)
    small, large = among(breakdowns, inner), among(breakdowns, outer)
    for sheet in distinct(sheets).tolist():
        mine = sheets == sheet
        heads, parts = np.flatnonzero(mine & large), np.flatnonzero(mine & small)
        if not heads.size or not parts.size or rows[parts].min() < rows[heads].min():
            continue  # sorted by name: the order of the rows says nothing
        last = np.searchsorted(rows[heads], rows[parts], side="right") - 1
        above[parts] = breakdowns[heads[last]]
    above[among(whens, unsure)] = -1
    return above


def _unsure(entries: Entries, outer: Numbers) -> list[int]:
    """The times at which a district gives no value at all: its neighbourhoods seem those of another one."""
    gaps = np.asarray(entries.gaps)
    gaps = gaps[among(breakdown_of(gaps), outer)]
    given = {(int(one), int(when)) for one, when in _places(np.asarray(entries.keys), outer)}
    return sorted({when for one, when in _places(gaps, outer) if (one, when) not in given})


def _places(keys: Numbers, outer: Numbers) -> set[tuple[int, int]]:
    mine = keys[among(breakdown_of(keys), outer)]
    return set(zip(breakdown_of(mine).tolist(), when_of(mine).tolist(), strict=True))


def _of(entries: Entries, dimension: str) -> Numbers:
    """The numbers of the breakdowns in a dimension."""
    names = entries.vocabulary.breakdowns.all
    return np.array([at for at, name in enumerate(names) if name.partition("=")[0] == dimension], np.int64)
