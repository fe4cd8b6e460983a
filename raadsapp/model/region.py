"""One municipality, or several added up, under one set of levers."""

from dataclasses import dataclass, fields
from functools import reduce
from operator import add

import numpy as np

from raadsapp.model.facts import Facts
from raadsapp.model.levers import CHOICES, Array, Code, Levers, Precision, Value, altered
from raadsapp.model.money import waiting_weeks
from raadsapp.model.scenario import Outcome, run

AMOUNTS = ("pgb_count", "extra_budget", "prevention_budget")
"""Levers that are a number or an amount: each municipality takes its own share of them."""
OWN_SAVINGS = CHOICES["savings_scenario"].index("own")
_RATIOS = ("use_rate", "unit_cost", "waiting_weeks")


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


def run_region(
    levers: Levers,
    region: Region,
    weights: tuple[Value, ...] | None = None,
    precision: Precision = "float64",
) -> Outcome:
    """Work out a scenario, or a batch of them, for all members and add them up.

    `weights` replace those in the facts, one for each member; `precision` as `run`. Amounts and numbers are
    sums; the use of care and the cost of an arrangement are ratios of sums, and the waiting time is that of
    one common queue.
    """
    chosen = weights or (None,) * len(region.members)
    if len(region.members) == 1:
        return run(levers, region.members[0].facts, chosen[0], precision)
    return _together(
        [
            run(member_levers(levers, member), member.facts, weight, precision)
            for member, weight in zip(region.members, chosen, strict=True)
        ]
    )


def figure(
    levers: Levers,
    region: Region,
    outcome: str,
    year: int,
    batch: int,
    weights: tuple[Value, ...] | None = None,
) -> Array:
    """A field of Outcome in a year, of each scenario of a batch, shape (batch,)."""
    values: Array = getattr(run_region(levers, region, weights), outcome)[:, region.years.index(year)]
    return np.broadcast_to(values, (batch,))


def _together(outcomes: list[Outcome]) -> Outcome:
    names = [field.name for field in fields(Outcome) if field.name not in _RATIOS]
    sums = {name: reduce(add, [getattr(outcome, name) for outcome in outcomes]) for name in names}
    paid = reduce(add, [outcome.arrangements * outcome.unit_cost for outcome in outcomes])
    return Outcome(
        **sums,
        use_rate=sums["clients"] / sums["youth"],
        unit_cost=paid / sums["arrangements"],
        waiting_weeks=waiting_weeks(sums["backlog"], sums["helped"]),
    )
