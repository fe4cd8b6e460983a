"""What stands around every chart of a result: whose figures, how firm they are, and where they come from."""

from raadsapp.services.money_sources import money_sources
from raadsapp.services.scenario import Scenario
from raadsapp.services.scenario_money_words import ChartFinding
from raadsapp.services.scenario_sentences import REFERENCE_YEAR, estimate_mark, estimate_note
from raadsapp.services.small_entered import protected_note
from raadsapp.ui.pages.scenario.session import ScenarioSession
from raadsapp.ui.widgets.chart_words import ChartWords
from raadsapp.ui.widgets.source_line import source_text

_ASSUMED = "met aannames"


class ChartSource:
    """The source line of a municipality, worked out once for all results of it."""

    def __init__(self, scenario: ScenarioSession) -> None:
        self._scenario = scenario
        self._text = ""

    def start_afresh(self) -> None:
        """The next result is of another municipality or of other figures."""
        self._text = ""

    def words(self, asked: Scenario, finding: ChartFinding, unit: str) -> ChartWords:
        """The words around a chart of a scenario that counts in `unit`."""
        if not self._text:
            catalog = self._scenario.catalog
            sources = money_sources(catalog, asked.municipality, REFERENCE_YEAR)
            said = (
                f"{source_text(sources, catalog)}.",
                estimate_note(asked),
                protected_note(catalog, asked.municipality),
                "Berekening: Raadsapp.",
            )
            self._text = " ".join(filter(None, said))
        return ChartWords(
            title=finding.title,
            subtitle=f"{asked.name}, {unit}",
            mark=estimate_mark(asked) or _ASSUMED,
            sentence=finding.sentence,
            source=self._text,
        )
