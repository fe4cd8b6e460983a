"""The second step: the sheet as it was delivered, and beside it what it would do; nothing is stored yet."""

from itertools import pairwise

from PySide6.QtCore import Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QHBoxLayout, QVBoxLayout, QWidget

from raadsapp.domain.observation import Observation
from raadsapp.domain.problem import Problem
from raadsapp.intake.cells import cell_name, cell_place
from raadsapp.intake.corrections import Meaning, MeantPart
from raadsapp.services import delivery_cells
from raadsapp.services.delivered_values import Change
from raadsapp.services.delivery_cells import CellAt, Shown, value_words
from raadsapp.texts import number, plural
from raadsapp.ui.pages.data import correcting, words
from raadsapp.ui.pages.data.cell_card import CellCard
from raadsapp.ui.pages.data.corrections_line import CorrectionsLine
from raadsapp.ui.pages.data.preview_lists import PreviewLists
from raadsapp.ui.pages.data.sheet_panel import SheetPanel
from raadsapp.ui.state import AppState
from raadsapp.ui.theme.tokens import MEDIUM
from raadsapp.ui.widgets.beside import Beside
from raadsapp.ui.widgets.buttons import quiet_button
from raadsapp.ui.widgets.revealing import reveal
from raadsapp.ui.widgets.source_line import CaveatLine
from raadsapp.ui.widgets.styling import empty_layout
from raadsapp.ui.widgets.text import Lead, Small

_SHARE = 57
_NARROWEST = 860


