"""Let the levers stand for another municipality, and with them all pages where they can."""

from raadsapp.services.scenario_region import TOGETHER
from raadsapp.ui.pages.scenario.session import ScenarioSession
from raadsapp.ui.state import AppState


def speak_of(state: AppState, scenario: ScenarioSession, municipality: str) -> None:
    """All together is a matter of this page only; one municipality is that of all pages."""
    if municipality != TOGETHER:
        state.set_municipality(municipality)
    if scenario.asked.municipality != municipality:
        scenario.set_municipality(municipality)
