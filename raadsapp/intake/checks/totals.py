"""Totals against their parts, delivered or known: the dossier says of each series which dimensions add up."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import partial

import numpy as np
from numpy.typing import NDArray

from raadsapp.domain.facts import Series
from raadsapp.domain.goals import Indicator
from raadsapp.intake.checks import words
from raadsapp.intake.checks.against import Against
from raadsapp.intake.checks.figures import STORED, Keys, Values, decimals, figures_of
from raadsapp.intake.checks.found import Found, Noted, each
from raadsapp.intake.checks.units import own_unit
from raadsapp.intake.entries import Entries
from raadsapp.intake.keys import breakdown_of, subject_of, with_breakdown
from raadsapp.intake.lookup import Subject
from raadsapp.intake.number_sets import among, distinct

_ROOM = 1e-9


def totals(entries: Entries, against: Against) -> Iterator[Found | Noted]:
    """Parts that are together something else than their total; where one is not known, that are more."""
    for subject, dimension, codes in _dimensions(entries, lambda it: it.adds_up):
        groups = _groups(entries, against, subject, codes)
        what = entries.vocabulary.subjects[subject]
        whole, room = groups.totals, _room(groups, what)
        # Of a series of the CBS one asks for some districts, so that parts need not be complete.
        complete = groups.complete & isinstance(what, Indicator)
        differ = complete & (np.abs(groups.sums - whole) > room)
        if own_unit(what) != "€":  # amounts may be below zero
            differ |= groups.sums > whole + room
        differ &= groups.places != STORED
        for wrong, said in (
            (differ & groups.complete, words.total_differs),
            (differ & ~groups.complete, words.parts_over_total),
        ):
            yield each(groups.places[wrong], partial(said, dimension), groups.sums[wrong], whole[wrong])


def parts_within(entries: Entries, against: Against) -> Iterator[Found | Noted]:
    """Parts that are each more than what they are part of."""
    for subject, _, codes in _dimensions(entries, _within):
        figures = figures_of(entries, against, subject)
        parts = figures.only(among(breakdown_of(figures.keys), codes))
        at = figures.at(with_breakdown(parts.keys, _whole(entries)))
        over = (at != STORED) & (parts.values > figures.values[at])
        places = np.where(parts.places != STORED, parts.places, figures.places[at])
        over &= places != STORED
        yield each(places[over], words.part_over_total, parts.values[over], figures.values[at][over])


@dataclass(frozen=True, slots=True)
class _Groups:
    """Totals (one for each municipality and period) and the sums of their parts; NaN for no total.

    `places` is where to say something about each: at its total, else at its first part, STORED where both are
    stored. `complete`: every part is known. `parts` and `group` are the values of the parts and whose they
    are.
    """

    totals: Values
    sums: Values
    complete: NDArray[np.bool_]
    places: NDArray[np.intp]
    parts: Values
    group: NDArray[np.intp]


def _groups(entries: Entries, against: Against, subject: int, codes: Keys) -> _Groups:
    figures = figures_of(entries, against, subject)
    parts = figures.only(among(breakdown_of(figures.keys), codes))
    gaps = np.asarray(entries.gaps)
    gaps = gaps[(subject_of(gaps) == subject) & among(breakdown_of(gaps), codes)]
    whole = _whole(entries)
    mine = distinct(breakdown_of(np.concatenate((parts.keys[parts.places != STORED], gaps))))
    known = np.asarray(against.known.keys)
    stored = distinct(breakdown_of(known[(subject_of(known) == subject) & among(breakdown_of(known), codes)]))
    if mine.size and not among(mine, stored).any():
        # The supplier names the parts otherwise than before: those of before are not added to them.
        delivered = with_breakdown(np.concatenate((parts.keys[parts.places != STORED], gaps)), whole)
        parts = parts.only((parts.places != STORED) | ~among(with_breakdown(parts.keys, whole), delivered))
        stored = mine
    keys, group = np.unique(with_breakdown(parts.keys, whole), return_inverse=True)
    at = figures.at(keys)
    there = at != STORED
    expected = len(distinct(np.concatenate((mine, stored))))
    # One part alone is not all there is.
    complete = there & (expected > 1) & (np.bincount(group, minlength=len(keys)) == expected)
    complete &= ~among(keys, with_breakdown(gaps, whole))
    first = np.full(len(keys), len(entries))
    np.minimum.at(first, group, np.where(parts.places == STORED, len(entries), parts.places))
    first[first == len(entries)] = STORED
    places = np.where(there & (figures.places[at] != STORED), figures.places[at], first)
    totals = np.where(there, figures.values[at], np.nan)
    sums = np.bincount(group, parts.values, len(keys)).astype(np.float64)
    return _Groups(totals, sums, complete, places, parts.values, group)


def _room(groups: _Groups, subject: Subject) -> Values:
    """How much total and parts together may differ because each was rounded."""
    rounded = subject.rounded if isinstance(subject, Series) else 0
    count = np.bincount(groups.group, minlength=len(groups.totals))
    if rounded:
        return np.asarray(rounded / 2 * (count + 1.0), np.float64)
    whole = np.nan_to_num(groups.totals)
    written, written_whole = decimals(groups.parts), decimals(whole)
    finest = written_whole.copy()
    np.maximum.at(finest, groups.group, written)
    least = np.minimum(finest, 0)
    # A count without decimals is exact.
    counts = (finest <= 0) & (own_unit(subject) == "aantal")
    steps = 10.0 ** -np.maximum(written, least[groups.group])
    step: Values = 10.0 ** -np.maximum(written_whole, least)
    room = ((step + np.bincount(groups.group, steps, len(count))) / 2).astype(np.float64)
    room[counts] = 0
    room += _ROOM * np.maximum(1, np.abs(whole))
    return room


def _dimensions(
    entries: Entries, wanted: Callable[[Subject], tuple[str, ...]]
) -> Iterator[tuple[int, str, Keys]]:
    """Indicator (by its number) and dimension of what is wanted, and the numbers of its breakdowns."""
    names = entries.vocabulary
    asked = [(number, wanted(subject)) for number, subject in enumerate(names.subjects)]
    if not any(dimensions for _, dimensions in asked):
        return
    by_dimension: dict[str, list[int]] = {}
    for number, name in enumerate(names.breakdowns.all):
        by_dimension.setdefault(name.partition("=")[0], []).append(number)
    for subject, dimensions in asked:
        for dimension in dimensions:
            if dimension in by_dimension:
                yield subject, dimension, np.array(by_dimension[dimension])


def _within(subject: Subject) -> tuple[str, ...]:
    return subject.within if isinstance(subject, Indicator) else ()


def _whole(entries: Entries) -> NDArray[np.int64]:
    """The number of no breakdown."""
    return np.array(entries.vocabulary.breakdowns.number(""))
