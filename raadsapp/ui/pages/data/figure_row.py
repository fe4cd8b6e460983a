"""A municipality of which figures may be entered: whether they are, by whom, and what to do about it."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from raadsapp.domain.entered_figure import EnteredFigure
from raadsapp.texts import plural
from raadsapp.ui.theme.tokens import LARGE, MEDIUM, SMALL, TIGHT
from raadsapp.ui.widgets.badge import Badge
from raadsapp.ui.widgets.buttons import quiet_button
from raadsapp.ui.widgets.moments import moment
from raadsapp.ui.widgets.styling import restyle
from raadsapp.ui.widgets.text import Small, Subheading, Tone

_NONE = "Alles is geschat uit de cijfers van een andere gemeente."


class FigureRow(QFrame):
    """Two buttons: `asked` to enter or change figures, `removal_asked` to go back to the estimate."""

    asked = Signal(str)
    removal_asked = Signal(str)

    def __init__(
        self, code: str, name: str, figures: Sequence[EnteredFigure], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        restyle(self, role="card")
        self.setAccessibleName(f"Cijfers van {name}")
        self._code = code
        row = QHBoxLayout(self)
        row.setContentsMargins(LARGE, MEDIUM, SMALL, MEDIUM)
        row.setSpacing(SMALL)
        words = QVBoxLayout()
        words.setSpacing(TIGHT)
        words.addLayout(_head(name, entered=bool(figures)))
        words.addWidget(Small(_told(figures) if figures else _NONE))
        row.addLayout(words, 1)
        top = Qt.AlignmentFlag.AlignTop
        self.edit = quiet_button("Wijzigen" if figures else "Invoeren", "edit")
        self.edit.setAccessibleName(f"Cijfers van {name} {'wijzigen' if figures else 'invoeren'}")
        self.edit.clicked.connect(self._ask)
        row.addWidget(self.edit, 0, top)
        self.remove = quiet_button("Weghalen", "trash")
        self.remove.setAccessibleName(f"Cijfers van {name} weghalen")
        self.remove.clicked.connect(self._ask_removal)
        self.remove.setHidden(not figures)
        row.addWidget(self.remove, 0, top)

    def _ask(self) -> None:
        self.asked.emit(self._code)

    def _ask_removal(self) -> None:
        self.removal_asked.emit(self._code)


def _head(name: str, *, entered: bool) -> QHBoxLayout:
    line = QHBoxLayout()
    line.setSpacing(SMALL)
    title = Subheading(name)
    title.setWordWrap(False)
    line.addWidget(title)
    line.addWidget(Badge("eigen cijfers", Tone.ACCENT) if entered else Badge("schatting"))
    line.addStretch(1)
    return line


def _told(figures: Sequence[EnteredFigure]) -> str:
    last = figures[-1]
    count = plural(len(figures), "cijfer", "cijfers")
    sources = "; ".join(dict.fromkeys(figure.source for figure in figures))
    return f"{count}, het laatst ingevoerd door {last.by} op {moment(last.at)}\nBron: {sources}"
