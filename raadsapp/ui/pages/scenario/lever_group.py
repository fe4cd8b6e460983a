"""Levers of one kind under a heading: what is believed, or what is decided."""

from collections.abc import Sequence
from math import inf, isfinite

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from raadsapp.domain.catalog import Catalog
from raadsapp.domain.lever import Lever, LeverKind
from raadsapp.services.scenario import Scenario
from raadsapp.services.scenario_effects import waits_for
from raadsapp.ui.theme.tokens import TIGHT
from raadsapp.ui.widgets.buttons import quiet_button
from raadsapp.ui.widgets.lever_choice import ChoiceRow
from raadsapp.ui.widgets.lever_number import NumberRow
from raadsapp.ui.widgets.lever_row import LeverRow
from raadsapp.ui.widgets.styling import restyle
from raadsapp.ui.widgets.text import Heading, Small

TITLES = {LeverKind.ASSUMPTION: "Aannames", LeverKind.POLICY: "Beleid"}
_ABOUT = {
    LeverKind.ASSUMPTION: "Wat niemand zeker weet. Schuif en zie hoeveel het uitmaakt.",
    LeverKind.POLICY: "Wat raad en college kunnen kiezen.",
}
_NONE_CHANGED = "Hier is geen schuif gewijzigd."


class LeverGroup(QWidget):
    """Rows in dossier order, and one button that puts all of them back.

    `lever_set` carries the key and the value the user set, `lever_reset` and `help_opened` the row. The
    signals of gestures are those of the rows.
    """

    lever_set = Signal(object)
    lever_reset = Signal(object)
    reset_asked = Signal()
    help_opened = Signal(object)
    gesture_started = Signal()
    gesture_finished = Signal()

    def __init__(self, kind: LeverKind, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        title = TITLES[kind]
        self.setAccessibleName(title)
        self.kind = kind
        self.rows: list[LeverRow] = []
        self._rules: list[QFrame] = []
        self.reset = quiet_button(f"{title} terugzetten", "reset")
        self.reset.clicked.connect(self.reset_asked)
        head = QHBoxLayout()
        head.addWidget(Heading(title), 1)
        head.addWidget(self.reset)
        self._nothing = Small(_NONE_CHANGED)
        self._nothing.hide()
        self._column = QVBoxLayout()
        self._column.setSpacing(0)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(TIGHT)
        whole.addLayout(head)
        whole.addWidget(Small(_ABOUT[kind]))
        whole.addWidget(self._nothing)
        whole.addLayout(self._column)

    def show_levers(self, levers: Sequence[Lever], catalog: Catalog, room: float = inf) -> float:
        """Make a row for each of these levers; one that shows the very same lever stays.

        Ends when rows fill `room`, in pixels, even if each is as low as it can be; gives what is left of it.
        """
        for place, lever in enumerate(levers):
            if room <= 0:
                break
            if place == len(self.rows):
                rule, row = QFrame(self), self._row(lever, catalog)
                restyle(rule, role="rule")
                self._column.addWidget(rule)
                self._column.addWidget(row)
                self.rows.append(row)
                self._rules.append(rule)
            elif lever != self.rows[place].lever:
                old, self.rows[place] = self.rows[place], self._row(lever, catalog)
                self._column.replaceWidget(old, self.rows[place])
                old.hide()
                old.deleteLater()
            if isfinite(room):
                room -= self.rows[place].minimumSizeHint().height()
        return room

    def _row(self, lever: Lever, catalog: Catalog) -> LeverRow:
        row = ChoiceRow(lever, catalog, self) if lever.choices else NumberRow(lever, catalog, self)
        row.changed.connect(self._take_change)
        row.was_reset.connect(self._take_row_reset)
        row.gesture_started.connect(self.gesture_started)
        row.gesture_finished.connect(self.gesture_finished)
        row.help_opened.connect(self._take_help)
        return row

    def show_scenario(self, asked: Scenario) -> None:
        """Show where the levers stand; those that stand there already are left alone."""
        values = dict(asked.values)
        for row in self.rows:
            if row.value != values[row.lever.key]:
                row.show_value(values[row.lever.key])
            if row.waits is not None:
                row.show_waits(waits_for(row.lever, asked))
        self.reset.setEnabled(any(row.is_changed for row in self.rows))

    def show_changed_only(self, *, asked: bool) -> None:
        """Show only levers that do not stand at their start, or all of them."""
        for row, rule in zip(self.rows, self._rules, strict=True):
            hidden = asked and not row.is_changed
            # Showing what is shown takes its time; a new row counts as hidden, and would still appear.
            if hidden or row.isHidden():
                row.setHidden(hidden)
                rule.setHidden(hidden)
        self._nothing.setHidden(not asked or any(row.is_changed for row in self.rows))

    def stops(self) -> tuple[QWidget, ...]:
        """Where the Tab key stops, in order."""
        return (self.reset, *(stop for row in self.rows for stop in row.stops()))

    def _take_change(self, value: float | str) -> None:
        row = self.sender()
        if isinstance(row, LeverRow):
            self.lever_set.emit((row.lever.key, value))

    def _take_row_reset(self) -> None:
        row = self.sender()
        if isinstance(row, LeverRow):
            self.lever_reset.emit(row)

    def _take_help(self) -> None:
        row = self.sender()
        if isinstance(row, LeverRow):
            self.help_opened.emit(row)
