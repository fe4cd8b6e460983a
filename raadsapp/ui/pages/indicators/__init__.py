"""Indicatoren: every figure that is followed, with a sentence and a sign, and one of them large."""

from raadsapp.ui.pages.indicators.page import IndicatorsPage
from raadsapp.ui.state import AppState


def build(state: AppState) -> IndicatorsPage:
    """The page, with its grid; one indicator large is built when it is first opened."""
    return IndicatorsPage(state)
