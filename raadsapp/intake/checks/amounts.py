"""Values that cannot be, or hardly: below zero, over 100%, parts of 1, parts of a person."""

from collections.abc import Iterator

import numpy as np

from raadsapp.domain.goals import Indicator
from raadsapp.intake.checks import words
from raadsapp.intake.checks.against import Against
from raadsapp.intake.checks.found import Found, Noted
from raadsapp.intake.checks.units import own_unit, with_unit
from raadsapp.intake.entries import Entries
from raadsapp.intake.findings import Fault
from raadsapp.intake.keys import about_subject, subject_of
from raadsapp.intake.number_sets import distinct
from raadsapp.intake.numbers import scaled
from raadsapp.texts import exact

_HUNDRED = 100.0
_BLOCK = 65_536


def negatives(entries: Entries, _against: Against) -> Iterator[Found | Noted]:
    """Amounts below zero occur and are noted; counts and shares below zero are not imported."""
    values = np.asarray(entries.values)
    below = np.flatnonzero(values < 0)
    if not below.size:
        return
    amounts = with_unit(entries, lambda unit: "€" in unit)[below]
    yield Found(below[~amounts], lambda place: words.negative(exact(entries.values[place])))
    columns = np.asarray(entries.columns)[below]
    for column in distinct(columns[amounts]):
        yield Noted(
            below[amounts & (columns == column)],
            "negative-amount",
            "negatief bedrag is zo ingelezen ({cells}). Vraag na of dat klopt.",
            "negatieve bedragen zijn zo ingelezen ({cells}). Vraag na of dat klopt.",
        )


def percentages(entries: Entries, _against: Against) -> Iterator[Found | Noted]:
    """Percentages over 100: possible where the dossier does not expect it, so a warning."""
    over = np.flatnonzero(np.asarray(entries.values) > _HUNDRED)
    if not over.size:
        return
    over = over[with_unit(entries, lambda unit: unit == "%")[over]]
    usual = [
        isinstance(subject, Indicator) and subject.over_hundred for subject in entries.vocabulary.subjects
    ]
    over = over[~np.array(usual)[subject_of(np.asarray(entries.keys)[over])]]
    yield Found(over, lambda place: words.over_hundred(exact(entries.values[place])))


def uncounted(entries: Entries, _against: Against) -> Iterator[Found | Noted]:
    """Counts that are no whole number: nobody counts two and a half young people."""
    odd = with_unit(entries, lambda unit: unit == "aantal")
    values = np.asarray(entries.values)
    for begin in range(0, len(values), _BLOCK):
        some = values[begin : begin + _BLOCK]
        odd[begin : begin + _BLOCK] &= some != np.floor(some)
    yield Found(np.flatnonzero(odd), lambda place: words.no_count(exact(entries.values[place])))


def fractions(entries: Entries, _against: Against) -> Iterator[Found | Noted]:
    """Indicators of which no percentage is over 1, since a cell that shows 45% holds 0.45 in a workbook."""
    keys, values = np.asarray(entries.keys), np.asarray(entries.values)
    sheets, columns = np.asarray(entries.sheets), np.asarray(entries.columns)
    for number, subject in enumerate(entries.vocabulary.subjects):
        shares = np.flatnonzero(about_subject(keys, number)) if own_unit(subject) == "%" else keys[:0]
        where = sheets[shares].astype(np.uint32) << 16 | columns[shares]
        for column in distinct(where):
            members = shares[where == column]
            broken = members[(values[members] > 0) & (values[members] < 1)]
            if broken.size and values[members].max() <= 1:
                yield Found(broken[:1], lambda place: _fraction(entries.values[place]))


def _fraction(value: float) -> Fault:
    return words.fraction(exact(value), exact(scaled(value, _HUNDRED)))


def zeros(entries: Entries, against: Against) -> Iterator[Found | Noted]:
    """Zeros that need not mean nothing."""
    if against.layout.zero_means:
        meaning = f"In deze indeling betekent 0 vaak: {against.layout.zero_means}."
        yield Noted(
            np.flatnonzero(np.asarray(entries.values) == 0),
            "zero",
            f"waarde is 0 ({{cells}}). {meaning}",
            f"waarden zijn 0 ({{cells}}). {meaning}",
        )
