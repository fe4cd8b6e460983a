"""The first sentences: one line per subject, its name beside it or above it."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, Qt, QTimer, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QGridLayout, QVBoxLayout, QWidget

from raadsapp.ui.theme.applying import applied_theme
from raadsapp.ui.theme.tokens import LARGE, MEDIUM, TEXT_LEAD, TIGHT
from raadsapp.ui.widgets.link_button import LinkButton
from raadsapp.ui.widgets.styling import TEXT_SIZE_EVENTS, restyle, take_out_widgets
from raadsapp.ui.widgets.text import Body, Small, Subheading

_BESIDE = 620
_NAMES = 124
# The words of a button stand this much lower than its edge; other words beside it do too.
_DROP = 6


def _dropped(words: QWidget) -> QWidget:
    """The words as low as those of a button beside them."""
    holder = QWidget()
    column = QVBoxLayout(holder)
    column.setContentsMargins(0, _DROP - 2, 0, 0)
    column.addWidget(words)
    return holder


class Line(QWidget):
    """A sentence with what must be said with it, in small type."""

    def __init__(self, lines_kept: int) -> None:
        super().__init__()
        self._lines_kept = lines_kept
        self._sentence, self._note = Body(), Small()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, _DROP, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._sentence)
        column.addWidget(self._note)
        self.show_words("", "")

    @property
    def words(self) -> str:
        """What stands here."""
        return f"{self._sentence.plain_text} {self._note.plain_text}".strip()

    def show_words(self, sentence: str, note: str) -> None:
        """Show another sentence; before there is one its room is kept free."""
        height = 0 if sentence else applied_theme().px(TEXT_LEAD + TIGHT) * self._lines_kept
        self._sentence.setMinimumHeight(height)
        self._sentence.show_text(sentence)
        self._note.show_text(note)
        self._note.setHidden(not note)


class Briefing(QFrame):
    """Lines in the order of their subjects; `followed` is the page a subject leads to."""

    followed = Signal(str)

    def __init__(self, subjects: Sequence[tuple[str, str, str, int]], parent: QWidget | None = None) -> None:
        """Take subjects as key, name, page to follow, and lines of room to keep before it has a sentence."""
        super().__init__(parent)
        restyle(self, role="card", tone="plain")
        self._beside: bool | None = None
        self._rows: list[tuple[QWidget, Line, LinkButton]] = []
        self.lines: dict[str, Line] = {}
        for key, name, page, kept in subjects:
            line = Line(kept)
            button = LinkButton("Bekijk", page, f"{name}: bekijk")
            button.opened.connect(self.followed)
            self._rows.append((_dropped(Subheading(name)), line, button))
            self.lines[key] = line
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(LARGE + TIGHT, MEDIUM, MEDIUM, MEDIUM)
        self._grid.setHorizontalSpacing(LARGE)
        self._grid.setVerticalSpacing(0)
        self._arrange()

    def _arrange(self) -> None:
        beside = self.width() >= applied_theme().px(_BESIDE)
        self._grid.setColumnMinimumWidth(0, applied_theme().px(_NAMES) if beside else 0)
        if beside is self._beside:
            return
        self._beside = beside
        take_out_widgets(self._grid)
        top = Qt.AlignmentFlag.AlignTop
        for number, (name, line, button) in enumerate(self._rows):
            if beside:
                self._grid.addWidget(name, number, 0, top)
                self._grid.addWidget(line, number, 1, top)
                self._grid.addWidget(button, number, 2, top)
            else:
                self._grid.addWidget(name, 2 * number, 0)
                self._grid.addWidget(button, 2 * number, 1, Qt.AlignmentFlag.AlignRight)
                self._grid.addWidget(line, 2 * number + 1, 0, 1, 2)
        self._grid.setColumnStretch(0, 0 if beside else 1)
        self._grid.setColumnStretch(1, 1 if beside else 0)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Names beside the sentences where there is room."""
        super().resizeEvent(event)
        self._arrange()

    def changeEvent(self, event: QEvent) -> None:
        """Grow with the text."""
        super().changeEvent(event)
        if event.type() in TEXT_SIZE_EVENTS:
            # Not while Qt replaces the style of everything: nothing may be laid out in between.
            QTimer.singleShot(0, self, self._arrange)
