"""Periods in which there can be no figure, and figures that are older than what is known."""

from collections.abc import Iterator

import numpy as np
from numpy.typing import NDArray

from raadsapp.domain.goals import Indicator
from raadsapp.domain.observation import Status
from raadsapp.domain.period import Period
from raadsapp.domain.problem import Severity
from raadsapp.intake.checks import words
from raadsapp.intake.checks.against import Against
from raadsapp.intake.checks.figures import Keys
from raadsapp.intake.checks.found import Found, Noted
from raadsapp.intake.entries import Entries
from raadsapp.intake.findings import Fault
from raadsapp.intake.keys import in_blocks, period_of, subject_of, when_of
from raadsapp.intake.number_sets import among, distinct
from raadsapp.intake.vocabulary import status_number


def periods(entries: Entries, against: Against) -> Iterator[Found | Noted]:
    """Indicators outside the years of the contract or before their period is over.

    Of other series only a period that begins more than a year from now is odd: a budget looks ahead.
    """
    subjects = entries.vocabulary.subjects
    indicators = np.array([isinstance(subject, Indicator) for subject in subjects], np.bool_)
    first, last = against.catalog.dossier.years
    keys = np.asarray(entries.keys)
    seen = distinct(np.concatenate([distinct(when_of(some)) for some in in_blocks(keys)] or [keys]))
    whens = {when: period_of(when) for when in seen.tolist()}
    outside = [when for when, period in whens.items() if not first <= period.year <= last]
    future = [when for when, period in whens.items() if _to_come(period, against) and when not in outside]
    far = [when for when, period in whens.items() if period.year > against.today.year + 1]
    if outside:
        places = _when(keys, outside)
        places = places[indicators[subject_of(keys[places])]]
        yield Found(places, lambda place: _outside(entries, place, first, last))
    if future or far:
        places = _when(keys, future + far)
        about = indicators[subject_of(keys[places])]
        when = when_of(keys[places])
        wanted = np.where(about, among(when, future), among(when, far))
        yield Found(places[wanted], lambda place: _future(entries, place))


def older(entries: Entries, against: Against) -> Iterator[Found | Noted]:
    """Provisional figures in place of final or revised ones: the file may be older than what is known."""
    provisional = np.flatnonzero(entries.statuses == status_number(Status.PROVISIONAL))
    known = np.asarray(against.known.keys)
    if not provisional.size or not len(known):
        return
    keys = np.asarray(entries.keys)[provisional]
    at = np.minimum(np.searchsorted(known, keys), len(known) - 1)
    surer = (known[at] == keys) & (
        np.asarray(against.known.statuses)[at] != status_number(Status.PROVISIONAL)
    )
    yield Noted(
        provisional[surer],
        "older-than-known",
        "voorlopig cijfer komt in de plaats van een herzien of definitief cijfer ({cells}). Is dit een oud"
        " bestand? Lees het dan niet in.",
        "voorlopige cijfers komen in de plaats van herziene of definitieve cijfers ({cells}). Is dit een oud"
        " bestand? Lees het dan niet in.",
        severity=Severity.WARNING,
    )


def _when(keys: Keys, whens: list[int]) -> NDArray[np.intp]:
    """The places of values at these times."""
    return np.flatnonzero(np.concatenate([among(when_of(some), whens) for some in in_blocks(keys)]))


def _to_come(period: Period, against: Against) -> bool:
    return period.last_day >= against.today


def _outside(entries: Entries, place: int, first: int, last: int) -> Fault:
    return words.outside_contract(period_of(entries.keys[place]).label, first, last)


def _future(entries: Entries, place: int) -> Fault:
    return words.future_period(period_of(entries.keys[place]).label)
