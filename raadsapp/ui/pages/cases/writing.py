"""Open the editor: on a new case, a copy, a draft or a file; and look after drafts and damaged cases."""

from datetime import datetime
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QFileDialog, QStackedWidget

from raadsapp.content.case_drafts import Draft
from raadsapp.domain.case import Case
from raadsapp.domain.changes import Changes
from raadsapp.errors import UserError
from raadsapp.services import case_drafts, own_cases
from raadsapp.services.case_figures import CaseFigures
from raadsapp.ui.pages.cases.case_keeping import remove_case
from raadsapp.ui.pages.cases.case_list import CaseList
from raadsapp.ui.pages.cases.editor_view import EditorView
from raadsapp.ui.state import AppState

_FILES = "Casus (*.md);;Alle bestanden (*)"


class Writing(QObject):
    """`left` asks for the list, `saved` gives the key of the case that was kept or put back."""

    left = Signal()
    saved = Signal(str)

    def __init__(self, state: AppState, stack: QStackedWidget, listed: CaseList) -> None:
        super().__init__(stack)
        self._state, self._stack, self._list = state, stack, listed
        self._figures: CaseFigures | None = None
        self.editor: EditorView | None = None
        self.marks: dict[str, str] = {}  # by key: what an own case is called
        listed.new_asked.connect(self.begin_new)
        listed.file_asked.connect(self.choose_file)
        listed.drafts.opened.connect(self.go_on)
        listed.drafts.removal_asked.connect(self._discard)
        listed.damaged.removal_asked.connect(self._remove)
        listed.damaged.export_asked.connect(self._choose_place)

    def show_all(self, figures: CaseFigures) -> None:
        """Show which cases are own, which are being written and which cannot be read."""
        self._figures = figures
        session = self._state.session
        listed = own_cases.listed(session)
        self.marks = {
            one.case.key: "Eigen versie" if one.replaces else "Eigen casus" for one in listed if one.own
        }
        self._list.show_cases([one.case for one in listed], figures.catalog, self.marks)
        self._list.damaged.show_cases([one for one in own_cases.own_cases(session) if one.faults])
        self.show_drafts()

    def show_drafts(self) -> None:
        """List the drafts as they are now."""
        found = case_drafts.drafts()
        self._list.drafts.show_drafts(found.drafts, [str(path) for path in found.damaged])
        self._list.put_in_order()

    def begin_new(self) -> None:
        """Write a new case, from the template."""
        self.open(own_cases.begin_new(self._state.session, _now()))

    def begin_copy(self, case: Case) -> None:
        """Go on with the draft of this case, or begin a changed copy of it."""
        draft = case_drafts.draft_of(case.key)
        copy = own_cases.begin_copy(self._state.session, case, _now(), beside=False)
        self.open(draft or copy)

    def go_on(self, key: str) -> None:
        """Go on with the draft of the case with this key."""
        draft = case_drafts.draft_of(key)
        if draft:
            self.open(draft)

    def choose_file(self) -> None:
        """Ask for a file with a case."""
        path, _ = QFileDialog.getOpenFileName(self._stack, "Casus inlezen", "", _FILES)
        if path:
            self.read(Path(path))

    def read(self, path: Path) -> None:
        """Open the case in a file as a draft; what makes that impossible is said."""
        try:
            draft = own_cases.begin_import(self._state.session, path, _now())
            case_drafts.keep_first(draft)
        except UserError as error:
            self._state.notify(str(error))
            return
        self.open(draft)

    def open(self, draft: Draft) -> None:
        """Write on at this draft; another stays open, and that is said, while it cannot be kept."""
        if self._figures is None or not self._close():
            return
        self.editor = EditorView(self._state, draft, self._figures)
        self.editor.left.connect(self.left)
        self.editor.saved.connect(self.saved)
        self._stack.addWidget(self.editor)
        self._stack.setCurrentWidget(self.editor)
        self.editor.begin()

    def keeps_all(self) -> bool:
        """Keep what was typed in the editor; whether that could be."""
        return self.editor is None or self.editor.keep_if_waiting()

    def _close(self) -> bool:
        if self.editor is None:
            return True
        if not self.editor.stop():
            self._stack.setCurrentWidget(self.editor)
            return False
        self._stack.removeWidget(self.editor)
        self.editor.deleteLater()
        self.editor = None
        return True

    def _discard(self, key: str) -> None:
        draft = case_drafts.draft_of(key)
        try:
            case_drafts.discard(key)
        except UserError as error:
            self._state.notify(str(error))
            return
        self.show_drafts()
        if draft:
            said = Changes(frozenset(), "Concept weggegooid.")
            self._state.announce(said, partial(self._put_back, draft))

    def _put_back(self, draft: Draft) -> None:
        case_drafts.keep(draft)
        self.show_drafts()

    def _remove(self, key: str) -> None:
        try:
            remove_case(self._state, key)
        except UserError as error:
            self._state.notify(str(error))

    def _choose_place(self, key: str) -> None:
        kept = own_cases.kept_before(self._state.session, key)
        path, _ = QFileDialog.getSaveFileName(self._stack, "Tekst exporteren", f"{key}.md", _FILES)
        if path and kept:
            try:
                own_cases.export_text(kept.text, Path(path))
            except UserError as error:
                self._state.notify(str(error))


def _now() -> datetime:
    return datetime.now().astimezone()
