"""What the `?` of a lever opens: how firm it is, its range, who chose it, goals, and the sources."""

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
        self._moves = Small()
        column.addWidget(self._moves)
        column.addWidget(SourceLine(lever.sources, catalog))

    def show_moves(self, sentence: str) -> None:
        """Say which outcomes the lever changes as the others stand; empty when there is nothing to say."""
        self._moves.show_text(sentence)
        self._moves.setHidden(not sentence)

    def texts(self) -> list[Text]:
        """All that is said, in order."""
        return self.findChildren(Text)


def _texts(lever: Lever, catalog: Catalog) -> list[str]:
    effects = [item.title for key in lever.effects if isinstance(item := catalog.find(key), Effect)]
    goals = [f"{goal.key} {goal.title}" for goal in catalog.goals if set(goal.effects) & set(lever.effects)]
    texts = [
        f"Begint op {value_words(lever, lever.default)}. {range_words(lever)}".strip(),
        f"Gekozen door: {lever.chosen_by}",
        f"Gaat over: {'; '.join(effects)}." if effects else "",
        f"Hoort bij: {'; '.join(goals)}." if goals else "",
    ]
    return [text for text in texts if text]
