"""Two things beside each other where there is room, and below each other where there is not."""

from PySide6.QtCore import QEvent, QTimer, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QWidget

from raadsapp.ui.theme.applying import applied_theme
from raadsapp.ui.theme.tokens import LARGE
from raadsapp.ui.widgets.styling import TEXT_SIZE_EVENTS


class Beside(QWidget):
    """The first takes `share` parts of a hundred; both need `narrowest` pixels together at 100 % text.

    `arranged` says that they stand otherwise than before.
    """

    arranged = Signal()

    def __init__(
        self, first: QWidget, second: QWidget, share: int, narrowest: int, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._narrowest = narrowest
        self._box = QBoxLayout(QBoxLayout.Direction.TopToBottom, self)
        self._box.setContentsMargins(0, 0, 0, 0)
        self._box.setSpacing(LARGE)
        self._box.addWidget(first, share)
        self._box.addWidget(second, 100 - share)

    @property
    def narrow(self) -> bool:
        """Whether the second stands below the first."""
        return self._box.direction() is QBoxLayout.Direction.TopToBottom

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Arrange anew at another width."""
        super().resizeEvent(event)
        self._arrange()

    def changeEvent(self, event: QEvent) -> None:
        """Grow with the text."""
        if event.type() in TEXT_SIZE_EVENTS and hasattr(self, "_box"):
            # Not while Qt replaces the style of everything: nothing may be laid out in between.
            QTimer.singleShot(0, self, self._arrange)
        super().changeEvent(event)

    def _arrange(self) -> None:
        fits = self.width() >= applied_theme().px(self._narrowest)
        if fits == self.narrow:
            direction = QBoxLayout.Direction.LeftToRight if fits else QBoxLayout.Direction.TopToBottom
            self._box.setDirection(direction)
            self.arranged.emit()
