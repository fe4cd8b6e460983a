"""What chance alone makes of a count or a percentage: exact and well-behaved intervals, and funnel limits.

Sources: Garwood, Fiducial limits for the Poisson distribution, Biometrika 28 (1936); Wilson, Probable
inference, the law of succession, and statistical inference, JASA 22 (1927); Spiegelhalter, Funnel plots for
comparing institutional performance, Statistics in Medicine 24 (2005).
"""

import math
from dataclasses import dataclass
from statistics import NormalDist

CONFIDENCE = 0.95
FUNNEL = (0.95, 0.998)
"""The two pairs of limits of a funnel: a warning, and a signal."""

_STEPS = 200
_CLOSE = 5e-5
_ROUNDING = 1e-16


@dataclass(frozen=True, slots=True)
class Interval:
    """Bounds in the unit of what they are about; `low` ≤ `high`."""

    low: float
    high: float


def poisson_interval(count: int, confidence: float = CONFIDENCE) -> Interval:
    """Exact (Garwood) interval for the number expected, when `count` were counted.

    17 counted may well have been anything from 9.9 to 27.2. ValueError for a negative count.
    """
    if count < 0:
        message = "a count is not negative"
        raise ValueError(message)
    tail = (1 - confidence) / 2
    low = _solved(count, tail) if count else 0.0
    return Interval(low, _solved(count + 1, 1 - tail))


def wilson_interval(count: float, total: float, confidence: float = CONFIDENCE) -> Interval:
    """Wilson's interval for the share that `count` of `total` shows, as parts of 1.

    ValueError unless 0 ≤ `count` ≤ `total` and `total` is above 0.
    """
    if not 0 <= count <= total or not total:
        message = "a share is of something, and not more than all of it"
        raise ValueError(message)
    z = _z(confidence)
    share = count / total
    room = z * z / total
    centre = (share + room / 2) / (1 + room)
    half = math.sqrt(share * (1 - share) * room + (room / 2) ** 2) / (1 + room)
    return Interval(centre - half if count else 0.0, centre + half if count < total else 1.0)


def funnel_limits(share: float, total: float, confidence: float) -> Interval:
    """Between which shares (parts of 1) a group of `total` falls by chance when all have `share`.

    ValueError unless `share` lies within 0–1 and `total` is above 0.
    """
    if not 0 <= share <= 1 or total <= 0:
        message = "a share lies within 0 and 1, of a group"
        raise ValueError(message)
    half = _z(confidence) * math.sqrt(share * (1 - share) / total)
    return Interval(max(0.0, share - half), min(1.0, share + half))


def counts_differ(one: int, other: int, confidence: float = CONFIDENCE) -> bool:
    """Whether two counts differ more than chance makes them: the exact conditional (binomial) test.

    Of all that were counted each fell in either with equal chance, when nothing changed. Source: Przyborowski
    and Wilenski, Homogeneity of results in testing samples from Poisson series, Biometrika 31 (1940).
    ValueError for a negative count.
    """
    if min(one, other) < 0:
        message = "a count is not negative"
        raise ValueError(message)
    total, fewest = one + other, min(one, other)
    log_chances = (
        math.lgamma(total + 1) - math.lgamma(k + 1) - math.lgamma(total - k + 1) for k in range(fewest + 1)
    )
    tail = math.fsum(math.exp(chance - total * math.log(2)) for chance in log_chances)
    return 2 * tail < 1 - confidence


def _z(confidence: float) -> float:
    return NormalDist().inv_cdf((1 + confidence) / 2)


def _solved(shape: int, probability: float) -> float:
    """The x at which the gamma distribution of this shape has reached `probability`.

    Halley's method from the approximation of Wilson and Hilferty (PNAS 17, 1931), by halving where a step
    would leave the bounds known so far. What a last small step leaves is of its third power.
    """
    z = NormalDist().inv_cdf(probability)
    x = shape * max(1 - 1 / (9 * shape) + z / (3 * math.sqrt(shape)), 0.1) ** 3
    low, high = 0.0, math.inf
    for _ in range(_STEPS):
        gap = _gamma(shape, x) - probability
        low, high = (low, x) if gap > 0 else (x, high)
        step = gap / _chance_of(shape - 1, x)
        step /= max(1 - step * ((shape - 1) / x - 1) / 2, 0.5)
        better = x - step if low < x - step < high else (low + min(high, 2 * x)) / 2
        if abs(better - x) <= _CLOSE * x:
            return better
        x = better
    return x


def _gamma(shape: int, x: float) -> float:
    """Regularised incomplete gamma function: the chance of `shape` events or more when x are expected.

    Added up from `shape` events on upwards, or from one less downwards: the way in which terms get smaller.
    """
    if x < shape:
        term = total = _chance_of(shape, x)
        count = shape
        while term > _ROUNDING * total:
            count += 1
            term *= x / count
            total += term
        return total
    term = total = _chance_of(shape - 1, x)
    for count in range(shape - 1, 0, -1):
        term *= count / x
        total += term
        if term < _ROUNDING * total:
            break
    return 1 - total


def _chance_of(count: int, expected: float) -> float:
    """The chance of exactly `count` events."""
    return math.exp(count * math.log(expected) - expected - math.lgamma(count + 1))