class PreviewView(QWidget):
    """The cell chosen in the sheet, the row of the list and the card say the same thing.

    `corrected` carries the Corrections with which the file is to be looked at anew.
    """

    corrected = Signal(object)

    def __init__(self, state: AppState, shown: Shown) -> None:
        super().__init__()
        self._state = state
        self._shown = shown
        self._far: tuple[str, int] | None = None
        catalog = state.session.catalog
        self.sheet = SheetPanel(catalog)
        self.lists = PreviewLists(catalog)
        self.card = CellCard(catalog)
        self.corrections = CorrectionsLine(catalog)
        self._connect()
        self._words = QVBoxLayout()
        self._words.setSpacing(MEDIUM)
        right = QWidget()
        beside = QVBoxLayout(right)
        beside.setContentsMargins(0, 0, 0, 0)
        beside.setSpacing(MEDIUM)
        beside.addWidget(self.lists)
        beside.addWidget(self.card)
        beside.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(MEDIUM)
        column.addLayout(self._words)
        column.addWidget(self.corrections)
        self._beside = Beside(self.sheet, right, _SHARE, _NARROWEST)
        self._beside.arranged.connect(self._arrange)
        column.addWidget(self._beside)
        self._copy = quiet_button("Alle meldingen kopiëren", "copy")
        self._copy.clicked.connect(self._copy_problems)
        self._keys = QWidget()
        keys = QHBoxLayout(self._keys)
        keys.setContentsMargins(0, 0, 0, 0)
        keys.addWidget(Small("F8 gaat naar de volgende melding, Shift+F8 naar de vorige."), 1)
        keys.addWidget(self._copy)
        column.addWidget(self._keys)
        self.show_shown(shown)

    def _connect(self) -> None:
        self.sheet.cell_chosen.connect(self._take_cell)
        self.sheet.view.selectionModel().selectionChanged.connect(self._take_selection)
        self.lists.went.connect(self._take_row)
        self.card.next_asked.connect(self.next_problem)
        self.card.previous_asked.connect(self.previous_problem)
        self.card.rows_asked.connect(self._change_rows)
        self.card.chooser_asked.connect(self._open_chooser)
        self.card.meant.connect(self._take_meaning)
        self.corrections.changed.connect(self.corrected)

    def show_shown(self, shown: Shown) -> None:
        """Show this preview; the reader stays where she is."""
        here = self.sheet.here
        listed = _within(self.lists)
        self._shown = shown
        self._show_words()
        self._keys.setVisible(bool(shown.preview.problems))
        self.corrections.show_corrections(shown.preview.corrections)
        self.sheet.show_shown(shown)
        self.lists.show_shown(shown)
        self._order_stops()
        if here:
            self.sheet.go_to(here)
            self._show_cell(here)
        else:
            self._take_row()
        if listed:
            self.take_focus()

    def _order_stops(self) -> None:
        """Let the Tab key go from top to bottom and from left to right, also by lists that are new."""
        above = [self.corrections.undo, self.corrections.clear, *self.sheet.stops]
        stops = [*above, *self.lists.stops, *self.card.stops, self._copy]
        for before, after in pairwise(stops):
            QWidget.setTabOrder(before, after)

    def take_focus(self) -> None:
        """Put the keyboard in the list that is seen."""
        (self.lists.table or self.lists.tabs.bar).setFocus()

    def next_problem(self) -> None:
        """Go to the next problem, in list and sheet together."""
        self.lists.go_next()
        self._keep_focus()

    def previous_problem(self) -> None:
        """Go to the problem before."""
        self.lists.go_previous()
        self._keep_focus()

    def _keep_focus(self) -> None:
        """Stay in the card, or be in the list; where the card lies below, bring it into view."""
        if self.lists.problems and not _within(self.card):
            self.lists.problems.setFocus()
        if self._beside.narrow:
            reveal(self.card)

    def _arrange(self) -> None:
        self.card.keep_room(kept=not self._beside.narrow)

    def _take_row(self) -> None:
        """Show what the row of the list is about in the sheet and the card."""
        self._far = None
        match self.lists.current:
            case Problem() as problem:
                place = cell_place(problem.cell)
                at = (problem.sheet, *place) if place else None
                if at and self.sheet.go_to(at):
                    self._show_cell(at)
                else:
                    where = f"Cel {problem.cell}" if problem.cell else f"Blad {problem.sheet}"
                    self.card.show_place(where, walkable=True)
                    self.card.show_problems([problem])
                    self._show_far_row(at[:2] if at else None)
            case Change(key=key) | Observation(key=key) if key in self._shown.cells:
                self.sheet.go_to(self._shown.cells[key])
                self._show_cell(self._shown.cells[key])
            case Change() as change:
                self._show_far(change)
            case _:
                self._show_nothing()

    def _show_far_row(self, row: tuple[str, int] | None) -> None:
        """Offer to leave out a row that is not among those shown; None for no row."""
        self._far = row
        left_out = row in self._shown.preview.corrections.excluded
        words = "Rij weer meenemen" if left_out else "Rij weglaten"
        self.card.show_actions(row=words if row else "", again=left_out)

    def _show_far(self, change: Change) -> None:
        """Say what changes in a row of which there are too many to show."""
        catalog, key = self._state.session.catalog, change.key
        old, new = (value_words(catalog, key, value) for value in (change.old, change.new))
        self.card.show_place("Deze rij staat niet in het voorbeeld", walkable=False)
        self.card.show_sentence(f"Was {old}, wordt {new}.")
        self.card.show_actions()

    def _show_nothing(self) -> None:
        self.card.show_place("Geen cel gekozen", walkable=False)
        self.card.show_sentence("Kies een cel in het blad om te zien wat zij wordt.")
        self.card.show_actions()

    def _take_cell(self, sheet: str, row: int, column: int) -> None:
        at = (sheet, row, column)
        for problem in self._shown.problems.get(at, ())[:1]:
            self.lists.show_problem(problem)
        self._show_cell(at)

    def _show_cell(self, at: CellAt) -> None:
        self._far = None
        sheet, row, column = at
        problems = self._shown.problems.get(at, ())
        name = cell_name(row, column)
        where = f"Cel {name}, blad {sheet}" if self._shown.preview.sheets else f"Cel {name}"
        self.card.show_place(where, walkable=bool(self._shown.preview.problems))
        self.card.show_problems(problems)
        left_out = (sheet, row) in self._shown.preview.corrections.excluded
        number_of = self._shown.values.get(at)
        given = [number_of] if number_of is not None else self._shown.of_row(sheet, row)
        if left_out:
            self.card.show_sentence("U hebt deze rij weggelaten. Zij wordt niet ingelezen.")
        elif self.sheet.heading(sheet, row):
            self.card.show_sentence("Deze rij staat boven de waarden.")
        elif len(given) == 1:
            value = self._shown.preview.observations[given[0]]
            self.card.show_outcome(delivery_cells.outcome(self._state.session, value))
        elif given:
            told = plural(len(given), "waarde", "waarden")
            self.card.show_sentence(f"Deze rij geeft {told}. Kies een waarde om te zien wat zij wordt.")
        elif not problems:
            self.card.show_sentence("Deze cel geeft geen waarde.")
        self.card.show_actions(
            meaning=self._explainable() is not None,
            row="" if self.sheet.heading(sheet, row) else self._row_words(left_out=left_out),
            again=left_out,
        )

    def _row_words(self, *, left_out: bool) -> str:
        count = len(self._chosen_rows())
        if left_out:
            return "Rij weer meenemen" if count <= 1 else f"{number(count)} rijen weer meenemen"
        return "Rij weglaten" if count <= 1 else f"{number(count)} rijen weglaten"

    def _change_rows(self) -> None:
        """Leave out the rows chosen, or take them along again, as the current one says."""
        here, corrections = self.sheet.here, self._shown.preview.corrections
        if self._far:
            out = self._far not in corrections.excluded
            self.corrected.emit(correcting.with_rows(corrections, [self._far], out=out))
        elif here:
            out = here[:2] not in corrections.excluded
            rows = self._chosen_rows() or [here[:2]]
            self.corrected.emit(correcting.with_rows(corrections, rows, out=out))

    def _chosen_rows(self) -> list[tuple[str, int]]:
        """The rows chosen in the sheet, without those above the values."""
        return [row for row in self.sheet.chosen_rows if not self.sheet.heading(*row)]

    def _take_selection(self) -> None:
        """Say of how many rows it is."""
        here = self.sheet.here
        if here and not self._far:
            left_out = here[:2] in self._shown.preview.corrections.excluded
            self.card.row_button.setText(self._row_words(left_out=left_out))

    def _explainable(self) -> tuple[MeantPart, str] | None:
        """The part and text that could be explained at the current cell."""
        here = self.sheet.here
        problems = self._shown.problems.get(here, ()) if here else ()
        text = self.sheet.text_of(here) if here and problems else ""
        part = next((it for problem in problems if (it := correcting.part_of(problem, text))), None)
        return (part, text) if part else None

    def _open_chooser(self) -> None:
        found = self._explainable()
        if found:
            part, text = found
            of_file = self._shown.preview.entries.vocabulary.breakdowns.all
            choices = correcting.choices(self._state.session.catalog, part, of_file)
            self.card.open_chooser(text.strip(), choices)

    def _take_meaning(self, code: str) -> None:
        found = self._explainable()
        self.card.close_chooser()
        self.card.meaning_button.setFocus()
        if found:
            meaning = Meaning(found[0], found[1], code)
            self.corrected.emit(correcting.with_meaning(self._shown.preview.corrections, meaning))

    def _show_words(self) -> None:
        preview = self._shown.preview
        empty_layout(self._words)
        self._words.addWidget(Lead(words.counts_sentence(preview)))
        self._words.addWidget(Small(words.recognised_sentence(preview)))
        if preview.already:
            self._words.addWidget(CaveatLine(words.already_sentence(preview.already)))
        blocking = words.blocking_sentence(preview)
        if blocking:
            self._words.addWidget(CaveatLine(blocking))

    def _copy_problems(self) -> None:
        if self.lists.problems:
            QGuiApplication.clipboard().setText(self.lists.problems.as_text())
            self._state.notify("De meldingen zijn gekopieerd.")


def _within(widget: QWidget) -> bool:
    """Whether the keyboard is in it."""
    focused = QApplication.focusWidget()
    return focused is not None and widget.isAncestorOf(focused)
