"""Aanbevelingen: what the audit office advised, what came of it, and what was promised to the council."""

from raadsapp.ui.pages.recommendations.page import RecommendationsPage
from raadsapp.ui.state import AppState


def build(state: AppState) -> RecommendationsPage:
    """The page."""
    return RecommendationsPage(state)
