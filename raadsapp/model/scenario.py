"""One pure function that answers every question: `run(levers, facts)`."""

from dataclasses import dataclass, fields

from raadsapp.model.equations import care, conditions, other_cost
from raadsapp.model.facts import Facts
from raadsapp.model.levers import DOUBLE, Array, Levers, Precision, Value
from raadsapp.model.money import lumpsum, payers, queue, residential
from raadsapp.model.starting_point import starting_point


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Outcome:
    """What comes out; money in euro of the year itself, rates as fractions.

    Each is of shape (batch, years), or (1, years) where it is the same for all of a batch.
    `use_rate` is clients per young person. `backlog`, `worked_off` and `helped` are in arrangements.
    `waiting_weeks` is infinite where somebody waits and nobody is helped. `savings` is what was taken off the
    lumpsum.
    """

    youth: Array
    youth_weighted: Array
    use_rate: Array
    clients: Array
    arrangements: Array
    unit_cost: Array
    ambulatory_cost: Array
    other_cost: Array
    demand_cost: Array
    lumpsum: Array
    gap: Array
    deferred: Array
    spend: Array
    balance: Array
    backlog: Array
    waiting_weeks: Array
    municipality_extra: Array
    cooperative_result: Array
    cooperative_cumulative: Array
    residential_clients: Array
    residential_cost: Array
    municipality_total: Array
    old_system_cost: Array
    worked_off: Array
    helped: Array
    savings: Array


VERSION = 1
"""Raised when an equation changes, so that a kept scenario can tell why it comes out differently."""
INNER = ("worked_off", "helped", "savings")
"""Outcomes that explain others and are not shown on their own."""
OUTCOMES = tuple(field.name for field in fields(Outcome) if field.name not in INNER)
"""Outcomes in the order of the model page."""


def run(levers: Levers, facts: Facts, weight: Value | None = None, precision: Precision = DOUBLE) -> Outcome:
    """Work out a scenario, or a batch of them, for the municipality and the years of `facts`.

    `weight` replaces the one in `facts` (a scalar or shape (batch,)). Arrays are in `precision`, and so is
    what comes out. The equations are those of the model page; nothing is kept, read or drawn.
    """
    start = starting_point(facts, precision)
    at = conditions(levers, facts, start, facts.weight.value if weight is None else weight)
    need = care(levers, facts, start, at)
    other = other_cost(levers, facts, at)
    demand = need.ambulatory_cost + other
    fixed, savings = lumpsum(levers, facts, start, at.weight)
    gap = demand - fixed
    wait = queue(levers, facts, need, demand, gap)
    balance = fixed - wait.spend
    pay = payers(levers, fixed, balance)
    outside = residential(levers, facts, at, need, wait.backlog)
    return _shown(
        youth=at.youth,
        youth_weighted=at.youth_weighted,
        use_rate=need.clients / at.youth,
        clients=need.clients,
        arrangements=need.arrangements,
        unit_cost=need.unit_cost,
        ambulatory_cost=need.ambulatory_cost,
        other_cost=other,
        demand_cost=demand,
        lumpsum=fixed,
        gap=gap,
        deferred=wait.deferred,
        spend=wait.spend,
        balance=balance,
        backlog=wait.backlog,
        waiting_weeks=wait.waiting_weeks,
        municipality_extra=pay.municipality_extra,
        cooperative_result=pay.cooperative_result,
        cooperative_cumulative=pay.cooperative_cumulative,
        residential_clients=outside.clients,
        residential_cost=outside.cost,
        municipality_total=fixed + levers.prevention_budget + pay.municipality_extra + outside.cost,
        old_system_cost=need.open_ended_cost + other + outside.open_ended_cost,
        worked_off=wait.worked_off,
        helped=wait.helped,
        savings=savings,
    )


def _shown(**arrays: Array) -> Outcome:
    return Outcome(**{name: array.T for name, array in arrays.items()})
