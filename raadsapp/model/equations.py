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


@dataclass(frozen=True, slots=True, eq=False)
class Conditions:
    """What the other equations share: young people, prices, the ramp of policy, the chosen base year.

    Use, cost and residential use are those of the municipality: what is scaled has been so.
    """

    youth: Array
    youth_weighted: Array
    prices: Array
    """Price level, 1 in the first year."""
    ramp: Array
    """Part of its full effect that new work has reached."""
    weight: Value
    use: Value
    arrangements_per_client: Value
    unit_cost: Array
    """Euro per arrangement before downscaling."""
    residential: Value
    lead: Value


@dataclass(frozen=True, slots=True, eq=False)
class Care:
    """Help that is needed, before anybody waits."""

    clients: Array
    arrangements: Array
    unit_cost: Array
    ambulatory_cost: Array
    residential_need: Array
    shifted: Array
    """Residential clients that are helped at home instead."""
    open_ended: Array
    """Clients without any policy."""


def compound(rate: Value, first: Value, elapsed: Array) -> Array:
    """`(1 + rate) ** (first + k)` for k = 0, 1 … of `elapsed`, shape (years, batch or 1); `rate` in percent.

    In the precision of `elapsed`.
    """
    factor = 1 + rate / 100
    start = np.atleast_1d(np.power(factor, first))
    steps = np.empty((len(elapsed), *start.shape), elapsed.dtype)
    steps[0] = start
    for year in range(1, len(steps)):  # ten times as fast as `accumulate` along the years
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
    return Conditions(
        youth=start.youth * born,
        youth_weighted=start.youth_weighted * born,
        prices=prices,
        ramp=np.clip(start.elapsed / levers.ramp_years, 0.0, 1.0),
        weight=weight,
        use=start.use[code] * (scale if Scaled.USE in facts.scaled else 1.0),
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


def access(levers: Levers, facts: Facts, start: StartingPoint) -> Array:
    """Factor on the number of clients once the cooperative runs the access (3)."""
    given = facts.assumptions
    since = start.elapsed + (facts.years[0] + 1) - start.transfer_years[levers.access_transfer_year]
    grown = np.clip(since / given.access_years, 0.0, 1.0)
    if not grown.any():
        return np.ones_like(start.elapsed)
    factor: Array = 1 - given.access_share * (levers.access_effect / 100) * grown
    return factor


def care(levers: Levers, facts: Facts, start: StartingPoint, at: Conditions) -> Care:
    """Clients (3), arrangements and their cost (4), residential need (5), ambulatory cost (6, 12)."""
    given = facts.assumptions
    growth = compound(levers.demand_growth, at.lead, start.elapsed)
    open_ended = at.youth_weighted * at.use * growth
    limit = given.use_limit * at.youth
    before = np.minimum(open_ended * access(levers, facts, start), limit)
    clients = before - prevented(levers, facts, at, before) if np.any(levers.prevention_budget) else before
    arrangements = clients * at.arrangements_per_client
    unit_cost = at.unit_cost * (1 - (levers.downscaling / 100) * at.ramp)
    need = at.youth * at.residential
    shift = (levers.inflow_shift / 100) * at.ramp
    shifted = need * shift if shift.any() else np.zeros_like(start.elapsed)
    at_home = shifted * (given.home_factor * at.arrangements_per_client)
    return Care(
        clients=clients,
        arrangements=arrangements,
        unit_cost=unit_cost,
        ambulatory_cost=(arrangements + at_home) * unit_cost,
        residential_need=need,
        shifted=shifted,
        open_ended=np.minimum(open_ended, limit),
    )


def open_ended_cost(at: Conditions, need: Care) -> Array:
    """What ambulatory care would have cost without any policy (12)."""
    return need.open_ended * at.arrangements_per_client * at.unit_cost


def prevented(levers: Levers, facts: Facts, at: Conditions, before: Array) -> Array:
    """Clients that prevention avoids, of those there were before it (3)."""
    given = facts.assumptions
    avoided = (levers.prevention_yield * levers.prevention_budget / given.prevention_unit) * at.ramp
    return np.minimum(avoided, given.prevention_limit * before)


def other_cost(levers: Levers, facts: Facts, at: Conditions) -> Array:
    """Independents, subsidies and personal budgets inside the lumpsum (7)."""
    budget = facts.budget
    planned = at.weight * (budget.independents + budget.subsidies + budget.pgb)
    more_pgb = (levers.pgb_count - budget.pgb_count * at.weight) * budget.pgb_unit_cost
    cost: Array = (planned + more_pgb) * at.prices
    return cost
