"""One figure, large, with the words that say what it is."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from raadsapp.domain.source import Standing
from raadsapp.ui.theme.tokens import SMALL, TIGHT
from raadsapp.ui.widgets.badge import StandingBadge
from raadsapp.ui.widgets.text import Body, Small, Text, Tone


class _Figure(Text):
    role = "figure"


class FactFigure(QWidget):
    """A figure already written in Dutch, its label, its source line and how firm it is."""

    def __init__(
        self,
        figure: str,
        label: str,
        source: str = "",
        standing: Standing = Standing.SOURCE,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(TIGHT)
        head = QHBoxLayout()
        head.setSpacing(SMALL)
        self._figure = _Figure()
        self._figure.setWordWrap(False)
        self._badge = StandingBadge(standing, self)
        head.addWidget(self._figure)
        head.addWidget(self._badge, 0, Qt.AlignmentFlag.AlignVCenter)
        head.addStretch(1)
        column.addLayout(head)
        self._label = Body()
        column.addWidget(self._label)
        self._source = Small(tone=Tone.MUTED)
        column.addWidget(self._source)
        self.show_figure(figure, label, source, standing)

    def show_figure(
        self, figure: str, label: str, source: str = "", standing: Standing = Standing.SOURCE
    ) -> None:
        """Show another figure."""
        self._figure.show_text(figure)
        self._label.show_text(label)
        self._source.show_text(source)
        self._source.setHidden(not source)
        self._badge.show_standing(standing)
        self.setAccessibleName(". ".join(part for part in (f"{figure} {label}", source) if part))
