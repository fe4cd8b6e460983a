"""The equations of money: lumpsum, waiting and who pays. Numbers are those of the model page."""

from dataclasses import dataclass

import numpy as np

from raadsapp.model.equations import Care, compound
from raadsapp.model.facts import Facts, Scaled
from raadsapp.model.levers import Array, Levers, Value
from raadsapp.model.starting_point import StartingPoint

WEEKS_A_YEAR = 52.0


@dataclass(frozen=True, slots=True, eq=False)
class Queue:
    """What is put off and made up for: `deferred` in euro, the rest in arrangements."""

    deferred: Array
    worked_off: Array
    backlog: Array
    helped: Array
    waiting_weeks: Array
    """Infinite where somebody waits and nobody is helped."""


@dataclass(frozen=True, slots=True, eq=False)
class Payers:
    """What the municipality adds beside the lumpsum and what is left for the cooperative, in euro."""

    municipality_extra: Array
    cooperative_result: Array
    cooperative_cumulative: Array


def lumpsum(levers: Levers, facts: Facts, start: StartingPoint, weight: Value) -> tuple[Array, Array]:
    """The lumpsum and the savings that are in it, in euro (9)."""
    scale = weight if Scaled.CEILINGS in facts.scaled else 1.0
    level = scale * compound(levers.lumpsum_index, 0.0, start.elapsed)
    savings = (start.unsaved - start.published) * start.savings[levers.savings_scenario] * level
    return start.unsaved * level - savings + levers.extra_budget * start.extra_years, savings


def nobody_waits(arrangements: Array) -> Queue:
    """The queue when all that is needed is given."""
    none = np.zeros((len(arrangements), 1), arrangements.dtype)
    return Queue(deferred=none, worked_off=none, backlog=none, helped=arrangements, waiting_weeks=none)


def queue(levers: Levers, facts: Facts, need: Care, gap: Array) -> Queue:
    """Who waits because of a shortage, and who is helped later (10); each year builds on the one before.

    All of a year is worked out before the next: a year of many draws stays in the processor's own memory.
    """
    share = levers.waiting_share / 100
    shape = len(gap), *np.broadcast_shapes(gap.shape[1:], np.shape(share))
    deferred, worked_off, backlog, helped, weeks = (np.empty(shape, gap.dtype) for _ in range(5))
    left: Value = 0.0
    for year in range(len(gap)):
        short = np.maximum(gap[year], 0.0)
        np.minimum(share * short, need.ambulatory_cost[year], out=deferred[year])
        put_off = deferred[year] / need.unit_cost[year]
        np.minimum(left, (short - gap[year]) / need.unit_cost[year], out=worked_off[year])
        np.subtract(left + put_off, worked_off[year], out=backlog[year])
        np.add(need.arrangements[year] - put_off, worked_off[year], out=helped[year])
        weeks[year] = waiting_weeks(backlog[year], helped[year])
        left = facts.assumptions.queue_kept * backlog[year]
    return Queue(
        deferred=deferred, worked_off=worked_off, backlog=backlog, helped=helped, waiting_weeks=weeks
    )


def spend(wait: Queue, unit_cost: Array, demand: Array) -> Array:
    """What help costs in the year in which it is given (10)."""
    return demand - wait.deferred + wait.worked_off * unit_cost


def waiting_weeks(backlog: Array, helped: Array) -> Array:
    """How long it takes to help who waits; infinite where somebody waits and nobody is helped (10).

    Where nobody waits somebody is helped: need is never nothing.
    """
    with np.errstate(divide="ignore"):
        weeks: Array = WEEKS_A_YEAR * backlog / np.maximum(helped, 0.0)
    return weeks


def escalated(levers: Levers, backlog: Array) -> Array:
    """Residential clients who waited a year ago (5)."""
    share = levers.escalation_share / 100
    found = np.zeros((len(backlog), *np.broadcast_shapes(backlog.shape[1:], np.shape(share))), backlog.dtype)
    np.multiply(share, backlog[:-1], out=found[1:])
    return found


def payers(levers: Levers, lumpsum: Array, balance: Array) -> Payers:
    """What lies beyond the corridor is shared; the rest is the cooperative's (11)."""
    if not np.any(levers.municipality_share):
        extra, result = np.zeros((len(balance), 1), balance.dtype), balance
    else:
        corridor = (levers.risk_corridor / 100) * lumpsum
        beyond = np.minimum(np.maximum(balance, -corridor), corridor) - balance
        extra = (levers.municipality_share / 100) * beyond
        result = balance + extra
    cumulative = result.copy()
    for year in range(1, len(cumulative)):  # ten times as fast as `cumsum` along the years
        cumulative[year] += cumulative[year - 1]
    return Payers(municipality_extra=extra, cooperative_result=result, cooperative_cumulative=cumulative)
