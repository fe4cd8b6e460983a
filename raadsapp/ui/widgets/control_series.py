"""One judged series as a chart draws it: points, limits, breaks and what may not be shown."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from math import ceil, floor, log10

from raadsapp.ui.widgets.chart_scale import Scale
from raadsapp.ui.widgets.signs import Sign

_ROUND = (1.0, 2.0, 2.5, 5.0, 10.0)
# The axis starts at zero when the lowest value is below this share of the highest. Where no limits say how
# much is ordinary it does so sooner, since small differences would look large.
_FROM_ZERO, _FROM_ZERO_WITHOUT_LIMITS = 0.3, 0.7
_AIR = 0.06


@dataclass(frozen=True, slots=True, kw_only=True)
class SeriesPoint:
    """One period of a series, and what is known of it. `tick` is its name on the axis.

    `words` is its value as it is written. `low` and `high` are the margin of chance, where that is drawn.
    `mean`, `lower` and `upper` are the limits at this point, which follow the season when there is one.
    `after_break` says that is counted otherwise from here on, `anew` that only the limits begin anew here.
    """

    label: str
    year: int
    tick: str
    value: float | None
    words: str
    sign: Sign = Sign.OPEN
    rule: str = ""
    suppressed: bool = False
    provisional: bool = False
    compared: bool = False
    after_break: bool = False
    anew: bool = False
    low: float | None = None
    high: float | None = None
    mean: float | None = None
    lower: float | None = None
    upper: float | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ControlSeries:
    """A series with its judgement; `written` writes a value of it. `trial` limits are drawn dotted.

    `sentence` says all of it in words: what a reader who does not see the chart is told.
    """

    name: str
    points: tuple[SeriesPoint, ...] = ()
    written: Callable[[float], str] = str
    trial: bool = False
    median: float | None = None
    target: float | None = None
    target_words: str = ""
    sentence: str = ""

    @property
    def has_values(self) -> bool:
        """Whether there is any value to draw: else an axis would only seem to say something."""
        return any(point.value is not None for point in self.points)

    @property
    def has_limits(self) -> bool:
        """Whether there are limits to draw."""
        return any(point.lower is not None or point.upper is not None for point in self.points)

    @property
    def pieces(self) -> tuple[tuple[SeriesPoint, ...], ...]:
        """Points that may be joined: neighbours in time with a value, and no break between them."""
        found: list[list[SeriesPoint]] = [[]]
        for point in self.points:
            if (point.value is None or point.after_break) and found[-1]:
                found.append([])
            if point.value is not None:
                found[-1].append(point)
        return tuple(tuple(piece) for piece in found if piece)


def scale_of(series: Iterable[ControlSeries], steps: int = 4) -> Scale:
    """One axis on which all these series fit, in round steps; from zero unless that would flatten them."""
    shown = tuple(series)
    values = [value for one in shown for value in _values(one)]
    if not values:
        return Scale()
    low, high = min(values), max(values)
    share = _FROM_ZERO if any(one.has_limits for one in shown) else _FROM_ZERO_WITHOUT_LIMITS
    if 0 <= low < share * high or low == high:
        low = min(low, 0.0)
    span = (high - low) or 1.0
    low, high = (low - span * _AIR if low else low), high + span * _AIR
    rough = (high - low) / steps
    size = 10.0 ** floor(log10(rough))
    step = next(part * size for part in _ROUND if part * size >= rough * (1 - 1e-9))
    return Scale(floor(low / step * 2 + 1e-9) * step / 2, ceil(high / step * 2 - 1e-9) * step / 2, step)


def _values(series: ControlSeries) -> Iterable[float]:
    for point in series.points:
        known = (point.value, point.low, point.high, point.lower, point.upper)
        yield from (value for value in known if value is not None)
    yield from (value for value in (series.target, series.median) if value is not None)
