"""The twenty levers as numbers: what `run` takes, a scalar or an array over a batch axis for each."""

from collections.abc import Mapping
from dataclasses import dataclass, fields, replace
from typing import Any, Literal

import numpy as np
from numpy.typing import NDArray

Array = NDArray[np.float64]
Value = float | Array
Code = int | NDArray[np.intp]
Precision = Literal["float32", "float64"]
DOUBLE: Precision = "float64"
"""Of all arrays in a batch: single where speed counts, double everywhere else."""

CHOICES = {
    "base_year": ("budget", "2015", "2016", "2017", "mean"),
    "savings_scenario": ("none", "low", "middle", "high", "own"),
    "access_transfer_year": ("2020", "2021", "2022", "none"),
}
"""Levers that choose: the code in `Levers` is the place of the choice in this tuple.

The savings `own`, what each municipality chose by itself, are for several municipalities together.
"""


@dataclass(frozen=True, slots=True, kw_only=True)
class Levers:
    """All levers of one scenario, or of a batch: each a scalar or an array of shape (batch,).

    Percentages are percent numbers (5 is five percent), money is euro a year, choices are codes (`CHOICES`).
    """

    base_year: Code
    youth_change: Value
    demand_growth: Value
    arrangements_change: Value
    price_index: Value
    pgb_count: Value
    prevention_yield: Value
    ramp_years: Value
    downscaling: Value
    access_effect: Value
    waiting_share: Value
    escalation_share: Value
    savings_scenario: Code
    lumpsum_index: Value
    extra_budget: Value
    prevention_budget: Value
    inflow_shift: Value
    access_transfer_year: Code
    risk_corridor: Value
    municipality_share: Value


def levers_of(values: Mapping[str, Value | Code]) -> Levers:
    """All twenty levers by name; TypeError when one is missing or unknown."""
    settings: dict[str, Any] = dict(values)
    return Levers(**settings)


def altered(levers: Levers, values: Mapping[str, Value | Code]) -> Levers:
    """The same levers with some set to other scalars or batches; TypeError for a name that is none."""
    settings: dict[str, Any] = dict(values)
    return replace(levers, **settings)


def unmoved(levers: Levers, before: Levers) -> frozenset[str]:
    """Names of the levers that are what they were: equal scalars, or the very same batch."""
    pairs = (
        (field.name, getattr(levers, field.name), getattr(before, field.name)) for field in fields(Levers)
    )
    return frozenset(name for name, now, then in pairs if now is then or _equal(now, then))


def _equal(one: Value | Code, other: Value | Code) -> bool:
    return not isinstance(one, np.ndarray) and not isinstance(other, np.ndarray) and one == other
