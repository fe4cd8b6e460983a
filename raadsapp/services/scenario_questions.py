"""Questions about a scenario: how sure, through which lever, and which value does it."""

from dataclasses import dataclass
from math import isfinite

from raadsapp.domain.lever import Lever, LeverKind
from raadsapp.errors import UserError
from raadsapp.model import contributions as shapley
from raadsapp.model.contributions import Contributions
from raadsapp.model.goal_seek import Goal, seek
from raadsapp.model.scenario import OUTCOMES
from raadsapp.model.uncertainty import Band, Spread
from raadsapp.model.uncertainty import band as drawn_band
from raadsapp.services.scenario import Scenario
from raadsapp.services.scenario_words import amount, outcome_words, setting
from raadsapp.texts import enumeration


@dataclass(frozen=True, slots=True, kw_only=True)
class Solution:
    """An answer to a goal seek; `value` is None where nothing in the range of the lever does it."""

    lever: str
    value: float | None
    message: str

    @property
    def reached(self) -> bool:
        """Whether some value of the lever brings the outcome to its target."""
        return self.value is not None


def band(asked: Scenario, draws: int, seed: int) -> Band | None:
    """Quantiles and the share that fits, over `draws` draws; None for no draws."""
    spreads = tuple(
        Spread(
            lever=lever.key, under=lever.spread.low, above=lever.spread.high, low=lever.low, high=lever.high
        )
        for lever in asked.definitions
        if lever.spread is not None
    )
    return drawn_band(asked.levers, asked.region, spreads, draws, seed) if draws else None


def contributions(asked: Scenario, outcome: str, year: int) -> Contributions:
    """What each lever that is not at its default adds to an outcome in a year.

    UserError that names what is allowed for an unknown outcome or year.
    """
    _must_be_outcome(outcome)
    _must_be_year(asked, year)
    return shapley.contributions(asked.start, asked.levers, asked.region, outcome, year)


def solve(asked: Scenario, lever: str, outcome: str, year: int, target: float) -> Solution:
    """Which value of a policy lever brings an outcome to `target` in a year.

    Only levers that are policy and a number are offered: waiting, for one, is no choice of policy. UserError
    that names what is allowed for another lever, an unknown outcome or an unknown year.
    """
    definition = _policy_lever(asked, lever)
    _must_be_outcome(outcome)
    _must_be_year(asked, year)
    if not isfinite(target):
        raise UserError(f"Het doel ‘{target}’ is geen getal.", "Geef een getal, zoals 0.")
    goal = Goal(outcome=outcome, year=year, target=target)
    found = seek(asked.levers, asked.region, lever, (definition.low, definition.high), goal)
    words = outcome_words(outcome)
    if found.value is not None:
        message = (
            f"Met ‘{definition.label}’ op {setting(definition, found.value)} is {words.label} in {year} "
            f"{amount(target, words)}."
        )
    elif found.lowest == found.highest:
        message = f"‘{definition.label}’ verandert niets aan {words.label} in {year}."
    else:
        message = (
            f"Geen waarde in dit bereik doet dat: {words.label} in {year} blijft tussen "
            f"{amount(found.lowest, words)} en {amount(found.highest, words)}."
        )
    return Solution(lever=lever, value=found.value, message=message)


def _must_be_outcome(outcome: str) -> None:
    if outcome not in OUTCOMES:
        raise UserError(f"De uitkomst ‘{outcome}’ bestaat niet.", f"Kies uit {enumeration(list(OUTCOMES))}.")


def _must_be_year(asked: Scenario, year: int) -> None:
    first, last = asked.years[0], asked.years[-1]
    if year not in asked.years:
        raise UserError(
            f"Over {year} rekent het model niet.", f"Kies een jaar van {first} tot en met {last}."
        )


def _policy_lever(asked: Scenario, key: str) -> Lever:
    offered = {
        lever.key: lever
        for lever in asked.definitions
        if lever.kind is LeverKind.POLICY and not lever.choices
    }
    if key not in offered:
        raise UserError(
            f"Met de schuif ‘{key}’ kan dit niet: zoeken kan alleen met een beleidskeuze die een getal is.",
            f"Kies uit {enumeration(list(offered))}.",
        )
    return offered[key]
