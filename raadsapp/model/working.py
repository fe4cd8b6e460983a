"""A scenario that is worked out as far as it is asked for: one place for all equations, no figure in vain."""

from collections.abc import Mapping
from collections.abc import Set as AbstractSet
from functools import cached_property

import numpy as np

from raadsapp.model.equations import (
    Conditions,
    access,
    avoidable,
    conditions,
    open_ended,
    other_cost,
    shifted,
    unit_cost,
)
from raadsapp.model.facts import Facts
from raadsapp.model.levers import DOUBLE, Array, Levers, Precision, Value
from raadsapp.model.money import Payers, Queue, escalated, lumpsum, nobody_waits, payers, queue, waiting_weeks
from raadsapp.model.starting_point import starting_point

_CONDITIONS = frozenset({"base_year", "youth_change", "arrangements_change", "price_index", "ramp_years"})
"""Levers that `conditions` rests on."""
_RESTS_ON = {
    "_at": _CONDITIONS,
    "_access": frozenset({"access_effect", "access_transfer_year"}),
    "_avoidable": _CONDITIONS | {"prevention_yield", "prevention_budget"},
    "unit_cost": _CONDITIONS | {"downscaling"},
    "residential_need": _CONDITIONS,
    "shifted": _CONDITIONS | {"inflow_shift"},
    "_at_home": _CONDITIONS | {"inflow_shift"},
    "_residential_price": _CONDITIONS,
    "other_cost": _CONDITIONS | {"pgb_count"},
    "_fixed": frozenset({"savings_scenario", "lumpsum_index", "extra_budget"}),
}
"""What rests on some levers only, and is kept as long as those stay where they are."""
Kept = Mapping[str, object]
"""What was worked out, by the names in `_RESTS_ON`."""


