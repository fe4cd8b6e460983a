"""Where each item of the dossier is at home: on which page, and on this page in which view."""

from enum import StrEnum

from raadsapp.domain.catalog import Item
from raadsapp.domain.goals import Effect, Goal, Indicator, Recommendation, System
from raadsapp.domain.statements import Comparison, Event, Role, Statement, StatementKind

PAGE = "goals"


class View(StrEnum):
    """The views of the page."""

    LIST = "list"
    MAP = "map"
    COMPARISON = "comparison"
    TIMELINE = "timeline"
    ROLES = "roles"
    BACKGROUND = "background"


_HOMES: dict[type, View] = {
    Goal: View.LIST,
    Effect: View.LIST,
    Indicator: View.LIST,
    Recommendation: View.MAP,
    Comparison: View.COMPARISON,
    Event: View.TIMELINE,
    Role: View.ROLES,
}
_COMPARED = frozenset({StatementKind.PRINCIPLE, StatementKind.ORGANISING_PRINCIPLE})


def home_of(item: Item) -> View:
    """The view in which this item stands."""
    if isinstance(item, Statement) and item.kind is StatementKind.MISSION:
        return View.COMPARISON if item.system is System.OLD else View.LIST
    if isinstance(item, Statement) and item.kind in _COMPARED:
        return View.COMPARISON
    return _HOMES.get(type(item), View.BACKGROUND)
