"""One context session: prepare it, and keep what its groups chose. Everything typed is kept by itself."""

from dataclasses import replace

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QHideEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from raadsapp.domain.changes import Changes, Part
from raadsapp.domain.context_session import Answer, ContextSession
from raadsapp.errors import UserError
from raadsapp.services import context_sessions as service
from raadsapp.services.case_figures import CaseFigures
from raadsapp.services.session_words import title_of
from raadsapp.ui.pages.cases.session_agenda import AgendaCard
from raadsapp.ui.pages.cases.session_answers import SessionAnswers
from raadsapp.ui.pages.cases.session_plan import SessionPlan
from raadsapp.ui.pages.cases.words import foldable
from raadsapp.ui.state import AppState
from raadsapp.ui.theme.tokens import LARGE
from raadsapp.ui.widgets.beside import Beside
from raadsapp.ui.widgets.buttons import primary_button, quiet_button, secondary_button
from raadsapp.ui.widgets.page import PageBody, PageHeader
from raadsapp.ui.widgets.privacy_line import advise_below
from raadsapp.ui.widgets.segments import Segments
from raadsapp.ui.widgets.styling import empty_layout
from raadsapp.ui.widgets.text import Small, Tone
from raadsapp.ui.widgets.wrapping import Row

PLAN, ANSWERS = "plan", "answers"
_KEEP_AFTER_MS = 300
_AGAIN_AFTER_MS = 5000
_KEPT = "Alles wat u typt, wordt meteen bewaard."
_PLAN_SHARE = 56
_NARROWEST = 880


class SessionView(QWidget):
    """Signals ask for what others do; `step_asked` gives the keys of a case and a step."""

    list_asked = Signal()
    removal_asked = Signal()
    sheets_asked = Signal()
    report_asked = Signal()
    step_asked = Signal(str, str)

    def __init__(self, state: AppState, session: ContextSession, figures: CaseFigures) -> None:
        super().__init__()
        self._state, self.session, self._figures = state, session, figures
        self._stored = replace(session, answers=())
        self._told_title = session.title
        self._pending: dict[tuple[str, str, int], Answer] = {}
        self.plan: SessionPlan | None = None
        self.agenda: AgendaCard | None = None
        self.answers: SessionAnswers | None = None
        self._case = ""
        self.body = PageBody(self)
        self._header = PageHeader("Contextsessie", foldable(title_of(session)))
        self.body.add(self._header)
        self.body.add(self._bar())
        self.kept = Small(_KEPT, Tone.MUTED)
        self.body.add(self.kept)
        place = QWidget()
        self._place = QVBoxLayout(place)
        self._place.setContentsMargins(0, 0, 0, 0)
        self._place.setSpacing(LARGE)
        self.body.add(place)
        self._timer = QTimer(self, singleShot=True)
        self._timer.timeout.connect(self.keep)
        self.show_part(ANSWERS if any(not one.is_empty for one in session.answers) else PLAN)

    @property
    def unkept(self) -> bool:
        """Whether something was typed that is not stored."""
        return bool(self._pending) or replace(self.session, answers=()) != self._stored

    def show_part(self, part: str) -> None:
        """Show the plan, or what the groups chose."""
        self.keep()
        self.parts.show_choice(part)
        if self.answers:
            self._case = self.answers.case
        empty_layout(self._place)
        self.plan, self.agenda, self.answers = None, None, None
        if part == PLAN:
            self.plan = SessionPlan(self.session, self._figures.catalog.cases)
            self.plan.changed.connect(self._take_plan)
            self.plan.title.editingFinished.connect(self._tell_title)
            advise_below(self.plan.title, self._state)
            self.agenda = AgendaCard()
            self.agenda.show_session(self._figures.catalog, self.session)
            self._place.addWidget(Beside(self.plan, self.agenda, _PLAN_SHARE, _NARROWEST))
        else:
            self.answers = SessionAnswers(self._state, self.session, self._figures, self._case)
            self.answers.answered.connect(self._take_answer)
            self.answers.taken_along.connect(self._take_along)
            self.answers.step_asked.connect(self.step_asked)
            self._place.addWidget(self.answers)

    def show_figures(self, figures: CaseFigures) -> None:
        """Use other figures from now on; what is shown is drawn anew only when cases are others."""
        before, self._figures = self._figures, figures
        if figures.catalog.cases != before.catalog.cases:
            self.show_part(self.parts.choice)

    def keep(self) -> None:
        """Store what was typed since; when that cannot be done, say so and try again in a while."""
        self._timer.stop()
        if not self.unkept:
            return
        plan = replace(self.session, answers=())
        try:
            if plan != self._stored:
                service.save(self._state.session, plan)
                self._stored = plan
            if self._pending:
                service.write(self._state.session, self.session.number, self._pending.values())
                self._pending.clear()
        except UserError as error:
            self.kept.show_text(
                f"Nog niet bewaard. {error.message} {error.hint} Wat u typte, staat hier nog."
            )
            self.kept.show_tone(Tone.CONCERN)
            self._timer.start(_AGAIN_AFTER_MS)
        else:
            self.kept.show_text(_KEPT)
            self.kept.show_tone(Tone.MUTED)

    def hideEvent(self, event: QHideEvent) -> None:
        """Keep everything before the reader looks elsewhere."""
        self.keep()
        super().hideEvent(event)

    def _bar(self) -> Row:
        self.parts = Segments("Onderdeel", [(PLAN, "Voorbereiden"), (ANSWERS, "Vastleggen")])
        self.parts.chosen.connect(self.show_part)
        self.sheets = primary_button("Werkbladen maken (PDF)", "download")
        self.sheets.clicked.connect(self.sheets_asked)
        self.report = secondary_button("Verslag bewaren", "save")
        self.report.clicked.connect(self.report_asked)
        self.remove = quiet_button("Verwijderen", "trash")
        self.remove.clicked.connect(self.removal_asked)
        self.all = quiet_button("Alle contextsessies", "list")
        self.all.clicked.connect(self.list_asked)
        return Row(self.parts, self.sheets, self.report, self.remove, self.all)

    def _take_plan(self, session: ContextSession) -> None:
        self.session = replace(session, answers=self.session.answers, taken_along=self.session.taken_along)
        self._header.show_lead(foldable(title_of(self.session)))
        if self.agenda:
            self.agenda.show_session(self._figures.catalog, self.session)
        self._keep_soon()

    def _tell_title(self) -> None:
        """Once the name is written, tell those who show it elsewhere."""
        self.keep()
        if not self.unkept and self._stored.title != self._told_title:
            self._told_title = self._stored.title
            self._state.announce(Changes(frozenset({Part.SESSIONS}), ""))

    def _take_answer(self, answer: Answer) -> None:
        others = tuple(one for one in self.session.answers if one.place != answer.place)
        self.session = replace(self.session, answers=(*others, answer))
        self._pending[answer.place] = answer
        if self.answers:
            self.answers.show_session(self.session)
        self._keep_soon()

    def _take_along(self, text: str) -> None:
        self.session = replace(self.session, taken_along=text)
        self._keep_soon()

    def _keep_soon(self) -> None:
        """Not with every key, and never later than this after the first one."""
        if not self._timer.isActive():
            self._timer.start(_KEEP_AFTER_MS)
