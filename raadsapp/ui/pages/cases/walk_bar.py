"""Above every step: the mark that it is made up, old or new, and what can be done with the walk."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from raadsapp.domain.case_walk import Walk
from raadsapp.ui.pages.cases.words import SYSTEMS, check_words, label_words
from raadsapp.ui.theme.tokens import SMALL
from raadsapp.ui.widgets.badge import Badge
from raadsapp.ui.widgets.buttons import choice_button, quiet_button
from raadsapp.ui.widgets.segments import Segments
from raadsapp.ui.widgets.text import Small, Tone
from raadsapp.ui.widgets.wrapping import Row


class WalkBar(QWidget):
    """Signals say what the reader asks for; `system_chosen` gives the system."""

    list_asked = Signal()
    back_asked = Signal()
    restart_asked = Signal()
    compare_asked = Signal()
    notes_asked = Signal()
    system_chosen = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SMALL)
        self.mark = Badge("", Tone.CONCERN)
        self.systems = Segments("Oud of nieuw stelsel (O)", SYSTEMS)
        self.systems.setToolTip("Wissel met de toets O")
        self.systems.chosen.connect(self.system_chosen)
        self.all = quiet_button("Alle casussen", "list")
        self.back = quiet_button("Stap terug", "back")
        self.back.setToolTip("Backspace of Alt+pijl links")
        self.restart = quiet_button("Opnieuw", "reset")
        self.compare = quiet_button("Vergelijk paden", "map")
        self.notes = choice_button("Notities")
        self.notes.setToolTip("Toon of verberg de notities voor de presentator")
        self.all.clicked.connect(self.list_asked)
        self.back.clicked.connect(self.back_asked)
        self.restart.clicked.connect(self.restart_asked)
        self.compare.clicked.connect(self.compare_asked)
        self.notes.clicked.connect(self.notes_asked)
        column.addWidget(Row(self.systems, self.back, self.restart, self.compare, self.notes, self.all))
        self._about = Small()
        line = QHBoxLayout()
        line.setSpacing(SMALL)
        line.addWidget(self.mark, 0, Qt.AlignmentFlag.AlignTop)
        line.addWidget(self._about, 1)
        column.addLayout(line)

    def show_walk(self, walk: Walk, *, can_compare: bool) -> None:
        """Show the mark, the system, and what can be done at this place."""
        case = walk.case
        self.mark.show_text(case.label, Tone.CONCERN)
        self._about.show_text(f"{label_words(case.label)} {check_words(case)}")
        self.systems.show_choice(walk.system)
        self.back.setEnabled(bool(walk.path))
        self.restart.setEnabled(bool(walk.path))
        self.compare.setEnabled(can_compare)
        self.compare.setToolTip("" if can_compare else "Loop eerst een ander pad tot het einde.")
