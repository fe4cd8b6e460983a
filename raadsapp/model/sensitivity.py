"""Sensitivity: one assumption at a time over its spread, everything else as it stands; one batch."""

from collections.abc import Iterable
from dataclasses import dataclass
from math import isclose

import numpy as np

from raadsapp.model.draws import MEAN, MEASURED, Spread
from raadsapp.model.levers import Array, Code, Levers, Value, altered
from raadsapp.model.region import Region, figure

WEIGHT = "weight"
"""In place of the name of a lever: how much bigger a municipality is than the one it is scaled from."""
_SAME = 1e-12
"""Part of an outcome below which a difference is rounding."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Effect:
    """What one assumption does to an outcome: `ends` of the assumption, and the outcome at each of them.

    `lever` is a name in `Levers`, or `WEIGHT` with the place of the `member`. The ends of the lever
    `base_year` are the codes of the years with the lowest and the highest outcome.
    """

    lever: str
    member: int
    ends: tuple[float, float]
    low: float
    high: float
    centre: float

    @property
    def width(self) -> float:
        """How far the outcomes lie apart; 0 where they are all the same, also where all are infinite."""
        outcomes = (self.low, self.high, self.centre)
        least, most = min(outcomes), max(outcomes)
        return 0.0 if isclose(least, most, rel_tol=_SAME) else most - least


@dataclass(frozen=True, slots=True)
class _Trial:
    """Values that one assumption is given, one scenario for each."""

    lever: str
    member: int
    values: tuple[float, ...]


def sensitivity(
    levers: Levers, region: Region, spreads: Iterable[Spread], outcome: str, year: int
) -> tuple[Effect, ...]:
    """What each uncertain assumption does to a field of Outcome in a year, widest first.

    `levers` are scalars. Assumptions are the levers with a spread, the base year where it is the mean of
    three, and the weight of each scaled municipality. One that moves nothing (a yield of prevention without
    a budget for it) is left out: a bar without width tells nobody anything.
    """
    trials = (*_levers(levers, spreads), *_base_year(levers), *_weights(region))
    rows = 1 + sum(len(trial.values) for trial in trials)
    batch, weights = _batch(levers, region, trials, rows)
    found = figure(batch, region, outcome, year, rows, weights)
    centre, *ends = np.split(found, np.cumsum([1, *(len(trial.values) for trial in trials)])[:-1])
    effects = [_effect(trial, at, float(centre[0])) for trial, at in zip(trials, ends, strict=True)]
    return tuple(
        sorted((effect for effect in effects if effect.width), key=lambda effect: effect.width, reverse=True)
    )


def _levers(levers: Levers, spreads: Iterable[Spread]) -> list[_Trial]:
    return [_Trial(spread.lever, 0, spread.ends(float(getattr(levers, spread.lever)))) for spread in spreads]


def _base_year(levers: Levers) -> list[_Trial]:
    return [_Trial("base_year", 0, MEASURED)] if levers.base_year == MEAN else []


def _weights(region: Region) -> list[_Trial]:
    weights = [member.facts.weight for member in region.members]
    return [
        _Trial(WEIGHT, place, (weight.low, weight.high))
        for place, weight in enumerate(weights)
        if weight.low < weight.high
    ]


def _batch(
    levers: Levers, region: Region, trials: tuple[_Trial, ...], rows: int
) -> tuple[Levers, tuple[Value, ...]]:
    """The scenario itself and then one for each value of each trial, and the weights of the members."""
    weights: list[Value] = [member.facts.weight.value for member in region.members]
    tried: dict[str, Value | Code] = {}
    row = 1
    for trial in trials:
        weight = trial.lever == WEIGHT
        column = np.full(rows, weights[trial.member] if weight else getattr(levers, trial.lever))
        column[row : row + len(trial.values)] = trial.values
        row += len(trial.values)
        if weight:
            weights[trial.member] = column
        else:
            tried[trial.lever] = column
    return altered(levers, tried), tuple(weights)


def _effect(trial: _Trial, outcomes: Array, centre: float) -> Effect:
    low, high = (outcomes.argmin(), outcomes.argmax()) if trial.lever == "base_year" else (0, 1)
    return Effect(
        lever=trial.lever,
        member=trial.member,
        ends=(trial.values[low], trial.values[high]),
        low=float(outcomes[low]),
        high=float(outcomes[high]),
        centre=centre,
    )
