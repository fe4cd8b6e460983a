"""Write a case: the form, and beside it map, problems, preview and keeping; nothing that is typed is lost.

Keys: F8 goes to the next problem, Ctrl+Z and Ctrl+Y go back and forth, Alt+Page Up and Down change the part.
"""

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QHideEvent, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QFileDialog, QVBoxLayout, QWidget

from raadsapp.content.case_checks import faults_in_case
from raadsapp.content.case_drafts import Draft
from raadsapp.domain.case import Case
from raadsapp.domain.case_places import Field, Place
from raadsapp.errors import UserError
from raadsapp.services import case_drafts, own_cases
from raadsapp.services.case_figures import CaseFigures
from raadsapp.ui.pages.cases.case_keeping import export_case, keep_case, remove_case
from raadsapp.ui.pages.cases.editing import START, Editing
from raadsapp.ui.pages.cases.editor_bar import EditorBar
from raadsapp.ui.pages.cases.editor_form import EditorForm
from raadsapp.ui.pages.cases.editor_panes import Panes
from raadsapp.ui.pages.cases.editor_side import SAVE, EditorSide
from raadsapp.ui.state import AppState
from raadsapp.ui.theme.tokens import HUGE, LARGE, MEDIUM
from raadsapp.ui.widgets.snackbar import announce
from raadsapp.ui.widgets.text import Tone

if TYPE_CHECKING:
    from raadsapp.content.case_fault import CaseFault
    from raadsapp.services.case_privacy import CaseFinding

KEEP_AFTER_MS = 700
AGAIN_AFTER_MS = 5000
_LOOK_AFTER_MS = 150
_KEPT = "Concept bewaard om {at:%H:%M}, nog niet in het dossier."
_BEGUN = "Wat u typt, wordt als concept bewaard."
_OWN_VERSION = "Eigen versie: het origineel blijft."
_LEFT = "Het concept is bewaard op deze computer. U vindt het bij ‘Concepten’ boven de lijst."
_STAYS = "Wat u typte en nog niet had bewaard, staat bij ‘Concepten’ boven de lijst."
_NOT_LEFT = "Het concept is nog niet bewaard. Bovenaan staat waarom. Wat u typte, staat hier nog."


