"""A large numbered button for a choice in words: readable on a projector, and it wraps."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from raadsapp.ui.theme.tokens import LARGE, MEDIUM
from raadsapp.ui.widgets.badge import Badge
from raadsapp.ui.widgets.text import Lead, Tone
from raadsapp.ui.widgets.words_button import WordsButton


class BigChoice(WordsButton):
    """Choice `number` of a step; `chosen` gives its key. Enter, space and a click choose."""

    chosen = Signal(str)

    def __init__(self, number: int, words: str, key: str, parent: QWidget | None = None) -> None:
        super().__init__(key, parent)
        self.setAccessibleName(f"Keuze {number}: {words}")
        self.row.setContentsMargins(LARGE, MEDIUM, LARGE, MEDIUM)
        mark, text = Badge(str(number), Tone.ACCENT), Lead(words)
        text.setTextInteractionFlags(Qt.TextInteractionFlag.NoTextInteraction)
        text.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        for part in (mark, text):
            part.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.row.addWidget(mark, 0, Qt.AlignmentFlag.AlignVCenter)
        self.row.addWidget(text, 1)
        self.clicked.connect(self._choose)

    def _choose(self) -> None:
        self.chosen.emit(self.key)
