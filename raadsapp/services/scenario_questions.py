"""Questions about a scenario: how sure, through which lever, and which value does it."""

from collections.abc import Sequence
from dataclasses import dataclass
from math import isfinite

from raadsapp.domain.lever import Lever, LeverKind
from raadsapp.errors import UserError
from raadsapp.model import contributions as shapley
from raadsapp.model import uncertainty
from raadsapp.model.contributions import Contributions
from raadsapp.model.draws import Spread
from raadsapp.model.goal_seek import Goal, seek
from raadsapp.model.scenario import OUTCOMES, Outcome
from raadsapp.model.sensitivity import WEIGHT, Effect
from raadsapp.model.sensitivity import sensitivity as effects
from raadsapp.model.uncertainty import Band
from raadsapp.services.scenario import Scenario, with_changes
from raadsapp.services.scenario import outcome as central
from raadsapp.services.scenario_sentences import waiting_sentence
from raadsapp.services.scenario_words import OutcomeUnit, amount, outcome_words, setting
from raadsapp.texts import enumeration, number


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


@dataclass(frozen=True, slots=True, kw_only=True)
class Swing:
    """What one assumption does to an outcome: its two ends as words, and the outcome at each of them.

    `lever` is a key, or `weight-` with the code of a scaled municipality. `centre` is the outcome as it is.
    """

    lever: str
    label: str
    low_value: str
    high_value: str
    low: float
    high: float
    centre: float


@dataclass(frozen=True, slots=True, kw_only=True)
class StartPoint:
    """A choice of the lever `base_year` and what comes out of it, arrays of shape (1, years)."""

    value: str
    label: str
    outcome: Outcome


class Bands:
    """Bands around any setting of the levers of one municipality, always from the same draws."""

    def __init__(self, asked: Scenario, draws: int, seed: int) -> None:
        self._bands = uncertainty.Bands(asked.region, _spreads(asked), draws, seed)

    def of(self, asked: Scenario, outcomes: tuple[str, ...]) -> Band:
        """Quantiles of these outcomes and the share that fits, for a scenario of this municipality."""
        return self._bands.of(asked.levers, outcomes)


def bands(asked: Scenario, draws: int = 10_001, seed: int = 0) -> Bands:
    """Bands for the municipality of a scenario, from at least one draw; all its levers may then move."""
    return Bands(asked, draws, seed)


def band(asked: Scenario, draws: int, seed: int) -> Band | None:
    """Quantiles of all outcomes and the share that fits, over `draws` draws; None for no draws."""
    return uncertainty.band(asked.levers, asked.region, _spreads(asked), draws, seed) if draws else None


def _spreads(asked: Scenario) -> tuple[Spread, ...]:
    return tuple(
        Spread(
            lever=lever.key, under=lever.spread.low, above=lever.spread.high, low=lever.low, high=lever.high
        )
        for lever in asked.definitions
        if lever.spread is not None
    )


def contributions(asked: Scenario, outcome: str, year: int, since: Scenario | None = None) -> Contributions:
    """What each lever that differs from `since`, or from its default, adds to an outcome in a year.

    UserError that names what is allowed for an unknown outcome or year, or when `since` is about another
    municipality.
    """
    return contributions_of_each((asked,), outcome, year, since)[0]


def contributions_of_each(
    several: Sequence[Scenario], outcome: str, year: int, since: Scenario | None = None
) -> tuple[Contributions, ...]:
    """`contributions` of several scenarios of one municipality at once; in all the same levers differ."""
    asked = several[0]
    _must_be_outcome(outcome)
    _must_be_year(asked, year)
    if since is not None and since.municipality != asked.municipality:
        raise UserError(
            f"Het ene scenario gaat over {since.name}, het andere over {asked.name}.",
            "Vergelijk scenario’s van dezelfde gemeente.",
        )
    start = asked.start if since is None else since.levers
    ends = tuple(one.levers for one in several)
    return shapley.contributions_of_each(start, ends, asked.region, outcome, year)


def sensitivity(asked: Scenario, outcome: str, year: int) -> tuple[Swing, ...]:
    """What each uncertain assumption alone does to an outcome in a year, widest first.

    An assumption that moves nothing at this setting is left out. UserError as `contributions`.
    """
    _must_be_outcome(outcome)
    _must_be_year(asked, year)
    found = effects(asked.levers, asked.region, _spreads(asked), outcome, year)
    return tuple(_swing(asked, effect) for effect in found)


def _swing(asked: Scenario, effect: Effect) -> Swing:
    if effect.lever == WEIGHT:
        facts, names = asked.region.members[effect.member].facts, dict(asked.names)
        key, whole = f"{WEIGHT}-{facts.municipality}", names[facts.reference]
        several = f": {names[facts.municipality]}" if len(asked.region.members) > 1 else ""
        label = f"Opschaling vanaf {whole}{several}"
        low, high = (f"{number(end, 1)} keer {whole}" for end in effect.ends)
    else:
        lever = next(one for one in asked.definitions if one.key == effect.lever)
        key, label = lever.key, lever.label
        ends = (lever.choices[int(end)].value if lever.choices else end for end in effect.ends)
        low, high = (setting(lever, end) for end in ends)
    return Swing(
        lever=key,
        label=label,
        low_value=low,
        high_value=high,
        low=effect.low,
        high=effect.high,
        centre=effect.centre,
    )


def start_points(asked: Scenario) -> tuple[StartPoint, ...]:
    """What comes out from each starting point, with all other levers as they stand."""
    lever = next(one for one in asked.definitions if one.key == "base_year")
    return tuple(
        StartPoint(
            value=choice.value,
            label=choice.label,
            outcome=central(with_changes(asked, {lever.key: choice.value})),
        )
        for choice in lever.choices
    )


def solve(asked: Scenario, lever: str, outcome: str, year: int, target: float) -> Solution:
    """Which value of a policy lever brings an outcome to `target` in a year; money with the wait it gives.

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
        if words.unit is OutcomeUnit.EURO:
            there = with_changes(asked, {lever: found.value})
            message = f"{message} {waiting_sentence(there, central(there), year)}"
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


def seek_levers(asked: Scenario) -> tuple[Lever, ...]:
    """The levers whose value may be sought: policy, and a number. Waiting is never one of them."""
    return tuple(lever for lever in asked.definitions if lever.kind is LeverKind.POLICY and not lever.choices)


def _policy_lever(asked: Scenario, key: str) -> Lever:
    offered = {lever.key: lever for lever in seek_levers(asked)}
    if key not in offered:
        raise UserError(
            f"Met de schuif ‘{key}’ kan dit niet: zoeken kan alleen met een beleidskeuze die een getal is.",
            f"Kies uit {enumeration(list(offered))}.",
        )
    return offered[key]
