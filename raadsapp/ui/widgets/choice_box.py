"""A box of choices of which one counts only once it is made, not while the arrow keys pass over it."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent, QWheelEvent
from PySide6.QtWidgets import QComboBox

_WALKING = frozenset(
    (
        Qt.Key.Key_Up,
        Qt.Key.Key_Down,
        Qt.Key.Key_PageUp,
        Qt.Key.Key_PageDown,
        Qt.Key.Key_Home,
        Qt.Key.Key_End,
    )
)


class ChoiceBox(QComboBox):
    """Keys that walk or search open the list; Enter in it chooses, Esc leaves all as it was."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Open the list in place of choosing what is passed."""
        plain = event.modifiers() in {Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.ShiftModifier}
        text = event.text()
        searches = plain and text.isprintable() and not text.isspace() and bool(text)
        if event.key() in _WALKING or searches:
            self.showPopup()
            if searches:
                self.view().keyboardSearch(text)
        elif event.modifiers() == Qt.KeyboardModifier.ControlModifier:
            event.ignore()  # Qt would search for it; undo and the like are for what holds the box
        else:
            super().keyPressEvent(event)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Leave scrolling to the page."""
        event.ignore()
