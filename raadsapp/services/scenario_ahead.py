"""Contributions worked out before they are asked, for every place the lever that moves can come to."""

from collections.abc import Mapping
from dataclasses import dataclass

from raadsapp.model.contributions import Contributions, changed_levers
from raadsapp.services.scenario import Scenario, with_changes
from raadsapp.services.scenario_questions import contributions, contributions_of_each

_MOST = 4096
"""Coalitions that are worked out within some milliseconds, once for a lever that is held."""
_EXACT = 6


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Ahead:
    """What `contributions` gives for an outcome in a year since another scenario, wherever `lever` stands.

    All other levers stand as in `asked`.
    """

    asked: Scenario
    lever: str
    outcome: str
    year: int
    since: Scenario | None
    found: Mapping[float, Contributions]

    def is_about(self, asked: Scenario, outcome: str, year: int, since: Scenario | None) -> bool:
        """Whether only where the lever stands may differ from what was worked out."""
        if (outcome, year) != (self.outcome, self.year) or since is not self.since:
            return False
        pairs = zip(asked.values, self.asked.values, strict=True)
        return asked.region is self.asked.region and all(
            now == then or now[0] == self.lever for now, then in pairs
        )

    def of(self, asked: Scenario, outcome: str, year: int, since: Scenario | None) -> Contributions | None:
        """What was worked out for this scenario; None where nothing was."""
        if not self.is_about(asked, outcome, year, since):
            return None
        return self.found.get(float(dict(asked.values)[self.lever]))


def moved_lever(before: Scenario, asked: Scenario) -> str:
    """The only lever that stands elsewhere; empty when it is none, or one of several, or a choice."""
    if before.region is not asked.region:
        return ""
    pairs = zip(asked.values, before.values, strict=True)
    moved = [now for now, then in pairs if now != then]
    return moved[0][0] if len(moved) == 1 and not isinstance(moved[0][1], str) else ""


def look_ahead(asked: Scenario, lever: str, outcome: str, year: int, since: Scenario | None) -> Ahead | None:
    """Work out all steps of a lever that is a number; None where that takes too long."""
    definition = next(one for one in asked.definitions if one.key == lever)
    low, high, step = definition.low, definition.high, definition.step
    places = [
        round(min(low + number * step, high), _EXACT) for number in range(round((high - low) / step) + 1)
    ]
    start = since.levers if since else asked.start
    changed = [name for name in changed_levers(start, asked.levers) if name != lever]
    if len(places) << len(changed) + 1 > _MOST:
        return None
    at = getattr(start, lever)
    others = [place for place in places if place != at]
    moved = [with_changes(asked, {lever: place}) for place in others]
    found = dict(zip(others, contributions_of_each(moved, outcome, year, since), strict=True))
    found[at] = contributions(with_changes(asked, {lever: at}), outcome, year, since)
    return Ahead(asked=asked, lever=lever, outcome=outcome, year=year, since=since, found=found)
