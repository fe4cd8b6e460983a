"""Doelen: goals, effects, indicators and recommendations, and all that stands around them."""

from raadsapp.ui.pages.goals.goals_page import GoalsPage
from raadsapp.ui.state import AppState


def build(state: AppState) -> GoalsPage:
    """The page, with its list; other views are built when they are first chosen."""
    return GoalsPage(state)
