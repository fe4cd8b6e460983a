"""The page: levers on one side, on the other the sentence and the money line that follow from them."""

from itertools import pairwise

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QVBoxLayout, QWidget

from raadsapp.domain.changes import Part
from raadsapp.domain.lever import LeverKind
from raadsapp.services.money_sources import money_sources
from raadsapp.services.scenario_sentences import REFERENCE_YEAR, money_sentence, waiting_sentence
from raadsapp.ui.pages.scenario.lever_group import LeverGroup
from raadsapp.ui.pages.scenario.reconciliation_view import ReconciliationView
from raadsapp.ui.pages.scenario.session import Result, ScenarioSession
from raadsapp.ui.pages.scenario.two_panes import TwoPanes
from raadsapp.ui.state import AppState
from raadsapp.ui.theme.tokens import HUGE, LARGE, WIDE
from raadsapp.ui.widgets.chart_words import ChartWords
from raadsapp.ui.widgets.money_card import MoneyCard
from raadsapp.ui.widgets.page import Page, PageHeader
from raadsapp.ui.widgets.snackbar import announce
from raadsapp.ui.widgets.source_line import source_text

LEVERS = ("base_year", "demand_growth", "price_index", "savings_scenario")

_ESTIMATED = "schatting: opgeschaald"
_ASSUMED = "Dat is gerekend met een aanname, niet gemeten."
_SAY_AFTER = 700


class ScenarioPage(Page):
    """Four levers, the money line, and the reconciliation below it."""

    depends_on = frozenset({Part.CONTENT})

    def __init__(self, state: AppState) -> None:
        super().__init__(state)
        catalog = state.session.catalog
        self.scenario = ScenarioSession(catalog, LEVERS, self)
        self.scenario.on_result(self._show_result)
        self.groups = [LeverGroup(kind) for kind in LeverKind]
        self.money = MoneyCard(state)
        self._source = ""
        self._say = QTimer(self)
        self._say.setSingleShot(True)
        self._say.setInterval(_SAY_AFTER)
        self._say.timeout.connect(self._announce)
        self._lay_out()
        for group in self.groups:
            group.lever_set.connect(self._take_lever)
            group.gesture_started.connect(self.money.hold_axes)
            group.gesture_finished.connect(self._release_axes)

    def _lay_out(self) -> None:
        controls, results = QWidget(), QWidget()
        left, self._results = QVBoxLayout(controls), QVBoxLayout(results)
        left.setContentsMargins(HUGE, WIDE, LARGE, HUGE)
        left.setSpacing(WIDE)
        left.addWidget(PageHeader("Wat als?", "Verander iets en kijk wat het kost."))
        for group in self.groups:
            left.addWidget(group)
        left.addStretch(1)
        self._results.setContentsMargins(LARGE, WIDE, WIDE, HUGE)
        self._results.setSpacing(WIDE)
        self._results.addWidget(self.money)
        self._results.addStretch(1)
        self.money.place.ready.connect(self._add_reconciliation)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(TwoPanes(controls, results, self.money, self))

    def _add_reconciliation(self, _chart: object) -> None:
        """Below the fold, so there is time for it after the first paint."""
        self._results.insertWidget(1, ReconciliationView(self.state.session.catalog))

    def refresh(self) -> None:
        """Show the levers and the outcome of the municipality of the moment."""
        catalog = self.state.session.catalog
        self.scenario.set_municipality(self.state.municipality)
        for group in self.groups:
            levers = [lever for lever in self.scenario.levers if lever.kind is group.kind]
            group.show_levers(levers, catalog)
            for row in group.rows:
                row.show_value(self.scenario.value(row.lever.key))
            group.show_changed()
        for before, after in pairwise(stop for group in self.groups for stop in group.stops()):
            QWidget.setTabOrder(before, after)
        sources = money_sources(catalog, self.state.municipality, REFERENCE_YEAR)
        self._source = f"{source_text(sources, catalog)}. Berekening: Raadsapp."
        self.money.start_afresh()
        self.scenario.work_out()

    def _take_lever(self, setting: tuple[str, float | str]) -> None:
        self.scenario.set_lever(*setting)

    def _release_axes(self) -> None:
        self.scenario.work_out_if_due()
        self.money.release_axes()

    def _show_result(self, result: Result) -> None:
        asked, outcome = result.asked, result.outcome
        years = asked.years
        self.money.show_outcome(years, outcome.lumpsum[0], outcome.demand_cost[0], REFERENCE_YEAR)
        self.money.show_words(
            ChartWords(
                title=money_sentence(asked, outcome),
                subtitle=f"{asked.name}, {years[0]}–{years[-1]}, in euro per jaar",
                mark=_ESTIMATED if asked.estimated else "",
                sentence=f"{waiting_sentence(asked, outcome)} {_ASSUMED}",
                source=self._source,
            )
        )
        self._say.start()

    def _announce(self) -> None:
        """Let a screen reader say the sentence once the levers rest."""
        self.setAccessibleDescription(self.money.words.title)
        if self.isVisible():
            announce(self, self.money.words.title)
