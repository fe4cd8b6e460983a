"""‘Wat als?’: levers, the money line and the sentence that follows from them, and the reconciliation."""

from raadsapp.ui.pages.scenario.page import ScenarioPage
from raadsapp.ui.state import AppState

__all__ = ["build"]


def build(state: AppState) -> ScenarioPage:
    """The page, before it is shown."""
    return ScenarioPage(state)
