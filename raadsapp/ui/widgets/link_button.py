"""A quiet button that opens one item."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QPushButton, QWidget

from raadsapp.ui.widgets.styling import restyle


class LinkButton(QPushButton):
    """Words that lead to `key`; Enter, space and a click open it."""

    opened = Signal(str)

    def __init__(self, words: str, key: str, says: str = "", parent: QWidget | None = None) -> None:
        super().__init__(words, parent)
        self.key = key
        self.setAutoDefault(False)
        self.setAccessibleName(says or words)
        restyle(self, role="quiet")
        self.clicked.connect(self._open)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Open on Enter as well as on space."""
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self.click()
        else:
            super().keyPressEvent(event)

    def _open(self) -> None:
        self.opened.emit(self.key)
