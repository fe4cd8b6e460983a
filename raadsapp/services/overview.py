"""How the dossier stands: what is followed of each goal, and what of that was measured."""

from dataclasses import dataclass
from datetime import date

from raadsapp.domain.goals import Effect, Goal, Indicator
from raadsapp.services.opening import Session
from raadsapp.services.summary import measured


@dataclass(frozen=True, slots=True)
class GoalState:
    """A goal, the effects that show whether it is reached, their indicators, and which of those have a value.

    `measured` are keys of indicators, in their order.
    """

    goal: Goal
    effects: tuple[Effect, ...]
    indicators: tuple[Indicator, ...]
    measured: tuple[str, ...]


def goal_states(session: Session, municipality: str, as_of: date | None = None) -> tuple[GoalState, ...]:
    """Every goal, old ones too, in the order of the dossier, as known at the end of `as_of` (None: now).

    What is invented is not measured.
    """
    catalog = session.catalog
    there = measured(session, municipality, as_of)
    return tuple(_state(goal, catalog.effects, catalog.indicators, there) for goal in catalog.goals)


def _state(
    goal: Goal, effects: tuple[Effect, ...], indicators: tuple[Indicator, ...], there: frozenset[str]
) -> GoalState:
    wanted = {effect.key: effect for effect in effects if effect.key in goal.effects}
    following = tuple(
        indicator for indicator in indicators if not wanted.keys().isdisjoint(indicator.effects)
    )
    return GoalState(
        goal,
        tuple(wanted[key] for key in goal.effects),
        following,
        tuple(indicator.key for indicator in following if indicator.key in there),
    )
