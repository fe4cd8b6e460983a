"""The tab ‘Zoek een waarde’: which value of a policy lever brings an outcome to an amount."""

from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout

from raadsapp.domain.source import Standing
from raadsapp.errors import UserError
from raadsapp.services.scenario_break_even import break_even
from raadsapp.services.scenario_money_words import ChartFinding
from raadsapp.services.scenario_questions import seek_levers
from raadsapp.services.scenario_seek import DUTY, Sought, present, sought, usual_target
from raadsapp.services.scenario_words import OutcomeUnit, amount, setting
from raadsapp.texts import exact
from raadsapp.ui.pages.scenario.chart_source import ChartSource
from raadsapp.ui.pages.scenario.result_view import ResultView
from raadsapp.ui.pages.scenario.seek_asked import SeekAsked
from raadsapp.ui.pages.scenario.session import Result, ScenarioSession
from raadsapp.ui.state import AppState
from raadsapp.ui.theme.tokens import WIDE
from raadsapp.ui.widgets.badge import StandingBadge
from raadsapp.ui.widgets.buttons import primary_button
from raadsapp.ui.widgets.card import Card
from raadsapp.ui.widgets.chart_card import ChartCard
from raadsapp.ui.widgets.chart_scale import money_label
from raadsapp.ui.widgets.chart_table import Cell, ChartTable, Figure
from raadsapp.ui.widgets.range_chart import Curve, RangeChart
from raadsapp.ui.widgets.text import Body, Lead, Small
from raadsapp.ui.widgets.wrapping import Row

_ROOM = (320, 240)
_EVERY = 10
_REST = "alle andere schuiven blijven staan"


class SeekView(ResultView):
    """Question and answer, the way there as a curve, and from when prevention pays for itself."""

    title = "Zoek een waarde"

    def __init__(self, state: AppState, scenario: ScenarioSession) -> None:
        super().__init__(state, scenario)
        self._source = ChartSource(scenario)
        self._found: Sought | None = None
        self._chart: RangeChart | None = None
        self.asked = SeekAsked(seek_levers(scenario.asked), scenario.asked.years)
        self.answer = Lead()
        self.set_button = primary_button("Zet op de schuif", "check")
        self.prevention = Body()
        asked_first = (self.asked.outcome,)
        self.card = ChartCard(state, self._make, "zoek-een-waarde", explains=asked_first, room=_ROOM)
        self.card.reason_asked.connect(self._ask_reason)
        self._lay_out()
        self.asked.changed.connect(self._ask)
        self.asked.outcome_changed.connect(self._take_outcome)
        self.set_button.clicked.connect(self._set)
        self._take_outcome()

    def _lay_out(self) -> None:
        question = Card()
        question.setAccessibleName(self.title)
        for part in (self.asked, self.answer, Row(self.set_button), Small(DUTY)):
            question.add(part)
        pays = Card("Wanneer verdient preventie zich terug?", StandingBadge(Standing.ASSUMPTION))
        pays.add(self.prevention)
        pays.add(
            Small(
                "Terugverdienen betekent: de hulp wordt zo veel goedkoper als de preventie kost. De gemeente "
                "betaalt de preventie; wat de hulp minder kost, scheelt eerst JenS."
            )
        )
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(WIDE)
        for widget in (question, self.card, pays):
            column.addWidget(widget)
        column.addStretch(1)

    def _make(self) -> RangeChart:
        self._chart = RangeChart()
        if self._found is not None:
            self._chart.show_curve(_curve(self._found))
        return self._chart

    def show_result(self, result: Result) -> None:
        """Answer the question for this result."""
        asked = self.asked
        try:
            found = sought(result.asked, asked.lever, asked.outcome, asked.year, asked.target)
        except UserError as error:
            self.answer.show_text(f"{error.message} {error.hint}")
            return
        self._found = found
        self._show_answer(found)
        words = self._source.words(result.asked, _finding(found), _REST)
        self.card.explain(asked.outcome)
        self.card.show_words(words)
        if self._chart is not None:
            self._chart.show_curve(_curve(found))
            self.card.follow_chart()
        pays = break_even(result.asked, asked.year).sentence
        if pays != self.prevention.plain_text:
            self.prevention.show_text(pays)

    def start_afresh(self) -> None:
        """Another municipality or other figures: seek an amount of that size."""
        self._source.start_afresh()
        self._take_outcome()

    def _show_answer(self, found: Sought) -> None:
        if found.solution.message != self.answer.plain_text:
            self.answer.show_text(found.solution.message)
        may_set = found.solution.reached and not found.is_set
        if self.set_button.hasFocus() and not may_set:  # else it goes on and the page scrolls along
            self.asked.levers.setFocus(Qt.FocusReason.OtherFocusReason)
        self.set_button.setEnabled(may_set)
        self.set_button.setAccessibleDescription(found.solution.message)

    def _take_outcome(self) -> None:
        asked = self.asked
        self.asked.show_target(usual_target(self.scenario.asked, asked.outcome, asked.year))

    def _ask(self) -> None:
        self.show_result(self.scenario.result)

    def _ask_reason(self, question: tuple[str, int]) -> None:
        """The line shows one year: the one that is asked about."""
        self.reason_asked.emit((question[0], self.asked.year))

    def _set(self) -> None:
        found = self._found
        if found is not None and found.solution.value is not None:
            self.scenario.apply({found.lever.key: found.solution.value}, self.title)


def _finding(found: Sought) -> ChartFinding:
    label = found.outcome.label
    title = f"{label[:1].upper()}{label[1:]} in {found.year} bij elke stand van ‘{found.lever.label}’"
    return ChartFinding(title, present(found))


def _curve(found: Sought) -> Curve:
    """The way through the range of the lever, as a chart shows it."""
    written = partial(_written, found)
    euros = found.outcome.unit is OutcomeUnit.EURO
    value = found.solution.value
    rows: list[tuple[Cell, ...]] = []
    for at, outcome in list(zip(found.values, found.outcomes, strict=True))[::_EVERY]:
        cell: Cell = round(outcome) if euros else Figure(outcome, written(outcome))
        rows.append((setting(found.lever, at), cell))
    return Curve(
        values=found.values,
        outcomes=found.outcomes,
        target=found.target,
        now=(found.at, found.now),
        found=None if value is None else (value, found.target),
        level=money_label if euros else exact,
        place=partial(setting, found.lever),
        written=written,
        names=(found.lever.label, found.outcome.title),
        table=ChartTable((found.lever.label, f"{found.outcome.title} in {found.year}"), tuple(rows)),
    )


def _written(found: Sought, value: float) -> str:
    return amount(value, found.outcome)
