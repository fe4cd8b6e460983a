"""Figures as a file: choose its kind and its place; how far it is shows meanwhile, and it can be stopped."""

from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFileDialog, QPushButton, QVBoxLayout, QWidget

from raadsapp.errors import UserError
from raadsapp.export.explanation import entered_sentence
from raadsapp.export.figures import Format, write
from raadsapp.services.entered_figures import list_figures
from raadsapp.services.exporting import Extract, Selection
from raadsapp.services.knowledge import unknown_sentence
from raadsapp.services.opening import Session
from raadsapp.texts import long_date, plural
from raadsapp.ui.pages.data import remembered
from raadsapp.ui.pages.data.work import with_progress
from raadsapp.ui.state import AppState
from raadsapp.ui.tasks import Progress, Task
from raadsapp.ui.theme.tokens import MEDIUM
from raadsapp.ui.widgets.buttons import secondary_button
from raadsapp.ui.widgets.card import Card, Section
from raadsapp.ui.widgets.labelled_field import LabelledField
from raadsapp.ui.widgets.message_blocks import ErrorState, LoadingState
from raadsapp.ui.widgets.revealing import reveal
from raadsapp.ui.widgets.segments import Segments
from raadsapp.ui.widgets.styling import empty_layout
from raadsapp.ui.widgets.text import Body, Small
from raadsapp.ui.widgets.wrapping import Row

if TYPE_CHECKING:
    from collections.abc import Callable

_KINDS = ((Format.XLSX, "Excel (.xlsx)"), (Format.ODS, "LibreOffice (.ods)"), (Format.CSV, "CSV (.csv)"))
_FILTERS = {
    Format.XLSX: "Excel-werkmap (*.xlsx)",
    Format.ODS: "LibreOffice-werkblad (*.ods)",
    Format.CSV: "CSV-bestand (*.csv)",
}
_LEAD = "Alle cijfers van alle gemeenten, met status, bron en levering. De app kan het bestand weer inlezen."
_ENTERED = (
    "Cijfers die u hieronder zelf invoerde, staan in een werkmap op een eigen blad; een CSV heeft ze niet."
)
_STOPPED = "Het exporteren is gestopt. Er is geen bestand geschreven."


def ask_place(parent: QWidget, folder: Path, form: Format) -> Path | None:
    """Let the reader choose where the file comes, beginning in `folder`; None when she does not."""
    name = f"cijfers-{date.today()}.{form}"  # noqa: DTZ011 - the reader's own day
    dialog = QFileDialog(parent, "Cijfers exporteren", str(folder), _FILTERS[form])
    dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
    dialog.setDefaultSuffix(form.value)
    dialog.selectFile(name)
    return Path(dialog.selectedFiles()[0]) if dialog.exec() else None


class Export(Section):
    """Kind of file and button; while a file is written, how far that is in their place."""

    def __init__(self, state: AppState) -> None:
        super().__init__("Exporteren")
        self._state = state
        self._task: Task | None = None
        self.ask: Callable[[QWidget, Path, Format], Path | None] = ask_place
        self.error: ErrorState | None = None
        self.loading: LoadingState | None = None
        self._lead = Body(_LEAD)
        self.add(self._lead)
        self.kinds = Segments("Soort bestand", [(form.value, words) for form, words in _KINDS])
        self.kinds.show_choice(Format.XLSX.value)
        self.button = secondary_button("Exporteren", "download")
        self.button.clicked.connect(self.choose)
        self._choice = QWidget()
        column = QVBoxLayout(self._choice)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(MEDIUM)
        column.addWidget(LabelledField("Soort bestand", self.kinds))
        keys = Small("Of druk op Ctrl+E.")
        keys.setWordWrap(False)
        column.addWidget(Row(self.button, keys))
        self.add(self._choice)
        self._place = QVBoxLayout()
        self.add_row(self._place)

    def refresh(self) -> None:
        """Say what would be in the file."""
        day = self._state.as_of
        known = f"Het bestand bevat wat op {long_date(day)} bekend was." if day else ""
        unknown = unknown_sentence(self._state.session, day)
        entered = _ENTERED if list_figures(self._state.session, as_of=day) else ""
        self._lead.show_text(" ".join(filter(None, (_LEAD, unknown or known, entered))))

    def choose(self) -> None:
        """Let the reader choose a place, and write the file there."""
        if self._task:
            return
        form = Format(self.kinds.choice)
        path = self.ask(self, remembered.folder(self._state.settings_file), form)
        if path:
            self.write(path, form)

    def write(self, path: Path, form: Format) -> None:
        """Write the file; the keyboard waits on the button that stops it."""
        remembered.remember_folder(self._state.settings_file, path.parent)
        self._clear()
        self._choice.hide()
        self.loading = LoadingState("De cijfers worden geëxporteerd", path.name, cancel=self.cancel)
        self._place.addWidget(self.loading)
        self.loading.show()
        stop = self.loading.findChild(QPushButton)
        if isinstance(stop, QPushButton):
            stop.setFocus()
        reveal(self)
        selection = Selection(as_of=self._state.as_of)

        def work(session: Session, progress: Progress) -> Extract:
            return write(session, path, form, selection, progress.report)

        self._task = with_progress(
            self._state.session.store.path,
            work,
            lambda extract: self._show_done(path, form, extract),
            lambda error: self._show_error(error, path, form),
            self.loading.show_progress,
        )

    def cancel(self) -> None:
        """Stop; no file is written."""
        if self._task:
            self._task.cancel()
            self._end()
            self._state.notify(_STOPPED)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc stops it."""
        if event.key() == Qt.Key.Key_Escape and self._task:
            self.cancel()
        else:
            super().keyPressEvent(event)

    def _show_done(self, path: Path, form: Format, extract: Extract) -> None:
        self._end()
        told = f"{plural(extract.count, 'waarde staat', 'waarden staan')} in ‘{path.name}’."
        entered = entered_sentence(extract, table_only=form is Format.CSV)
        self._state.notify(" ".join(filter(None, (told, entered))))

    def _show_error(self, error: UserError, path: Path, form: Format) -> None:
        self._end()
        self.error = ErrorState(error.message, error.hint, lambda: self.write(path, form))
        card = Card()
        card.add(self.error)
        self._place.addWidget(card)
        card.show()
        reveal(card)

    def _end(self) -> None:
        self._task = None
        self._clear()
        self._choice.show()
        self.button.setFocus()

    def _clear(self) -> None:
        self.error = self.loading = None
        empty_layout(self._place)
