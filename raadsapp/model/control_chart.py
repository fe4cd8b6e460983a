"""Signal or chance: the XmR control chart of one series, with the four rules of ‘Making data count’.

Method: mean ± 2.66 × the mean moving range; moving ranges above 3.267 × their mean left out when screening;
rules, their order and what each point of a pattern is called as in NHS England's ‘Making data count’ and its
reference implementation, the R package NHSRplotthedots.
"""

import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Literal

from raadsapp.domain.goals import Polarity

Rule = Literal["outside", "trend", "near", "run"]
Verdict = Literal["common", "improvement", "concern", "high", "low"]
Assurance = Literal["pass", "fail", "inconsistent"]

_LIMIT = 2.66
_SCREEN = 3.267
_NEAR = 2 / 3
_PATTERN = 7
_NEIGHBOURS = 3
_CLOSE = 2
# Rounding of the mean may not make a signal: differences below this part of the largest value are none.
_ROUNDING = 1e-12
_HIGH, _LOW = 1, -1


@dataclass(frozen=True, slots=True)
class Point:
    """One value of the series; None where it is missing.

    `rule` is the first that makes it a signal, in the order outside, trend, near, run, else None; `verdict`
    what that means: improvement or concern by polarity, `high` or `low` where neither way is better.
    """

    value: float | None
    rule: Rule | None
    verdict: Verdict


@dataclass(frozen=True, slots=True)
class ControlChart:
    """The judgement of one series, in the unit of its values.

    `lower` and `upper` are None when no two values follow each other. `variation` is the verdict on the
    newest value; `assurance` says whether the target is always reached, never, or now and then, by the
    limits; None without target, limits or better way.
    """

    mean: float | None
    lower: float | None
    upper: float | None
    points: tuple[Point, ...]
    variation: Verdict
    assurance: Assurance | None


def judge(
    values: Sequence[float | None],
    *,
    polarity: Polarity | Literal["up", "down", "neutral"],
    target: float | None = None,
    screen_outliers: bool = True,
    baseline: int | None = None,
    widening: float = 1.0,
) -> ControlChart:
    """Judge a series in order of time; None or NaN is a missing value.

    `polarity` says which way is better. Mean and limits come from the first `baseline` places of the series
    (None: all); the limits then lie `widening` times as far from the mean. A missing value gives no moving
    range and ends every pattern. ValueError for an infinite value, an unknown polarity, or a baseline
    below 1.
    """
    better = Polarity(polarity)
    series = [_present(value) for value in values]
    if baseline is not None and baseline < 1:
        message = "a baseline has at least one value"
        raise ValueError(message)
    basis = series[:baseline]
    mean = _mean([value for value in basis if value is not None])
    spread = _moving_range(basis, screen=screen_outliers)
    if mean is None or spread is None:
        points = tuple(Point(value, None, "common") for value in series)
        return ControlChart(mean, None, None, points, "common", None)
    limit = widening * _LIMIT * spread
    lower, upper = mean - limit, mean + limit
    found = _signals(series, mean, limit)
    points = tuple(
        Point(value, *((rule, _verdict(way, better)) if rule else (None, "common")))
        for value, (rule, way) in zip(series, found, strict=True)
    )
    newest = next((point for point in reversed(points) if point.value is not None), None)
    variation: Verdict = newest.verdict if newest else "common"
    return ControlChart(mean, lower, upper, points, variation, _assurance(target, lower, upper, better))


def _present(value: float | None) -> float | None:
    if value is None or math.isnan(value):
        return None
    if math.isinf(value):
        message = "a series has finite values"
        raise ValueError(message)
    return float(value)


def _mean(values: Sequence[float]) -> float | None:
    if not values:
        return None
    # Of equal values the mean is that value, whatever rounding makes of their sum.
    return values[0] if min(values) == max(values) else math.fsum(values) / len(values)


def _moving_range(values: Sequence[float | None], *, screen: bool) -> float | None:
    """Mean difference between values that follow each other, None when there are no two."""
    ranges = [abs(new - old) for old, new in pairwise(values) if old is not None and new is not None]
    mean = _mean(ranges)
    if mean is None or not screen:
        return mean
    return _mean([size for size in ranges if size <= _SCREEN * mean])


def _signals(series: Sequence[float | None], mean: float, limit: float) -> list[tuple[Rule | None, int]]:
    """Per value the rule that makes it a signal, and whether upwards (1) or downwards (-1)."""
    largest = max((abs(value) for value in series if value is not None), default=0.0)
    rounding = _ROUNDING * largest
    away = [None if value is None else value - mean for value in series]
    sides = [0 if gap is None else _sign(gap, rounding) for gap in away]
    outside = [gap is not None and abs(gap) > limit + rounding for gap in away]
    close = [
        gap is not None and not out and abs(gap) > _NEAR * limit + rounding
        for gap, out in zip(away, outside, strict=True)
    ]
    trends = _trends(series)
    runs = _of_windows(_runs(sides), len(series))
    near = _of_windows(_near(sides, close), len(series))
    found: list[tuple[Rule | None, int]] = []
    for place, side in enumerate(sides):
        if outside[place]:
            found.append(("outside", side))
        elif trends[place]:
            found.append(("trend", trends[place]))
        elif near[place] and close[place]:
            found.append(("near", side))
        elif runs[place]:
            found.append(("run", side))
        else:
            found.append((None, 0))
    return found


def _trends(series: Sequence[float | None]) -> list[int]:
    """Per value whether it is one of seven that all rise (1) or all fall (-1); at a turn the later counts."""
    steps = [0 if old is None or new is None else _sign(new - old, 0.0) for old, new in pairwise(series)]
    ways = [0] * len(series)
    for first in range(len(series) - _PATTERN + 1):
        window = steps[first : first + _PATTERN - 1]
        if window[0] and len(set(window)) == 1:
            ways[first : first + _PATTERN] = [window[0]] * _PATTERN
    return ways


def _runs(sides: Sequence[int]) -> Iterator[range]:
    """Seven in a row on one side of the mean."""
    for first in range(len(sides) - _PATTERN + 1):
        if abs(sum(sides[first : first + _PATTERN])) == _PATTERN:
            yield range(first, first + _PATTERN)


def _near(sides: Sequence[int], close: Sequence[bool]) -> Iterator[range]:
    """Three in a row on one side of the mean, of which two are near the limit."""
    for first in range(len(sides) - _NEIGHBOURS + 1):
        window = slice(first, first + _NEIGHBOURS)
        if abs(sum(sides[window])) == _NEIGHBOURS and sum(close[window]) >= _CLOSE:
            yield range(first, first + _NEIGHBOURS)


def _of_windows(windows: Iterator[range], count: int) -> list[bool]:
    members = {place for window in windows for place in window}
    return [place in members for place in range(count)]


def _sign(difference: float, rounding: float) -> int:
    if abs(difference) <= rounding:
        return 0
    return _HIGH if difference > 0 else _LOW


def _verdict(way: int, better: Polarity) -> Verdict:
    if better is Polarity.NEUTRAL:
        return "high" if way == _HIGH else "low"
    return "improvement" if (way == _HIGH) == (better is Polarity.UP) else "concern"


def _assurance(target: float | None, lower: float, upper: float, better: Polarity) -> Assurance | None:
    if target is None or better is Polarity.NEUTRAL:
        return None
    if lower <= target <= upper:
        return "inconsistent"
    return "pass" if (target < lower) == (better is Polarity.UP) else "fail"