class Working:
    """A scenario, or a batch of them, of one municipality; figures are those of `Outcome`, by their name.

    Each is worked out when it is first asked for, in `precision`, and kept. Here they are of shape
    (years, batch), or (years, 1) where they are the same for all of a batch. `weight` replaces the one in
    `facts` (a scalar or shape (batch,)).
    """

    def __init__(
        self, levers: Levers, facts: Facts, weight: Value | None = None, precision: Precision = DOUBLE
    ) -> None:
        self.levers, self._facts = levers, facts
        self._weight = facts.weight.value if weight is None else weight
        self._start = starting_point(facts, precision)

    def figure(self, name: str) -> Array:
        """A figure by its name, of shape (batch, years) or (1, years); AttributeError when there is none."""
        values: Array = getattr(self, name)
        return values.T

    @property
    def kept(self) -> Kept:
        """What may be taken over by the next setting of the levers; the rest can go."""
        return {name: value for name, value in vars(self).items() if name in _RESTS_ON}

    def take_over(self, kept: Kept, same: AbstractSet[str]) -> None:
        """Take over what was worked out for the same municipality and weight, as far as it rests on `same`.

        These are the names of levers that are what they were.
        """
        vars(self).update((name, value) for name, value in kept.items() if _RESTS_ON[name] <= same)

    @cached_property
    def _at(self) -> Conditions:
        return conditions(self.levers, self._facts, self._start, self._weight)

    @cached_property
    def _open_ended(self) -> Array:
        return open_ended(self.levers, self._start, self._at)

    @cached_property
    def _access(self) -> Array | None:
        return access(self.levers, self._facts, self._start)

    @cached_property
    def _avoidable(self) -> Array:
        return avoidable(self.levers, self._facts, self._at)

    @cached_property
    def _at_home(self) -> Array:
        """Arrangements that help at home counts for (6)."""
        return self.shifted * (self._facts.assumptions.home_factor * self._at.arrangements_per_client)

    @cached_property
    def _residential_price(self) -> Array:
        return self._facts.assumptions.residential_unit_cost * self._at.prices

    @cached_property
    def _fixed(self) -> tuple[Array, Array]:
        return lumpsum(self.levers, self._facts, self._start, self._weight)

    @cached_property
    def _queue(self) -> Queue:
        if not self._waits:
            return nobody_waits(self.gap)
        return queue(self.levers, self._facts, self._needed, self.gap, self.unit_cost)

    @property
    def _waits(self) -> bool:
        """Whether anybody may have to wait."""
        return bool(np.any(self.levers.waiting_share))

    @cached_property
    def _pay(self) -> Payers:
        return payers(self.levers, self.lumpsum, self.balance)

    @property
    def youth(self) -> Array:
        """Young people (1)."""
        return self._at.youth

    @property
    def youth_weighted(self) -> Array:
        """Young people as they count in the use of care (1)."""
        return self._at.youth_weighted

    @cached_property
    def use_rate(self) -> Array:
        """Clients per young person (3)."""
        return self.clients / self.youth

    @cached_property
    def clients(self) -> Array:
        """Clients (3)."""
        reached = self._open_ended if self._access is None else self._open_ended * self._access
        before = np.minimum(reached, self._at.most)
        if not np.any(self.levers.prevention_budget):
            return before
        avoided = np.minimum(self._avoidable, self._facts.assumptions.prevention_limit * before)
        return np.subtract(before, avoided, out=avoided)

    @cached_property
    def arrangements(self) -> Array:
        """Arrangements (4)."""
        return self.clients * self._at.arrangements_per_client

    @cached_property
    def unit_cost(self) -> Array:
        """Euro per arrangement (4)."""
        return unit_cost(self.levers, self._at)

    @cached_property
    def _needed(self) -> Array:
        """Arrangements with those that help at home counts for (6)."""
        shifts = np.any(self.levers.inflow_shift)
        return self.arrangements + self._at_home if shifts else self.arrangements

    @cached_property
    def ambulatory_cost(self) -> Array:
        """Ambulatory care, and help at home instead of residential care (6, 12)."""
        return self._needed * self.unit_cost

    @cached_property
    def other_cost(self) -> Array:
        """Other cost inside the lumpsum (7)."""
        return other_cost(self.levers, self._facts, self._at)

    @cached_property
    def demand_cost(self) -> Array:
        """What all help that is needed costs (8)."""
        return self.ambulatory_cost + self.other_cost

    @property
    def lumpsum(self) -> Array:
        """The lumpsum (9)."""
        return self._fixed[0]

    @property
    def savings(self) -> Array:
        """What was taken off the lumpsum (9)."""
        return self._fixed[1]

    @cached_property
    def gap(self) -> Array:
        """What the lumpsum lacks; below zero what it leaves (10)."""
        return self.demand_cost - self.lumpsum

    @cached_property
    def deferred(self) -> Array:
        """Cost of help that has to wait (10)."""
        return self._queue.put_off * self.unit_cost

    @cached_property
    def spend(self) -> Array:
        """What the help that is given costs (10)."""
        if not self._waits:
            return self.demand_cost
        return self.demand_cost - self._queue.grown * self.unit_cost

    @cached_property
    def balance(self) -> Array:
        """What is left of the lumpsum (10)."""
        return self.lumpsum - self.spend

    @property
    def backlog(self) -> Array:
        """Arrangements that wait at the end of the year (10)."""
        return self._queue.backlog

    @cached_property
    def waiting_weeks(self) -> Array:
        """Weeks it takes to help who waits (10)."""
        return waiting_weeks(self.backlog, self.helped) if self._waits else self.backlog

    @property
    def worked_off(self) -> Array:
        """Arrangements that had waited and were given (10)."""
        return self._queue.worked_off

    @cached_property
    def helped(self) -> Array:
        """Arrangements that were given (10)."""
        if not self._waits:
            return self.arrangements
        return self.arrangements - self._queue.grown

    @property
    def municipality_extra(self) -> Array:
        """What the municipality pays beside the lumpsum (11)."""
        return self._pay.municipality_extra

    @property
    def cooperative_result(self) -> Array:
        """What is left for the cooperative (11)."""
        return self._pay.cooperative_result

    @property
    def cooperative_cumulative(self) -> Array:
        """What is left for the cooperative since the first year (11)."""
        return self._pay.cooperative_cumulative

    @cached_property
    def residential_need(self) -> Array:
        """Residential clients if nobody is helped at home instead and nobody waits (5)."""
        return self._at.youth * self._at.residential

    @cached_property
    def shifted(self) -> Array:
        """Residential clients that are helped at home instead (5)."""
        return shifted(self.levers, self._at, self.residential_need)

    @cached_property
    def residential_clients(self) -> Array:
        """Residential clients (5)."""
        return self.residential_need - self.shifted + escalated(self.levers, self.backlog)

    @cached_property
    def residential_cost(self) -> Array:
        """Residential and crisis care, outside the lumpsum (5)."""
        return self.residential_clients * self._residential_price

    @cached_property
    def municipality_total(self) -> Array:
        """All that the municipality pays (11)."""
        own = self.levers.prevention_budget + self.municipality_extra
        return self.lumpsum + own + self.residential_cost

    @cached_property
    def old_system_cost(self) -> Array:
        """What the same need would cost without lumpsum and without policy (12)."""
        clients = np.minimum(self._open_ended, self._at.most)
        ambulatory = clients * self._at.arrangements_per_client * self._at.unit_cost
        return ambulatory + self.other_cost + self.residential_need * self._residential_price
