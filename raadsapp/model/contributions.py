"""Which changed lever accounts for how much of a difference: exact Shapley values."""

from collections.abc import Sequence
from dataclasses import dataclass, fields
from math import factorial

import numpy as np
from numpy.typing import NDArray

from raadsapp.model.levers import Array, Levers, altered
from raadsapp.model.region import Region, figure

_BATCH = 1 << 14
"""Coalitions worked out at once; keeps twenty changed levers within some tens of megabytes."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Contributions:
    """The change of an outcome in a year and the part of each changed lever; the parts add up to it."""

    outcome: str
    year: int
    start: float
    end: float
    by_lever: tuple[tuple[str, float], ...]


def changed_levers(start: Levers, end: Levers) -> tuple[str, ...]:
    """Names of the levers that differ between two scenarios, in the order of `Levers`."""
    names = (field.name for field in fields(Levers))
    return tuple(name for name in names if getattr(start, name) != getattr(end, name))


def contributions(start: Levers, end: Levers, region: Region, outcome: str, year: int) -> Contributions:
    """Shapley values of the levers changed between two scenarios, on a field of Outcome in a year.

    All 2^k coalitions of k changed levers are worked out as batches. Both scenarios hold scalars.
    """
    return contributions_of_each(start, (end,), region, outcome, year)[0]


def contributions_of_each(
    start: Levers, ends: Sequence[Levers], region: Region, outcome: str, year: int
) -> tuple[Contributions, ...]:
    """`contributions` of several ends, at least one, in the same batches; in all the same levers changed."""
    names = changed_levers(start, ends[0])
    several = len(ends) << len(names)
    worth = np.concatenate(
        [
            figure(_mixed(start, ends, names, rows), region, outcome, year, len(rows))
            for rows in np.split(np.arange(several), range(_BATCH, several, _BATCH))
        ]
    ).reshape(len(ends), -1)
    return tuple(
        Contributions(
            outcome=outcome,
            year=year,
            start=float(coalitions[0]),
            end=float(coalitions[-1]),
            by_lever=tuple(zip(names, parts, strict=True)),
        )
        for coalitions, parts in zip(worth, _shapley(worth, len(names)), strict=True)
    )


def _mixed(start: Levers, ends: Sequence[Levers], names: tuple[str, ...], rows: NDArray[np.intp]) -> Levers:
    """The levers of all coalitions of each end as a batch; bit i says that lever i has changed."""
    places = rows >> len(names)
    mixed = {
        name: np.where(
            rows >> i & 1, np.array([getattr(end, name) for end in ends])[places], getattr(start, name)
        )
        for i, name in enumerate(names)
    }
    return altered(start, mixed)


def _shapley(worth: Array, players: int) -> list[list[float]]:
    """For each row of `worth` the mean that each player adds, over all orders in which they may come."""
    sizes = np.bitwise_count(np.arange(1 << max(players - 1, 0)))
    orders = np.array([factorial(n) * factorial(players - 1 - n) for n in range(players)], dtype=np.float64)
    weights = orders[sizes] / factorial(players) if players else orders
    added = np.empty((players, len(worth)))
    with np.errstate(invalid="ignore"):  # a waiting time without end leaves nothing to divide: not a number
        for i in range(players):
            pairs = worth.reshape(len(worth), -1, 2, 1 << i)
            added[i] = (pairs[:, :, 1] - pairs[:, :, 0]).reshape(len(worth), -1) @ weights
    found: list[list[float]] = added.T.tolist()
    return found
