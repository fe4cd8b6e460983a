"""Assumptions drawn around their sliders, always from the same shuffled chances.

Each lever has its own stream of random numbers, made from the seed and its name: a slider that moves shifts
its own draws smoothly and leaves all others as they were, so a band never shakes. The chances are the middles
of equal slices (a Latin hypercube), shuffled per lever.
"""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from raadsapp.model.levers import CHOICES, Array, Levers, Precision, Value
from raadsapp.model.pert import standard_quantiles
from raadsapp.model.region import Region

MEAN = CHOICES["base_year"].index("mean")
MEASURED = tuple(CHOICES["base_year"].index(year) for year in ("2015", "2016", "2017"))
"""Codes of the base years that `mean` is the mean of."""
_EXACT = 9
"""Decimals of a likeliest value on 0 … 1; behind them a moving slider leaves only rounding."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Spread:
    """How far a lever is drawn below (`under`, ≤ 0) and above its slider, and the range it stays in."""

    lever: str
    under: float
    above: float
    low: float
    high: float

    def ends(self, slider: float) -> tuple[float, float]:
        """The lowest and the highest value around a slider."""
        return max(slider + self.under, self.low), min(slider + self.above, self.high)


def order(stream: str, draws: int, seed: int) -> NDArray[np.intp]:
    """Which slice of chance each draw of a stream is in, shape (draws,); the same for one seed and name."""
    return np.random.default_rng([seed, *stream.encode()]).permutation(draws)


class _Stream:
    """Draws of one PERT; the standard ones are kept as long as the shape stays the same."""

    def __init__(self, name: str, draws: int, seed: int, precision: Precision) -> None:
        self._order = order(name, draws, seed)
        self._precision = precision
        self._mode = -1.0
        self._standard = self._drawn = np.empty(0)
        self._around = (0.0, 0.0, 0.0)

    def around(self, lowest: float, likeliest: float, highest: float) -> Array:
        """Values between two different ends around a likeliest one, shape (draws,)."""
        if self._around != (lowest, likeliest, highest):
            self._around = (lowest, likeliest, highest)
            self._shape(round((likeliest - lowest) / (highest - lowest), _EXACT))
            self._drawn = self._standard * (highest - lowest) + lowest
        return self._drawn

    def _shape(self, mode: float) -> None:
        if mode != self._mode:
            self._mode = mode
            rising: Array = standard_quantiles(mode, len(self._order)).astype(self._precision)
            self._standard = rising[self._order]


class Draws:
    """Batches of scenarios of a region: uncertain levers around their sliders, and weights of the members.

    Each spread is a PERT with the slider as its likeliest value; its ends are cut off at the lever's range.
    The base year `mean` becomes 2015, 2016 or 2017 with equal chance. The weight of a scaled municipality is
    a PERT within its own bounds.
    """

    def __init__(
        self, region: Region, spreads: tuple[Spread, ...], draws: int, seed: int, precision: Precision
    ) -> None:
        self._spreads = spreads
        self._streams = {spread.lever: _Stream(spread.lever, draws, seed, precision) for spread in spreads}
        self._base_years = np.array(MEASURED)[order("base_year", draws, seed) * len(MEASURED) // draws]
        weights = [member.facts.weight for member in region.members]
        self.weights: tuple[Value, ...] = tuple(
            _Stream(f"weight {place}", draws, seed, precision).around(weight.low, weight.value, weight.high)
            if weight.low < weight.high
            else weight.value
            for place, weight in enumerate(weights)
        )

    def around(self, levers: Levers) -> dict[str, Array | NDArray[np.intp]]:
        """The levers that are uncertain at this setting, each of shape (draws,)."""
        drawn: dict[str, Array | NDArray[np.intp]] = {}
        for spread in self._spreads:
            slider = float(getattr(levers, spread.lever))
            lowest, highest = spread.ends(slider)
            if lowest < highest:
                drawn[spread.lever] = self._streams[spread.lever].around(lowest, slider, highest)
        if levers.base_year == MEAN:
            drawn["base_year"] = self._base_years
        return drawn
