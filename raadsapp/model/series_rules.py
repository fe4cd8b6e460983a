"""Which judgement a series of measurements can bear: one function for each rule of the dossier.

Source of the rules: the indicator set of the dossier, ‘Wanneer welke grafiek’. A series is a row of values in
order of time, all of one kind of period; None is a value that is missing or may not be shown.
"""

import math
from collections import defaultdict
from collections.abc import Sequence
from enum import StrEnum
from statistics import fmean

from raadsapp.domain.goals import Counting
from raadsapp.domain.period import Period, PeriodKind, per_year
from raadsapp.model.control_chart import ControlChart

BASELINE = 12
"""Limits are fixed on the first twelve periods; only a decision moves them."""
LONG_RUN = 8
"""So many in a row on one side of the mean make a headline."""

CHANCE_OF_SIGNAL = ((20, 0.045), (17, 0.035), (13, 0.025), (BASELINE, 0.01), (8, 0.012))
"""From so many values on, the part of newest values that make a headline by chance: measured on noise."""

_FEW, _SHORT, _TRIAL = 3, 7, 11
_SMALL_COUNT = 10
_YEARS_OF_SEASONS = 3

SEASON_WIDENING = math.sqrt((_YEARS_OF_SEASONS + 1) / (_YEARS_OF_SEASONS - 1))
"""How much further apart limits must be of values without a season that was worked out from few years.

Each value lies near the mean of its own time of year, from which its factor comes: over n years their
variance is (n − 1) / n of what it is, and that of a new value (n + 1) / n. Without it, chance alone would
give a signal in one of twelve quarters.
"""

Series = Sequence[tuple[Period, float | None]]


class Situation(StrEnum):
    """What there is to go on."""

    NONE = "none"
    FEW = "few"
    SHORT = "short"
    TRIAL = "trial"
    FULL = "full"
    STOCK = "stock"
    SMALL_COUNTS = "small-counts"
    SEASON = "season"
    SEASON_OUT = "season-out"
    PROVISIONAL = "provisional"


def situation(series: Series, counting: Counting, *, counts: bool, seasonal: bool) -> Situation:
    """The row of the table that a series falls under.

    `counting` is what one value stands for; `counts` says that it is a number of persons or events,
    `seasonal` that the time of year shows in it.
    """
    values = [value for _, value in series if value is not None]
    if len(values) <= _FEW:
        return Situation.FEW if values else Situation.NONE
    if counting in {Counting.STOCK, Counting.ROLLING}:
        return Situation.STOCK
    if counts and fmean(values) < _SMALL_COUNT:
        return Situation.SMALL_COUNTS
    if seasonal and series[0][0].kind is not PeriodKind.YEAR:
        return Situation.SEASON_OUT if seasonal_factors(series) else Situation.SEASON
    by_length = ((_SHORT, Situation.SHORT), (_TRIAL, Situation.TRIAL))
    return next((found for most, found in by_length if len(values) <= most), Situation.FULL)


def per_period(series: Series) -> tuple[tuple[Period, float | None], ...]:
    """Figures ‘up to and including’ as figures of each period itself.

    The first period of a year stays as it is; another whose predecessor is missing cannot be known.
    """
    known = dict(series)
    return tuple((period, _of_itself(period, value, known)) for period, value in series)


def net_flow(series: Series) -> tuple[tuple[Period, float | None], ...]:
    """How much a stock rose or fell in each period; unknown for the first and after a gap."""
    known = dict(series)
    return tuple((period, _less(value, known.get(before(period)))) for period, value in series)


def coarser(series: Series, kind: PeriodKind) -> tuple[tuple[Period, float | None], ...]:
    """Counts per period added up to longer ones, such as quarters to years; whole ones only.

    Of a longer period in which a value is missing nothing is known. ValueError unless `kind` is longer.
    """
    if not series:
        return ()
    parts = per_year(series[0][0].kind) // per_year(kind)
    if not parts or per_year(series[0][0].kind) == per_year(kind):
        message = "a coarser period is a longer one"
        raise ValueError(message)
    found: defaultdict[Period, list[float | None]] = defaultdict(list)
    for period, value in series:
        found[period.within(kind)].append(value)
    return tuple((period, _total(values)) for period, values in found.items() if len(values) == parts)


def year_before(period: Period) -> Period:
    """The same time of year, one year earlier: what a seasonal value is compared with."""
    return Period(period.year - 1, period.kind, period.number)


def seasonal_factors(series: Series) -> dict[int, float]:
    """How each time of year relates to its year, by number of the period; empty under three whole years.

    A factor is the mean, over the first three whole years, of value ÷ mean of its year; they average 1.
    """
    years: defaultdict[int, dict[int, float]] = defaultdict(dict)
    for period, value in series:
        if value is not None:
            years[period.year][period.number] = value
    count = per_year(series[0][0].kind) if series else 0
    whole = [year for year in years.values() if len(year) == count and fmean(year.values()) > 0]
    if len(whole) < _YEARS_OF_SEASONS:
        return {}
    basis = whole[:_YEARS_OF_SEASONS]
    return {number: fmean(year[number] / fmean(year.values()) for year in basis) for number in basis[0]}


def without_season(series: Series) -> tuple[tuple[Period, float | None], ...]:
    """Values divided by the factor of their time of year, unknown where that factor is 0 or not known."""
    factors = seasonal_factors(series)
    return tuple(
        (period, value / factors[period.number] if value is not None and factors.get(period.number) else None)
        for period, value in series
    )


def headline_signal(chart: ControlChart) -> bool:
    """Whether the newest value is worth a headline: outside the limits, or the eighth in a row on one side.

    Stricter than the rules of the chart: with many series chance alone gives several signals each quarter.
    """
    values = [point.value for point in chart.points]
    while values and values[-1] is None:
        values.pop()
    if not values or chart.mean is None or chart.lower is None or chart.upper is None:
        return False
    if chart.points[len(values) - 1].rule == "outside":
        return True
    sides = [_side(value, chart.mean) for value in values[-LONG_RUN:]]
    return abs(sum(sides)) == LONG_RUN


def chance_of_signal(count: int) -> float:
    """The chance that the newest of `count` values makes a headline while nothing changed."""
    return next((chance for least, chance in CHANCE_OF_SIGNAL if count >= least), 0.0)


def place_in_time(period: Period) -> int:
    """A number that is one higher for each next period of the same kind."""
    return period.year * per_year(period.kind) + period.number


def before(period: Period) -> Period:
    """The period of the same kind that comes just before."""
    if period.kind is PeriodKind.YEAR:
        return Period(period.year - 1)
    if period.number > 1:
        return Period(period.year, period.kind, period.number - 1)
    return Period(period.year - 1, period.kind, per_year(period.kind))


def _of_itself(period: Period, value: float | None, known: dict[Period, float | None]) -> float | None:
    if period.number <= 1:
        return value
    return _less(value, known.get(before(period)))


def _less(value: float | None, other: float | None) -> float | None:
    return None if value is None or other is None else value - other


def _total(values: Sequence[float | None]) -> float | None:
    known = [value for value in values if value is not None]
    return sum(known) if len(known) == len(values) else None


def _side(value: float | None, mean: float) -> int:
    if value is None or value == mean:
        return 0
    return 1 if value > mean else -1
