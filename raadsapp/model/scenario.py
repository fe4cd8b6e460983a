"""One pure function that answers every question: `run(levers, facts)`."""

from collections.abc import Callable

from raadsapp.model.facts import Facts
from raadsapp.model.levers import DOUBLE, Array, Levers, Precision, Value
from raadsapp.model.working import Working


class Outcome:
    """What comes out; money in euro of the year itself, rates as fractions.

    Each is worked out by `figure` when it is first asked for, and kept. Each is of shape (batch, years), or
    (1, years) where it is the same for all of a batch.
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

    def __init__(self, figure: Callable[[str], Array]) -> None:
        self._figure = figure

    def __getattr__(self, name: str) -> Array:
        """A figure that was not asked for before; AttributeError for a name that is none."""
        if name not in FIGURES:
            raise AttributeError(name)
        found = self._figure(name)
        setattr(self, name, found)
        return found


VERSION = 1
"""Raised when an equation changes, so that a kept scenario can tell why it comes out differently."""
INNER = ("worked_off", "helped", "savings")
"""Outcomes that explain others and are not shown on their own."""
FIGURES = tuple(Outcome.__annotations__)
"""All that comes out."""
OUTCOMES = tuple(name for name in FIGURES if name not in INNER)
"""Outcomes in the order of the model page."""


def run(levers: Levers, facts: Facts, weight: Value | None = None, precision: Precision = DOUBLE) -> Outcome:
    """Work out a scenario, or a batch of them, for the municipality and the years of `facts`.

    `weight` replaces the one in `facts` (a scalar or shape (batch,)). Arrays are in `precision`, and so is
    what comes out. The equations are those of the model page; nothing is kept, read or drawn.
    """
    return Outcome(Working(levers, facts, weight, precision).figure)
