"""Above every step: the mark that it is made up, which stays in sight, and what can be done with the walk."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from raadsapp.domain.case import Case
from raadsapp.domain.case_walk import Walk
from raadsapp.services.case_words import check_words, label_words
from raadsapp.ui.pages.cases.words import SYSTEMS
from raadsapp.ui.theme.tokens import HUGE, SMALL, TIGHT
from raadsapp.ui.widgets.badge import Badge
from raadsapp.ui.widgets.buttons import choice_button, quiet_button
from raadsapp.ui.widgets.segments import Segments
from raadsapp.ui.widgets.text import Small, Tone
from raadsapp.ui.widgets.wrapping import Row


class WalkMark(QWidget):
    """Says that the case is made up, and whether somebody looked if anyone might recognise themselves.

    `check_asked` asks for the place where that is written down, for a case of which it is not.
    """

    check_asked = Signal()

    def __init__(self) -> None:
        super().__init__()
        row = QHBoxLayout(self)
        row.setContentsMargins(HUGE, TIGHT, HUGE, 0)
        row.setSpacing(SMALL)
        self._mark = Badge("", Tone.CONCERN)
        self._about = Small()
        row.addWidget(self._mark, 0, Qt.AlignmentFlag.AlignVCenter)
        self.own = Badge("", Tone.ACCENT)
        self.own.hide()
        row.addWidget(self.own, 0, Qt.AlignmentFlag.AlignVCenter)
        row.addWidget(self._about, 1, Qt.AlignmentFlag.AlignVCenter)
        self.check = quiet_button("Leg de toets vast", "edit")
        self.check.setToolTip("Hoe u laat kijken of iemand zich kan herkennen, en waar u dat vastlegt")
        self.check.clicked.connect(self.check_asked)
        row.addWidget(self.check, 0, Qt.AlignmentFlag.AlignVCenter)

    def show_own(self, words: str) -> None:
        """Say that somebody here wrote the case, or nothing for one of the dossier."""
        self.own.show_text(words, Tone.ACCENT)
        self.own.setHidden(not words)

    def show_case(self, case: Case) -> None:
        """Show the mark of this case."""
        self._mark.show_text(case.label, Tone.CONCERN)
        self._about.show_text(f"{label_words(case.label)} {check_words(case)}")
        self.check.setHidden(case.check is not None)


class WalkBar(QWidget):
    """Signals say what the reader asks for; `system_chosen` gives the system."""

    list_asked = Signal()
    session_asked = Signal()
    edit_asked = Signal()
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
        self.systems = Segments("Oud of nieuw stelsel (O)", SYSTEMS)
        self.systems.setToolTip("Wissel met de toets O")
        self.systems.chosen.connect(self.system_chosen)
        self.all = quiet_button("Alle casussen", "list")
        self.session = quiet_button("Terug naar de contextsessie", "people")
        self.session.hide()
        self.session.clicked.connect(self.session_asked)
        self.edit = quiet_button("Wijzig", "edit")
        self.edit.setToolTip("Maak een eigen versie van deze casus")
        self.edit.clicked.connect(self.edit_asked)
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
        column.addWidget(
            Row(
                self.systems,
                self.back,
                self.restart,
                self.compare,
                self.notes,
                self.edit,
                self.all,
                self.session,
            )
        )

    def show_walk(self, walk: Walk, *, can_compare: bool) -> None:
        """Show the system, and what can be done at this place."""
        self.systems.show_choice(walk.system)
        self.back.setEnabled(bool(walk.path))
        self.restart.setEnabled(bool(walk.path))
        self.compare.setEnabled(can_compare)
        self.compare.setToolTip("" if can_compare else "Loop eerst een ander pad tot het einde.")