class EditorView(QWidget):
    """`left` asks for the list; `saved` gives the key of the case that was kept or put back."""

    left = Signal()
    saved = Signal(str)

    def __init__(self, state: AppState, draft: Draft, figures: CaseFigures) -> None:
        super().__init__()
        self._state = state
        self._kept_as = draft.case.key
        self.faults: tuple[CaseFault, ...] = ()  # what is wrong in the case
        self._fault = -1
        self._closed = False
        # What it began as stays what it is: asked of the store once.
        dossier = own_cases.dossier_of(state.session)
        self._original = isinstance(dossier.find(draft.started_from), Case)
        self.editing = Editing(draft, self)
        self.bar = EditorBar()
        self.form = EditorForm(self.editing, state.session.catalog)
        self.side = EditorSide(state, self.editing, figures)
        self.panes = Panes(self.form, self.side)
        column = QVBoxLayout(self)
        column.setContentsMargins(HUGE, LARGE, HUGE, MEDIUM)
        column.setSpacing(MEDIUM)
        column.addWidget(self.bar)
        column.addWidget(self.panes, 1)
        self._keeping = QTimer(self, singleShot=True)
        self._keeping.timeout.connect(self.keep_now)
        self._looking = QTimer(self, singleShot=True, interval=_LOOK_AFTER_MS)
        self._looking.timeout.connect(self.look_now)
        self._connect()
        self.bar.show_state(f"{_OWN_VERSION} {_BEGUN}" if self._original else _BEGUN)
        self._show_removal()
        self.look_now()
        self.side.saving.privacy.begin()

    def _connect(self) -> None:
        for changed in (self.editing.typed, self.editing.reshaped):
            changed.connect(self._take_change)
        self.form.step_seen.connect(self._show_step)
        self.side.map.opened.connect(self._go_to_step)
        self.side.add_step.clicked.connect(self._add_step)
        self.side.fault_opened.connect(self.go_to_fault)
        self.side.saving.privacy.finding_opened.connect(self._go_to_finding)
        self.side.saving.beside_asked.connect(self._place_beside)
        self.side.saving.save_asked.connect(self.save)
        for asked, act in (
            (self.bar.leave_asked, self.leave),
            (self.bar.undo_asked, self.editing.undo),
            (self.bar.redo_asked, self.editing.redo),
            (self.bar.fault_asked, self.next_fault),
            (self.bar.export_asked, self._choose_file),
            (self.bar.removal_asked, self.remove),
        ):
            asked.connect(act)

    @property
    def case(self) -> Case:
        """The case as it is now."""
        return self.editing.case

    def begin(self) -> None:
        """Bring the keyboard to where writing begins."""
        self.form.go_to(START)

    def go_to_check(self) -> None:
        """Bring the keyboard to where is written down that somebody looked if anyone can be recognised."""
        self.panes.show_side()
        self.side.open(SAVE)
        self.side.saving.role.setFocus(Qt.FocusReason.OtherFocusReason)

    def keep_now(self) -> bool:
        """Write the draft and say whether it is kept; what stops it is said, and later it is tried again."""
        self._keeping.stop()
        if self._closed:
            return True
        draft = self.editing.draft
        try:
            case_drafts.keep(draft)
            if draft.case.key != self._kept_as:
                case_drafts.discard(self._kept_as)
                self._kept_as = draft.case.key
        except UserError as error:
            self.bar.show_state(str(error), Tone.CONCERN)
            self._keeping.start(AGAIN_AFTER_MS)
            return False
        self.bar.show_state(_KEPT.format(at=draft.changed_at))
        return True

    def keep_if_waiting(self) -> bool:
        """Write the draft when something waits to be written; whether all is kept."""
        return not self._keeping.isActive() or self.keep_now()

    def stop(self) -> bool:
        """Write the draft when it waits for that, and look no further; False, and said, when that fails."""
        if not self.keep_if_waiting():
            self._state.notify(_NOT_LEFT)
            return False
        self._looking.stop()
        self.side.saving.privacy.stop()
        return True

    def look_now(self) -> None:
        """Check the case, and show map, problems and preview of it as it is now."""
        case, session = self.case, self._state.session
        self.faults = tuple(faults_in_case(case, session.catalog))
        self.bar.show_case(case, self.editing.history)
        self.bar.show_faults(len(self.faults))
        self.side.show_case(case, self.form.step)
        self.side.show_faults(self.faults, case)
        self.side.saving.show_where(original=self._original)
        self._mark_fields()

    def next_fault(self) -> None:
        """Go to the field of the next problem; after the last comes the first."""
        if self.faults:
            self.go_to_fault((self._fault + 1) % len(self.faults))

    def go_to_fault(self, number: int) -> None:
        """Go to the field of a problem, and say what it is."""
        self._fault = number
        fault = self.faults[number]
        self.panes.show_form()
        self.form.go_to(fault.place)
        self._mark_fields()
        announce(self, fault.told(self.case))

    def leave(self) -> None:
        """Go to the list; what was typed stays as a draft, and that is said."""
        if self.editing.history.before:
            if not self.keep_now():
                self._state.notify(_NOT_LEFT)
                return
            self._state.notify(_LEFT)
        self.left.emit()

    def save(self) -> None:
        """Keep the case in the dossier, or say what still stands in the way."""
        try:
            kept = keep_case(self._state, self.editing.draft, self.side.saving.privacy.seen_look)
        except UserError as error:
            self._state.notify(str(error))
            return
        self._close(kept.key)

    def remove(self) -> None:
        """Let go of the own case: an original that it replaced is back.

        What was typed and is not in the dossier stays as a draft.
        """
        draft = self.editing.draft
        kept = own_cases.is_kept(self._state.session, draft)
        if not kept and not self.keep_now():
            self._state.notify(_NOT_LEFT)
            return
        try:
            remove_case(self._state, draft.started_from, "" if kept else _STAYS)
        except UserError as error:
            self._state.notify(str(error))
            return
        self._close(draft.started_from, discard=kept)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Undo, redo, the next problem, another part."""
        keys = QKeySequence.StandardKey
        alt = event.modifiers() & Qt.KeyboardModifier.AltModifier
        if event.matches(keys.Undo):
            self.editing.undo()
        elif event.matches(keys.Redo):
            self.editing.redo()
        elif event.key() == Qt.Key.Key_F8:
            self.next_fault()
        elif alt and event.key() == Qt.Key.Key_PageUp:
            self.form.go_before()
        elif alt and event.key() == Qt.Key.Key_PageDown:
            self.form.go_on()
        else:
            super().keyPressEvent(event)

    def hideEvent(self, event: QHideEvent) -> None:
        """Keep what was typed last."""
        self.keep_if_waiting()
        super().hideEvent(event)

    def _close(self, key: str, *, discard: bool = True) -> None:
        """The draft has served, and goes unless something is only in it."""
        self._closed = True
        self._keeping.stop()
        self.side.saving.privacy.stop()
        if discard:
            try:
                case_drafts.discard(self._kept_as)
            except UserError as error:
                self._state.notify(str(error))
        self.saved.emit(key)

    def _take_change(self, _place: object) -> None:
        if not self._keeping.isActive():
            # Not begun anew by each key: who types on and on loses nothing either.
            self._keeping.start(KEEP_AFTER_MS)
        self._looking.start()

    def _mark_fields(self) -> None:
        told: dict[int, str] = {}
        for fault in self.faults:
            field = self.form.field_at(fault.place)
            if field is not None:
                told.setdefault(id(field), fault.message[:1].upper() + fault.message[1:])
        for field in self.form.part.fields.values():
            wrong = told.get(id(field), "") if field.touched else ""
            if field.fault != wrong:
                field.show_fault(wrong)

    def _show_step(self, step: int) -> None:
        self.side.show_case(self.case, step)
        self._mark_fields()

    def _add_step(self) -> None:
        self.panes.show_form()
        self.form.add_step()

    def _go_to_step(self, number: int) -> None:
        self.panes.show_form()
        self.form.go_to(Place(Field.STEP_TITLE, number))

    def _go_to_finding(self, finding: "CaseFinding") -> None:
        if finding.place == Place(Field.CHECK):
            self.go_to_check()
            return
        self.panes.show_form()
        self.form.go_to(finding.place, finding.start, finding.finding.end - finding.finding.start)

    def _place_beside(self, beside: bool) -> None:  # noqa: FBT001 - carried by a signal
        draft = own_cases.beside_or_instead(self._state.session, self.editing.draft, beside=beside)
        self.editing.rename(draft)
        self.side.saving.show_where(original=self._original)

    def _show_removal(self) -> None:
        own = own_cases.kept_before(self._state.session, self.editing.draft.started_from)
        words = "Zet het origineel terug" if self._original else "Verwijder deze casus"
        self.bar.show_removal(words if own else "")

    def _choose_file(self) -> None:
        name = own_cases.file_name(self.case)
        path, _ = QFileDialog.getSaveFileName(self, "Casus exporteren", name, "Casus (*.md)")
        if path:
            self.export_to(Path(path))

    def export_to(self, path: Path) -> None:
        """Write the case as it is now to a file of its own."""
        if self.faults:
            self._state.notify("Los eerst de meldingen op: een bestand met fouten is niet weer in te lezen.")
        else:
            export_case(self._state, self.case, path)
