"""A list of short lines, each with a dash before it."""

from collections.abc import Sequence

from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from raadsapp.ui.theme.applying import applied_theme
from raadsapp.ui.theme.tokens import LARGE, TIGHT
from raadsapp.ui.widgets.text import Body

_DASH = "–"


class Bullets(QWidget):
    """Lines below each other."""

    def __init__(self, lines: Sequence[str], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        column = QVBoxLayout(self)
        column.setContentsMargins(LARGE + TIGHT, 0, 0, 0)
        column.setSpacing(TIGHT)
        self._lines = [Body(line) for line in lines]
        for line in self._lines:
            column.addWidget(line)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the dashes; the lines draw themselves."""
        painter = QPainter(self)
        painter.setPen(QColor(applied_theme().palette.text_muted))
        for line in self._lines:
            painter.setFont(line.font())
            painter.drawText(0, line.y() + line.fontMetrics().ascent() - 1, _DASH)
