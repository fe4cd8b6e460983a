"""The line of a lever that only works together with another one."""

from collections.abc import Sequence

from PySide6.QtWidgets import QStackedWidget, QWidget

from raadsapp.texts import enumeration
from raadsapp.ui.widgets.text import Small, Tone


class LeverWaits(QStackedWidget):
    """Says what the lever waits for, or with what it works; both keep the same room, so nothing jumps."""

    def __init__(self, others: Sequence[str], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        works = f"Werkt samen met {enumeration([f'‘{other}’' for other in others])}."
        self._waits, self._works = Small("", Tone.CONCERN), Small(works)
        for words in (self._waits, self._works):
            self.addWidget(words)
        self.setCurrentWidget(self._works)

    @property
    def sentence(self) -> str:
        """What is said now."""
        return (self._waits if self.currentWidget() is self._waits else self._works).plain_text

    def show_sentence(self, sentence: str) -> None:
        """Say what the lever waits for; an empty sentence says that it works."""
        if sentence and sentence != self._waits.plain_text:
            self._waits.show_text(sentence)
        self.setCurrentWidget(self._waits if sentence else self._works)
