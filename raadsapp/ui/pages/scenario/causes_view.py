"""The tab ‘Waardoor’: through which levers an outcome changed, and which assumption matters most."""

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QVBoxLayout

from raadsapp.domain.changes import Changes, Part
from raadsapp.services.saved_scenarios import list_scenarios, restored
from raadsapp.services.scenario_ahead import Question
from raadsapp.services.scenario_causes import START, Causes, reach
from raadsapp.services.scenario_money_words import ChartFinding
from raadsapp.services.scenario_stakes import Stakes, stakes
from raadsapp.services.scenario_words import outcome_words
from raadsapp.ui.pages.scenario.causes_asked import CausesAsked
from raadsapp.ui.pages.scenario.causes_bars import tornado, waterfall
from raadsapp.ui.pages.scenario.causes_work import Asked, CausesWork
from raadsapp.ui.pages.scenario.chart_source import ChartSource
from raadsapp.ui.pages.scenario.result_view import ResultView
from raadsapp.ui.pages.scenario.session import Result, ScenarioSession
from raadsapp.ui.state import AppState
from raadsapp.ui.theme.tokens import WIDE
from raadsapp.ui.widgets.bar_card import BarCard

if TYPE_CHECKING:
    from raadsapp.services.scenario import Scenario

_BUSY = "De stappen worden bijgewerkt."


class CausesView(ResultView):
    """A waterfall from the start to now, and a tornado around now.

    While a lever is held the tornado keeps the order of its bars, so that nothing jumps.
    """

    title = "Waardoor"

    def __init__(self, state: AppState, scenario: ScenarioSession) -> None:
        super().__init__(state, scenario)
        self._source = ChartSource(scenario)
        self.asked = CausesAsked(scenario.asked.years)
        self.asked.changed.connect(self._ask_afresh)
        self.waterfall = BarCard(state, "waardoor", explains=(self.asked.outcome,))
        self.tornado = BarCard(state, "wat-maakt-het-meeste-uit", explains=(self.asked.outcome,))
        for card in (self.waterfall, self.tornado):
            card.reason_asked.connect(self.reason_asked)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(WIDE)
        for widget in (self.asked, self.waterfall, self.tornado):
            column.addWidget(widget)
        column.addStretch(1)
        self._work = CausesWork(self)
        self._work.on_found(self._take_causes)
        self._found: Causes | None = None
        self._weighed: Stakes | None = None
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
        question = Question(
            outcome=self.asked.outcome,
            year=self.asked.year,
            since=self._since,
            since_name=self._since_name,
        )
        self._found = self._work.ask(Asked(result.asked, question))
        if self._found is not None:
            self.waterfall.show_bars(waterfall(self._found))
            if self.waterfall.wants_room:
                self.waterfall.make_room(waterfall(found) for found in reach(self._found))
        self._weighed = None
        if self.tornado.is_picture_seen:
            self._show_tornado(result)

    def show_words(self, result: Result) -> None:
        """Say what the bars show; those that are out of sight follow."""
        if self._held:
            for found in self._work.look_ahead():
                waterfall(found)  # is kept, so that the next move finds its bars made
        if self._found is None:
            self._say_waiting()
        else:
            self._say_causes(self._found)
        self._say_stakes(result, self._weighed or self._show_tornado(result))

    def hold_axes(self) -> None:
        """Keep axes and order as they are."""
        self._held = True
        self.waterfall.hold_axes()
        self.tornado.hold_axes()

    def release_axes(self) -> None:
        """Put the widest bar on top again, and let the axes ease."""
        self._held = False
        result = self.scenario.result
        self._say_stakes(result, self._show_tornado(result))
        self.waterfall.release_axes()
        self.tornado.release_axes()

    def start_afresh(self) -> None:
        """Take new axes; what is compared with is worked out anew."""
        self._municipality = ""
        self._source.start_afresh()
        self.waterfall.start_afresh()
        self.tornado.start_afresh()

    def _take_causes(self, found: Causes) -> None:
        self._found = found
        self.waterfall.show_bars(waterfall(found))
        self._say_causes(found)

    def _say_causes(self, found: Causes) -> None:
        self.waterfall.explain(found.outcome)
        about = outcome_words(found.outcome).title
        since = found.since if found.since == START else f"‘{found.since}’"
        subtitle = f"{about} in {found.year}: van {since} naar nu"
        finding = ChartFinding(found.title, found.sentence)
        self.waterfall.show_words(self._source.words(self.scenario.asked, finding, subtitle))

    def _say_waiting(self) -> None:
        """The bars of before stay; it is said that they are not those of now."""
        words = self.waterfall.words
        self.waterfall.show_words(replace(words, title=_BUSY, sentence=""))

    def _show_tornado(self, result: Result) -> Stakes:
        found = self._weighed = stakes(result.asked, self.asked.outcome, self.asked.year)
        self.tornado.show_bars(tornado(found, self._order if self._held else ()))
        if not self._held:
            self._order = tuple(swing.lever for swing in found.swings)
        return found

    def _say_stakes(self, result: Result, found: Stakes) -> None:
        self.tornado.explain(found.outcome)
        about = outcome_words(found.outcome).title
        subtitle = f"wat maakt het meeste uit? {about} in {found.year}, per aanname"
        finding = ChartFinding(found.title, found.sentence)
        self.tornado.show_words(self._source.words(result.asked, finding, subtitle))

    def _ask_afresh(self) -> None:
        """Another outcome, year or scenario to compare with was chosen."""
        self._compare()
        self.waterfall.start_afresh()
        self.tornado.start_afresh()
        self.show_at_once(self.scenario.result)

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
                self.show_at_once(self.scenario.result)
