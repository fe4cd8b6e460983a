"""A form on a card: Enter saves, Esc cancels."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QPushButton

from raadsapp.ui.widgets.card import Card

ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class FormCard(Card):
    """Fills in `save`; `cancelled` says that the reader wants none of it."""

    cancelled = Signal()

    def save(self) -> None:
        """Save what was filled in, or say what is wrong with it."""
        raise NotImplementedError

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Save on Enter, cancel on Esc; Enter on a button is a click on it."""
        if event.key() == Qt.Key.Key_Escape:
            self.cancelled.emit()
        elif event.key() in ENTER:
            focused = self.focusWidget()
            if isinstance(focused, QPushButton):
                focused.click()
            else:
                self.save()
        else:
            super().keyPressEvent(event)
