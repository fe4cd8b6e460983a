"""The judgement of one series: which rule applies, what it shows, and whether it is signal or chance."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from statistics import median
from typing import Literal

from raadsapp.domain.goals import Counting, Polarity
from raadsapp.domain.observation import Status
from raadsapp.domain.period import Period, PeriodKind
from raadsapp.domain.shown import Shown
from raadsapp.model import series_rules
from raadsapp.model.chance import Interval, counts_differ, poisson_interval, wilson_interval
from raadsapp.model.control_chart import ControlChart, Rule, Verdict, judge
from raadsapp.model.series_rules import BASELINE, SEASON_WIDENING, Situation

Limits = Literal["none", "trial", "fixed"]

_HUNDRED = 100
_COLOURED_FROM = 50


@dataclass(frozen=True, slots=True, kw_only=True)
class Measured:
    """What is measured: what a value stands for, which way is better, and how it may be judged.

    `counts` says that values are numbers of persons or events. `target` is in the unit of the values.
    `over_hundred` says that a percentage may well be more than 100. `breaks` are days from which is counted
    otherwise: nothing is joined across one.
    """

    counting: Counting
    polarity: Polarity
    counts: bool
    seasonal: bool = False
    target: float | None = None
    over_hundred: bool = False
    breaks: tuple[date, ...] = ()

    @property
    def by_chance(self) -> bool:
        """Whether values vary as counts of events do; those of a stock are mostly the same persons."""
        return self.counts and self.counting is not Counting.STOCK


@dataclass(frozen=True, slots=True, kw_only=True)
class JudgedPoint:
    """One period. `total` is what a share is of, where known; `by_chance` says that it counts events.

    `before_break` says that it was counted otherwise than the newest: it is shown and judges nothing.
    """

    period: Period
    value: float | None
    suppressed: bool = False
    provisional: bool = False
    before_break: bool = False
    rule: Rule | None = None
    verdict: Verdict = "common"
    total: float | None = None
    by_chance: bool = False

    @property
    def margin(self) -> Interval | None:
        """What chance alone may make of the value; worked out when asked for, as only few charts show it."""
        if self.value is None:
            return None
        if self.by_chance and self.value >= 0:
            return poisson_interval(round(self.value))
        if self.total and 0 <= self.value <= _HUNDRED:
            share = wilson_interval(self.value / _HUNDRED * self.total, self.total)
            return Interval(share.low * _HUNDRED, share.high * _HUNDRED)
        return None


@dataclass(frozen=True, slots=True, kw_only=True)
class Judgement:
    """What a series bears.

    `chart` is in the unit of the values, and of values without their season when `situation` is SEASON_OUT.
    `signal` is that of the headline rule, about the newest final value. `compared` is the point that the
    newest is held against, and `differs` whether they differ more than chance makes them (None: not to say).
    """

    situation: Situation
    points: tuple[JudgedPoint, ...]
    limits: Limits = "none"
    chart: ControlChart | None = None
    median: float | None = None
    signal: bool = False
    verdict: Verdict = "common"
    compared: JudgedPoint | None = None
    differs: bool | None = None

    @property
    def newest(self) -> JudgedPoint | None:
        """The last point with a value."""
        return next((point for point in reversed(self.points) if point.value is not None), None)

    @property
    def judged(self) -> JudgedPoint | None:
        """The newest final value, which the judgement is about."""
        final = (one for one in reversed(self.points) if one.value is not None and not one.provisional)
        return next(final, None)


def judge_series(
    shown: Sequence[Shown], measured: Measured, totals: Mapping[Period, float] | None = None
) -> Judgement:
    """Judge a series in order of time, all of one kind of period.

    `totals` are the numbers that shares (in percents) are of, where known. A provisional value is shown and
    judges nothing; a value before the last break neither.
    """
    points = tuple(_point(one, measured, totals or {}) for one in _without_gaps(shown))
    series = [(point.period, _usable(point)) for point in points]
    found = series_rules.situation(
        series, measured.counting, counts=measured.counts, seasonal=measured.seasonal
    )
    if found is Situation.NONE and any(point.provisional for point in points):
        found = Situation.PROVISIONAL
    match found:
        case Situation.FEW | Situation.SEASON:
            return _compared(found, points, measured)
        case Situation.SHORT | Situation.STOCK:
            values = [value for _, value in series if value is not None]
            return Judgement(situation=found, points=points, median=median(values))
        case Situation.SMALL_COUNTS:
            return _by_year(points, series, measured)
        case Situation.TRIAL | Situation.FULL:
            return _charted(found, points, [value for _, value in series], measured)
        case Situation.SEASON_OUT:
            plain = [value for _, value in series_rules.without_season(series)]
            return _charted(found, points, plain, measured)
        case _:
            return Judgement(situation=found, points=points)


def _without_gaps(shown: Sequence[Shown]) -> list[Shown]:
    """The series with an empty place for every period that was not delivered."""
    complete: list[Shown] = []
    before = 0
    for one in shown:
        missing: list[Shown] = []
        period = one.period
        place = series_rules.place_in_time(period)
        for _ in range(place - before - 1 if complete else 0):
            period = series_rules.before(period)
            missing.append(Shown(period, None))
        before = place
        complete += [*reversed(missing), one]
    return complete


def _point(one: Shown, measured: Measured, totals: Mapping[Period, float]) -> JudgedPoint:
    return JudgedPoint(
        period=one.period,
        value=one.value,
        suppressed=one.suppressed,
        provisional=one.value is not None and one.status is Status.PROVISIONAL,
        before_break=bool(measured.breaks) and one.period.first_day < max(measured.breaks),
        total=totals.get(one.period) if totals else None,
        by_chance=measured.by_chance,
    )


def _usable(point: JudgedPoint) -> float | None:
    """The value as far as it may be judged with the newest ones."""
    return None if point.provisional or point.before_break else point.value


def _compared(found: Situation, points: tuple[JudgedPoint, ...], measured: Measured) -> Judgement:
    """The newest value beside the one before it, or beside the same time of the year before."""
    known = [point for point in points if _usable(point) is not None]
    newest = known[-1]
    other = known[-2] if len(known) > 1 else None
    if found is Situation.SEASON:
        year_before = series_rules.year_before(newest.period)
        other = next((point for point in known if point.period == year_before), None)
    differs = None
    if measured.by_chance and other and other.value is not None and newest.value is not None:
        differs = counts_differ(round(other.value), round(newest.value))
    return Judgement(situation=found, points=points, compared=other, differs=differs)


def _by_year(points: tuple[JudgedPoint, ...], series: series_rules.Series, measured: Measured) -> Judgement:
    """Small counts per year, or as they are while no year is whole."""
    small = Situation.SMALL_COUNTS
    if series[0][0].kind is PeriodKind.YEAR:
        return _compared(small, points, measured)
    years = [Shown(year, value) for year, value in series_rules.coarser(series, PeriodKind.YEAR)]
    if not any(year.value is not None for year in years):
        return Judgement(situation=small, points=points)
    return _compared(small, tuple(_point(year, measured, {}) for year in years), measured)


def _charted(
    found: Situation, points: tuple[JudgedPoint, ...], values: Sequence[float | None], measured: Measured
) -> Judgement:
    """The control chart: with trial limits, or with limits fixed on the first twelve values."""
    places = [place for place, value in enumerate(values) if value is not None]
    fixed = len(places) >= BASELINE
    chart = judge(
        values,
        polarity=measured.polarity,
        target=measured.target,
        baseline=places[BASELINE - 1] + 1 if fixed else None,
        widening=SEASON_WIDENING if found is Situation.SEASON_OUT else 1.0,
    )
    if not fixed:
        kept = [
            one if one.rule == "outside" else replace(one, rule=None, verdict="common")
            for one in chart.points
        ]
        chart = replace(chart, points=tuple(kept))
    coloured = [_coloured(point) for point in points]
    judged = tuple(
        replace(point, rule=one.rule, verdict=one.verdict) if colour and one.rule else point
        for point, one, colour in zip(points, chart.points, coloured, strict=True)
    )
    # Trial limits tell only what lies outside them.
    told = fixed or judged[places[-1]].rule == "outside"
    signal = coloured[places[-1]] and told and series_rules.headline_signal(chart)
    verdict = judged[places[-1]].verdict
    limits: Limits = "fixed" if fixed else "trial"
    return Judgement(
        situation=found, points=judged, limits=limits, chart=chart, signal=signal, verdict=verdict
    )


def _coloured(point: JudgedPoint) -> bool:
    """Whether a value may be called a signal: a share of a small group is only a dot with a margin."""
    return point.total is None or point.total >= _COLOURED_FROM
