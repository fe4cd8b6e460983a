"""The sentences around a chart: they change at slider speed, and nothing else moves for them."""

from PySide6.QtCore import QEvent, Qt, QTimer
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from raadsapp.ui.theme.tokens import READING_WIDTH
from raadsapp.ui.widgets.styling import TEXT_SIZE_EVENTS
from raadsapp.ui.widgets.text import Text, Tone


class FindingWords(Text):
    """What a chart says, above it."""

    role = "finding"


class SmallFindingWords(Text):
    """What a small chart says, above it."""

    role = "subheading"


class SentenceWords(Text):
    """The sentence below a chart."""

    widest = READING_WIDTH


class NoteWords(Text):
    """The sentence below a small chart."""

    role = "small"


class Finding(QWidget):
    """Keeps the most lines it has had, so that the chart below does not jump while the words change.

    The words lie in it without a layout: a label that changes asks every layout around it to begin anew, and
    that takes longer than painting the chart.
    """

    def __init__(self, words: type[Text] = FindingWords, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._words = words(parent=self)
        self._words.setAlignment(Qt.AlignmentFlag.AlignTop)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)

    def show_text(self, text: str) -> None:
        """Show another sentence; room is only ever added."""
        if text != self._words.plain_text:
            self._words.show_text(text)
            self._keep(self.minimumHeight())

    def fit(self) -> None:
        """Keep only the room that the words need now."""
        self._keep(0)

    def show_tone(self, tone: Tone) -> None:
        """Show the words in another colour."""
        self._words.show_tone(tone)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Forget the lines of another width."""
        super().resizeEvent(event)
        self._words.resize(event.size())
        if event.size().width() != event.oldSize().width():
            self._keep(0)

    def changeEvent(self, event: QEvent) -> None:
        """Forget the lines of another text size."""
        super().changeEvent(event)
        if event.type() in TEXT_SIZE_EVENTS:
            # Not while Qt replaces the style of everything: nothing may be laid out in between.
            QTimer.singleShot(0, self, self.fit)

    def event(self, event: QEvent) -> bool:
        """Take the height of the words once they have their style."""
        if event.type() is QEvent.Type.LayoutRequest:
            self._keep(self.minimumHeight())
        return super().event(event)

    def _keep(self, least: int) -> None:
        height = max(least, self._words.heightForWidth(self.width()), 0)
        if height != self.minimumHeight():
            self.setFixedHeight(height)
        self._words.resize(self.width(), height)
