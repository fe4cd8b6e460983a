"""Goal seek: which value of a lever brings an outcome to a target in a year."""

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np

from raadsapp.model.levers import Array, Levers, altered
from raadsapp.model.region import Region, figure

_COARSE = 257
_FINE = 33
_ROUNDS = 7
_CLOSE = 1e-9
"""How far from its target an outcome may end, in parts of its own size."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Goal:
    """An outcome (a field of Outcome), the year and the value it should have."""

    outcome: str
    year: int
    target: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """`value` of the lever, None where none does it; the `lowest` and `highest` outcome in the range."""

    value: float | None
    lowest: float
    highest: float


def seek(levers: Levers, region: Region, lever: str, bounds: tuple[float, float], goal: Goal) -> Found:
    """Find where `lever`, between `bounds`, brings an outcome to its target, nearest to its place now.

    One batch over the range, then ever smaller ones around each crossing. A lever that does not move the
    outcome keeps its value when the target is met already.
    """

    def reaches(values: Array) -> Array:
        return figure(altered(levers, {lever: values}), region, goal.outcome, goal.year, len(values))

    def missed(values: Array) -> Array:
        return reaches(values) - goal.target

    now = float(getattr(levers, lever))
    values = np.unique(np.append(np.linspace(*bounds, _COARSE), now))
    outcomes = reaches(values)
    off = outcomes - goal.target
    size = max(1.0, abs(goal.target), float(np.abs(off[np.isfinite(off)]).max(initial=0.0)))
    crossings = np.flatnonzero(np.sign(off[:-1]) * np.sign(off[1:]) < 0)
    refined = (_refine(missed, float(values[i]), float(values[i + 1])) for i in crossings)
    reached = np.array([*values[off == 0], *refined])
    reached = reached[np.abs(missed(reached)) <= _CLOSE * size] if len(reached) else reached
    return Found(
        value=float(reached[np.abs(reached - now).argmin()]) if len(reached) else None,
        lowest=float(outcomes.min()),
        highest=float(outcomes.max()),
    )


def lever_path(
    levers: Levers, region: Region, lever: str, bounds: tuple[float, float], goal: Goal, points: int
) -> tuple[Array, Array]:
    """Values of a lever from end to end and the outcome of the goal at each, both of shape (points,)."""
    values = np.linspace(*bounds, points)
    batch = altered(levers, {lever: values})
    return values, figure(batch, region, goal.outcome, goal.year, points)


def _refine(missed: Callable[[Array], Array], below: float, above: float) -> float:
    """The value between two others at which what is missed changes sign."""
    for _ in range(_ROUNDS):
        values = np.linspace(below, above, _FINE)
        off = missed(values)
        place = int((np.sign(off[1:]) != np.sign(off[0])).argmax())
        below, above = float(values[place]), float(values[place + 1])
    return above
