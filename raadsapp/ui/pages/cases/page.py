"""The page: the list of cases, a walk through one, writing one, or the context sessions about them."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from raadsapp.domain.case import Case
from raadsapp.domain.changes import Part
from raadsapp.domain.context_session import SESSIONS, key_of, number_of
from raadsapp.services.case_figures import CaseFigures, case_figures
from raadsapp.services.entered_figures import with_entered
from raadsapp.ui.pages.cases.case_list import CaseList
from raadsapp.ui.pages.cases.places import PAGE
from raadsapp.ui.pages.cases.sessions_view import SessionsView
from raadsapp.ui.pages.cases.walk_view import WalkView
from raadsapp.ui.pages.cases.writing import Writing
from raadsapp.ui.state import AppState
from raadsapp.ui.widgets.item_page import page_of
from raadsapp.ui.widgets.page import Page

_LAST_CHANCE = (
    "Wat u typte, kan niet worden bewaard. Bovenaan staat waarom. Sluit nog eens om toch te stoppen: dan is "
    "het weg."
)


class CasesPage(Page):
    """A walk that was begun stays where it is while the reader looks at other pages."""

    depends_on = frozenset({Part.CONTENT, Part.FIGURES, Part.SESSIONS})

    def __init__(self, state: AppState) -> None:
        super().__init__(state)
        self.list = CaseList()
        self.list.opened.connect(self._go)
        self.list.sessions_asked.connect(self._to_sessions)
        self.walk: WalkView | None = None
        self.sessions: SessionsView | None = None
        self._came_from = 0
        self._figures: CaseFigures | None = None
        self._stack = QStackedWidget()
        self._stack.addWidget(self.list)
        self.writing = Writing(state, self._stack, self.list)
        self.writing.left.connect(self._to_list)
        self.writing.saved.connect(self._show_saved)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._stack)
        state.on_scenario(self._mark_stale)

    def refresh(self) -> None:
        """List the cases, and show the figures of the moment in the walk."""
        state = self.state
        catalog = with_entered(state.session, state.as_of)
        self._figures = case_figures(catalog, state.municipality, state.scenario)
        self.writing.show_all(self._figures)
        if self.walk:
            self.walk.mark.show_own(self.writing.marks.get(self.walk.case_key, ""))
            self.walk.show_figures(self._figures)
        if self.sessions:
            self.sessions.show_figures(self._figures)

    def open_item(self, key: str) -> None:
        """Walk through this case, or show this context session or all of them; without a key the list."""
        number = number_of(key)
        if key == SESSIONS or number:
            self._show_sessions(number or 0)
            return
        item = self.state.session.catalog.find(key) if key else None
        if isinstance(item, Case):
            self._show_walk(item)
        elif not key:
            before = self.walk.case_key if self.walk else ""
            walking = self._stack.currentWidget() is self.walk
            self._stack.setCurrentWidget(self.list)
            self.writing.show_drafts()
            if walking:
                self.list.focus_case(before)

    def step_back(self) -> bool:
        """One choice back in the walk that is seen."""
        return self.walk is not None and self._stack.currentWidget() is self.walk and self.walk.step_back()

    def keeps_all(self) -> bool:
        """Keep what was typed in the editor and in a session; where that cannot be, show it and say so."""
        if not self.writing.keeps_all():
            unkept: QWidget | None = self.writing.editor
        elif self.sessions and not self.sessions.keeps_all():
            unkept = self.sessions
        else:
            return True
        self.state.go(PAGE)
        if unkept:
            self._stack.setCurrentWidget(unkept)
        self.state.notify(_LAST_CHANCE)
        return False

    def _show_walk(self, case: Case) -> None:
        self._refresh_if_stale()
        if self._figures is None:
            return
        if self.walk is None:
            self.walk = WalkView(self._figures)
            self.walk.back_to_list.connect(self._to_list)
            self.walk.followed.connect(self._follow)
            self.walk.bar.session_asked.connect(self._back_to_session)
            self.walk.bar.edit_asked.connect(self._edit)
            self.walk.mark.check_asked.connect(self._write_check)
            self._stack.addWidget(self.walk)
        self._stack.setCurrentWidget(self.walk)
        self.walk.bar.session.hide()
        self.walk.mark.show_own(self.writing.marks.get(case.key, ""))
        self.walk.show_case(case)
        self.walk.setFocus(Qt.FocusReason.OtherFocusReason)
        self.walk.focus_step()

    def _show_sessions(self, number: int) -> None:
        self._refresh_if_stale()
        if self._figures is None:
            return
        if self.sessions is None:
            self.sessions = SessionsView(self.state, self._figures)
            self.sessions.place_asked.connect(self._to_sessions)
            self.sessions.cases_asked.connect(self._to_list)
            self.sessions.step_asked.connect(self._to_step)
            self._stack.addWidget(self.sessions)
        self._stack.setCurrentWidget(self.sessions)
        if number:
            self.sessions.open_session(number)
        else:
            self.sessions.open_list()

    def _to_sessions(self, number: int = 0) -> None:
        self.state.go(PAGE, key_of(number) if number else SESSIONS)

    def _to_step(self, case: str, step: str) -> None:
        """Walk to a step of a case, with a way back to the session that it was asked from."""
        self._came_from = self.sessions.number if self.sessions else 0
        self.state.go(PAGE, case)
        if self.walk:
            self.walk.go_to(step)
            self.walk.bar.session.show()

    def _back_to_session(self) -> None:
        self._to_sessions(self._came_from)

    def _edit(self) -> None:
        if self.walk and self.walk.walk:
            self.writing.begin_copy(self.walk.walk.case)

    def _write_check(self) -> None:
        self._edit()
        if self.writing.editor:
            self.writing.editor.go_to_check()

    def _show_saved(self, key: str) -> None:
        """Walk through the case that was kept, or go to the list when it is no more."""
        self.state.go(PAGE, key if self.state.session.catalog.find(key) else "")

    def _go(self, key: str) -> None:
        self.state.go(PAGE, key)

    def _to_list(self) -> None:
        self.state.go(PAGE)

    def _follow(self, key: str) -> None:
        item = self.state.session.catalog.find(key)
        if item is not None:
            self.state.go(page_of(item), key)
