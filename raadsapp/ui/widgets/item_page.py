"""On which page an item of the dossier is read."""

from raadsapp.domain.case import Case
from raadsapp.domain.catalog import Item
from raadsapp.domain.goals import Indicator, Recommendation
from raadsapp.domain.lever import Lever, Preset


def page_of(item: Item) -> str:
    """The key of that page."""
    match item:
        case Indicator():
            return "indicators"
        case Recommendation():
            return "recommendations"
        case Lever() | Preset():
            return "scenario"
        case Case():
            return "cases"
        case _:
            return "goals"
