"""A band around a scenario: assumptions drawn around their sliders, always from the same shuffled chances.

Each lever has its own stream of random numbers, made from the seed and its name: a slider that moves shifts
its own draws smoothly and leaves all others as they were, so a band never shakes. The chances are the middles
of equal slices (a Latin hypercube), shuffled per lever.
"""

from dataclasses import dataclass

import numpy as np

from raadsapp.model.levers import CHOICES, Array, Code, Levers, Value, altered
from raadsapp.model.pert import quantiles
from raadsapp.model.region import Region, run_region
from raadsapp.model.scenario import OUTCOMES

MEAN = CHOICES["base_year"].index("mean")
MEASURED = tuple(CHOICES["base_year"].index(year) for year in ("2015", "2016", "2017"))
"""Codes of the base years that `mean` is the mean of."""
RANKS = (0.1, 0.5, 0.9)


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


@dataclass(frozen=True, slots=True, kw_only=True)
class Quantiles:
    """P10, P50 and P90 of an outcome, each of shape (years,)."""

    outcome: str
    p10: Array
    p50: Array
    p90: Array


@dataclass(frozen=True, slots=True, kw_only=True)
class Band:
    """What the draws say; `share_fits` is the share in which `demand_cost` is within `lumpsum`, by year."""

    draws: int
    seed: int
    quantiles: tuple[Quantiles, ...]
    share_fits: Array

    def find(self, outcome: str) -> Quantiles | None:
        """The quantiles of an outcome, or None where it was not asked for."""
        return next((one for one in self.quantiles if one.outcome == outcome), None)


def chances(stream: str, draws: int, seed: int) -> Array:
    """The chances of a stream, between 0 and 1, shape (draws,): the same for the same seed and name."""
    generator = np.random.default_rng([seed, *stream.encode()])
    return (generator.permutation(draws) + 0.5) / draws


def draw(
    levers: Levers, region: Region, spreads: tuple[Spread, ...], draws: int, seed: int
) -> tuple[Levers, tuple[Value, ...]]:
    """A batch of `draws` scenarios around `levers`, and the weights of the members.

    Each spread is a PERT with the slider as its likeliest value; its ends are cut off at the lever's range.
    The base year `mean` becomes 2015, 2016 or 2017 with equal chance. The weight of a scaled municipality is
    a PERT within its own bounds.
    """
    drawn: dict[str, Value | Code] = {}
    for spread in spreads:
        slider = float(getattr(levers, spread.lever))
        lowest, highest = spread.ends(slider)
        drawn[spread.lever] = quantiles(chances(spread.lever, draws, seed), lowest, slider, highest)
    if levers.base_year == MEAN:
        third = (chances("base_year", draws, seed) * len(MEASURED)).astype(np.intp)
        drawn["base_year"] = np.array(MEASURED)[third]
    weights = (member.facts.weight for member in region.members)
    return altered(levers, drawn), tuple(
        quantiles(chances(f"weight {place}", draws, seed), weight.low, weight.value, weight.high)
        for place, weight in enumerate(weights)
    )


def band(
    levers: Levers,
    region: Region,
    spreads: tuple[Spread, ...],
    draws: int,
    seed: int,
    outcomes: tuple[str, ...] = OUTCOMES,
) -> Band:
    """Quantiles of shown outcomes and the share of draws that fits, from at least one draw."""
    batch, weights = draw(levers, region, spreads, draws, seed)
    outcome = run_region(batch, region, weights)
    fits = outcome.demand_cost <= outcome.lumpsum
    return Band(
        draws=draws,
        seed=seed,
        quantiles=tuple(_quantiles(name, getattr(outcome, name)) for name in outcomes),
        share_fits=fits.mean(axis=0),
    )


def _quantiles(outcome: str, values: Array) -> Quantiles:
    """By rank, without interpolation: with 10,001 draws exactly ranks 1000, 5000 and 9000."""
    ranks = [round(rank * (len(values) - 1)) for rank in RANKS]
    ordered = np.partition(values, ranks, axis=0)
    p10, p50, p90 = ordered[ranks]
    return Quantiles(outcome=outcome, p10=p10, p50=p50, p90=p90)
