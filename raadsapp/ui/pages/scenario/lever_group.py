"""Levers of one kind under a heading: what is believed, or what is decided."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from raadsapp.domain.catalog import Catalog
from raadsapp.domain.lever import Lever, LeverKind
from raadsapp.ui.theme.tokens import SMALL
from raadsapp.ui.widgets.buttons import quiet_button
from raadsapp.ui.widgets.lever_choice import ChoiceRow
from raadsapp.ui.widgets.lever_number import NumberRow
from raadsapp.ui.widgets.lever_row import LeverRow
from raadsapp.ui.widgets.styling import empty_layout, restyle
from raadsapp.ui.widgets.text import Heading, Small

_WORDS = {
    LeverKind.ASSUMPTION: (
        "Aannames",
        "Wat niemand zeker weet. Schuif en zie hoeveel het uitmaakt.",
        "Aannames terugzetten",
    ),
    LeverKind.POLICY: (
        "Beleid",
        "Wat raad en college kunnen kiezen.",
        "Beleid terugzetten",
    ),
}


class LeverGroup(QWidget):
    """Rows in dossier order, and one button that puts all of them back.

    `lever_set` carries the key and the value the user set. The other signals are those of the rows.
    """

    lever_set = Signal(object)
    gesture_started = Signal()
    gesture_finished = Signal()

    def __init__(self, kind: LeverKind, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        title, text, reset = _WORDS[kind]
        self.setAccessibleName(title)
        self.kind = kind
        self.rows: list[LeverRow] = []
        self.reset = quiet_button(reset, "reset")
        self.reset.clicked.connect(self._take_reset)
        head = QHBoxLayout()
        head.addWidget(Heading(title), 1)
        head.addWidget(self.reset)
        self._column = QVBoxLayout()
        self._column.setSpacing(SMALL)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(SMALL)
        whole.addLayout(head)
        whole.addWidget(Small(text))
        whole.addLayout(self._column)

    def show_levers(self, levers: Sequence[Lever], catalog: Catalog) -> None:
        """Show these levers, each at its default."""
        empty_layout(self._column)
        self.rows = []
        for lever in levers:
            line = QFrame()
            restyle(line, role="rule")
            self._column.addWidget(line)
            row = ChoiceRow(lever, catalog) if lever.choices else NumberRow(lever, catalog)
            row.changed.connect(self._take_change)
            row.gesture_started.connect(self.gesture_started)
            row.gesture_finished.connect(self.gesture_finished)
            self._column.addWidget(row)
            self.rows.append(row)
        self.show_changed()

    def stops(self) -> tuple[QWidget, ...]:
        """Where the Tab key stops, in order."""
        return (self.reset, *(stop for row in self.rows for stop in row.stops()))

    def show_changed(self) -> None:
        """Let the reset button say whether there is anything to put back."""
        self.reset.setEnabled(any(row.is_changed for row in self.rows))

    def _take_change(self, value: float | str) -> None:
        row = self.sender()
        if isinstance(row, LeverRow):
            self.show_changed()
            self.lever_set.emit((row.lever.key, value))

    def _take_reset(self) -> None:
        for row in self.rows:
            row.set_value(row.lever.default)
