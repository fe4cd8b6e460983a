"""Reading a file in, in three steps: choose, look, confirm. Nothing is stored before the last one."""

from functools import partial
from pathlib import Path

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from raadsapp.domain.changes import Changes, Part
from raadsapp.domain.observation import Batch
from raadsapp.errors import UserError
from raadsapp.intake.corrections import AS_IT_IS, Corrections
from raadsapp.intake.layouts import Layout
from raadsapp.intake.progress import Progress
from raadsapp.intake.workbooks.process import WorkbookProcess
from raadsapp.services.deliveries import Preview
from raadsapp.services.delivery_cells import Shown
from raadsapp.ui.pages.data import correcting, remembered, words
from raadsapp.ui.pages.data.choosing import Asking, ChooseView, ChosenView, ask_file
from raadsapp.ui.pages.data.confirming import ConfirmView, Details, DoneView
from raadsapp.ui.pages.data.looking import keep, look_at
from raadsapp.ui.pages.data.mapping import Unknown
from raadsapp.ui.pages.data.mapping_step import MappingStep
from raadsapp.ui.pages.data.preview import PreviewView
from raadsapp.ui.pages.data.work import Stoppable, stoppable
from raadsapp.ui.state import AppState
from raadsapp.ui.theme.tokens import WIDE
from raadsapp.ui.widgets import reader_name
from raadsapp.ui.widgets.card import carded
from raadsapp.ui.widgets.message_blocks import ErrorState, LoadingState
from raadsapp.ui.widgets.revealing import reveal
from raadsapp.ui.widgets.step_block import StepBlock, Turn
from raadsapp.ui.widgets.text import Body


