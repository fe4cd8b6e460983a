"""A large numbered button for a choice in words: readable on a projector, and it wraps."""

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QSizePolicy, QWidget

from raadsapp.ui.theme.tokens import LARGE, MEDIUM
from raadsapp.ui.widgets.badge import Badge
from raadsapp.ui.widgets.text import Lead, Tone


class BigChoice(QPushButton):
    """Choice `number` of a step; `chosen` gives its key. Enter, space and a click choose."""

    chosen = Signal(str)

    def __init__(self, number: int, words: str, key: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.key = key
        self.setAutoDefault(False)
        self.setAccessibleName(f"Keuze {number}: {words}")
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(LARGE, MEDIUM, LARGE, MEDIUM)
        self._row.setSpacing(MEDIUM)
        mark, text = Badge(str(number), Tone.ACCENT), Lead(words)
        text.setTextInteractionFlags(Qt.TextInteractionFlag.NoTextInteraction)
        text.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        for part in (mark, text):
            part.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self._row.addWidget(mark, 0, Qt.AlignmentFlag.AlignVCenter)
        self._row.addWidget(text, 1)
        self.clicked.connect(self._choose)

    def sizeHint(self) -> QSize:
        """As large as the words in it."""
        return self._row.sizeHint()

    def minimumSizeHint(self) -> QSize:
        """As small as the longest word allows."""
        return self._row.minimumSize()

    def hasHeightForWidth(self) -> bool:
        """Whether the height follows the width: words wrap."""
        return True

    def heightForWidth(self, width: int) -> int:
        """The height in which all words fit at this width."""
        return self._row.heightForWidth(width)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Choose on Enter as well as on space."""
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self.click()
        else:
            super().keyPressEvent(event)

    def _choose(self) -> None:
        self.chosen.emit(self.key)
