"""What the equations start from and no lever changes: worked out once for each set of facts."""

from dataclasses import dataclass, fields, replace
from functools import lru_cache
from typing import Any

import numpy as np

from raadsapp.model.facts import BaseYear, Facts, Scaled
from raadsapp.model.levers import Array, Precision
from raadsapp.model.population import age_weights, base_counts, last_counts, project

NEVER = np.inf
"""Year of a transfer of access that does not come."""


@dataclass(frozen=True, slots=True, eq=False)
class StartingPoint:
    """Ratios by the code of the lever `base_year`, shape (5,), and paths over the years, shape (years, 1).

    What is scaled stands here as it is for the reference municipality.
    """

    use: Array
    """Clients per weighted young person."""
    arrangements_per_client: Array
    unit_cost: Array
    """Euro per arrangement in the start year."""
    residential: Array
    """Residential clients per young person."""
    lead: Array
    """Years from the start year (2018, or 2019 for the budget) to the first year."""
    youth: Array
    youth_weighted: Array
    youth_ratio: float
    """Young people in the last count, in times those of the reference municipality."""
    youth_weighted_ratio: float
    elapsed: Array
    """Years since the first year."""
    published: Array
    """Ceilings in euro, the last one also for later years."""
    unsaved: Array
    """Ceilings as they would be without savings: a ceiling below the first is a saving, a higher one none."""
    extra_years: Array
    """1 in years in which extra budget is paid, else 0."""
    savings: Array
    """Savings by the code of the lever `savings_scenario`, in times those in the ceilings."""
    transfer_years: Array
    """Year of the transfer by the code of the lever `access_transfer_year`."""


def _column(values: Array) -> Array:
    return np.ascontiguousarray(values, dtype=np.float64)[:, np.newaxis]


def _ratios(years: list[BaseYear], youth: float, weighted: float) -> tuple[float, float, float, float]:
    """Use, arrangements per client, cost per arrangement and residential use, as ratios of sums."""
    clients = sum(year.clients for year in years)
    arrangements = sum(year.arrangements for year in years)
    cost = sum(year.ambulatory_cost for year in years)
    residential = sum(year.residential_clients for year in years)
    return clients / weighted, arrangements / clients, cost / arrangements, residential / youth


def _bases(facts: Facts, first_weighted: float) -> Array:
    """Rows of use, arrangements per client, unit cost, residential use and lead, by code of the base year.

    `first_weighted` are the weighted young people in the first year of the municipality that the budget is
    of: with the base `budget` its ambulatory cost in that year is exactly the budgeted amount.
    """
    youth = base_counts(facts, facts.source_of(Scaled.RESIDENTIAL)).sum(axis=1)
    counts = base_counts(facts, facts.source_of(Scaled.USE))
    weighted = counts @ age_weights(facts, counts.shape[1])
    last_before = facts.years[0] - 1

    def measured(years: list[int], price_year: int) -> list[float]:
        rows = [facts.base_years[i] for i in years]
        use, apc, cost, residential = _ratios(rows, float(youth[years].sum()), float(weighted[years].sum()))
        return [use, apc, cost * (1 + facts.index) ** (last_before - price_year), residential, 1.0]

    everything = list(range(len(facts.base_years)))
    mean = measured(everything, facts.mean_year)
    use, apc, _, residential, _ = mean
    budget = [use, apc, facts.budget.ambulatory / (first_weighted * use * apc), residential, 0.0]
    single = [measured([i], base.year) for i, base in enumerate(facts.base_years)]
    return np.array([budget, *single, mean]).T


@lru_cache(maxsize=16)
def starting_point(facts: Facts, precision: Precision = "float64") -> StartingPoint:
    """The starting point of a municipality, its arrays in this precision.

    Pure; kept, because a slider asks for it at every move.
    """
    exact = _exact(facts)
    arrays: dict[str, Any] = {
        field.name: value.astype(precision)
        for field in fields(exact)
        if isinstance(value := getattr(exact, field.name), np.ndarray)
    }
    return replace(exact, **arrays)


def _exact(facts: Facts) -> StartingPoint:
    projected = project(facts, facts.municipality)
    ages = projected.shape[1]
    weights = age_weights(facts, ages)
    own, reference = (last_counts(facts, code) for code in (facts.municipality, facts.reference))
    budgeted = project(facts, facts.source_of(Scaled.BUDGET))[0]
    use, apc, unit_cost, residential, lead = _bases(facts, float(budgeted @ weights))
    years = np.array(facts.years, dtype=np.float64)
    ceilings = np.array(facts.ceilings)
    published = _column(ceilings[np.minimum(np.arange(len(years)), len(ceilings) - 1)])
    savings = np.array(facts.budget.savings)
    return StartingPoint(
        use=use,
        arrangements_per_client=apc,
        unit_cost=unit_cost,
        residential=residential,
        lead=lead,
        youth=_column(projected.sum(axis=1)),
        youth_weighted=_column(projected @ weights),
        youth_ratio=float(own.sum() / reference.sum()),
        youth_weighted_ratio=float((own @ weights) / (reference @ weights)),
        elapsed=_column(years - years[0]),
        published=published,
        unsaved=np.maximum(published, published[0]),
        extra_years=_column((years >= facts.extra_from).astype(np.float64)),
        savings=savings / savings[facts.savings_in_ceilings],
        transfer_years=np.array([*map(float, facts.transfer_years), NEVER]),
    )
