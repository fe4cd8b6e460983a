"""A judgement as a chart and a sign show it."""

from collections.abc import Collection, Iterator
from dataclasses import dataclass
from datetime import date
from functools import partial
from itertools import pairwise

from raadsapp.domain.period import Period, PeriodKind
from raadsapp.model.control_chart import Rule, Verdict
from raadsapp.model.series_judgement import JudgedPoint
from raadsapp.model.series_rules import Situation
from raadsapp.services.judgements import Judged
from raadsapp.texts import MONTHS, amount, exact
from raadsapp.ui.widgets.control_series import ControlSeries, SeriesPoint
from raadsapp.ui.widgets.signs import Sign

_VERDICTS: dict[Verdict, Sign] = {
    "improvement": Sign.BETTER,
    "concern": Sign.WORSE,
    "high": Sign.HIGHER,
    "low": Sign.LOWER,
    "common": Sign.CHANCE,
}
_RULES: dict[Rule | None, str] = {
    None: "",
    "outside": "buiten de grenzen",
    "run": "zeven of meer op rij aan één kant",
    "trend": "zeven of meer op rij dezelfde kant op",
    "near": "twee van drie dicht bij de grens",
}
_WITH_MARGIN = frozenset({Situation.FEW, Situation.SMALL_COUNTS})
_ALL = 100.0
_SMALL_GROUP = 50
_WHOLE = 100


def sign_of(judged: Judged) -> Sign:
    """The sign of the newest final figure, or why there is none."""
    judgement = judged.judgement
    if judgement.newest is None:
        return Sign.HIDDEN if any(point.suppressed for point in judgement.points) else Sign.NONE
    return Sign.OPEN if judgement.chart is None else _VERDICTS[judgement.verdict]


def newest_words(judged: Judged) -> str:
    """The newest figure as it is written, empty without one."""
    newest = judged.judgement.newest
    return "" if newest is None or newest.value is None else amount(newest.value, judged.unit)


@dataclass(frozen=True, slots=True)
class _Breaks:
    """Places from which is counted otherwise, and from which only the limits begin anew."""

    counted: frozenset[int]
    anew: frozenset[int]


def series_of(judged: Judged) -> ControlSeries:
    """What a chart of this judgement draws."""
    judgement = judged.judgement
    limits = dict(_limits(judged))
    breaks = _Breaks(
        counted=frozenset(_first_from(judged, {one.since for one in judged.breaks})),
        anew=frozenset(_first_from(judged, {judged.baseline.since.first_day} if judged.baseline else set())),
    )
    whiskers = judgement.situation in _WITH_MARGIN
    points = tuple(
        _point(judged, place, limits.get(place, (None, None, None)), breaks, whiskers=whiskers)
        for place in range(len(judgement.points))
    )
    written = partial(_written, judged.unit)
    return ControlSeries(
        name=judged.indicator.title,
        points=points,
        written=written,
        trial=judgement.limits == "trial",
        median=judgement.median,
        target=judged.target,
        target_words=f"norm {written(judged.target)}" if judged.target is not None else "",
        sentence=judged.sentence,
    )


def _point(
    judged: Judged,
    place: int,
    limits: tuple[float | None, float | None, float | None],
    breaks: _Breaks,
    *,
    whiskers: bool,
) -> SeriesPoint:
    point = judged.judgement.points[place]
    compared = judged.judgement.compared
    drawn = point.margin if whiskers or _few(point) else None
    return SeriesPoint(
        label=point.period.label,
        year=point.period.year,
        tick=_tick(point.period),
        value=point.value,
        words="" if point.value is None else amount(point.value, judged.unit),
        sign=_VERDICTS[point.verdict],
        rule=_RULES[point.rule],
        suppressed=point.suppressed,
        provisional=point.provisional,
        compared=compared is not None and compared.period == point.period,
        after_break=place in breaks.counted,
        anew=place in breaks.anew,
        low=drawn.low if drawn else None,
        high=drawn.high if drawn else None,
        mean=limits[0],
        lower=limits[1],
        upper=limits[2],
    )


def _few(point: JudgedPoint) -> bool:
    return point.total is not None and point.total < _SMALL_GROUP


def _limits(judged: Judged) -> Iterator[tuple[int, tuple[float | None, float | None, float | None]]]:
    """Per place mean, lower and upper limit, from the first value they judge on; with the season in them.

    A limit that no value can pass, under zero or over all, is left out.
    """
    judgement = judged.judgement
    chart = judgement.chart
    if chart is None or chart.mean is None or chart.lower is None or chart.upper is None:
        return
    values = [point.value for point in judgement.points if point.value is not None]
    negative, over = min(values) < 0, judged.measured.over_hundred or max(values) > _ALL
    factors = _factors(judged)
    first = next(place for place, point in enumerate(chart.points) if point.value is not None)
    for place in range(first, len(judgement.points)):
        factor = factors.get(judgement.points[place].period.number) if factors else 1.0
        if factor is None:
            continue
        lower, upper = chart.lower * factor, chart.upper * factor
        yield (
            place,
            (
                chart.mean * factor,
                lower if lower > 0 or negative else None,
                None if judged.unit == "%" and upper > _ALL and not over else upper,
            ),
        )


def _factors(judged: Judged) -> dict[int, float]:
    """What the season makes of each time of year, as the judgement left it out; empty without season."""
    judgement = judged.judgement
    if judgement.situation is not Situation.SEASON_OUT or judgement.chart is None:
        return {}
    return {
        raw.period.number: raw.value / plain.value
        for raw, plain in zip(judgement.points, judgement.chart.points, strict=True)
        if raw.value and plain.value
    }


def _first_from(judged: Judged, days: Collection[date]) -> Iterator[int]:
    """Places of the first periods from these days on."""
    for place, (before, point) in enumerate(pairwise(judged.judgement.points), 1):
        if any(before.period.first_day < day <= point.period.first_day for day in days):
            yield place


def _tick(period: Period) -> str:
    match period.kind:
        case PeriodKind.YEAR:
            return str(period.year)
        case PeriodKind.MONTH:
            return MONTHS[period.number - 1][:3]
        case PeriodKind.HALF_YEAR:
            return f"H{period.number}"
        case _:
            return f"K{period.number}"


def _written(unit: str, value: float) -> str:
    """A value on an axis: short, with its unit only where that is one sign."""
    rounded = float(round(value)) if abs(value) >= _WHOLE else round(value, 1)
    return amount(rounded, unit) if unit in {"%", "€", "‰"} else exact(rounded)
