"""A scenario that is worked out as far as it is asked for: one place for all equations, no figure in vain."""

from functools import cached_property

from raadsapp.model.equations import Care, Conditions, care, conditions, open_ended_cost, other_cost
from raadsapp.model.facts import Facts
from raadsapp.model.levers import DOUBLE, Array, Levers, Precision, Value
from raadsapp.model.money import Payers, Queue, Residential, lumpsum, payers, queue, residential, spend
from raadsapp.model.starting_point import starting_point

_CONDITIONS = ("base_year", "youth_change", "arrangements_change", "price_index", "ramp_years")
"""Levers that `conditions` rests on."""
_OTHER = (*_CONDITIONS, "pgb_count")
_FIXED = ("savings_scenario", "lumpsum_index", "extra_budget")


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

    def take_over(self, before: "Working") -> None:
        """Take over what was worked out for the same municipality and weight from the very same levers."""
        for kept, rests_on in (("_at", _CONDITIONS), ("other_cost", _OTHER), ("_fixed", _FIXED)):
            same = all(getattr(self.levers, name) is getattr(before.levers, name) for name in rests_on)
            if same and kept in vars(before):
                vars(self)[kept] = vars(before)[kept]

    @cached_property
    def _at(self) -> Conditions:
        return conditions(self.levers, self._facts, self._start, self._weight)

    @cached_property
    def _need(self) -> Care:
        return care(self.levers, self._facts, self._start, self._at)

    @cached_property
    def _fixed(self) -> tuple[Array, Array]:
        return lumpsum(self.levers, self._facts, self._start, self._weight)

    @cached_property
    def _queue(self) -> Queue:
        return queue(self.levers, self._facts, self._need, self.gap)

    @cached_property
    def _pay(self) -> Payers:
        return payers(self.levers, self.lumpsum, self.balance)

    @cached_property
    def _outside(self) -> Residential:
        return residential(self.levers, self._facts, self._at, self._need, self.backlog)

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

    @property
    def clients(self) -> Array:
        """Clients (3)."""
        return self._need.clients

    @property
    def arrangements(self) -> Array:
        """Arrangements (4)."""
        return self._need.arrangements

    @property
    def unit_cost(self) -> Array:
        """Euro per arrangement (4)."""
        return self._need.unit_cost

    @property
    def ambulatory_cost(self) -> Array:
        """Ambulatory care, and help at home instead of residential care (6, 12)."""
        return self._need.ambulatory_cost

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

    @property
    def deferred(self) -> Array:
        """Cost of help that has to wait (10)."""
        return self._queue.deferred

    @cached_property
    def spend(self) -> Array:
        """What the help that is given costs (10)."""
        return spend(self._need, self._queue, self.demand_cost)

    @cached_property
    def balance(self) -> Array:
        """What is left of the lumpsum (10)."""
        return self.lumpsum - self.spend

    @property
    def backlog(self) -> Array:
        """Arrangements that wait at the end of the year (10)."""
        return self._queue.backlog

    @property
    def waiting_weeks(self) -> Array:
        """Weeks it takes to help who waits (10)."""
        return self._queue.waiting_weeks

    @property
    def worked_off(self) -> Array:
        """Arrangements that had waited and were given (10)."""
        return self._queue.worked_off

    @property
    def helped(self) -> Array:
        """Arrangements that were given (10)."""
        return self._queue.helped

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

    @property
    def residential_clients(self) -> Array:
        """Residential clients (5)."""
        return self._outside.clients

    @property
    def residential_cost(self) -> Array:
        """Residential and crisis care, outside the lumpsum (5)."""
        return self._outside.cost

    @cached_property
    def municipality_total(self) -> Array:
        """All that the municipality pays (11)."""
        own = self.levers.prevention_budget + self.municipality_extra
        return self.lumpsum + own + self.residential_cost

    @cached_property
    def old_system_cost(self) -> Array:
        """What the same need would cost without lumpsum and without policy (12)."""
        return open_ended_cost(self._at, self._need) + self.other_cost + self._outside.open_ended_cost
