"""Voorbeeldcasussen: walk through a made-up case, in the old and the new system."""

from raadsapp.ui.pages.cases.page import CasesPage
from raadsapp.ui.state import AppState


def build(state: AppState) -> CasesPage:
    """The page with its list; the walk is built when a case is first opened."""
    return CasesPage(state)
