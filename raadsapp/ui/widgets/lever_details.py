"""What the `?` of a lever opens: how firm it is, its range, who chose it, and the sources."""

from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from raadsapp.domain.catalog import Catalog
from raadsapp.domain.goals import Effect
from raadsapp.domain.lever import Lever
from raadsapp.ui.theme.tokens import MEDIUM, SMALL
from raadsapp.ui.widgets.badge import StandingBadge
from raadsapp.ui.widgets.lever_words import range_words, value_words
from raadsapp.ui.widgets.source_line import SourceLine
from raadsapp.ui.widgets.styling import restyle
from raadsapp.ui.widgets.text import Small, Text


class LeverDetails(QFrame):
    """A block of small text under the row."""

    def __init__(self, lever: Lever, catalog: Catalog, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        restyle(self, role="card", tone="raised")
        column = QVBoxLayout(self)
        column.setContentsMargins(MEDIUM, SMALL, MEDIUM, SMALL)
        column.setSpacing(SMALL)
        column.addWidget(StandingBadge(lever.standing))
        for text in _texts(lever, catalog):
            column.addWidget(Small(text))
        column.addWidget(SourceLine(lever.sources, catalog))

    def texts(self) -> list[Text]:
        """All that is said, in order."""
        return self.findChildren(Text)


def _texts(lever: Lever, catalog: Catalog) -> list[str]:
    effects = [item.title for key in lever.effects if isinstance(item := catalog.find(key), Effect)]
    texts = [
        f"Begint op {value_words(lever, lever.default)}.",
        range_words(lever),
        f"Gekozen door: {lever.chosen_by}",
        f"Hoort bij: {'; '.join(effects)}" if effects else "",
    ]
    return [text for text in texts if text]
