"""Figures that are counted from the beginning of the year on, instead of in each period."""

from collections.abc import Iterator

import numpy as np

from raadsapp.domain.goals import Counting, Indicator
from raadsapp.domain.period import PeriodKind
from raadsapp.intake.checks import words
from raadsapp.intake.checks.against import Against
from raadsapp.intake.checks.figures import Keys, Values, figures_of
from raadsapp.intake.checks.found import Found, Noted
from raadsapp.intake.entries import Entries
from raadsapp.intake.findings import Fault
from raadsapp.intake.keys import period_of, series_of
from raadsapp.intake.number_sets import among

_YEARS = 2
_GROWTH = 2.0
"""From the first to the last quarter a figure from the beginning of the year on grows about four times."""
_FULL = {PeriodKind.QUARTER: 4, PeriodKind.MONTH: 12}


def year_to_date(entries: Entries, against: Against) -> Iterator[Found | Noted]:
    """Series of quarters or months that rise within each of two whole years or more, and begin low again."""
    names = entries.vocabulary
    for subject, what in enumerate(names.subjects):
        if not isinstance(what, Indicator) or what.counting not in {Counting.FLOW, Counting.SHARE}:
            continue
        figures = figures_of(entries, against, subject)
        rising = _rising(figures.keys, figures.values)
        if not rising:
            continue
        mine = figures.only(among(series_of(figures.keys), rising) & (figures.places >= 0))
        # One of each series: the last one that was delivered.
        _, last = np.unique(series_of(mine.keys)[::-1], return_index=True)
        places = mine.places[::-1][last]

        def fault(place: int) -> Fault:
            key = names.key(entries.keys[place])
            municipality = against.catalog.municipality(key.municipality)
            name = municipality.name if municipality else key.municipality
            return words.year_to_date(", ".join(filter(None, (name, key.breakdown))))

        yield Found(np.sort(places), fault)


def _rising(keys: Keys, values: Values) -> list[int]:
    """The series that look counted from the beginning of the year on."""
    if len(keys) < _YEARS * _FULL[PeriodKind.QUARTER]:
        return []
    series = series_of(keys)
    begins = np.flatnonzero(np.concatenate(([True], series[1:] != series[:-1])))
    counts = np.diff(begins, append=len(keys))
    falls = np.concatenate(([False], (values[1:] <= values[:-1]) & (series[1:] == series[:-1])))
    fallen = np.add.reduceat(falls, begins, dtype=np.int64)
    # A series that falls more often than once in three periods needs no closer look.
    likely = (counts >= _YEARS * _FULL[PeriodKind.QUARTER]) & (fallen > 0) & (fallen * 3 <= counts)
    return [
        int(series[begin])
        for begin, count in zip(begins[likely].tolist(), counts[likely].tolist(), strict=True)
        if _restarts(keys[begin : begin + count], values[begin : begin + count])
    ]


def _restarts(keys: Keys, values: Values) -> bool:
    """Whether a series rises within each whole year, of which there are at least two, and grows a lot."""
    by_year: dict[int, list[float]] = {}
    periods = [period_of(key) for key in keys.tolist()]
    full = _FULL.get(periods[0].kind)
    for period, value in zip(periods, values.tolist(), strict=True):
        by_year.setdefault(period.year, []).append(value)
    whole = [figures for figures in by_year.values() if len(figures) == full]
    return len(whole) >= _YEARS and all(
        sorted(set(figures)) == figures and figures[-1] >= _GROWTH * figures[0] > 0 for figures in whole
    )
