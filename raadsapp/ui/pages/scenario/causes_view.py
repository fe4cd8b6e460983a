"""The tab ‘Waardoor’: through which levers an outcome changed, and which assumption matters most."""

from PySide6.QtWidgets import QVBoxLayout

from raadsapp.domain.changes import Changes, Part
from raadsapp.services.money_sources import money_sources
from raadsapp.services.saved_scenarios import list_scenarios, restored
from raadsapp.services.scenario import Scenario
from raadsapp.services.scenario_causes import START, causes
from raadsapp.services.scenario_sentences import REFERENCE_YEAR, estimate_mark
from raadsapp.services.scenario_stakes import stakes
from raadsapp.services.scenario_words import outcome_words
from raadsapp.services.source_words import source_text
from raadsapp.ui.pages.scenario.causes_asked import CausesAsked
from raadsapp.ui.pages.scenario.causes_bars import tornado, waterfall
from raadsapp.ui.pages.scenario.result_view import ResultView
from raadsapp.ui.pages.scenario.session import Result, ScenarioSession
from raadsapp.ui.state import AppState
from raadsapp.ui.theme.tokens import WIDE
from raadsapp.ui.widgets.bar_card import BarCard
from raadsapp.ui.widgets.chart_words import ChartWords

_ASSUMED = "met aannames"


class CausesView(ResultView):
    """A waterfall from the start to now, and a tornado around now.

    While a lever is held the tornado keeps the order of its bars, so that nothing jumps.
    """

    title = "Waardoor"

    def __init__(self, state: AppState, scenario: ScenarioSession) -> None:
        super().__init__(state, scenario)
        self.asked = CausesAsked(scenario.asked.years)
        self.asked.changed.connect(self._ask_afresh)
        self.waterfall = BarCard(state, "waardoor")
        self.tornado = BarCard(state, "wat-maakt-het-meeste-uit")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(WIDE)
        for widget in (self.asked, self.waterfall, self.tornado):
            column.addWidget(widget)
        column.addStretch(1)
        self._since: Scenario | None = None
        self._since_name = START
        self._municipality = ""
        self._order: tuple[str, ...] = ()
        self._held = False
        state.on_changes(self._take_changes)

    def show_result(self, result: Result) -> None:
        """Show what caused this result."""
        if result.asked.municipality != self._municipality:
            self._municipality = result.asked.municipality
            self._show_saved()
        self._show_waterfall(result.asked)
        self._show_tornado(result.asked)

    def hold_axes(self) -> None:
        """Keep axes and order as they are."""
        self._held = True
        self.waterfall.hold_axes()
        self.tornado.hold_axes()

    def release_axes(self) -> None:
        """Put the widest bar on top again, and let the axes ease."""
        self._held = False
        self._show_tornado(self.scenario.asked)
        self.waterfall.release_axes()
        self.tornado.release_axes()

    def start_afresh(self) -> None:
        """Take new axes; what is compared with is worked out anew."""
        self._municipality = ""
        self.waterfall.start_afresh()
        self.tornado.start_afresh()

    def _show_waterfall(self, asked: Scenario) -> None:
        found = causes(asked, self.asked.outcome, self.asked.year, self._since, self._since_name)
        self.waterfall.show_bars(waterfall(found))
        about = outcome_words(found.outcome).title
        since = found.since if found.since == START else f"‘{found.since}’"
        self.waterfall.show_words(
            self._words(asked, found.title, f"{about} in {found.year}: van {since} naar nu", found.sentence)
        )

    def _show_tornado(self, asked: Scenario) -> None:
        found = stakes(asked, self.asked.outcome, self.asked.year)
        self.tornado.show_bars(tornado(found, self._order if self._held else ()))
        if not self._held:
            self._order = tuple(swing.lever for swing in found.swings)
        about = outcome_words(found.outcome).title
        subtitle = f"Wat maakt het meeste uit? {about} in {found.year}, per aanname"
        self.tornado.show_words(self._words(asked, found.title, subtitle, found.sentence))

    def _words(self, asked: Scenario, title: str, subtitle: str, sentence: str) -> ChartWords:
        catalog = self.scenario.catalog
        sources = money_sources(catalog, asked.municipality, REFERENCE_YEAR)
        return ChartWords(
            title=title,
            subtitle=f"{asked.name}. {subtitle}",
            mark=estimate_mark(asked) or _ASSUMED,
            sentence=sentence,
            source=f"{source_text(sources, catalog)}. Berekening: Raadsapp.",
        )

    def _ask_afresh(self) -> None:
        """Another outcome, year or scenario to compare with was chosen."""
        self._compare()
        self.waterfall.start_afresh()
        self.tornado.start_afresh()
        self.show_result(self.scenario.result)

    def _show_saved(self) -> None:
        """Offer what was saved for this municipality."""
        saved = list_scenarios(self.state.session)
        self.asked.show_saved([one for one in saved if one.municipality == self._municipality])
        self._compare()

    def _compare(self) -> None:
        number = self.asked.number
        saved = next((one for one in list_scenarios(self.state.session) if one.number == number), None)
        self._since = restored(self.scenario.catalog, saved) if saved else None
        self._since_name = saved.name if saved else START

    def _take_changes(self, changes: Changes) -> None:
        if Part.SCENARIOS in changes.parts:
            self._municipality = ""
            if self.isVisible():
                self.show_result(self.scenario.result)
