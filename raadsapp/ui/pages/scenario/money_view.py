"""The tab ‘Geld en wachttijd’: fixed amount and cost, always with the waiting time in the same picture."""

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QVBoxLayout

from raadsapp.services.scenario_money_words import money_finding
from raadsapp.services.scenario_sentences import REFERENCE_YEAR
from raadsapp.ui.pages.scenario.chart_source import ChartSource
from raadsapp.ui.pages.scenario.result_view import ResultView
from raadsapp.ui.pages.scenario.session import Result, ScenarioSession
from raadsapp.ui.pages.scenario.spread import median
from raadsapp.ui.state import AppState
from raadsapp.ui.widgets.chart_card import ChartCard

if TYPE_CHECKING:
    from raadsapp.ui.widgets.money_waiting_chart import MoneyWaitingChart

_ROOM = (320, 300)


class MoneyView(ResultView):
    """The median of the draws with its band; the scenario as the levers stand where there are no draws."""

    title = "Geld en wachttijd"
    outcomes = ("demand_cost", "waiting_weeks")

    def __init__(self, state: AppState, scenario: ScenarioSession) -> None:
        super().__init__(state, scenario)
        self._source = ChartSource(scenario)
        self._chart: MoneyWaitingChart | None = None
        self._result: Result | None = None
        explains = ("demand_cost", "lumpsum", "gap", "waiting_weeks")
        self.card = ChartCard(
            state, self._make, "geld-en-wachttijd", explains=explains, small=True, room=_ROOM
        )
        self.card.reason_asked.connect(self.reason_asked)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.card)

    def _make(self) -> "MoneyWaitingChart":
        from raadsapp.ui.widgets.money_waiting_chart import MoneyWaitingChart

        self._chart = MoneyWaitingChart()
        self._show_figures()
        return self._chart

    def show_result(self, result: Result) -> None:
        """Show money and waiting of this result."""
        self._result = result
        self._show_figures()
        if self._chart is not None:
            self.card.follow_chart()

    def show_words(self, result: Result) -> None:
        """Say what money and waiting do."""
        finding = money_finding(result.asked, result.outcome, result.band)
        years = result.asked.years
        self.card.show_words(self._source.words(result.asked, finding, f"{years[0]}–{years[-1]}"))

    def _show_figures(self) -> None:
        if self._chart is None or self._result is None:
            return
        asked, outcome, band = self._result.asked, self._result.outcome, self._result.band
        cost, cost_spread = median(band, "demand_cost", outcome)
        weeks, weeks_spread = median(band, "waiting_weeks", outcome)
        self._chart.money.show_outcome(asked.years, outcome.lumpsum[0], cost, REFERENCE_YEAR, cost_spread)
        self._chart.waiting.show_outcome(asked.years, weeks, REFERENCE_YEAR, weeks_spread)
        self._chart.align()

    def hold_axes(self) -> None:
        """Keep the axes as they are."""
        self.card.hold_axes()

    def release_axes(self) -> None:
        """Let the axes ease to what is shown."""
        self.card.release_axes()

    def start_afresh(self) -> None:
        """Take new axes and another source with the next result."""
        self._source.start_afresh()
        self.card.start_afresh()
