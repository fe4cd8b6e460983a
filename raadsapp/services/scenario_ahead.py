"""Causes worked out before they are asked, for every place the lever that moves can come to."""

from collections.abc import Mapping
from dataclasses import dataclass

from raadsapp.model.contributions import changed_levers
from raadsapp.services.scenario import Scenario, with_changes
from raadsapp.services.scenario_causes import START, Causes, causes
from raadsapp.services.scenario_questions import contributions_of_each

_MOST = 4096
"""Coalitions that are worked out within some milliseconds, once for a lever that is held."""
_EXACT = 6


@dataclass(frozen=True, slots=True, kw_only=True)
class Question:
    """What is asked of a scenario: the causes of an outcome in a year, since a scenario with this name."""

    outcome: str
    year: int
    since: Scenario | None = None
    since_name: str = START


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Ahead:
    """The answers to a question wherever `lever` stands; all other levers stand as in `asked`."""

    asked: Scenario
    lever: str
    question: Question
    found: Mapping[float, Causes]

    def is_about(self, asked: Scenario, question: Question) -> bool:
        """Whether only where the lever stands may differ from what was worked out."""
        if question != self.question or asked.region is not self.asked.region:
            return False
        pairs = zip(asked.values, self.asked.values, strict=True)
        return all(now == then or now[0] == self.lever for now, then in pairs)

    def of(self, asked: Scenario, question: Question) -> Causes | None:
        """What was worked out for this scenario; None where nothing was."""
        if not self.is_about(asked, question):
            return None
        return self.found.get(float(dict(asked.values)[self.lever]))


def moved_lever(before: Scenario, asked: Scenario) -> str:
    """The only lever that stands elsewhere; empty when it is none, or one of several, or a choice."""
    if before.region is not asked.region:
        return ""
    pairs = zip(asked.values, before.values, strict=True)
    moved = [now for now, then in pairs if now != then]
    return moved[0][0] if len(moved) == 1 and not isinstance(moved[0][1], str) else ""


def look_ahead(asked: Scenario, lever: str, question: Question) -> Ahead | None:
    """Work out all steps of a lever that is a number, as one batch; None where that takes too long."""
    definition = next(one for one in asked.definitions if one.key == lever)
    low, high, step = definition.low, definition.high, definition.step
    places = [
        round(min(low + number * step, high), _EXACT) for number in range(round((high - low) / step) + 1)
    ]
    outcome, year, since, name = question.outcome, question.year, question.since, question.since_name
    start = since.levers if since else asked.start
    changed = [name for name in changed_levers(start, asked.levers) if name != lever]
    if len(places) << len(changed) + 1 > _MOST:
        return None
    everywhere = {place: with_changes(asked, {lever: place}) for place in places}
    unmoved = everywhere.pop(getattr(start, lever), None)
    several = contributions_of_each(tuple(everywhere.values()), outcome, year, since)
    found = {
        place: causes(there, outcome, year, since, name, known=known)
        for (place, there), known in zip(everywhere.items(), several, strict=True)
    }
    if unmoved is not None:  # there it is no changed lever, and so no cause
        found[getattr(start, lever)] = causes(unmoved, outcome, year, since, name)
    return Ahead(asked=asked, lever=lever, question=question, found=found)
