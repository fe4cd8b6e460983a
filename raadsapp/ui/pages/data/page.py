"""The page: three steps to read a file in, what was read in before, a file out, own figures, and practice."""

from threading import Thread

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QDragEnterEvent, QDragLeaveEvent, QDropEvent, QKeySequence, QShortcut

from raadsapp.domain.changes import Part
from raadsapp.errors import UserError
from raadsapp.services import deliveries
from raadsapp.services.layouts import known_layouts
from raadsapp.services.loading_ahead import load_ahead
from raadsapp.services.opening import DOSSIER_LAYOUT
from raadsapp.ui.pages.data import words
from raadsapp.ui.pages.data.exporting import Export
from raadsapp.ui.pages.data.history import History
from raadsapp.ui.pages.data.own_figures import OwnFigures
from raadsapp.ui.pages.data.practice import Practice
from raadsapp.ui.pages.data.steps import ImportSteps
from raadsapp.ui.state import AppState
from raadsapp.ui.widgets.drop_zone import files_in
from raadsapp.ui.widgets.page import Page, PageBody, PageHeader

_AT_REST_MS = 300
"""By then the page is painted, and no clerk has chosen a file yet."""


class DataPage(Page):
    """Choose, look, confirm; history; export; own figures; practice. A file may be dropped anywhere on it."""

    depends_on = frozenset({Part.OBSERVATIONS, Part.FIGURES})

    def __init__(self, state: AppState) -> None:
        super().__init__(state)
        self.setAcceptDrops(True)
        body = PageBody(self, spacing=32)
        self._header = PageHeader("Gegevens", " ")
        body.add(self._header)
        self.steps = ImportSteps(state)
        body.add(self.steps)
        self._titles: dict[str, str] = {}
        self.history = History(state, self._titles)
        self.steps.undo_asked.connect(self.history.take_back)
        body.add(self.history)
        self.export = Export(state)
        body.add(self.export)
        self.own_figures = OwnFigures(state)
        body.add(self.own_figures)
        self.practice = Practice(state)
        body.add(self.practice)
        self._shortcut(QKeySequence("Ctrl+O")).activated.connect(self.steps.choose)
        self._shortcut(QKeySequence("Ctrl+E")).activated.connect(self.export.choose)
        self._shortcut(QKeySequence("F8")).activated.connect(self._next_problem)
        self._shortcut(QKeySequence("Shift+F8")).activated.connect(self._previous_problem)
        QTimer.singleShot(_AT_REST_MS, self, _load_ahead)

    def refresh(self) -> None:
        """List the deliveries and the municipalities anew."""
        batches = deliveries.batches(self.state.session)
        self._header.show_lead(
            words.history_sentence([batch for batch in batches if batch.layout != DOSSIER_LAYOUT])
        )
        self._titles.update(_titles())
        self.history.show_batches(batches)
        self.export.refresh()
        self.own_figures.refresh()
        self.practice.refresh()

    def open_item(self, key: str) -> None:
        """Open the delivery with this number, or go to the figures of the municipality with this code.

        Without a key the list of deliveries is shown.
        """
        if key in self.own_figures.rows:
            self.own_figures.show_row(key)
        elif key:
            self.history.open_batch(int(key))
        else:
            self.history.close_batch()

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Take files, and nothing else."""
        if files_in(event.mimeData()):
            event.acceptProposedAction()
            self._show_hover(over=True)

    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:
        """Look as before."""
        self._show_hover(over=False)
        super().dragLeaveEvent(event)

    def dropEvent(self, event: QDropEvent) -> None:
        """Read the file that was dropped, the first one when there are more."""
        self._show_hover(over=False)
        files = files_in(event.mimeData())
        if files:
            event.acceptProposedAction()
            self.steps.read(files[0])
        if len(files) > 1:
            self.state.notify(f"Eén bestand tegelijk: '{files[0].name}' wordt gelezen.")

    def _show_hover(self, *, over: bool) -> None:
        if self.steps.start:
            self.steps.start.zone.show_hover(over=over)

    def _shortcut(self, keys: QKeySequence) -> QShortcut:
        return QShortcut(keys, self, context=Qt.ShortcutContext.WindowShortcut)

    def _next_problem(self) -> None:
        if self.steps.view:
            self.steps.view.next_problem()

    def _previous_problem(self) -> None:
        if self.steps.view:
            self.steps.view.previous_problem()


def _load_ahead() -> None:
    Thread(target=load_ahead, daemon=True).start()


def _titles() -> dict[str, str]:
    """Titles of layouts by key; none when those of the dossier are broken, which reading a file will say."""
    try:
        return {layout.key: layout.title for layout in known_layouts().all}
    except UserError:
        return {}
