"""Where labels beside a time axis go: as near to their moment as their heights allow."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date


@dataclass(slots=True)
class _Stack:
    """Labels that touch: where their first top would best be, and how many there are."""

    start: float
    count: int
    height: float


def year_fraction(day: date) -> float:
    """A day as a moment on an axis in years: 1 July 2018 is about 2018.5."""
    first, following = date(day.year, 1, 1), date(day.year + 1, 1, 1)
    return day.year + (day - first).days / (following - first).days


def spread(middles: Sequence[float], heights: Sequence[float], low: float, high: float) -> list[float]:
    """Tops of labels in rising order, between `low` and `high`, with the least moving from their middles.

    Labels that would overlap are stacked around the mean of where they want to be. When all heights together
    exceed the room, they go on below `high`.
    """
    stacks: list[_Stack] = []
    for middle, height in zip(middles, heights, strict=True):
        stacks.append(_Stack(middle - height / 2, 1, height))
        while len(stacks) > 1 and stacks[-2].start + stacks[-2].height > stacks[-1].start:
            lower, upper = stacks.pop(), stacks.pop()
            wanted = upper.start * upper.count + (lower.start - upper.height) * lower.count
            count = upper.count + lower.count
            stacks.append(_Stack(wanted / count, count, upper.height + lower.height))
    return _tops(stacks, heights, low, high)


def _tops(stacks: Sequence[_Stack], heights: Sequence[float], low: float, high: float) -> list[float]:
    starts: list[float] = []
    limit = high
    for stack in reversed(stacks):
        starts.append(min(stack.start, limit - stack.height))
        limit = starts[-1]
    tops: list[float] = []
    remaining = iter(heights)
    bottom = low
    for stack, start in zip(stacks, reversed(starts), strict=True):
        bottom = max(start, bottom)
        for _ in range(stack.count):
            tops.append(bottom)
            bottom += next(remaining)
    return tops
