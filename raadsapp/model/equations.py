"""The equations of care: young people, clients, cost, residential need. Numbers are those of the model page.

Arrays are (years, batch) with contiguous draws; what does not differ over the batch stays (years, 1), and a
lever that does not differ is a scalar.
"""

from dataclasses import dataclass

import numpy as np

from raadsapp.model.facts import Facts, Scaled
from raadsapp.model.levers import CHOICES, Array, Levers, Value
from raadsapp.model.starting_point import StartingPoint

BUDGET = CHOICES["base_year"].index("budget")
"""Code of the base year that is the budget."""
_WIDE = 64


@dataclass(frozen=True, slots=True, eq=False)
class Conditions:
    """What the other equations share: young people, prices, the ramp of policy, the chosen base year.

    What is scaled has been so: all of it is of the municipality.
    """

    youth: Array
    youth_weighted: Array
    prices: Array
    """Price level, 1 in the first year."""
    ramp: Array
    """Part of its full effect that new work has reached."""
    weight: Value
    usual: Array
    """Clients when nobody uses more or less."""
    most: Array
    """Clients there can be: a share of all young people."""
    arrangements_per_client: Value
    unit_cost: Array
    """Euro per arrangement before downscaling."""
    residential: Value
    lead: Value
    """Years from the start year to the first year."""


def compound(rate: Value, first: Value, elapsed: Array) -> Array:
    """`(1 + rate) ** (first + k)` for k = 0, 1 … of `elapsed`, shape (years, batch or 1); `rate` in percent.

    In the precision of `elapsed`.
    """
    factor = 1 + rate / 100
    start = np.atleast_1d(np.power(factor, first))
    steps = np.empty((len(elapsed), *start.shape), elapsed.dtype)
    steps[0] = start
    if start.size < _WIDE:
        steps[1:] = factor
        np.multiply.accumulate(steps, out=steps)
    else:  # ten times as fast for many draws
        for year in range(1, len(steps)):
            np.multiply(steps[year - 1], factor, out=steps[year])
    return steps


def conditions(levers: Levers, facts: Facts, start: StartingPoint, weight: Value) -> Conditions:
    """Young people (1), base ratios (2) and their scale (3, 5), price level and ramp (3)."""
    code = levers.base_year
    lead = start.lead[code]
    born = compound(levers.youth_change, 1.0, start.elapsed)
    scale = weight / start.youth_weighted_ratio
    residential_scale = weight / start.youth_ratio if Scaled.RESIDENTIAL in facts.scaled else 1.0
    prices = compound(levers.price_index, 0.0, start.elapsed)
    unit_cost = start.unit_cost[code] * np.power(1 + levers.price_index / 100, lead)
    youth, weighted = start.youth * born, start.youth_weighted * born
    return Conditions(
        youth=youth,
        youth_weighted=weighted,
        prices=prices,
        ramp=np.clip(start.elapsed / levers.ramp_years, 0.0, 1.0),
        weight=weight,
        usual=weighted * (start.use[code] * (scale if Scaled.USE in facts.scaled else 1.0)),
        most=facts.assumptions.use_limit * youth,
        arrangements_per_client=start.arrangements_per_client[code] * (1 + levers.arrangements_change / 100),
        unit_cost=_budgeted(levers, facts, unit_cost, scale) * prices,
        residential=start.residential[code] * residential_scale,
        lead=lead,
    )


def _budgeted(levers: Levers, facts: Facts, unit_cost: Value, scale: Value) -> Value:
    """The unit cost, scaled where use and budget are not of the same municipality (2).

    With the base `budget` cost is the budgeted amount, scaled when that is: what the use already counts is
    taken off again.
    """
    use, budget = Scaled.USE in facts.scaled, Scaled.BUDGET in facts.scaled
    if use == budget:
        return unit_cost
    scaled = unit_cost * scale if budget else unit_cost / scale
    return np.where(np.equal(levers.base_year, BUDGET), scaled, unit_cost)


def open_ended(levers: Levers, start: StartingPoint, at: Conditions) -> Array:
    """Clients without any policy, if there could be any number (3)."""
    return at.usual * compound(levers.demand_growth, at.lead, start.elapsed)


def access(levers: Levers, facts: Facts, start: StartingPoint) -> Array | None:
    """Factor on the number of clients once the cooperative runs the access (3); None where it never does."""
    given = facts.assumptions
    since = start.elapsed + (facts.years[0] + 1) - start.transfer_years[levers.access_transfer_year]
    grown = np.clip(since / given.access_years, 0.0, 1.0)
    if not grown.any():
        return None
    factor: Array = 1 - given.access_share * (levers.access_effect / 100) * grown
    return factor


def avoidable(levers: Levers, facts: Facts, at: Conditions) -> Array:
    """Clients that prevention avoids where there are enough of them (3)."""
    yearly = levers.prevention_yield * levers.prevention_budget / facts.assumptions.prevention_unit
    avoided: Array = yearly * at.ramp
    return avoided


def unit_cost(levers: Levers, at: Conditions) -> Array:
    """Euro per arrangement (4)."""
    return at.unit_cost * (1 - (levers.downscaling / 100) * at.ramp)


def shifted(levers: Levers, at: Conditions, need: Array) -> Array:
    """Residential clients that are helped at home instead, of those in `need` (5)."""
    share = (levers.inflow_shift / 100) * at.ramp
    return need * share if share.any() else np.zeros_like(share)


def other_cost(levers: Levers, facts: Facts, at: Conditions) -> Array:
    """Independents, subsidies and personal budgets inside the lumpsum (7)."""
    budget = facts.budget
    planned = at.weight * (budget.independents + budget.subsidies + budget.pgb)
    more_pgb = (levers.pgb_count - budget.pgb_count * at.weight) * budget.pgb_unit_cost
    cost: Array = (planned + more_pgb) * at.prices
    return cost
