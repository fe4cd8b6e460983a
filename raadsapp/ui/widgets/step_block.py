"""One step of a task: its number, its name and, once it is its turn, what to do."""

from enum import StrEnum

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QGridLayout, QLabel, QSizePolicy, QVBoxLayout, QWidget

from raadsapp.ui.theme.tokens import MEDIUM
from raadsapp.ui.widgets.styling import empty_layout, restyle
from raadsapp.ui.widgets.text import Heading, Tone


class Turn(StrEnum):
    """Whether a step is still to come, is being taken, or was taken."""

    LATER = "komt nog"
    NOW = "nu"
    DONE = "klaar"


_TONES = {Turn.LATER: "muted", Turn.NOW: "accent", Turn.DONE: "improvement"}


class StepBlock(QWidget):
    """A step under its heading; what is in it is seen when it is its turn or was."""

    def __init__(self, number: int, title: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._number = number
        self.turn = Turn.LATER
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(MEDIUM)
        grid.setVerticalSpacing(MEDIUM)
        grid.setColumnStretch(1, 1)
        self._circle = QLabel(str(number))
        self._circle.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._circle.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        restyle(self._circle, role="step")
        self._title = Heading(title)
        grid.addWidget(self._circle, 0, 0, Qt.AlignmentFlag.AlignVCenter)
        grid.addWidget(self._title, 0, 1, Qt.AlignmentFlag.AlignVCenter)
        self._held = QWidget()
        self._content = QVBoxLayout(self._held)
        self._content.setContentsMargins(0, 0, 0, 0)
        self._content.setSpacing(MEDIUM)
        grid.addWidget(self._held, 1, 1)
        self.show_turn(Turn.LATER)

    def show_title(self, title: str) -> None:
        """Call the step something else, as when there is something else to do first."""
        self._title.show_text(title)
        self.setAccessibleName(f"{self._spoken} ({self.turn.value})")

    @property
    def _spoken(self) -> str:
        return f"Stap {self._number}: {self._title.plain_text}"

    def show_turn(self, turn: Turn) -> None:
        """Show whether it is this step's turn."""
        self.turn = turn
        restyle(self._circle, tone=_TONES[turn])
        self._title.show_tone(Tone.MUTED if turn is Turn.LATER else Tone.PLAIN)
        self._held.setHidden(turn is Turn.LATER)
        self._circle.setAccessibleName(turn.value)
        self.setAccessibleName(f"{self._spoken} ({turn.value})")

    def fill(self, *widgets: QWidget) -> None:
        """Put these in place of what is there; the keyboard is handed to nothing else on the page."""
        focused = QApplication.focusWidget()
        if focused is not None and self._held.isAncestorOf(focused):
            focused.clearFocus()
        empty_layout(self._content)
        for widget in widgets:
            self._content.addWidget(widget)
