"""Context sessions: the list of them, or one that is open; what is asked of one is done here."""

from datetime import datetime
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from raadsapp.domain.changes import Changes
from raadsapp.domain.context_session import ContextSession
from raadsapp.errors import UserError
from raadsapp.services import context_sessions as service
from raadsapp.services.case_figures import CaseFigures
from raadsapp.ui.pages.cases.session_list import SessionList
from raadsapp.ui.pages.cases.session_paper import PaperMaker
from raadsapp.ui.pages.cases.session_view import SessionView
from raadsapp.ui.state import AppState

_UNKEPT = "Wat u typte, is nog niet bewaard. Bovenaan staat waarom. Deze contextsessie blijft daarom open."


class SessionsView(QWidget):
    """`place_asked` gives the number of a session to open, 0 for the list; the others ask for cases."""

    place_asked = Signal(int)
    cases_asked = Signal()
    step_asked = Signal(str, str)

    def __init__(self, state: AppState, figures: CaseFigures) -> None:
        super().__init__()
        self._state, self._figures = state, figures
        self._paper = PaperMaker(state, self)
        self.list = SessionList()
        self.list.opened.connect(self.place_asked)
        self.list.new_asked.connect(self.begin_new)
        self.list.cases_asked.connect(self.cases_asked)
        self.open: SessionView | None = None
        self._stack = QStackedWidget()
        self._stack.addWidget(self.list)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._stack)

    @property
    def number(self) -> int:
        """The session that is open; 0 for none."""
        return self.open.session.number if self.open else 0

    def keeps_all(self) -> bool:
        """Keep what was typed in the session that is open; whether that could be."""
        if self.open is None:
            return True
        self.open.keep()
        return not self.open.unkept

    def show_figures(self, figures: CaseFigures) -> None:
        """Use other figures from now on, and list what is stored; an open session keeps what was typed."""
        self._figures = figures
        if self.open:
            self.open.show_figures(figures)
        self.show_list()

    def show_list(self) -> None:
        """List the sessions as they are stored now."""
        session = self._state.session
        found = service.list_sessions(session)
        self.list.show_sessions(found, self._figures.catalog, service.damage(session))
        if self.open and self.open.session.number not in {one.number for one in found}:
            self._close()

    def open_list(self) -> None:
        """Show the list, with the keyboard where the reader left it."""
        if self._stays_open():
            return
        number = self.number
        self._close()
        self.show_list()
        self.list.focus_session(number)

    def open_session(self, number: int) -> None:
        """Show a context session; the list, and why, when it cannot be."""
        if self.open and self.open.session.number == number:
            self._stack.setCurrentWidget(self.open)
            return
        if self._stays_open():
            return
        self._close()
        try:
            found = service.find(self._state.session, number)
        except UserError as error:
            self._state.notify(f"{error.message} {error.hint}")
            self.show_list()
            return
        view = SessionView(self._state, found, self._figures)
        view.list_asked.connect(self._ask_list)
        view.removal_asked.connect(self.remove)
        view.sheets_asked.connect(self._print)
        view.report_asked.connect(self._report)
        view.step_asked.connect(self.step_asked)
        self.open = view
        self._stack.addWidget(view)
        self._stack.setCurrentWidget(view)
        view.parts.button(view.parts.choice).setFocus()

    def begin_new(self) -> None:
        """Make a session and open it; it can be taken back."""
        today = datetime.now().astimezone().date()
        try:
            made, changes = service.save(self._state.session, service.new_session(today))
        except UserError as error:
            self._state.notify(str(error))
            return
        self._tell(changes, partial(self._remove, made.number))
        self.place_asked.emit(made.number)

    def remove(self) -> None:
        """Delete the session that is open; it can be brought back."""
        if self.open is None:
            return
        self.open.keep()
        number = self.open.session.number
        try:
            kept = service.find(self._state.session, number)
            changes = service.remove(self._state.session, number)
        except UserError as error:
            self._state.notify(str(error))
            return
        self._tell(changes, partial(self._bring_back, kept))
        self.place_asked.emit(0)

    def _remove(self, number: int) -> None:
        self._do(partial(service.remove, self._state.session, number))

    def _bring_back(self, kept: ContextSession) -> None:
        self._do(partial(service.bring_back, self._state.session, kept))

    def _do(self, action: "partial[Changes]") -> None:
        try:
            self._tell(action())
        except UserError as error:
            self._state.notify(str(error))

    def _tell(self, changes: Changes, undo: "partial[None] | None" = None) -> None:
        self._state.announce(changes, undo)

    def _print(self) -> None:
        if self.open:
            self._paper.make_sheets(self.open.session, self._figures)

    def _report(self) -> None:
        if self.open:
            self._paper.make_report(self.open.session, self._figures)

    def _ask_list(self) -> None:
        self.place_asked.emit(0)

    def _stays_open(self) -> bool:
        """Keep a session open, and say so, while what was typed in it cannot be stored: it would be lost."""
        if self.open is None:
            return False
        self.open.keep()
        there = {one.number for one in service.list_sessions(self._state.session)}
        if not self.open.unkept or self.number not in there:
            return False
        self._stack.setCurrentWidget(self.open)
        self._state.notify(_UNKEPT)
        return True

    def _close(self) -> None:
        if self.open:
            self.open.keep()
            self._stack.setCurrentWidget(self.list)
            self._stack.removeWidget(self.open)
            self.open.deleteLater()
            self.open = None
