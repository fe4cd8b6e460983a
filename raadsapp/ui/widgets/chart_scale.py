"""The axis of values: round steps, calm changes, Dutch labels."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from math import ceil, floor, isfinite, log10

from raadsapp.texts import euro, exact, number

MILLION = 1_000_000
_ROUND_STEPS = (1.0, 2.0, 2.5, 5.0, 10.0)
_MOST_STEPS = 5
_FEW_STEPS = 3
_HEADROOM = 0.06
_TOO_ROOMY = 0.6


@dataclass(frozen=True, slots=True)
class Scale:
    """A range from `low` to `high` with a label at every multiple of `step`."""

    low: float = 0.0
    high: float = 1.0
    step: float = 1.0

    @property
    def ticks(self) -> tuple[float, ...]:
        """The labelled values, rising."""
        first, last = ceil(self.low / self.step - 1e-9), floor(self.high / self.step + 1e-9)
        return tuple(index * self.step for index in range(first, last + 1))

    def holds(self, values: Iterable[float]) -> bool:
        """Whether every value lies within the range."""
        return all(self.low <= value <= self.high for value in values)


@dataclass(frozen=True, slots=True)
class ValueAxis:
    """What an axis counts: how a value is written, and the value whose label is as wide as most.

    `least` is always on the axis, so that next to nothing looks like it. Above `most` a value is only marked.
    """

    label: Callable[[float], str]
    usual: float
    least: float = 0.0
    most: float | None = None
    steps: int = _MOST_STEPS

    def compact(self) -> "ValueAxis":
        """The same with fewer labels, for a small chart."""
        return replace(self, steps=_FEW_STEPS)

    def within(self, value: float) -> float:
        """The value, or the most the axis shows."""
        return value if self.most is None else min(value, self.most)

    def eased(self, current: Scale, values: Iterable[float]) -> Scale:
        """The scale to ease to from the current one, for these values."""
        return eased(current, (self.least, *map(self.within, values)), self.steps)


def scale_for(values: Iterable[float], steps: int = _MOST_STEPS) -> Scale:
    """A scale in some `steps` round steps from zero, or below it, with air above the highest value."""
    known = [value for value in values if isfinite(value)]
    low, high = min(0.0, *known, 0.0), max(0.0, *known, 0.0)
    if high == low:
        return Scale()
    span = high - low
    rough = span * (1 + _HEADROOM) / steps
    size = 10.0 ** floor(log10(rough))
    step = next(part * size for part in _ROUND_STEPS if part * size >= rough * (1 - 1e-9))
    top = high + span * _HEADROOM
    below = span * _HEADROOM - low if low < 0 else 0.0
    return Scale(-_half_step_up(below, step), _half_step_up(top, step), step)


def eased(current: Scale, values: Iterable[float], steps: int = _MOST_STEPS) -> Scale:
    """The scale to ease to: `current` while the values fit it and fill it well, otherwise a new one."""
    known = tuple(values)
    wanted = scale_for(known, steps)
    roomy = (wanted.high - wanted.low) < _TOO_ROOMY * (current.high - current.low)
    return current if current.holds(known) and not roomy else wanted


def money_label(value: float) -> str:
    """Short euros for an axis: `€ 300.000`, `€ 1,2 mln`, `€ 0`."""
    if abs(value) < MILLION:
        return euro(value)
    text = number(abs(value) / MILLION, 2).rstrip("0").rstrip(",")
    return f"{'−' if value < 0 else ''}€ {text} mln"


def _half_step_up(value: float, step: float) -> float:
    return ceil(value / step * 2 - 1e-9) * step / 2


MONEY = ValueAxis(money_label, usual=800_000)
COUNT = ValueAxis(exact, usual=1_000)
