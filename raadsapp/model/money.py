"""The equations of money: lumpsum, waiting and who pays. Numbers are those of the model page."""

from dataclasses import dataclass

import numpy as np

from raadsapp.model.equations import compound
from raadsapp.model.facts import Facts, Scaled
from raadsapp.model.levers import Array, Levers, Value
from raadsapp.model.starting_point import StartingPoint

WEEKS_A_YEAR = 52.0


@dataclass(frozen=True, slots=True, eq=False)
class Queue:
    """What a year adds to the queue (`grown`) and who waits at its end (`backlog`), in arrangements.

    `grown` is above zero where help is put off and below zero where it is made up for: never both in a year.
    """

    grown: Array
    backlog: Array

    @property
    def put_off(self) -> Array:
        """Needed this year, and not given."""
        return np.maximum(self.grown, 0.0)

    @property
    def worked_off(self) -> Array:
        """Needed before, and given this year."""
        made_up: Array = 0.0 - np.minimum(self.grown, 0.0)
        return made_up


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


def nobody_waits(gap: Array) -> Queue:
    """The queue when all that is needed is given."""
    none = np.zeros((len(gap), 1), gap.dtype)
    return Queue(none, none)


def queue(levers: Levers, facts: Facts, needed: Array, gap: Array, unit_cost: Array) -> Queue:
    """Who waits because of a shortage, and who is helped later (10); each year builds on the one before.

    `needed` is all that is needed, in arrangements; all that is put off costs the same in a year. Arrays are
    worked on where they are: for many draws, new memory takes longer than the sums.
    """
    lack = gap / unit_cost
    grown = levers.waiting_share / 100 * np.maximum(lack, 0.0)
    np.minimum(grown, needed, out=grown)
    np.negative(lack, out=lack)
    room = np.maximum(lack, 0.0, out=lack)
    backlog = np.empty_like(grown)
    left: Value = 0.0
    for year in range(len(room)):
        grown[year] -= np.minimum(left, room[year])
        np.add(left, grown[year], out=backlog[year])
        left = facts.assumptions.queue_kept * backlog[year]
    return Queue(grown, backlog)


def waiting_weeks(backlog: Array, helped: Array) -> Array:
    """How long it takes to help who waits; infinite where somebody waits and nobody is helped (10).

    Where nobody waits somebody is helped: need is never nothing.
    """
    weeks: Array = np.maximum(helped, 0.0)
    with np.errstate(divide="ignore"):
        np.divide(backlog, weeks, out=weeks)
    weeks *= WEEKS_A_YEAR
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
