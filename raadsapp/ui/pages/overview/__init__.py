"""Overzicht: how the dossier stands, in two minutes."""

from raadsapp.ui.pages.overview.overview_page import OverviewPage
from raadsapp.ui.state import AppState


def build(state: AppState) -> OverviewPage:
    """The page; what needs the model follows its first paint."""
    return OverviewPage(state)
