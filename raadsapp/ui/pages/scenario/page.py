"""The page: levers on one side, on the other what follows from them."""

from itertools import pairwise

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QVBoxLayout, QWidget

from raadsapp.domain.changes import Part
from raadsapp.domain.lever import LeverKind
from raadsapp.services.entered_figures import with_entered
from raadsapp.services.scenario_sentences import money_sentence
from raadsapp.ui.pages.scenario.lever_group import LeverGroup
from raadsapp.ui.pages.scenario.results_pane import ResultsPane
from raadsapp.ui.pages.scenario.session import Result, ScenarioSession
from raadsapp.ui.pages.scenario.two_panes import TwoPanes
from raadsapp.ui.state import AppState
from raadsapp.ui.theme.tokens import HUGE, LARGE, WIDE
from raadsapp.ui.widgets.page import Page, PageHeader
from raadsapp.ui.widgets.snackbar import announce

_SAY_AFTER = 700


class ScenarioPage(Page):
    """All levers, and beside them what comes out."""

    depends_on = frozenset({Part.CONTENT, Part.FIGURES})

    def __init__(self, state: AppState) -> None:
        super().__init__(state)
        self.scenario = ScenarioSession(with_entered(state.session), state.municipality, self)
        self.groups = [LeverGroup(kind) for kind in LeverKind]
        self.results = ResultsPane(state, self.scenario)
        self._say = QTimer(self)
        self._say.setSingleShot(True)
        self._say.setInterval(_SAY_AFTER)
        self._say.timeout.connect(self._announce)
        self._lay_out()
        self.scenario.on_result(self._show_result)
        for group in self.groups:
            group.lever_set.connect(self._take_lever)
            group.gesture_started.connect(self.scenario.begin_gesture)
            group.gesture_finished.connect(self.scenario.end_gesture)

    def _lay_out(self) -> None:
        controls, results = QWidget(), QWidget()
        left, right = QVBoxLayout(controls), QVBoxLayout(results)
        left.setContentsMargins(HUGE, WIDE, LARGE, HUGE)
        left.setSpacing(WIDE)
        left.addWidget(PageHeader("Wat als?", "Verander iets en kijk wat het kost."))
        for group in self.groups:
            left.addWidget(group)
        left.addStretch(1)
        right.setContentsMargins(LARGE, WIDE, WIDE, HUGE)
        right.addWidget(self.results)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(TwoPanes(controls, results, self.results, self))

    def refresh(self) -> None:
        """Show the levers and the outcome of the municipality of the moment."""
        self.results.start_afresh()
        self.scenario.set_catalog(with_entered(self.state.session))
        self.scenario.set_municipality(self.state.municipality)
        for group in self.groups:
            levers = [lever for lever in self.scenario.levers if lever.kind is group.kind]
            group.show_levers(levers, self.scenario.catalog)
        for before, after in pairwise(stop for group in self.groups for stop in group.stops()):
            QWidget.setTabOrder(before, after)
        self.scenario.work_out()

    def _take_lever(self, setting: tuple[str, float | str]) -> None:
        self.scenario.set_lever(*setting)

    def _show_result(self, result: Result) -> None:
        values = dict(result.asked.values)
        for group in self.groups:
            for row in group.rows:
                if row.value != values[row.lever.key]:
                    row.show_value(values[row.lever.key])
            group.show_changed()
        self._say.start()

    def _announce(self) -> None:
        """Let a screen reader say the sentence once the levers rest."""
        result = self.scenario.result
        words = money_sentence(result.asked, result.outcome)
        self.setAccessibleDescription(words)
        if self.isVisible():
            announce(self, words)
