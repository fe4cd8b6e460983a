"""What the page of goal seek asks and shows: which levers and outcomes, and the way to an answer."""

from dataclasses import dataclass

from raadsapp.domain.lever import Lever
from raadsapp.model.goal_seek import Goal, lever_path
from raadsapp.services.scenario import Scenario, outcome
from raadsapp.services.scenario_questions import Solution, seek_levers, solve
from raadsapp.services.scenario_words import OutcomeUnit, OutcomeWords, amount, outcome_words, setting

ASKED = (
    "balance",
    "waiting_weeks",
    "municipality_total",
    "demand_cost",
    "cooperative_result",
    "cooperative_cumulative",
    "municipality_extra",
    "clients",
    "residential_clients",
)
"""Outcomes that may be asked for, the usual one in front."""
DUTY = "Wachten staat er niet bij: de gemeente moet hulp geven (Jeugdwet, artikel 2.3)."
_ZERO = frozenset({"balance", "cooperative_result", "cooperative_cumulative", "municipality_extra"})
_POINTS = 101
_THOUSANDS = -3
_CLOSE = 1e-6
"""In parts of its range: what is found and what a lever keeps differ by their rounding."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Sought:
    """A question and its answer; `values` and `outcomes` are the way through the range of the lever.

    `at` is where the lever stands now and `now` what comes of it.
    """

    lever: Lever
    outcome: OutcomeWords
    year: int
    target: float
    question: str
    solution: Solution
    values: tuple[float, ...]
    outcomes: tuple[float, ...]
    at: float
    now: float

    @property
    def is_set(self) -> bool:
        """Whether the lever stands at the answer already."""
        value = self.solution.value
        return value is not None and abs(value - self.at) <= _CLOSE * (self.lever.high - self.lever.low)


def usual_target(asked: Scenario, key: str, year: int) -> float:
    """The amount an outcome is sought for at first: nothing short, or about what it is now."""
    if key in _ZERO:
        return 0.0
    now = _now(asked, key, year)
    if outcome_words(key).unit is OutcomeUnit.EURO:
        return round(now, _THOUSANDS)
    return float(round(now)) if now < float("inf") else 0.0


def sought(asked: Scenario, lever: str, key: str, year: int, target: float) -> Sought:
    """Which value of a lever brings an outcome to a target; UserError as `solve`."""
    solution = solve(asked, lever, key, year, target)
    definition = next(one for one in seek_levers(asked) if one.key == lever)
    words = outcome_words(key)
    bounds = (definition.low, definition.high)
    goal = Goal(outcome=key, year=year, target=target)
    values, outcomes = lever_path(asked.levers, asked.region, lever, bounds, goal, _POINTS)
    return Sought(
        lever=definition,
        outcome=words,
        year=year,
        target=target,
        question=f"Zoek de waarde van ‘{definition.label}’ waarbij {words.label} in {year} "
        f"{amount(target, words)} is.",
        solution=solution,
        values=tuple(map(float, values)),
        outcomes=tuple(map(float, outcomes)),
        at=float(dict(asked.values)[lever]),
        now=_now(asked, key, year),
    )


def present(found: Sought) -> str:
    """Where the lever stands and what that gives, in a sentence."""
    return (
        f"Nu staat de schuif op {setting(found.lever, found.at)}. Dan is {found.outcome.label} in "
        f"{found.year} {amount(found.now, found.outcome)}."
    )


def _now(asked: Scenario, key: str, year: int) -> float:
    return float(getattr(outcome(asked), key)[0, asked.years.index(year)])
