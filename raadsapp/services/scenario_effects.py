"""What a moved lever does, and why when it does nothing."""

from collections.abc import Mapping
from math import isclose

import numpy as np

from raadsapp.domain.lever import Lever
from raadsapp.model.levers import Array
from raadsapp.model.scenario import OUTCOMES, Outcome
from raadsapp.services.scenario import Scenario, outcome, with_changes
from raadsapp.services.scenario_words import outcome_words
from raadsapp.texts import enumeration, percent

_NEVER = "none"
_SHARE = 1e-9
"""Part of a figure below which a difference is dust of floating point; money may differ by `_CENT`."""
_CENT = 1e-4
_MOST_NAMED = 2
_NAMED = (
    "clients",
    "demand_cost",
    "lumpsum",
    "balance",
    "waiting_weeks",
    "cooperative_result",
    "municipality_total",
    "residential_clients",
    "old_system_cost",
)
"""Outcomes that stand in the charts, in the order in which a reader meets them."""


def is_same(before: Outcome, after: Outcome) -> bool:
    """Whether every shown outcome is the same in every year."""
    return not any(_differs(getattr(before, name), getattr(after, name)) for name in OUTCOMES)


def _differs(before: Array, after: Array) -> bool:
    """Year by year up to the first that differs: every move of a lever asks this."""
    pairs = zip(before[0].tolist(), after[0].tolist(), strict=True)
    return not all(isclose(was, now, rel_tol=_SHARE, abs_tol=_CENT) for was, now in pairs)


def unmoved(before: Scenario, after: Scenario) -> str:
    """A sentence with the reason when no outcome of one scenario differs from the other’s; empty otherwise.

    Both are of the same municipality. Empty as well when the same is set. Of several levers those are named
    that would have moved nothing by themselves either.
    """
    stood, stand = dict(before.values), dict(after.values)
    moved = [lever for lever in after.definitions if stood[lever.key] != stand[lever.key]]
    came_out = outcome(after)
    if not moved or not is_same(outcome(before), came_out):
        return ""
    idle = [
        lever
        for lever in moved
        if len(moved) == 1 or is_same(outcome(with_changes(after, {lever.key: stood[lever.key]})), came_out)
    ]
    told = [
        f"‘{lever.label}’ verandert nu niets: {_reason(lever, after, came_out)}." for lever in idle or moved
    ]
    return " ".join(told[:_MOST_NAMED])


def waits_for(lever: Lever, asked: Scenario) -> str:
    """A sentence that says with which other lever this one begins to work; empty when it works now."""
    values = dict(asked.values)
    others = [other for other in asked.definitions if other.key in lever.works_with]
    if not others or any(values[other.key] not in {0, _NEVER} for other in others):
        return ""
    if len(others) == 1:
        return f"Werkt pas als {_is_set(others[0])}."
    names = [f"‘{other.label}’" for other in others]
    return f"Werkt pas als {', '.join(names[:-1])} of {names[-1]} boven 0 staat."


def _is_set(lever: Lever) -> str:
    if lever.choices:
        never = next(choice.label for choice in lever.choices if choice.value == _NEVER)
        return f"‘{lever.label}’ niet op ‘{never}’ staat"
    return f"‘{lever.label}’ {'boven' if lever.low >= 0 else 'niet op'} 0 staat"


def _reason(lever: Lever, asked: Scenario, came_out: Outcome) -> str:
    """Why this lever moves nothing; a limit is the reason that is left when the others do not hold."""
    values = dict(asked.values)
    given = asked.region.members[0].facts.assumptions
    waits = waits_for(lever, asked)
    if waits:
        reason = f"deze schuif {waits[0].lower()}{waits[1:-1]}"
    elif lever.key in {"waiting_share", "escalation_share"}:
        reason = _no_queue(lever, came_out)
    elif lever.key in {"risk_corridor", "municipality_share"}:
        reason = _nothing_to_share(values, came_out)
    elif lever.key in {"prevention_yield", "prevention_budget", "ramp_years"}:
        most = percent(100 * given.prevention_limit)
        reason = (
            f"preventie voorkomt al zoveel als dit model toelaat, {most} van de cliënten"
            if values["prevention_yield"]
            else "preventie levert in dit scenario niets op"
        )
    elif lever.key in {"demand_growth", "access_effect", "access_transfer_year"}:
        most = percent(100 * given.use_limit)
        reason = f"er gebruiken al zoveel jongeren hulp als dit model toelaat, {most} van alle jongeren"
    elif lever.key == "savings_scenario":
        reason = "het vaste bedrag daalt niet, dus is er geen inverdieneffect ingeboekt"
    else:
        reason = "de cijfers van deze gemeente laten geen verschil zien"
    return reason


def _no_queue(lever: Lever, came_out: Outcome) -> str:
    if not (came_out.gap > 0).any():
        return "er is in geen enkel jaar een tekort, dus hoeft niemand te wachten"
    if lever.key == "waiting_share":
        return "alle hulp die kan wachten, wacht al"
    return "de wachtrij ontstaat pas in het laatste jaar"


def _nothing_to_share(values: Mapping[str, float | str], came_out: Outcome) -> str:
    if np.abs(came_out.balance).max() < 1:
        return "er blijft geen tekort of overschot over om te delen"
    corridor = percent(float(values["risk_corridor"]))
    return f"elk tekort of overschot blijft binnen het eigen risico van JenS ({corridor})"


def moved_by(lever: Lever, asked: Scenario) -> str:
    """Which outcomes change when a lever goes through its whole range, the others as they stand.

    A sentence; empty when none does.
    """
    ends = [choice.value for choice in lever.choices] if lever.choices else [lever.low, lever.high]
    outcomes = [outcome(with_changes(asked, {lever.key: end})) for end in ends]
    names = [
        outcome_words(name).title.lower().replace("jens", "JenS")
        for name in _NAMED
        if any(_differs(getattr(outcomes[0], name), getattr(other, name)) for other in outcomes[1:])
    ]
    return f"Verandert nu: {enumeration(names)}." if names else ""
