"""A band around a scenario: what comes out when the uncertain assumptions are drawn around their sliders."""

from dataclasses import dataclass
from functools import cache

import numpy as np

from raadsapp.model.draws import Draws, Spread
from raadsapp.model.levers import Array, Levers, Precision, altered, unmoved
from raadsapp.model.region import Region, run_members, together
from raadsapp.model.scenario import OUTCOMES
from raadsapp.model.working import Kept, Working

RANKS = (0.1, 0.5, 0.9)
_KEPT = 31 << 20
"""Bytes; see `_keep_memory`."""


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

    Keeps the draws of levers that stay where they are, what rests on those alone, and the memory for the
    outcomes, so that a slider can be followed. All that is drawn is in `precision`.
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
        self._before: tuple[Levers, tuple[Kept, ...]] | None = None
        _keep_memory()

    def of(self, levers: Levers, outcomes: tuple[str, ...] = OUTCOMES) -> Band:
        """Quantiles of these outcomes and the share of draws that fits, around levers that are scalars."""
        if len(outcomes) > len(self._space):
            self._space = np.empty((len(outcomes), *self._space.shape[1:]), self._precision)
        batch = altered(levers, self._assumptions.around(levers))
        members = run_members(batch, self._region, self._assumptions.weights, self._precision)
        if self._before is not None:
            same = unmoved(batch, self._before[0])
            for member, kept in zip(members, self._before[1], strict=True):
                member.take_over(kept, same)
        fits = (together(members, "demand_cost") <= together(members, "lumpsum")).T
        quantiles = self._quantiles(members, outcomes)
        self._before = batch, tuple(member.kept for member in members)
        return Band(
            draws=self._draws,
            seed=self._seed,
            quantiles=quantiles,
            share_fits=np.array([np.count_nonzero(year) / year.size for year in fits]),
        )

    def _quantiles(self, members: tuple[Working, ...], outcomes: tuple[str, ...]) -> tuple[Quantiles, ...]:
        ranked: dict[str, Array] = {}
        drawn: list[str] = []
        for name in outcomes:
            values = together(members, name)
            if len(values) == 1:
                ranked[name] = np.repeat(values, len(RANKS), axis=0)
            else:
                self._space[len(drawn)] = values.T
                drawn.append(name)
        ranked |= zip(drawn, _by_rank(self._space[: len(drawn)]), strict=True)
        return tuple(Quantiles(name, *ranked[name]) for name in outcomes)


@cache
def _keep_memory() -> None:
    """Make the C library of Linux keep freed memory for what comes next.

    It gives memory back to the system as soon as more is free than twice the largest piece that was ever
    asked for and freed. Without one large piece (one is enough), a moving slider spends more time on getting
    the memory of its arrays again, page by page, than on working them out. Elsewhere it does nothing.
    """
    np.empty(_KEPT, np.uint8)


def band(levers: Levers, region: Region, spreads: tuple[Spread, ...], draws: int, seed: int) -> Band:
    """The band of every shown outcome in double precision, from at least one draw."""
    return Bands(region, spreads, draws, seed, "float64").of(levers)


def _by_rank(values: Array) -> Array:
    """Quantiles along the last axis, shape (outcomes, ranks, years): of 10,001 ranks 1000, 5000 and 9000.

    Sorts the values in place: numpy does that with the wide instructions of the processor, in less time than
    it takes to ask for the three ranks one by one, and many values that are the same do not slow it down.
    """
    values.sort(axis=-1)
    ranks = [round(rank * (values.shape[-1] - 1)) for rank in RANKS]
    ranked: Array = values[..., ranks].astype(np.float64)
    return ranked.transpose(0, 2, 1)
