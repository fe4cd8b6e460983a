"""The mapping screen: a clerk points out what stands where in a file that no layout knows."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QTabBar, QVBoxLayout, QWidget

from raadsapp.errors import UserError
from raadsapp.intake.workbooks.process import WorkbookProcess
from raadsapp.services import deliveries
from raadsapp.services.delivery_cells import Shown, shown
from raadsapp.services.layout_building import layout_of
from raadsapp.services.layout_drafts import Draft
from raadsapp.services.layout_guesses import guess, guess_below
from raadsapp.services.layout_tables import Table
from raadsapp.services.layouts import save_layout
from raadsapp.services.opening import Session
from raadsapp.ui.pages.data.mapping_form import MappingForm
from raadsapp.ui.pages.data.mapping_result import MappingResult, marks_of
from raadsapp.ui.pages.data.mapping_saving import MappingSaving
from raadsapp.ui.pages.data.mapping_sheet import PointedSheet, Pointing
from raadsapp.ui.pages.data.work import in_background
from raadsapp.ui.state import AppState
from raadsapp.ui.theme.applying import applied_theme
from raadsapp.ui.theme.tokens import MEDIUM, WIDE
from raadsapp.ui.widgets.beside import Beside
from raadsapp.ui.widgets.scroll_column import ScrollColumn
from raadsapp.ui.widgets.styling import TEXT_SIZE_EVENTS
from raadsapp.ui.widgets.text import Lead, Small

if TYPE_CHECKING:
    from raadsapp.intake.layouts import Layout
    from raadsapp.ui.tasks import Task

_REST = 40
_SHEET_HEIGHT = 290
_FORM_HEIGHT = 620
_SHARE = 58
_NARROWEST = 860
_WIDE = 300
"""Guessing what so many columns are takes too long for the screen to wait."""
_HINT = "Ga naar een cel en druk op Enter (of klik rechts): zeg wat die kolom, rij of cel is."
_LEAD = "De app heeft alvast gegokt. Kijk of het klopt en vul aan wat ontbreekt."


@dataclass(frozen=True, slots=True, kw_only=True)
class Unknown:
    """A file to be mapped: why, its sheets, and the name and key of the own layout that it may replace.

    `drafts` are what that layout says of the sheets that it reads, by name of sheet, and `guessed`
    what the first sheets seem to be, as far as somebody worked that out already.
    """

    path: Path
    why: str
    tables: tuple[Table, ...]
    name: str = ""
    replacing: str = ""
    drafts: Mapping[str, Draft] = field(default_factory=dict)
    guessed: Mapping[str, Draft] = field(default_factory=dict)


class MappingView(QWidget):
    """Left the sheet and what it gives, right the form. `saved` gives the Layout that was kept.

    What is said of each sheet, by its name, is kept in `said`, which outlives the view.
    """

    saved = Signal(object)
    stopped = Signal()

    def __init__(
        self, state: AppState, unknown: Unknown, workbooks: WorkbookProcess, said: dict[str, Draft]
    ) -> None:
        super().__init__()
        self._state, self._unknown, self._workbooks = state, unknown, workbooks
        self._catalog = state.session.catalog
        self._drafts = said
        self._layout: Layout | None = None
        self._task: Task | None = None
        self._stale = False
        self._resting = QTimer(self, singleShot=True, interval=_REST)
        self._resting.timeout.connect(self._work_out)
        self.bar = QTabBar()
        self.sheet = PointedSheet()
        self.result = MappingResult(self._catalog)
        self.form = MappingForm(self._catalog)
        self.saving = MappingSaving(unknown.name, unknown.replacing)
        self._arrange()
        self._connect()
        known = [table for table in unknown.tables if table.name in unknown.drafts]
        self._table = max(known or unknown.tables, key=_promise)
        self.bar.setCurrentIndex(unknown.tables.index(self._table))
        self._show_draft(self.draft)

    @property
    def path(self) -> Path:
        """The file that is mapped."""
        return self._unknown.path

    @property
    def draft(self) -> Draft:
        """What was said of the sheet that is seen."""
        if self._table.name not in self._drafts:
            known = self._unknown.guessed.get(self._table.name)
            self._drafts[self._table.name] = known or guess(self._table, self._catalog)
        return self._drafts[self._table.name]

    @property
    def busy(self) -> bool:
        """Whether what would be read in is still being worked out."""
        return self._resting.isActive() or self._task is not None

    def take_draft(self, draft: Draft) -> None:
        """Say something else of the sheet that is seen."""
        if draft != self.draft:
            self._drafts[self._table.name] = draft
            self._show_draft(draft)

    def take_headings(self, first: int, last: int) -> None:
        """Say which rows hold the headings: what is below them is guessed anew."""
        if (first, last) == self.draft.headings:
            return
        table, catalog = self._table, self._catalog
        if table.width <= _WIDE:
            self.take_draft(guess_below(table, (first, last), catalog))
            return

        def look(_session: Session) -> tuple[Table, Draft]:
            return table, guess_below(table, (first, last), catalog)

        task = in_background(self._state.session.store.path, look, self._take_guess, self._show_fault)
        self.destroyed.connect(task.cancel)

    def work_out_again(self) -> None:
        """What counts has changed: tell anew what would be read in."""
        self._resting.start()

    def let_go(self) -> None:
        """Hear nothing more of work under way."""
        self._resting.stop()
        if self._task:
            self._task.cancel()
        self._task = None

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc does not throw away what was said."""
        if event.key() != Qt.Key.Key_Escape:
            super().keyPressEvent(event)

    def _arrange(self) -> None:
        self.bar.setDrawBase(False)
        self.bar.setExpanding(False)
        self.bar.setAccessibleName("Bladen")
        for table in self._unknown.tables:
            self.bar.addTab(table.name)
        self.bar.setVisible(len(self._unknown.tables) > 1)
        left = QWidget()
        seen = QVBoxLayout(left)
        seen.setContentsMargins(0, 0, 0, 0)
        seen.setSpacing(MEDIUM)
        for widget in (self.bar, self.sheet, Small(_HINT), self.result):
            seen.addWidget(widget)
        seen.addStretch(1)
        self.column = ScrollColumn(spacing=WIDE)
        self.column.add(self.form)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(MEDIUM)
        column.addWidget(Lead(_LEAD))
        if self._unknown.why:
            column.addWidget(Small(self._unknown.why))
        column.addWidget(Beside(left, self.column, _SHARE, _NARROWEST))
        column.addSpacing(MEDIUM)
        column.addWidget(self.saving)
        self._fit()

    def _connect(self) -> None:
        self.bar.currentChanged.connect(self._open_sheet)
        self.sheet.pointed.connect(self._take_pointing)
        self.sheet.headings_pointed.connect(self.take_headings)
        self.form.changed.connect(self.take_draft)
        self.form.headings_changed.connect(self.take_headings)
        self.result.problem_chosen.connect(self.sheet.go_to)
        self.saving.saved.connect(self._save)
        self.saving.stopped.connect(self.stopped)

    def _open_sheet(self, place: int) -> None:
        self._table = self._unknown.tables[place]
        self._show_draft(self.draft)

    def _take_pointing(self, pointing: Pointing) -> None:
        self.take_draft(pointing(self.draft))

    def _show_draft(self, draft: Draft) -> None:
        self.sheet.show_draft(draft, self._table, {})
        self.form.show_draft(draft, self._table)
        self.saving.show_ready(ready=False)
        self._resting.start()

    def _work_out(self) -> None:
        """Look at the file with what was said; one look at a time."""
        if self._task:
            self._stale = True
            return
        try:
            layout = self._layout = layout_of(self.draft, self._table, self._catalog)
        except UserError as error:
            self._layout = None
            self.result.show_error(error)
            return
        path, workbooks = self._unknown.path, self._workbooks

        def look(session: Session) -> Shown:
            return shown(deliveries.preview(session, path, layout, workbooks))

        self._task = in_background(self._state.session.store.path, look, self._show_result, self._show_fault)
        self.destroyed.connect(self._task.cancel)

    def _show_result(self, found: Shown) -> None:
        if self._ended():
            self.result.show_shown(found)
            self.sheet.show_draft(self.draft, self._table, marks_of(found.preview, self._table.name))
            self.saving.show_ready(ready=bool(found.preview.observations))

    def _show_fault(self, error: UserError) -> None:
        self._workbooks.start()
        if self._ended():
            self.result.show_error(error)

    def _ended(self) -> bool:
        """Whether what was worked out still holds; if not it is worked out anew."""
        self._task = None
        stale, self._stale = self._stale, False
        if stale:
            self._resting.start()
        return not stale

    def _take_guess(self, found: tuple[Table, Draft]) -> None:
        """Take over what was guessed, unless the reader went to another sheet in the meantime."""
        table, draft = found
        if table is self._table:
            self.take_draft(draft)

    def _save(self, name: str) -> None:
        if self._layout is None:
            return
        try:
            kept = save_layout(self._layout, name, self._unknown.replacing)
        except UserError as error:
            self.saving.name_field.show_fault(str(error))
            return
        self._state.notify(f"De indeling ‘{kept.title}’ is bewaard.")
        self.saved.emit(kept)

    def changeEvent(self, event: QEvent) -> None:
        """Grow with the text."""
        if event.type() in TEXT_SIZE_EVENTS and hasattr(self, "sheet"):
            QTimer.singleShot(0, self, self._fit)
        super().changeEvent(event)

    def _fit(self) -> None:
        taller = (1 + applied_theme().scale) / 2
        self.sheet.setFixedHeight(round(_SHEET_HEIGHT * taller))
        self.column.setFixedHeight(round(_FORM_HEIGHT * taller))


def _promise(table: Table) -> int:
    """How much of a table a sheet looks like."""
    return sum(len(cells) > 1 for cells in table.rows.values())
