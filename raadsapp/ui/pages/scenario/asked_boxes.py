"""Fields in which a reader chooses an outcome or a year to ask about."""

from collections.abc import Iterable

from PySide6.QtWidgets import QComboBox

from raadsapp.services.scenario_sentences import REFERENCE_YEAR
from raadsapp.services.scenario_words import outcome_words


def outcome_box(outcomes: Iterable[str]) -> QComboBox:
    """The outcomes by name; the key of the chosen one is its data."""
    box = QComboBox()
    for key in outcomes:
        box.addItem(outcome_words(key).title, key)
    return box


def year_box(years: Iterable[int]) -> QComboBox:
    """The years, that of the published amount chosen; the chosen one is its data."""
    box = QComboBox()
    for year in years:
        box.addItem(str(year), year)
    box.setCurrentIndex(box.findData(REFERENCE_YEAR))
    return box
