"""The tab ‘Startpunt’: what the starting point alone does, where it came from, and who grows older."""

from PySide6.QtWidgets import QVBoxLayout

from raadsapp.services.published_words import computed, difference
from raadsapp.services.scenario_budgeted import MEAN_LINE, YEAR_LINE, budgeted
from raadsapp.services.scenario_money_words import ChartFinding
from raadsapp.services.scenario_sentences import REFERENCE_YEAR
from raadsapp.services.scenario_start import StartLines, start_lines
from raadsapp.services.scenario_youth import youth_ages
from raadsapp.services.source_words import source_text
from raadsapp.ui.pages.scenario.chart_source import ChartSource
from raadsapp.ui.pages.scenario.reconciliation_view import ReconciliationView
from raadsapp.ui.pages.scenario.result_view import ResultView
from raadsapp.ui.pages.scenario.session import Result, ScenarioSession
from raadsapp.ui.pages.scenario.start_charts import budgeted_chart, start_chart, youth_chart
from raadsapp.ui.state import AppState
from raadsapp.ui.theme.tokens import WIDE
from raadsapp.ui.widgets.bar_card import BarCard
from raadsapp.ui.widgets.chart_scale import COUNT, MONEY
from raadsapp.ui.widgets.chart_words import ChartWords
from raadsapp.ui.widgets.line_card import LineCard

_ASSUMED = "met aannames"
_BUDGETED = (computed(YEAR_LINE), difference(YEAR_LINE), computed(MEAN_LINE), difference(MEAN_LINE))
_MADE = "Berekening: Raadsapp."


class StartView(ResultView):
    """Starting points beside each other, the reconciliation of the budget, and young people by age."""

    title = "Startpunt"

    def __init__(self, state: AppState, scenario: ScenarioSession) -> None:
        super().__init__(state, scenario)
        self._source = ChartSource(scenario)
        self._found: StartLines | None = None
        self.points = LineCard(state, MONEY, "startpunten", explains=("demand_cost", "lumpsum"))
        self.points.reason_asked.connect(self.reason_asked)
        self.budget = BarCard(state, "begroting-en-tabel", explains=_BUDGETED)
        self.budget.reason_asked.connect(self.reason_asked)
        self.youth = LineCard(state, COUNT, "jongeren-naar-leeftijd", explains=("youth",))
        self.youth.reason_asked.connect(self._ask_youth)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(WIDE)
        for card in (self.points, self.budget, self.youth):
            column.addWidget(card)
        self.reconciliation = ReconciliationView(scenario.catalog)
        self.reconciliation.reason_asked.connect(self.reason_asked)
        column.addWidget(self.reconciliation)
        column.addStretch(1)
        self._show_budget()

    def show_result(self, result: Result) -> None:
        """Show what the starting points make of this result."""
        self._found = start_lines(result.asked)
        self.points.show_lines(start_chart(self._found))

    def show_words(self, result: Result) -> None:
        """Say what the starting points make of it; young people, further down, follow too."""
        catalog, asked, found = self.scenario.catalog, result.asked, self._found
        if found is not None:
            about = f"{found.years[0]}–{found.years[-1]}, kosten van de hulp in euro per jaar"
            finding = ChartFinding(found.title, found.sentence)
            self.points.show_words(self._source.words(asked, finding, about))
        youth = youth_ages(catalog, asked)
        self.youth.show_lines(youth_chart(youth))
        self.youth.show_words(
            ChartWords(
                title=youth.title,
                subtitle=f"{asked.name}, {youth.years[0]}–{youth.years[-1]}, jongeren op 1 januari",
                mark=f"na {youth.last_counted} {_ASSUMED}",
                sentence=youth.sentence,
                source=f"{source_text(youth.sources, catalog)}. {_MADE}",
            )
        )

    def _show_budget(self) -> None:
        catalog = self.scenario.catalog
        found = budgeted(catalog)
        self.budget.show_bars(budgeted_chart(found))
        self.budget.show_words(
            ChartWords(
                title=found.title,
                subtitle=f"{found.municipality}, kosten van ambulante hulp in euro per jaar",
                mark="afgeleid",
                sentence=found.sentence,
                source=f"{source_text(found.sources, catalog)}. {_MADE}",
            )
        )

    def _ask_youth(self, question: tuple[str, int]) -> None:
        """Years before those of the model were counted; there the source says all."""
        outcome, year = question
        in_model = year in self.scenario.asked.years
        self.reason_asked.emit((outcome, year if in_model else REFERENCE_YEAR))

    def hold_axes(self) -> None:
        """Keep the axes as they are."""
        self.points.hold_axes()
        self.youth.hold_axes()

    def release_axes(self) -> None:
        """Let the axes ease to what is shown."""
        self.points.release_axes()
        self.youth.release_axes()

    def start_afresh(self) -> None:
        """Take new axes with the next result."""
        self._source.start_afresh()
        self.points.start_afresh()
        self.youth.start_afresh()
