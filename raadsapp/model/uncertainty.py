"""A band around a scenario: what comes out when the uncertain assumptions are drawn around their sliders."""

from collections.abc import Mapping
from dataclasses import dataclass
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

from raadsapp.model.draws import Draws, Spread
from raadsapp.model.levers import Array, Levers, Precision, altered
from raadsapp.model.region import Region, run_region
from raadsapp.model.scenario import OUTCOMES, Outcome

RANKS = (0.1, 0.5, 0.9)
_AT_ONCE = 3_400
"""Draws worked out at once: so many that what lies in between stays near the processor."""


@dataclass(frozen=True, slots=True)
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


class Bands:
    """Bands around any setting of the levers of a region, from at least one draw, always the same ones.

    Keeps the draws of levers that stay where they are and the memory for the outcomes, so that a slider can
    be followed. All that is drawn is in `precision`.
    """

    def __init__(
        self,
        region: Region,
        spreads: tuple[Spread, ...],
        draws: int,
        seed: int,
        precision: Precision = "float32",
    ) -> None:
        self._region, self._draws, self._seed, self._precision = region, draws, seed, precision
        self._assumptions = Draws(region, spreads, draws, seed, precision)
        self._space: Array = np.empty((0, len(region.years), draws), precision)
        ends = [draws * part // -(-draws // _AT_ONCE) for part in range(-(-draws // _AT_ONCE) + 1)]
        self._parts = [slice(*pair) for pair in pairwise(ends)]

    def of(self, levers: Levers, outcomes: tuple[str, ...] = OUTCOMES) -> Band:
        """Quantiles of these outcomes and the share of draws that fits, around levers that are scalars."""
        if len(outcomes) > len(self._space):
            self._space = np.empty((len(outcomes), *self._space.shape[1:]), self._precision)
        drawn = self._assumptions.around(levers)
        fits = np.zeros(len(self._region.years))
        for part in self._parts:
            found = self._part(levers, drawn, part)
            moving = [name for name in outcomes if len(getattr(found, name)) > 1]
            for place, name in enumerate(moving):
                self._space[place, :, part] = getattr(found, name).T
            fit = (found.demand_cost <= found.lumpsum).T
            fits += [np.count_nonzero(year) / year.size * (part.stop - part.start) for year in fit]
        ranked = dict(zip(moving, _by_rank(self._space[: len(moving)]), strict=True))
        return Band(
            draws=self._draws,
            seed=self._seed,
            quantiles=tuple(
                Quantiles(name, *ranked.get(name, [getattr(found, name)[0]] * len(RANKS)))
                for name in outcomes
            ),
            share_fits=fits / self._draws,
        )

    def _part(self, levers: Levers, drawn: Mapping[str, Array | NDArray[np.intp]], part: slice) -> Outcome:
        return run_region(
            altered(levers, {name: values[part] for name, values in drawn.items()}),
            self._region,
            tuple(
                weight[part] if isinstance(weight, np.ndarray) else weight
                for weight in self._assumptions.weights
            ),
            self._precision,
        )


def band(levers: Levers, region: Region, spreads: tuple[Spread, ...], draws: int, seed: int) -> Band:
    """The band of every shown outcome in double precision, from at least one draw."""
    return Bands(region, spreads, draws, seed, "float64").of(levers)


def _by_rank(values: Array) -> Array:
    """Quantiles along the last axis, shape (outcomes, ranks, years): of 10,001 ranks 1000, 5000 and 9000.

    Puts the values in another order: the middle first and then each half, in place, which is seven times as
    fast as asking for all ranks at once.
    """
    low, middle, high = (round(rank * (values.shape[-1] - 1)) for rank in RANKS)
    values.partition(middle, axis=-1)
    if low < middle:
        values[..., :middle].partition(low, axis=-1)
    if middle < high:
        values[..., middle + 1 :].partition(high - middle - 1, axis=-1)
    ranked: Array = values[..., [low, middle, high]].astype(np.float64)
    return ranked.transpose(0, 2, 1)
