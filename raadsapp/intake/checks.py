"""Checks on the values that were read of a file: one function each, registered in `_CHECKS`.

To add one: write a function `(Entries, Layout, Known) -> Iterator[Found | Noted]` and add its name to
`_CHECKS`. It looks at columns (`np.asarray(entries.values)`; of keys `subject_of`, `series_of` and so on, see
`intake.entries`) and gives the places of values it has something to say about. Of `Found` each value gets
a message of its own, made by `fault(place)`: a `Fault` with a severity, a code and a Dutch sentence that says
what to do, for which `intake.faults` has a function each. A blocking one keeps the value out. Of `Noted` all
of a sheet get one note.

Checks run in order; a value that one of them keeps out is not seen by those after it.
"""

import re
from collections.abc import Callable, Iterator

import numpy as np
from numpy.typing import NDArray

from raadsapp.intake import faults
from raadsapp.intake.check_results import Found, Noted, findings_of
from raadsapp.intake.duplicates import duplicates
from raadsapp.intake.entries import Entries, Known, breakdown_of, subject_of, with_breakdown
from raadsapp.intake.faults import Finding
from raadsapp.intake.jumps import jumps
from raadsapp.intake.layouts import Layout
from raadsapp.intake.numbers import scaled
from raadsapp.texts import exact

_HUNDRED = 100.0


def checked(entries: Entries, layout: Layout, known: Known) -> tuple[Entries, list[Finding]]:
    """The values that may be imported, each key once, and everything the checks found."""
    findings: list[Finding] = []
    for check in _CHECKS:
        found = list(check(entries, layout, known))
        more, out = findings_of(entries, found)
        findings += more
        if out.size:
            kept = np.ones(len(entries), np.bool_)
            kept[out] = False
            entries = entries.only(kept)
    return entries, findings


def _negatives(entries: Entries, _layout: Layout, _known: Known) -> Iterator[Found | Noted]:
    """Amounts below zero occur and are noted; counts and shares below zero are not imported."""
    values = np.asarray(entries.values)
    below = np.flatnonzero(values < 0)
    if not below.size:
        return
    amounts = _with_unit(entries, lambda unit: "€" in unit)[below]
    yield Found(below[~amounts], lambda place: faults.negative(exact(entries.values[place])))
    columns = np.asarray(entries.columns)[below]
    for column in np.unique(columns[amounts]):
        yield Noted(
            below[amounts & (columns == column)],
            "negative-amount",
            "negatief bedrag is zo ingelezen ({cells}). Vraag na of dat klopt.",
            "negatieve bedragen zijn zo ingelezen ({cells}). Vraag na of dat klopt.",
        )


def _percentages(entries: Entries, _layout: Layout, _known: Known) -> Iterator[Found | Noted]:
    """Percentages over 100: possible where money is overspent, so a warning."""
    over = _with_unit(entries, lambda unit: unit == "%") & (np.asarray(entries.values) > _HUNDRED)
    yield Found(np.flatnonzero(over), lambda place: faults.over_hundred(exact(entries.values[place])))


def _fractions(entries: Entries, _layout: Layout, _known: Known) -> Iterator[Found | Noted]:
    """Indicators of which no percentage is over 1, since a cell that shows 45% holds 0.45 in a workbook."""
    keys, values = np.asarray(entries.keys), np.asarray(entries.values)
    sheets, columns = np.asarray(entries.sheets), np.asarray(entries.columns)
    for number, unit in enumerate(entries.vocabulary.units):
        shares = np.flatnonzero(subject_of(keys) == number) if unit == "%" else keys[:0]
        where = sheets[shares].astype(np.uint32) << 16 | columns[shares]
        for column in np.unique(where):
            members = shares[where == column]
            broken = members[(values[members] > 0) & (values[members] < 1)]
            if broken.size and values[members].max() <= 1:
                yield Found(broken[:1], lambda place: _fraction(entries.values[place]))


def _fraction(value: float) -> faults.Fault:
    return faults.fraction(exact(value), exact(scaled(value, _HUNDRED)))


def _parents(entries: Entries, layout: Layout, _known: Known) -> Iterator[Found | Noted]:
    """Rows that are part of another row in the file: adding both would count double."""
    pattern = layout.breakdown.parent if layout.breakdown else ""
    if not pattern:
        return
    keys = np.asarray(entries.keys)
    breakdowns = breakdown_of(keys)
    names = entries.vocabulary.breakdowns
    present = {names.all[number] for number in np.unique(breakdowns)}
    parents = np.full(len(names.all), -1)
    for name in present:
        parent = _parent(name, pattern)
        if parent is not None and parent in present:
            parents[names.number(name)] = names.number(parent)
    above = parents[breakdowns]
    some = np.asarray(entries.values) != 0
    children = some & (above >= 0)
    double = some & np.isin(keys, with_breakdown(keys[children], above[children]))
    yield Noted(
        np.flatnonzero(double),
        "parent-and-child",
        "waarde staat naast haar eigen delen ({cells}). De app bewaart alles en telt niets op.",
        "waarden staan naast hun eigen delen ({cells}). De app bewaart alles en telt niets op.",
    )


def _zeros(entries: Entries, layout: Layout, _known: Known) -> Iterator[Found | Noted]:
    """Zeros that need not mean nothing."""
    if layout.zero_means:
        meaning = f"In deze indeling betekent 0 vaak: {layout.zero_means}."
        yield Noted(
            np.flatnonzero(np.asarray(entries.values) == 0),
            "zero",
            f"waarde is 0 ({{cells}}). {meaning}",
            f"waarden zijn 0 ({{cells}}). {meaning}",
        )


_CHECKS: tuple[Callable[[Entries, Layout, Known], Iterator[Found | Noted]], ...] = (
    duplicates,
    _negatives,
    _percentages,
    _fractions,
    _parents,
    _zeros,
    jumps,
)


def _with_unit(entries: Entries, wanted: Callable[[str], bool]) -> NDArray[np.bool_]:
    """Of each value whether its unit is wanted."""
    fits = np.array([wanted(unit) for unit in entries.vocabulary.units], np.bool_)
    if not fits.any():
        return np.zeros(len(entries), np.bool_)
    return fits[subject_of(np.asarray(entries.keys))]


def _parent(breakdown: str, pattern: str) -> str | None:
    dimension, _, value = breakdown.partition("=")
    match = re.fullmatch(pattern, value)
    return f"{dimension}={match[1]}" if match else None
