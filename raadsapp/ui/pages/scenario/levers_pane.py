"""All levers in their two groups, kept in step with the session."""

from itertools import pairwise
from math import inf

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from raadsapp.domain.lever import Lever, LeverKind
from raadsapp.services.scenario import Scenario
from raadsapp.services.scenario_effects import moved_by
from raadsapp.ui.pages.scenario.history import History
from raadsapp.ui.pages.scenario.lever_group import LeverGroup
from raadsapp.ui.pages.scenario.session import Result, ScenarioSession
from raadsapp.ui.theme.applying import applied_theme
from raadsapp.ui.theme.tokens import WIDE
from raadsapp.ui.widgets.lever_row import LeverRow
from raadsapp.ui.widgets.revealing import reveal

_ABOVE = 200
"""Pixels of the window above the first lever, at least: the page has its buttons there."""


class LeversPane(QWidget):
    """Makes its rows anew only when levers are other ones, as for another municipality.

    The first time, rows that cannot be in sight are made once the page is seen, or when they are asked for.
    `rows_made` when all are there.
    """

    rows_made = Signal()

    def __init__(self, scenario: ScenarioSession) -> None:
        super().__init__()
        self._scenario = scenario
        self._shown: tuple[Lever, ...] = ()
        self._changed_only = False
        self._groups = [LeverGroup(kind) for kind in LeverKind]
        self._owed = False
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.setInterval(0)
        self._soon.timeout.connect(self._make_owed)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(WIDE)
        for group in self._groups:
            column.addWidget(group)
            group.lever_set.connect(self._take_lever)
            group.lever_reset.connect(self._take_row_reset)
            group.reset_asked.connect(self._take_reset)
            group.help_opened.connect(self._take_help)
            group.gesture_started.connect(scenario.begin_gesture)
            group.gesture_finished.connect(scenario.end_gesture)
        column.addStretch(1)
        scenario.on_told(self._follow)
        scenario.on_history(self._take_history)

    @property
    def groups(self) -> list[LeverGroup]:
        """The groups with all their rows."""
        self._make_owed()
        return self._groups

    @property
    def rows(self) -> tuple[LeverRow, ...]:
        """All rows, in order."""
        return tuple(row for group in self.groups for row in group.rows)

    def show_changed_only(self, asked: bool) -> None:  # noqa: FBT001 - a slot for Qt's bare bool
        """Show only levers that do not stand at their start, or all of them."""
        self._changed_only = asked
        self._filter()

    def reveal(self, key: str) -> None:
        """Bring a lever into view and put the keyboard on it; nothing for a lever that does not exist."""
        row = next((row for row in self.rows if row.lever.key == key), None)
        if row is not None:
            row.show()
            reveal(row)
            row.stops()[0].setFocus()

    def show_scenario(self, asked: Scenario) -> None:
        """Show where the levers stand, at once."""
        if asked.definitions != self._shown:
            first = not self._shown
            self._shown = asked.definitions
            self._owed = first
            if first:
                self._make_rows(self.window().height() - applied_theme().px(_ABOVE))
                self._soon.start()
            else:
                self._make_rows()
                self._take_rows()
        for group in self._groups:
            group.show_scenario(asked)

    def _make_rows(self, room: float = inf) -> None:
        """All rows, or no more than fill so many pixels."""
        for group in self._groups:
            levers = [lever for lever in self._shown if lever.kind is group.kind]
            room = group.show_levers(levers, self._scenario.catalog, room)

    def _make_owed(self) -> None:
        if self._owed:
            self._owed = False
            self._soon.stop()
            self._make_rows()
            for group in self._groups:
                group.show_scenario(self._scenario.asked)
            self._take_rows()

    def _take_rows(self) -> None:
        for before, after in pairwise(stop for group in self._groups for stop in group.stops()):
            QWidget.setTabOrder(before, after)
        self._filter()
        self.rows_made.emit()

    def _follow(self, _result: Result) -> None:
        """Where the levers stand now: one may have been moved on since this came out."""
        self.show_scenario(self._scenario.asked)

    def _take_history(self, _history: History) -> None:
        """Not while a lever is held: a row must not go away under the hand."""
        if self._changed_only:
            self.show_scenario(self._scenario.asked)
            self._filter()

    def _filter(self) -> None:
        for group in self._groups:
            group.show_changed_only(asked=self._changed_only)

    def _take_lever(self, setting: tuple[str, float | str]) -> None:
        self._scenario.set_lever(*setting)

    def _take_row_reset(self, row: LeverRow) -> None:
        lever = row.lever
        self._scenario.apply({lever.key: lever.default}, f"{lever.label} terugzetten")

    def _take_reset(self) -> None:
        group = self.sender()
        if isinstance(group, LeverGroup):
            defaults = {row.lever.key: row.lever.default for row in group.rows}
            self._scenario.apply(defaults, group.reset.text())

    def _take_help(self, opened: LeverRow) -> None:
        """Only one row explains itself at a time."""
        for row in self.rows:
            if row is not opened:
                row.help_button.setChecked(False)
        if opened.details is not None:
            opened.details.show_moves(moved_by(opened.lever, self._scenario.asked))
            reveal(opened)
