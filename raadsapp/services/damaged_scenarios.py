"""Saved scenarios that cannot be read any more: which they are, and that the others still can."""

from raadsapp.domain.saved_scenario import DamagedRow, SavedScenario
from raadsapp.errors import UserError
from raadsapp.services.damage_words import damage_words
from raadsapp.services.opening import Session
from raadsapp.services.scenario_snapshot import estimate, lever_keys
from raadsapp.store import saved_scenarios as stored

_NEEDED = frozenset({"balance", "waiting_weeks"})
"""Outcomes that were kept with every scenario since the first version."""


def is_whole(saved: SavedScenario | DamagedRow) -> bool:
    """Whether everything in it can be read: no lever or outcome is unknown to what it was made with."""
    if isinstance(saved, DamagedRow):
        return False
    try:
        estimate(saved.facts)
        levers = lever_keys(saved.facts)
    except UserError:
        return False
    return {key for key, _ in saved.settings} <= levers and {key for key, _ in saved.came_out} >= _NEEDED


def damage(session: Session) -> str:
    """A sentence that names what cannot be read, and what to do; empty when all can be."""
    broken = [one for one in stored.all_scenarios(session.store) if not is_whole(one)]
    return damage_words(
        [(one.name, one.number) for one in broken],
        "Dit bewaarde scenario is",
        "Deze bewaarde scenario’s zijn",
        "het",
    )
