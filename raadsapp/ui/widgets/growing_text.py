"""Fields for text whose changes are taken back by what holds them, not by each field for itself."""

from math import ceil

from PySide6.QtCore import QEvent, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QTextCursor, QWheelEvent
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit, QWidget

from raadsapp.ui.theme.tokens import MEDIUM
from raadsapp.ui.widgets.styling import TEXT_SIZE_EVENTS


class TextLine(QLineEdit):
    """One line; `edited` gives the text after each change by the reader. Undo is left to what holds it."""

    edited = Signal(str)

    def __init__(self, text: str = "", parent: QWidget | None = None) -> None:
        super().__init__(text, parent)
        self.setCursorPosition(0)
        self.textEdited.connect(self.edited)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Pass undo and redo on."""
        if is_undo(event):
            event.ignore()
        else:
            super().keyPressEvent(event)

    def put_in(self, text: str) -> None:
        """Put a text where the cursor is."""
        self.insert(text)
        self.edited.emit(self.text())

    def select_part(self, start: int, length: int) -> None:
        """Select so many characters."""
        self.setSelection(start, length)


class GrowingText(QPlainTextEdit):
    """As high as its lines, at least `fewest`; `edited` gives the text after each change by the reader.

    The Tab key passes on, and undo is left to what holds the field.
    """

    edited = Signal(str)

    def __init__(self, text: str = "", fewest: int = 2, parent: QWidget | None = None) -> None:
        super().__init__(text, parent)
        self._fewest = fewest
        self.setTabChangesFocus(True)
        self.setUndoRedoEnabled(False)
        self.document().documentLayout().documentSizeChanged.connect(self._fit_soon)
        self.textChanged.connect(self._tell)
        self._fit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Pass undo and redo on."""
        if is_undo(event):
            event.ignore()
        else:
            super().keyPressEvent(event)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Leave scrolling to the page: all lines are in sight."""
        event.ignore()

    def changeEvent(self, event: QEvent) -> None:
        """Grow with the text."""
        super().changeEvent(event)
        if event.type() in TEXT_SIZE_EVENTS and hasattr(self, "_fewest"):
            self._fit_soon()

    def put_in(self, text: str) -> None:
        """Put a text where the cursor is."""
        self.insertPlainText(text)

    def select_part(self, start: int, length: int) -> None:
        """Select so many characters."""
        cursor = self.textCursor()
        cursor.setPosition(start)
        cursor.setPosition(start + length, QTextCursor.MoveMode.KeepAnchor)
        self.setTextCursor(cursor)

    def _tell(self) -> None:
        self.edited.emit(self.toPlainText())

    def _fit_soon(self) -> None:
        # Not while Qt replaces the style of everything: nothing may be laid out in between.
        QTimer.singleShot(0, self, self._fit)

    def _fit(self) -> None:
        height = height_of(self, self._fewest)
        if height != self.minimumHeight():
            self.setFixedHeight(height)


def height_of(field: QPlainTextEdit, fewest: int, most: int | None = None) -> int:
    """Pixels in which all lines of a field fit, or `fewest` lines, or `most` of them."""
    lines = max(round(field.document().size().height()), fewest)
    first = field.document().firstBlock()
    line = field.blockBoundingRect(first).height() / max(first.lineCount(), 1)
    return ceil((lines if most is None else min(lines, most)) * line) + 2 * MEDIUM


def is_undo(event: QKeyEvent) -> bool:
    """Whether a key asks to undo or to redo."""
    return event.matches(QKeySequence.StandardKey.Undo) or event.matches(QKeySequence.StandardKey.Redo)
