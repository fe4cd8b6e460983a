"""One municipality, or several added up, under one set of levers."""

from dataclasses import dataclass
from functools import partial, reduce
from operator import add

import numpy as np

from raadsapp.model.facts import Facts
from raadsapp.model.levers import CHOICES, DOUBLE, Array, Code, Levers, Precision, Value, altered
from raadsapp.model.money import waiting_weeks
from raadsapp.model.scenario import Outcome
from raadsapp.model.working import Working

AMOUNTS = ("pgb_count", "extra_budget", "prevention_budget")
"""Levers that are a number or an amount: each municipality takes its own share of them."""
OWN_SAVINGS = CHOICES["savings_scenario"].index("own")


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Member:
    """A municipality: its facts, its share of amounts, and the savings (code) it chose by itself."""

    facts: Facts
    share: float = 1.0
    savings: int = OWN_SAVINGS


@dataclass(frozen=True, slots=True, eq=False)
class Region:
    """At least one municipality; all have the same years."""

    members: tuple[Member, ...]

    @property
    def years(self) -> tuple[int, ...]:
        """The years that are worked out."""
        return self.members[0].facts.years

    @property
    def estimated(self) -> bool:
        """Whether an outcome is scaled, wholly or in part, from another municipality's figures."""
        return any(member.facts.estimated for member in self.members)


def region_of(facts: Facts) -> Region:
    """A region of one municipality."""
    return Region((Member(facts=facts),))


def member_levers(levers: Levers, member: Member) -> Levers:
    """The levers of a region as they are for one of its members."""
    code = levers.savings_scenario
    own: dict[str, Value | Code] = {name: getattr(levers, name) * member.share for name in AMOUNTS}
    own["savings_scenario"] = np.where(np.equal(code, OWN_SAVINGS), member.savings, code)
    return altered(levers, own)


def run_region(levers: Levers, region: Region) -> Outcome:
    """Work out a scenario, or a batch of them, for all members and add them up (`together`)."""
    return Outcome(partial(together, run_members(levers, region)))


def run_members(
    levers: Levers,
    region: Region,
    weights: tuple[Value, ...] | None = None,
    precision: Precision = DOUBLE,
) -> tuple[Working, ...]:
    """Each member, to be worked out; `weights` replace those in the facts, `precision` is as in `run`."""
    chosen = weights or (None,) * len(region.members)
    if len(region.members) == 1:
        return (Working(levers, region.members[0].facts, chosen[0], precision),)
    return tuple(
        Working(member_levers(levers, member), member.facts, weight, precision)
        for member, weight in zip(region.members, chosen, strict=True)
    )


def together(members: tuple[Working, ...], name: str) -> Array:
    """A field of the Outcome of all members: amounts and numbers are sums.

    The use of care and the cost of an arrangement are ratios of sums; the waiting time is that of one queue.
    """
    if len(members) == 1:
        return members[0].figure(name)
    if name == "use_rate":
        return together(members, "clients") / together(members, "youth")
    if name == "unit_cost":
        paid: Array = reduce(add, [(one.arrangements * one.unit_cost).T for one in members])
        return paid / together(members, "arrangements")
    if name == "waiting_weeks":
        return waiting_weeks(together(members, "backlog"), together(members, "helped"))
    total: Array = reduce(add, [one.figure(name) for one in members])
    return total


def figure(
    levers: Levers,
    region: Region,
    outcome: str,
    year: int,
    batch: int,
    weights: tuple[Value, ...] | None = None,
) -> Array:
    """A field of Outcome in a year, of each scenario of a batch, shape (batch,)."""
    values = together(run_members(levers, region, weights), outcome)
    return np.broadcast_to(values[:, region.years.index(year)], (batch,))
