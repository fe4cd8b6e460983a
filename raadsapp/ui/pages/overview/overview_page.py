"""The page: a briefing of four lines, goals and news beside money and waiting, and what to do next."""

from datetime import date, datetime

from PySide6.QtCore import QTimer
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from raadsapp.domain.changes import Part
from raadsapp.services.money_sources import money_sources
from raadsapp.services.summary import commitment_sentence, measured, measurement_sentence
from raadsapp.ui.pages.overview import remembered
from raadsapp.ui.pages.overview.briefing import Briefing
from raadsapp.ui.pages.overview.goals_card import GoalsCard
from raadsapp.ui.pages.overview.next_card import NextCard
from raadsapp.ui.pages.overview.since_card import SinceCard
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
    ("measured", "Metingen", "indicators", 2),
    ("commitments", "Toezeggingen", "recommendations", 1),
)
_WAITING = frozenset({"IND-06", "IND-07"})
_COMPUTED = "Berekening: Raadsapp, met alle schuiven op hun begin."
_MODEL = "Rekenmodel:"


class OverviewPage(Page):
    """Words first; judgements, the model and what changed follow in idle turns after they were painted."""

    depends_on = frozenset({Part.CONTENT, Part.OBSERVATIONS, Part.COMMITMENTS, Part.FIGURES, Part.NORMS})

    def __init__(self, state: AppState) -> None:
        super().__init__(state)
        self._title = Title()
        self.briefing = Briefing(_SUBJECTS)
        self.briefing.followed.connect(self._follow)
        self.goals = GoalsCard()
        self.goals.opened.connect(self._open_goal)
        self.since = SinceCard(_today())
        self.since.show_day(remembered.since(state.settings_file))
        self.since.chosen.connect(self._choose_day)
        self.since.followed.connect(state.go)
        self.money = MoneyCard(state)
        self.waiting = WaitingCard()
        self.next = NextCard()
        self.next.followed.connect(self._follow)
        self._observed = False
        self._observed_words = ("", "")
        self._computed_for = ""
        self._turns = (self._judge, self._ask_model, self._look_back)
        self._turn = 0
        self._idle = QTimer(self)
        self._idle.setSingleShot(True)
        self._idle.timeout.connect(self._take_turn)
        self._lay_out()

    def _lay_out(self) -> None:
        body = PageBody(self, LARGE)
        body.add(self._title)
        body.add(self.briefing)
        beside = Columns(narrowest=400, most=2)
        beside.add(_below_each_other(self.goals, self.since))
        # Money is never without waiting, however narrow the page.
        beside.add(_below_each_other(self.money, self.waiting, self.next))
        body.add(beside)

    @property
    def complete(self) -> bool:
        """Whether all that follows the first paint is there."""
        return self._turn == len(self._turns)

    def refresh(self) -> None:
        """Show the words at once; the rest again when it is there or due."""
        session, code, day = self.state.session, self.state.municipality, self.state.as_of
        found = session.catalog.municipality(code)
        self._title.show_text(f"{session.catalog.dossier.title} in {found.name if found else code}")
        there = measured(session, code, day)
        self._observed = bool(there & _WAITING)
        self.briefing.lines["measured"].show_words(measurement_sentence(session, code, day), "")
        promised = commitment_sentence(session, day or _today())
        self.briefing.lines["commitments"].show_words(promised, "")
        self.next.show_measured(anything=bool(there))
        if self.complete:
            self.work_out()
        else:
            self.goals.show_goals(session.catalog.goals)
            if self._turn:
                self._turn = 0
                self._idle.start(0)

    def work_out(self) -> None:
        """Judge, ask the model and look back, all at once."""
        for turn in self._turns:
            turn()
        self._turn = len(self._turns)

    def _take_turn(self) -> None:
        if self.isVisible() and not self.complete:
            self._turns[self._turn]()
            self._turn += 1
            self._idle.start(0)

    def _judge(self) -> None:
        """What members may see of every indicator, per goal and in the briefing."""
        from raadsapp.services import goal_judgements as told
        from raadsapp.services.judgements import headline, judged_all
        from raadsapp.services.member_view import member_view
        from raadsapp.services.norms import standing

        session, day = self.state.session, self.state.as_of
        catalog = session.catalog
        view, decisions = member_view(session, day), standing(session, day)
        if view.waiting:
            self.goals.show_goals(catalog.goals)
            words = measurement_sentence(session, self.state.municipality, day)
            self.briefing.lines["measured"].show_words(words, view.notice)
            self._observed_words = ("", "")
            return
        judged = judged_all(view, catalog, self.state.municipality, decisions=decisions)
        self.goals.show_states(told.goals_judged(catalog, judged))
        if note := told.headline_note(judged):
            note = f"{note} {view.notice}".strip()
            self.briefing.lines["measured"].show_words(headline(judged).sentence, note)
        self._observed_words = (
            told.measured_sentence(judged, told.MONEY),
            told.measured_sentence(judged, told.WAITING),
        )

    def _ask_model(self) -> None:
        """Ask the model, and show what it says of money and waiting together."""
        # numpy comes with the model: the page is painted before it.
        from raadsapp.services.entered_figures import with_entered
        from raadsapp.services.money_summary import money_summary

        catalog = with_entered(self.state.session, self.state.as_of)
        found = money_summary(catalog, self.state.municipality)
        if self._computed_for != self.state.municipality:
            self._computed_for = self.state.municipality
            self.money.start_afresh()
        self._brief("money", self._observed_words[0], found.sentence, "")
        note = observed_note(observed=self._observed)
        self._brief("waiting", self._observed_words[1], found.waiting, note)
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

    def _brief(self, subject: str, observed: str, modelled: str, note: str) -> None:
        """What was measured goes before what the model says."""
        if observed:
            modelled, note = observed, f"{_MODEL} {modelled} {note}".strip()
        self.briefing.lines[subject].show_words(modelled, note)

    def _look_back(self) -> None:
        """What changed since the day that the reader chose."""
        from raadsapp.services.news import news_since

        day, until, today = self.since.day.day, self.state.as_of, _today()
        if day is not None and day <= today:
            before = until is not None and until <= day
            place = self.state.municipality
            news = () if before else news_since(self.state.session, place, day, today=today, as_of=until)
            self.since.show_news(news, day, until)

    def _choose_day(self, day: date | None) -> None:
        remembered.remember_since(self.state.settings_file, day)
        self._look_back()

    def paintEvent(self, event: QPaintEvent) -> None:
        """After the first paint there is time for figures and the model."""
        super().paintEvent(event)
        if not self.complete:
            self._idle.start(0)

    def _follow(self, page: str) -> None:
        self.state.go(page)

    def _open_goal(self, key: str) -> None:
        self.state.go("indicators", key)


def _today() -> date:
    return datetime.now().astimezone().date()


def _below_each_other(*widgets: QWidget) -> QWidget:
    """The last one takes what is left of the height."""
    holder = QWidget()
    column = QVBoxLayout(holder)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(LARGE)
    for widget in widgets:
        column.addWidget(widget, 1 if widget is widgets[-1] else 0)
    return holder
