"""The axis of a bar chart: as wide as the words beside the bars allow."""

from collections.abc import Iterable
from math import isfinite
from typing import NamedTuple

from raadsapp.ui.widgets.bar_rows import Bar, Bars

_HALVINGS = 40
_LEAST_ROOM = 40.0
_NO_LENGTH = 1e-9


class Range(NamedTuple):
    """The values at the left and right edge of the axis."""

    low: float = 0.0
    high: float = 1.0

    def x(self, value: float, width: float) -> float:
        """Pixels from the left edge, kept within the axis; infinite values lie at its edges."""
        share = (value - self.low) / (self.high - self.low)
        return min(max(share, 0.0), 1.0) * width

    def between(self, other: "Range", share: float) -> "Range":
        """Part of the way from this range to another."""
        return Range(self.low + (other.low - self.low) * share, self.high + (other.high - self.high) * share)


class Reach(NamedTuple):
    """A value that must be in the picture, with pixels for words to its left and right."""

    value: float
    left: float
    right: float


def within(value: float, bounds: tuple[float, float] | None) -> float:
    """The value, or the bound it passes."""
    return min(max(value, bounds[0]), bounds[1]) if bounds else value


def points_right(bar: Bar) -> bool:
    """Whether the words of a bar stand to its right."""
    return bar.end >= bar.begin


def reaches(bars: Bars, words: Iterable[float]) -> list[Reach]:
    """What must be in the picture; `words` are the widths of the words of each bar, in order."""
    found = []
    every = (bar for row in bars.rows for bar in row.bars)
    for bar, width in zip(every, words, strict=True):
        right = points_right(bar)
        end = within(bar.end, bars.bounds)
        found.append(Reach(within(bar.begin, bars.bounds), 0.0, 0.0))
        if isfinite(end):
            found.append(Reach(end, 0.0 if right else width, width if right else 0.0))
    if bars.line is not None and bars.line_fits:
        found.append(Reach(bars.line, 0.0, 0.0))
    return [reach for reach in found if isfinite(reach.value)]


def fitted(found: list[Reach], width: float) -> Range:
    """The range in which every value and its words fit in `width` pixels, as large as can be."""
    values = [reach.value for reach in found] or [0.0]
    low, high = min(values), max(values)
    span = high - low
    if span <= _NO_LENGTH * max(abs(low), abs(high), 1.0):
        return Range(low - 1.0, high + 1.0)
    least, most = min(_LEAST_ROOM, width) / span, max(width, 1.0) / span
    for _ in range(_HALVINGS):
        scale = (least + most) / 2
        if _needed(found, scale) <= width:
            least = scale
        else:
            most = scale
    left = max(reach.left - (reach.value - low) * least for reach in found)
    start = low - left / least
    return Range(start, start + width / least)


def _needed(found: list[Reach], scale: float) -> float:
    left = max(reach.left - reach.value * scale for reach in found)
    right = max(reach.right + reach.value * scale for reach in found)
    return left + right
