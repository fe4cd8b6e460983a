"""A field for a few lines that is as high as what was typed in it."""

from PySide6.QtCore import QEvent, QTimer
from PySide6.QtWidgets import QPlainTextEdit, QWidget

from raadsapp.ui.widgets.growing_text import height_of
from raadsapp.ui.widgets.styling import TEXT_SIZE_EVENTS

_FEWEST, _MOST = 2, 9


class AnswerText(QPlainTextEdit):
    """Tab goes on to the next field; what was typed is undone in the field itself."""

    def __init__(self, text: str, says: str, hint: str = "", parent: QWidget | None = None) -> None:
        super().__init__(text, parent)
        self.setTabChangesFocus(True)
        self.setAccessibleName(says)
        self.setPlaceholderText(hint)
        self.document().documentLayout().documentSizeChanged.connect(self._fit_soon)
        self._fit_soon()

    def changeEvent(self, event: QEvent) -> None:
        """Grow with the text."""
        if event.type() in TEXT_SIZE_EVENTS:
            self._fit_soon()
        super().changeEvent(event)

    def _fit_soon(self) -> None:
        # Not while Qt replaces the style of everything: nothing may be laid out in between.
        QTimer.singleShot(0, self, self._fit)

    def _fit(self) -> None:
        self.setFixedHeight(height_of(self, _FEWEST, _MOST))
