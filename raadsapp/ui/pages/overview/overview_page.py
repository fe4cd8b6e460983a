"""The page: a briefing of four lines, goals beside the money line, waiting, and what to do next."""

from datetime import datetime

from PySide6.QtCore import QTimer
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from raadsapp.domain.changes import Part
from raadsapp.domain.goals import System
from raadsapp.services.money_sources import money_sources
from raadsapp.services.overview import goal_states
from raadsapp.services.summary import commitment_sentence, measured, measurement_sentence
from raadsapp.ui.pages.overview.briefing import Briefing
from raadsapp.ui.pages.overview.goals_card import GoalsCard
from raadsapp.ui.pages.overview.next_card import NextCard
from raadsapp.ui.pages.overview.waiting_card import WaitingCard, observed_note
from raadsapp.ui.state import AppState
from raadsapp.ui.theme.tokens import LARGE
from raadsapp.ui.widgets.chart_words import ChartWords
from raadsapp.ui.widgets.money_card import MoneyCard
from raadsapp.ui.widgets.page import Page, PageBody
from raadsapp.ui.widgets.source_line import source_text
from raadsapp.ui.widgets.text import Title
from raadsapp.ui.widgets.wrapping import Columns

_SUBJECTS = (
    ("money", "Geld", "scenario", 2),
    ("waiting", "Wachten", "scenario", 2),
    ("measured", "Metingen", "indicators", 1),
    ("commitments", "Toezeggingen", "recommendations", 1),
)
_WAITING = frozenset({"IND-06", "IND-07"})
_COMPUTED = "Berekening: Raadsapp, met alle schuiven op hun begin."


class OverviewPage(Page):
    """Words first; what the model says follows in the first idle turn after they were painted."""

    depends_on = frozenset({Part.CONTENT, Part.OBSERVATIONS, Part.COMMITMENTS, Part.FIGURES})

    def __init__(self, state: AppState) -> None:
        super().__init__(state)
        self._title = Title()
        self.briefing = Briefing(_SUBJECTS)
        self.briefing.followed.connect(self._follow)
        self.goals = GoalsCard()
        self.goals.opened.connect(self._open_goal)
        self.money = MoneyCard(state)
        self.waiting = WaitingCard()
        self.next = NextCard()
        self.next.followed.connect(self._follow)
        self._observed = False
        self._computed_for = ""
        self._idle = QTimer(self)
        self._idle.setSingleShot(True)
        self._idle.timeout.connect(self._work_out_if_seen)
        self._lay_out()

    def _lay_out(self) -> None:
        body = PageBody(self, LARGE)
        body.add(self._title)
        body.add(self.briefing)
        beside = Columns(narrowest=400, most=2)
        beside.add(_below_each_other(self.goals, self.next))
        # Money is never without waiting, however narrow the page.
        beside.add(_below_each_other(self.money, self.waiting))
        body.add(beside)

    def refresh(self) -> None:
        """Show the words at once; money and waiting again when they are there or due."""
        session, code, day = self.state.session, self.state.municipality, self.state.as_of
        found = session.catalog.municipality(code)
        self._title.show_text(f"{session.catalog.dossier.title} in {found.name if found else code}")
        states = goal_states(session, code, day)
        self.goals.show_states([one for one in states if one.goal.system is not System.OLD])
        there = measured(session, code, day)
        self._observed = bool(there & _WAITING)
        self.briefing.lines["measured"].show_words(measurement_sentence(session, code, day), "")
        promised = commitment_sentence(session, day or datetime.now().astimezone().date())
        self.briefing.lines["commitments"].show_words(promised, "")
        self.next.show_measured(anything=bool(there))
        if self._computed_for:
            self.work_out()

    def _work_out_if_seen(self) -> None:
        if self.isVisible():
            self.work_out()

    def work_out(self) -> None:
        """Ask the model, and show what it says of money and waiting together."""
        # numpy comes with the model: the page is painted before it.
        from raadsapp.services.entered_figures import with_entered
        from raadsapp.services.money_summary import money_summary

        catalog = with_entered(self.state.session, self.state.as_of)
        found = money_summary(catalog, self.state.municipality)
        if self._computed_for != self.state.municipality:
            self._computed_for = self.state.municipality
            self.money.start_afresh()
        self.briefing.lines["money"].show_words(found.sentence, "")
        self.briefing.lines["waiting"].show_words(found.waiting, observed_note(observed=self._observed))
        self.money.show_outcome(found.years, found.lumpsum, found.cost, found.year)
        source = source_text(money_sources(catalog, self.state.municipality, found.year), catalog)
        self.money.show_words(
            ChartWords(
                title=found.finding,
                subtitle=f"{found.name}, {found.years[0]}–{found.years[-1]}, in euro per jaar",
                mark=found.mark,
                source=" ".join(filter(None, (f"{source}.", found.note, _COMPUTED))),
            )
        )
        self.waiting.show_summary(found, observed=self._observed)

    def paintEvent(self, event: QPaintEvent) -> None:
        """After the first paint there is time for the model."""
        super().paintEvent(event)
        if not self._computed_for:
            self._idle.start(0)

    def _follow(self, page: str) -> None:
        self.state.go(page)

    def _open_goal(self, key: str) -> None:
        self.state.go("goals", key)


def _below_each_other(first: QWidget, second: QWidget) -> QWidget:
    holder = QWidget()
    column = QVBoxLayout(holder)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(LARGE)
    column.addWidget(first, 1)
    column.addWidget(second)
    return holder