class ImportSteps(QWidget):
    """The three steps. `undo_asked` carries the number of a delivery that is to be taken back at once."""

    undo_asked = Signal(int)

    def __init__(self, state: AppState) -> None:
        super().__init__()
        self._state = state
        self._path: Path | None = None
        self._layout: Layout | None = None
        self._work: Stoppable | None = None
        self._loading: LoadingState | None = None
        self._preview: Preview | None = None
        self._details: Details | None = None
        self._corrections = AS_IT_IS
        self._go_along = False
        self._workbooks = WorkbookProcess()
        self._workbooks.start()
        self.destroyed.connect(self._workbooks.stop)
        if app := QCoreApplication.instance():
            app.aboutToQuit.connect(self._workbooks.stop)
        self._storing = False
        self._stored = False
        self.ask: Asking = ask_file
        self.start: ChooseView | None = None
        self.view: PreviewView | None = None
        self.error: ErrorState | None = None
        self.confirmation: ConfirmView | None = None
        self._choose_step = StepBlock(1, "Kies een bestand")
        self._look_step = StepBlock(2, "")
        self._confirm_step = StepBlock(3, "Bevestig")
        self.mapping = MappingStep(state, self._look_step, self._workbooks)
        self.mapping.shown.connect(self._show_mapping)
        self.mapping.saved.connect(self.read)
        self.mapping.stopped.connect(self.cancel)
        self.mapping.failed.connect(self._show_error)
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
        self.start = ChooseView(self._state)
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

    def read(self, path: Path, layout: Layout | None = None) -> None:
        """Read a file, with `layout` or one that fits, and show what it would do; the keyboard goes along."""
        if not self._storing:
            self._layout = layout
            self._read(path, go_along=True)

    def _read(self, path: Path, *, go_along: bool) -> None:
        self._let_go()
        self._path = path
        self._go_along = go_along
        remembered.remember_folder(self._state.settings_file, path.parent)
        chosen = ChosenView(path)
        chosen.asked.connect(self.choose)
        self._choose_step.fill(chosen)
        self._show_looking()
        self._show_turns(Turn.DONE, Turn.NOW, Turn.LATER)
        if go_along:
            chosen.show()
            chosen.button.setFocus()
        self._look_at(path, AS_IT_IS)

    def _show_looking(self) -> None:
        self._loading = LoadingState("Het bestand wordt gelezen en nagekeken", cancel=self.cancel)
        self._look_step.fill(self._loading)

    def _look_at(self, path: Path, corrections: Corrections) -> None:
        self._corrections = corrections
        look = partial(look_at, path, self._layout, self._workbooks, corrections)
        store = self._state.session.store.path
        self._work = stoppable(
            store, look, self._show_found, self._show_error, self.cancel, self._show_progress
        )
        self.destroyed.connect(self._work.forget)

    def cancel(self) -> None:
        """Leave it at that: nothing was stored and nothing will be."""
        if self._storing and self._work:
            self._work.stop()
        elif self._path is not None:
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
        self.mapping.let_go()
        if self._work:
            self._work.forget()
            self._workbooks.stop()
            self._workbooks.start()
        self._work = self._loading = self.view = self.error = self.confirmation = self.start = None
        self._preview = self._details = None
        self._stored = False

    def _show_turns(self, choose: Turn, look: Turn, confirm: Turn) -> None:
        self._choose_step.show_turn(choose)
        self._look_step.show_turn(look)
        self._confirm_step.show_turn(confirm)

    def _show_progress(self, progress: Progress) -> None:
        if self._loading:
            self._loading.show_what(progress.what, progress.done, progress.total)

    def _show_found(self, found: Shown | Unknown) -> None:
        self._work = self._loading = None
        if isinstance(found, Unknown):
            self.mapping.show(found, go_along=self._go_along)
            return
        preview, before = found.preview, self._preview
        if before and preview.corrections != AS_IT_IS and preview.sha256 != before.sha256:
            self._state.notify("Het bestand is intussen veranderd. Uw aanpassingen zijn vervallen.")
            self._look_anew(AS_IT_IS)
            return
        if self.view:
            self.view.show_shown(found)
        else:
            self.view = PreviewView(self._state, found)
            self.view.corrected.connect(self._look_anew)
            self.mapping.offer_below(self.view, self._path, preview.layout)
            if self._go_along:
                self.view.take_focus()
                reveal(self._look_step)
        self._ask_confirmation(preview)

    def _show_mapping(self) -> None:
        self.view = self.confirmation = None
        self._show_turns(Turn.DONE, Turn.NOW, Turn.LATER)

    def _look_anew(self, corrections: Corrections) -> None:
        """Look at the same file as the clerk corrected it; what is seen stays until then."""
        if self._path and not self._storing:
            if self._work:
                self._work.forget()
            if self.confirmation:
                self.confirmation.show_waiting()
            self._look_at(self._path, corrections)

    def _ask_confirmation(self, preview: Preview) -> None:
        self._preview = preview
        usable = bool(preview.observations) and preview.already is None
        if usable and self.confirmation is None:
            self.confirmation = ConfirmView(self._state)
            self.confirmation.confirmed.connect(self._store)
            self.confirmation.cancelled.connect(self.cancel)
            if self._details:
                self.confirmation.show_details(self._details)
            self._confirm_step.fill(self.confirmation)
        if self.confirmation and usable:
            self.confirmation.show_count(len(preview.observations))
        self._show_turns(Turn.DONE, Turn.NOW, Turn.NOW if usable else Turn.LATER)

    def _show_error(self, error: UserError) -> None:
        if self.confirmation:
            self._details = self.confirmation.details
        self._work = self._loading = self.view = self.confirmation = None
        self._workbooks.start()
        self.error = ErrorState(error.message, error.hint, self._read_again)
        self._look_step.fill(carded(self.error))
        self._show_turns(Turn.DONE, Turn.NOW, Turn.LATER)
        reveal(self._look_step)

    def _read_again(self) -> None:
        """Read the file once more, as the clerk corrected it."""
        if self._path and self._preview:
            self._show_looking()
            self._look_at(self._path, self._corrections)
        elif self._path:
            self.read(self._path, self._layout)

    def _store(self, details: Details) -> None:
        preview = self._preview
        if preview is None:
            return
        reader_name.remember_name(self._state.settings_file, details.by)
        self._storing = True
        self._details = details
        self._loading = LoadingState("Het bestand wordt ingelezen", cancel=self.cancel)
        self._confirm_step.fill(self._loading)
        corrected = correcting.note(self._state.session.catalog, preview.corrections)
        note = "\n".join(words for words in (details.note, corrected) if words)
        store = partial(keep, preview, details, note)
        path = self._state.session.store.path
        self._work = stoppable(
            path, store, self._show_stored, self._show_not_stored, self._ask_again, self._show_progress
        )
        self.destroyed.connect(self._work.leave)

    def _show_stored(self, result: tuple[Batch, Changes]) -> None:
        batch, changes = result
        self._work = self._loading = self.view = self.confirmation = None
        self._state.announce(changes, undo=lambda: self.undo_asked.emit(batch.number))
        self._storing = False
        self._stored = True
        done = DoneView(changes.message)
        done.asked.connect(self._again)
        told = words.counts_sentence(self._preview) if self._preview else ""
        self._look_step.fill(Body(told))
        self._confirm_step.fill(done)
        self._show_turns(Turn.DONE, Turn.DONE, Turn.DONE)
        done.button.setFocus()
        reveal(self._confirm_step)

    def _show_not_stored(self, error: UserError) -> None:
        self._work = self._loading = self.confirmation = None
        self._storing = False
        self.error = ErrorState(error.message, error.hint, self._store_again)
        self._confirm_step.fill(carded(self.error))
        reveal(self._confirm_step)

    def _store_again(self) -> None:
        if self._details:
            self._store(self._details)

    def _ask_again(self) -> None:
        """Nothing was stored: ask anew, with what was filled in."""
        self._work = self._loading = self.confirmation = None
        self._storing = False
        if self._preview:
            self._ask_confirmation(self._preview)
        self._state.notify("Gestopt. Er is niets ingelezen.")

    def _again(self) -> None:
        self.begin()
        self.choose()

    def _take_changes(self, changes: Changes) -> None:
        """What counts has changed: a preview no longer holds, and what was read in may be taken back."""
        if self._storing or Part.OBSERVATIONS not in changes.parts:
            return
        if self._stored:
            self.begin()
        elif self.mapping.view:
            self.mapping.view.work_out_again()
        elif self.view and self._preview:
            self._look_anew(self._preview.corrections)
        elif self._path:
            self._read(self._path, go_along=False)
