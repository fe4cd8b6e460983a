"""One delivery in the history: what it brought, who read it in, and buttons to open and to withdraw it."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from raadsapp.domain.observation import FICTIONAL, Batch
from raadsapp.texts import number
from raadsapp.ui.theme.tokens import LARGE, MEDIUM, SMALL, TIGHT
from raadsapp.ui.widgets.badge import Badge
from raadsapp.ui.widgets.buttons import quiet_button
from raadsapp.ui.widgets.moments import moment
from raadsapp.ui.widgets.styling import restyle
from raadsapp.ui.widgets.text import Overline, Small, Text, Tone
from raadsapp.ui.widgets.wrapping import Row


class _FileName(Text):
    role = "body"


class BatchRow(QFrame):
    """A delivery and its layout in words; `shipped` says that it belongs to the program itself.

    `asked` is sent by the button: withdraw what counts, bring back what was withdrawn. `opened` asks to see
    all of it.
    """

    asked = Signal()
    opened = Signal()

    def __init__(
        self, batch: Batch, layout: str, *, shipped: bool = False, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        restyle(self, role="card")
        self.batch = batch
        self.button: QPushButton | None = None
        row = QHBoxLayout(self)
        row.setContentsMargins(LARGE, MEDIUM, SMALL, MEDIUM)
        row.setSpacing(MEDIUM)
        words = QVBoxLayout()
        words.setSpacing(TIGHT)
        words.addLayout(batch_head(batch, shipped=shipped))
        words.addWidget(_FileName(batch.file, Tone.MUTED if batch.withdrawn else Tone.PLAIN))
        words.addWidget(Small(f"{layout} · {_counts(batch)}"))
        words.addWidget(Small(_who(batch, shipped=shipped)))
        self.open_button = quiet_button("Bekijken", "list")
        self.open_button.setAccessibleName(f"Levering {batch.number} bekijken")
        self.open_button.clicked.connect(self.opened)
        buttons = Row(self.open_button)
        if not shipped:
            self.button = batch_button(batch)
            self.button.clicked.connect(self.asked)
            buttons.add(self.button)
        words.addWidget(buttons)
        row.addLayout(words, 1)
        self.setAccessibleName(f"Levering {batch.number}: {batch.file}")

    @property
    def stops(self) -> list[QPushButton]:
        """Where the Tab key stops, from left to right."""
        return [self.open_button, *([self.button] if self.button else [])]


def batch_head(batch: Batch, *, shipped: bool) -> QHBoxLayout:
    """The number of a delivery, and in badges whether it counts and is invented."""
    line = QHBoxLayout()
    line.setSpacing(SMALL)
    name = Overline(f"Levering {batch.number}")
    name.setWordWrap(False)
    line.addWidget(name)
    if shipped:
        line.addWidget(Badge("meegeleverd"))
    elif batch.withdrawn:
        line.addWidget(Badge("ingetrokken", Tone.CONCERN))
    else:
        line.addWidget(Badge("telt mee", Tone.ACCENT))
    if batch.fictional:
        line.addWidget(Badge(FICTIONAL, Tone.CONCERN))
    line.addStretch(1)
    return line


def batch_button(batch: Batch) -> QPushButton:
    """The button that withdraws a delivery, or brings it back."""
    words, icon_name = ("Terugzetten", "undo") if batch.withdrawn else ("Intrekken", "withdraw")
    button = quiet_button(words, icon_name)
    button.setAccessibleName(f"Levering {batch.number} {words.lower()}")
    return button


def _counts(batch: Batch) -> str:
    return f"{number(batch.new)} nieuw, {number(batch.changed)} gewijzigd, {number(batch.unchanged)} gelijk"


def _who(batch: Batch, *, shipped: bool) -> str:
    if shipped:
        return f"Hoort bij de app en staat er sinds {moment(batch.imported_at)}"
    told = f"Ingelezen door {batch.imported_by} op {moment(batch.imported_at)}"
    if batch.supplier:
        told += f" · geleverd door {batch.supplier}"
    if batch.approved_by:
        told += f" · goedgekeurd door {batch.approved_by}"
    if batch.note:
        told += f"\n{batch.note}"
    if batch.withdrawn_at:
        told += f"\nIngetrokken door {batch.withdrawn_by} op {moment(batch.withdrawn_at)}"
    return told
