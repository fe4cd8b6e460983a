"""Gegevens, the clerk's place: read a file in, see first what it does, and take it back when it was wrong."""

from raadsapp.ui.pages.data.page import DataPage
from raadsapp.ui.state import AppState


def build(state: AppState) -> DataPage:
    """The page."""
    return DataPage(state)
