"""The tab ‘Wie helpt, wie betaalt’: small charts with the same years, each with its own finding."""

from PySide6.QtWidgets import QVBoxLayout

from raadsapp.services.scenario_money_words import (
    cooperative_finding,
    helped_finding,
    old_system_finding,
    payer_parts,
    payers_finding,
    residential_cost_finding,
    residential_finding,
)
from raadsapp.texts import euro, number
from raadsapp.ui.pages.scenario.chart_source import ChartSource
from raadsapp.ui.pages.scenario.result_view import ResultView
from raadsapp.ui.pages.scenario.session import Result, ScenarioSession
from raadsapp.ui.pages.scenario.spread import spread
from raadsapp.ui.state import AppState
from raadsapp.ui.widgets.chart_scale import COUNT, MONEY
from raadsapp.ui.widgets.wrapping import Columns
from raadsapp.ui.widgets.year_card import YearCard
from raadsapp.ui.widgets.year_series import Look, Series

_COLUMN = 270
_PARTS = ((Look.BAR, 0), (Look.HATCHED, 1), (Look.CROSSED, 3), (Look.DOTTED, 2))
_YEARLY = "in euro per jaar"
_COUNTED = "aantal per jaar"
_BAND = "vlak: 8 van de 10 varianten"


class PayersView(ResultView):
    """Lines and bars show the scenario as the levers stand; a band shows 8 of 10 draws."""

    title = "Wie helpt, wie betaalt"
    outcomes = ("clients", "cooperative_cumulative", "residential_clients", "residential_cost")

    def __init__(self, state: AppState, scenario: ScenarioSession) -> None:
        super().__init__(state, scenario)
        self._source = ChartSource(scenario)
        self.helped = YearCard(state, COUNT, number, "clienten", ("clients",))
        self.payers = YearCard(
            state, MONEY, euro, "gemeente", ("municipality_total", "municipality_extra", "residential_cost")
        )
        self.cooperative = YearCard(
            state, MONEY, euro, "jens", ("cooperative_result", "cooperative_cumulative")
        )
        self.old = YearCard(state, MONEY, euro, "oude-stelsel", ("old_system_cost", "municipality_total"))
        self.residential = YearCard(state, COUNT, number, "verblijf", ("residential_clients",))
        self.residential_cost = YearCard(state, MONEY, euro, "verblijf-kosten", ("residential_cost",))
        self.cards = (
            self.helped,
            self.payers,
            self.cooperative,
            self.old,
            self.residential,
            self.residential_cost,
        )
        columns = Columns(narrowest=_COLUMN, most=3)
        for card in self.cards:
            card.reason_asked.connect(self.reason_asked)
            columns.add(card)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(columns)
        column.addStretch(1)

    def show_result(self, result: Result) -> None:
        """Show who is helped and who pays in this result."""
        self._show_people(result)
        self._show_payers(result)
        self._show_cooperative(result)
        self._show_old_system(result)

    def show_words(self, result: Result) -> None:
        """Say who is helped and who pays."""
        asked, outcome, band = result.asked, result.outcome, result.band
        drawn = f"; {_BAND}" if band else ""
        for card, finding, about in (
            (self.helped, helped_finding(asked, outcome, band), f"{_COUNTED}{drawn}"),
            (self.payers, payers_finding(asked, outcome), _YEARLY),
            (self.cooperative, cooperative_finding(asked, outcome, band), f"in euro{drawn}"),
            (self.old, old_system_finding(asked, outcome), _YEARLY),
            (self.residential, residential_finding(asked, outcome, band), f"{_COUNTED}{drawn}"),
            (self.residential_cost, residential_cost_finding(asked, outcome, band), f"{_YEARLY}{drawn}"),
        ):
            card.show_words(self._source.words(asked, finding, about))

    def _show_people(self, result: Result) -> None:
        for card, key, name, colour in (
            (self.helped, "clients", "cliënten", 0),
            (self.residential, "residential_clients", "jongeren", 2),
            (self.residential_cost, "residential_cost", "kosten", 2),
        ):
            values = tuple(map(float, getattr(result.outcome, key)[0]))
            series = Series(name, values, Look.LINE, colour, spread(result.band, key))
            card.show_series(result.asked.years, (series,))

    def _show_payers(self, result: Result) -> None:
        series = tuple(
            Series(name, values, look, colour)
            for (name, values), (look, colour) in zip(payer_parts(result.outcome), _PARTS, strict=True)
        )
        self.payers.show_series(result.asked.years, series)

    def _show_cooperative(self, result: Result) -> None:
        outcome = result.outcome
        yearly, together = (
            tuple(map(float, values[0]))
            for values in (outcome.cooperative_result, outcome.cooperative_cumulative)
        )
        series = (
            Series("per jaar", yearly, Look.BAR, 3),
            Series("opgeteld", together, Look.DASHED, 5, spread(result.band, "cooperative_cumulative")),
        )
        self.cooperative.show_series(result.asked.years, series)

    def _show_old_system(self, result: Result) -> None:
        outcome = result.outcome
        series = (
            Series("oude stelsel", tuple(map(float, outcome.old_system_cost[0])), Look.DASHED, 4),
            Series("gemeente nu", tuple(map(float, outcome.municipality_total[0])), Look.LINE, 0),
        )
        self.old.show_series(result.asked.years, series)

    def hold_axes(self) -> None:
        """Keep the axes as they are."""
        for card in self.cards:
            card.hold_axes()

    def release_axes(self) -> None:
        """Let the axes ease to what is shown."""
        for card in self.cards:
            card.release_axes()

    def start_afresh(self) -> None:
        """Take new axes and another source with the next result."""
        self._source.start_afresh()
        for card in self.cards:
            card.start_afresh()
