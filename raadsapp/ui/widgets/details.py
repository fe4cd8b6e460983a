"""What is known of an item: short things beside their name, longer ones below it."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, Qt, QTimer
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QGridLayout, QWidget

from raadsapp.services.described import Detail
from raadsapp.ui.theme.applying import applied_theme
from raadsapp.ui.theme.tokens import MEDIUM, TIGHT
from raadsapp.ui.widgets.bullets import Bullets
from raadsapp.ui.widgets.styling import TEXT_SIZE_EVENTS, take_out_widgets
from raadsapp.ui.widgets.text import Body, Overline, Text

_BESIDE = 330
_SHORT = 60


class _Short(Text):
    """A few words, in a line no higher than its name."""


class Details(QWidget):
    """Names and what belongs to them, in their order."""

    def __init__(self, details: Sequence[Detail], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._beside: bool | None = None
        self._rows: list[tuple[Overline, QWidget, bool]] = []
        for detail in details:
            first = detail.lines[0]
            short = len(detail.lines) == 1 and len(first) <= _SHORT
            words = (
                _Short(first) if short else Body(first) if len(detail.lines) == 1 else Bullets(detail.lines)
            )
            name = Overline(detail.name)
            self._rows.append((name, words, short))
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(MEDIUM)
        self._grid.setVerticalSpacing(TIGHT + 2)
        self._arrange()

    def _arrange(self) -> None:
        beside = self.width() >= applied_theme().px(_BESIDE)
        if beside is self._beside:
            return
        self._beside = beside
        take_out_widgets(self._grid)
        self._grid.setColumnStretch(1, 1)
        top = Qt.AlignmentFlag.AlignTop
        for number, (name, words, short) in enumerate(self._rows):
            if short and beside:
                self._grid.addWidget(name, 2 * number, 0, top)
                self._grid.addWidget(words, 2 * number, 1, top)
            else:
                self._grid.addWidget(name, 2 * number, 0, 1, 2)
                self._grid.addWidget(words, 2 * number + 1, 0, 1, 2)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Beside each other where there is room."""
        super().resizeEvent(event)
        self._arrange()

    def changeEvent(self, event: QEvent) -> None:
        """Grow with the text."""
        super().changeEvent(event)
        if event.type() in TEXT_SIZE_EVENTS:
            # Not while Qt replaces the style of everything: nothing may be laid out in between.
            QTimer.singleShot(0, self, self._arrange)
