"""The first tab: the money line and its sentences, with the reconciliation below it."""

from PySide6.QtWidgets import QVBoxLayout

from raadsapp.services.money_sources import money_sources
from raadsapp.services.scenario_sentences import REFERENCE_YEAR, money_sentence, waiting_sentence
from raadsapp.ui.pages.scenario.reconciliation_view import ReconciliationView
from raadsapp.ui.pages.scenario.result_view import ResultView
from raadsapp.ui.pages.scenario.session import Result, ScenarioSession
from raadsapp.ui.state import AppState
from raadsapp.ui.theme.tokens import WIDE
from raadsapp.ui.widgets.chart_words import ChartWords
from raadsapp.ui.widgets.money_card import MoneyCard
from raadsapp.ui.widgets.source_line import source_text

_ESTIMATED = "schatting: opgeschaald"
_ASSUMED = "Dat is gerekend met een aanname, niet gemeten."


class FirstView(ResultView):
    """Fixed amount and expected cost."""

    title = "Geld en wachttijd"
    outcomes = ("demand_cost",)

    def __init__(self, state: AppState, scenario: ScenarioSession) -> None:
        super().__init__(state, scenario)
        self.money = MoneyCard(state)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(WIDE)
        self._column.addWidget(self.money, 1)
        self.money.place.ready.connect(self._add_reconciliation)

    def _add_reconciliation(self, _chart: object) -> None:
        """Below the fold, so there is time for it after the first paint."""
        self._column.addWidget(ReconciliationView(self.scenario.catalog))

    def show_result(self, result: Result) -> None:
        """Show the money line of this result."""
        asked, outcome = result.asked, result.outcome
        years, catalog = asked.years, self.scenario.catalog
        sources = money_sources(catalog, asked.municipality, REFERENCE_YEAR)
        self.money.show_outcome(years, outcome.lumpsum[0], outcome.demand_cost[0], REFERENCE_YEAR)
        self.money.show_words(
            ChartWords(
                title=money_sentence(asked, outcome),
                subtitle=f"{asked.name}, {years[0]}–{years[-1]}, in euro per jaar",
                mark=_ESTIMATED if asked.estimated else "",
                sentence=f"{waiting_sentence(asked, outcome)} {_ASSUMED}",
                source=f"{source_text(sources, catalog)}. Berekening: Raadsapp.",
            )
        )

    def hold_axes(self) -> None:
        """Keep the axes as they are."""
        self.money.hold_axes()

    def release_axes(self) -> None:
        """Let the axes ease to what is shown."""
        self.money.release_axes()

    def start_afresh(self) -> None:
        """Take new axes with the next result."""
        self.money.start_afresh()
