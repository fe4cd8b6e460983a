"""Reading a file in, in three steps: choose, look, confirm. Nothing is stored before the last one."""

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from raadsapp.domain.changes import Changes, Part
from raadsapp.domain.observation import Batch
from raadsapp.errors import UserError
from raadsapp.intake.layouts import Layout
from raadsapp.intake.workbooks.process import WorkbookProcess
from raadsapp.services import deliveries
from raadsapp.services.deliveries import Preview
from raadsapp.ui.pages.data import remembered, words
from raadsapp.ui.pages.data.choosing import ChooseView, ChosenView, ask_file
from raadsapp.ui.pages.data.confirming import ConfirmView, DoneView
from raadsapp.ui.pages.data.preview import PreviewView
from raadsapp.ui.pages.data.work import in_background
from raadsapp.ui.state import AppState
from raadsapp.ui.theme.tokens import WIDE
from raadsapp.ui.widgets.card import Card
from raadsapp.ui.widgets.message_blocks import ErrorState, LoadingState
from raadsapp.ui.widgets.revealing import reveal
from raadsapp.ui.widgets.step_block import StepBlock, Turn
from raadsapp.ui.widgets.text import Body

if TYPE_CHECKING:
    from raadsapp.ui.tasks import Task


class ImportSteps(QWidget):
    """The three steps. `undo_asked` carries the number of a delivery that is to be taken back at once."""

    undo_asked = Signal(int)

    def __init__(self, state: AppState, layouts: Sequence[Layout]) -> None:
        super().__init__()
        self._state = state
        self._layouts = layouts
        self._path: Path | None = None
        self._task: Task | None = None
        self._workbooks = WorkbookProcess()
        self._workbooks.start()
        self.destroyed.connect(self._workbooks.stop)
        if app := QCoreApplication.instance():
            app.aboutToQuit.connect(self._workbooks.stop)
        self._storing = False
        self._stored = False
        self.ask: Callable[[QWidget, Path], Path | None] = ask_file
        self.start: ChooseView | None = None
        self.view: PreviewView | None = None
        self.error: ErrorState | None = None
        self.confirmation: ConfirmView | None = None
        self._choose_step = StepBlock(1, "Kies een bestand")
        self._look_step = StepBlock(2, "Bekijk wat er verandert")
        self._confirm_step = StepBlock(3, "Bevestig")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(WIDE)
        for step in (self._choose_step, self._look_step, self._confirm_step):
            column.addWidget(step)
        state.on_changes(self._take_changes)
        self.begin()

    def begin(self) -> None:
        """Start anew; what was being read is let go."""
        self._let_go()
        self._path = None
        self.start = ChooseView(self._layouts)
        self.start.asked.connect(self.choose)
        self._choose_step.fill(self.start)
        self._show_turns(Turn.NOW, Turn.LATER, Turn.LATER)

    def choose(self) -> None:
        """Let the reader choose a file."""
        if self._storing:
            return
        path = self.ask(self, remembered.folder(self._state.settings_file))
        if path:
            self.read(path)

    def read(self, path: Path) -> None:
        """Read a file and show what it would do; the keyboard goes along."""
        if not self._storing:
            self._read(path, go_along=True)

    def _read(self, path: Path, *, go_along: bool) -> None:
        self._let_go()
        self._path = path
        remembered.remember_folder(self._state.settings_file, path.parent)
        chosen = ChosenView(path)
        chosen.asked.connect(self.choose)
        self._choose_step.fill(chosen)
        self._look_step.fill(LoadingState("Het bestand wordt gelezen en nagekeken", cancel=self.cancel))
        self._show_turns(Turn.DONE, Turn.NOW, Turn.LATER)
        if go_along:
            chosen.show()
            chosen.button.setFocus()
        self._task = in_background(
            self._state.session.store.path,
            lambda session: deliveries.preview(session, path, workbooks=self._workbooks),
            lambda preview: self._show_preview(preview, go_along=go_along),
            self._show_error,
        )

    def cancel(self) -> None:
        """Leave it at that: nothing was stored and nothing will be."""
        if self._path is None or self._storing:
            return
        self.begin()
        if self.start:
            self.start.zone.button.setFocus()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc leaves it at that."""
        if event.key() == Qt.Key.Key_Escape:
            self.cancel()
        else:
            super().keyPressEvent(event)

    def _let_go(self) -> None:
        if self._task:
            self._task.cancel()
            self._workbooks.stop()
            self._workbooks.start()
        self._task = self.view = self.error = self.confirmation = self.start = None
        self._stored = False

    def _show_turns(self, choose: Turn, look: Turn, confirm: Turn) -> None:
        self._choose_step.show_turn(choose)
        self._look_step.show_turn(look)
        self._confirm_step.show_turn(confirm)

    def _show_preview(self, preview: Preview, *, go_along: bool) -> None:
        self._task = None
        self.view = PreviewView(self._state, preview)
        self._look_step.fill(self.view)
        usable = bool(preview.observations) and preview.already is None
        if usable:
            self._ask_confirmation(preview)
        self._show_turns(Turn.DONE, Turn.NOW, Turn.NOW if usable else Turn.LATER)
        if go_along:
            self.view.take_focus()
            reveal(self._look_step)

    def _ask_confirmation(self, preview: Preview) -> None:
        self.confirmation = ConfirmView(len(preview.observations), remembered.name(self._state.settings_file))
        self.confirmation.confirmed.connect(lambda name: self._store(preview, name))
        self.confirmation.cancelled.connect(self.cancel)
        self._confirm_step.fill(self.confirmation)

    def _show_error(self, error: UserError) -> None:
        self._task = None
        self._workbooks.start()
        path = self._path
        self.error = ErrorState(error.message, error.hint, lambda: self.read(path) if path else None)
        self._look_step.fill(_carded(self.error))
        reveal(self._look_step)

    def _store(self, preview: Preview, name: str) -> None:
        remembered.remember_name(self._state.settings_file, name)
        self._storing = True
        self._confirm_step.fill(LoadingState("Het bestand wordt ingelezen"))
        self._task = in_background(
            self._state.session.store.path,
            lambda session: deliveries.commit(session, preview, name),
            lambda result: self._show_stored(preview, *result),
            lambda error: self._show_not_stored(preview, name, error),
        )

    def _show_stored(self, preview: Preview, batch: Batch, changes: Changes) -> None:
        self._task = None
        self._state.announce(changes, undo=lambda: self.undo_asked.emit(batch.number))
        self._storing = False
        self._stored = True
        done = DoneView(changes.message)
        done.asked.connect(self._again)
        self._look_step.fill(Body(words.counts_sentence(preview)))
        self._confirm_step.fill(done)
        self._show_turns(Turn.DONE, Turn.DONE, Turn.DONE)
        done.button.setFocus()

    def _show_not_stored(self, preview: Preview, name: str, error: UserError) -> None:
        self._task = None
        self._storing = False
        self.error = ErrorState(error.message, error.hint, lambda: self._store(preview, name))
        self._confirm_step.fill(_carded(self.error))
        reveal(self._confirm_step)

    def _again(self) -> None:
        self.begin()
        self.choose()

    def _take_changes(self, changes: Changes) -> None:
        """What counts has changed: a preview no longer holds, and what was read in may be taken back."""
        if self._storing or Part.OBSERVATIONS not in changes.parts:
            return
        if self._stored:
            self.begin()
        elif self._path:
            self._read(self._path, go_along=False)


def _carded(error: ErrorState) -> Card:
    card = Card()
    card.add(error)
    return card
