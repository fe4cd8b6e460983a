"""Above the form: which case is written, whether it is kept, and what can be done with the whole."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from raadsapp.domain.case import Case
from raadsapp.domain.edit_history import EditHistory
from raadsapp.ui.theme.tokens import SMALL, TIGHT
from raadsapp.ui.widgets.badge import Badge
from raadsapp.ui.widgets.buttons import icon_button, quiet_button, secondary_button
from raadsapp.ui.widgets.text import Heading, Small, Tone
from raadsapp.ui.widgets.wrapping import Row


class EditorBar(QWidget):
    """Signals say what the reader asks for."""

    leave_asked = Signal()
    undo_asked = Signal()
    redo_asked = Signal()
    fault_asked = Signal()
    export_asked = Signal()
    removal_asked = Signal()

    def __init__(self) -> None:
        super().__init__()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(TIGHT)
        self._title = Heading()
        column.addWidget(self._title)
        self.state_words = Small()
        column.addWidget(self.state_words)
        column.addSpacing(SMALL)
        self._label = Badge("", Tone.CONCERN)
        self.leave = quiet_button("Alle casussen", "list")
        self.undo = icon_button("undo", "Ongedaan maken (Ctrl+Z)")
        self.redo = icon_button("redo", "Opnieuw (Ctrl+Y)")
        self.faults = secondary_button("Melding (F8)", "alert")
        self.faults.setToolTip("Ga naar het veld van de volgende melding")
        self.export = quiet_button("Exporteer…", "download")
        self.remove = quiet_button("", "reset")
        for button, signal in (
            (self.leave, self.leave_asked),
            (self.undo, self.undo_asked),
            (self.redo, self.redo_asked),
            (self.faults, self.fault_asked),
            (self.export, self.export_asked),
            (self.remove, self.removal_asked),
        ):
            button.clicked.connect(signal)
        column.addWidget(
            Row(self._label, self.undo, self.redo, self.faults, self.export, self.remove, self.leave)
        )

    def show_case(self, case: Case, history: EditHistory) -> None:
        """Show the title and what can be taken back."""
        self._title.show_text(f"Casus schrijven: {case.title.strip() or 'nog zonder titel'}")
        self._label.show_text(case.label, Tone.CONCERN)
        self.undo.setEnabled(bool(history.before))
        self.redo.setEnabled(bool(history.after))

    def show_faults(self, count: int) -> None:
        """Show whether there is a problem to go to."""
        self.faults.setVisible(count > 0)

    def show_removal(self, words: str) -> None:
        """Offer to remove the own case, in these words; nothing when there is none."""
        self.remove.setText(words)
        self.remove.setVisible(bool(words))

    def show_state(self, words: str, tone: Tone = Tone.MUTED) -> None:
        """Say whether what was typed is kept."""
        self.state_words.show_text(words)
        self.state_words.show_tone(tone)
