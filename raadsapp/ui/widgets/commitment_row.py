"""One commitment in a list: what, who, when and where it stands, with buttons to change or remove it."""

from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from raadsapp.domain.commitment import Commitment, CommitmentState
from raadsapp.texts import long_date
from raadsapp.ui.theme.icons import Ink
from raadsapp.ui.theme.tokens import LARGE, MEDIUM, SMALL, TEXT_BODY, TIGHT
from raadsapp.ui.widgets.badge import Badge
from raadsapp.ui.widgets.buttons import icon_button
from raadsapp.ui.widgets.icon_label import IconLabel
from raadsapp.ui.widgets.styling import restyle
from raadsapp.ui.widgets.text import Body, Small, Tone

_MARKS = {
    CommitmentState.OPEN: ("clock", Tone.ACCENT),
    CommitmentState.DONE: ("check", Tone.PLAIN),
    CommitmentState.WITHDRAWN: ("close", Tone.PLAIN),
}


class CommitmentRow(QFrame):
    """Shows a commitment; one that is late says so in a word and with an icon."""

    edit_asked = Signal()
    removal_asked = Signal()

    def __init__(self, commitment: Commitment, today: date, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        restyle(self, role="card")
        row = QHBoxLayout(self)
        row.setContentsMargins(LARGE, MEDIUM, SMALL, MEDIUM)
        row.setSpacing(TIGHT)
        words = QVBoxLayout()
        words.setSpacing(TIGHT)
        words.addLayout(_marks(commitment, today))
        words.addWidget(Body(commitment.text))
        words.addWidget(Small(_when(commitment)))
        row.addLayout(words, 1)
        self.edit = icon_button("edit", f"Toezegging wijzigen: {commitment.text}")
        self.edit.clicked.connect(self.edit_asked)
        self.remove = icon_button("trash", f"Toezegging verwijderen: {commitment.text}")
        self.remove.clicked.connect(self.removal_asked)
        for button, tip in ((self.edit, "Wijzigen"), (self.remove, "Verwijderen")):
            button.setToolTip(tip)
            row.addWidget(button, 0, Qt.AlignmentFlag.AlignTop)


def _marks(commitment: Commitment, today: date) -> QHBoxLayout:
    line = QHBoxLayout()
    line.setSpacing(SMALL)
    if commitment.late(today):
        line.addWidget(IconLabel("alert", Ink.CONCERN, TEXT_BODY))
        line.addWidget(Badge("te laat", Tone.CONCERN))
    else:
        icon_name, tone = _MARKS[commitment.state]
        line.addWidget(IconLabel(icon_name, Ink.MUTED, TEXT_BODY))
        line.addWidget(Badge(commitment.state.value, tone))
    line.addStretch(1)
    return line


def _when(commitment: Commitment) -> str:
    due = f" · uiterlijk {long_date(commitment.due_on)}" if commitment.due_on else " · zonder einddatum"
    return f"{commitment.owner} · toegezegd op {long_date(commitment.made_on)}{due}"
