"""The sheet of the mapping screen: say of a column, row or cell what it is."""

from collections.abc import Callable, Mapping
from dataclasses import replace

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QAction, QContextMenuEvent, QKeyEvent
from PySide6.QtWidgets import QMenu

from raadsapp.intake.cells import cell_name, column_name
from raadsapp.services.layout_drafts import Draft, Part, Place, Where
from raadsapp.services.layout_tables import Table
from raadsapp.ui.pages.data.mapping_words import NAMES
from raadsapp.ui.widgets.sheet_view import Mark, SheetView

Pointing = Callable[[Draft], Draft]
_IN_CELLS = (Part.MUNICIPALITY, Part.PERIOD, Part.INDICATOR)
_FIGURES = "Cijfers"
_MENU_KEYS = {Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Menu}


class PointedSheet(SheetView):
    """Enter, Shift+F10, the right button or a click on a letter or number opens a menu.

    `pointed` gives what the reader said as a function from the draft to another one, `headings_pointed` the
    first and last row that hold the headings.
    """

    pointed = Signal(object)
    headings_pointed = Signal(int, int)

    def __init__(self) -> None:
        super().__init__("Blad")
        self.setAccessibleDescription(
            "Pijltjes lopen door de cellen. Enter zegt wat een kolom, rij of cel is. Ctrl+C kopieert."
        )
        self._draft = Draft(headings=(0, 0))
        self.menu = QMenu(self)
        self.menu.triggered.connect(self._take)
        self.column_chosen.connect(self._ask_column)
        self.row_chosen.connect(self._ask_row)

    def show_draft(self, draft: Draft, table: Table, marks: Mapping[tuple[int, int], Mark]) -> None:
        """Show the sheet with its headings, what each column is about, and what was found."""
        self._draft = draft
        self.name_columns(_roles(draft))
        self.show_part(replace(table.part, header=draft.headings), marks)
        if self.current_cell is None:
            self.go_to(draft.headings[1], 0)

    def ask(self, at: QPoint | None = None, *, columns: bool = True, rows: bool = True) -> None:
        """Open the menu for the cell the reader is on."""
        here = self.current_cell
        if here is None:
            return
        row, column = here
        self.menu.clear()
        if columns:
            self._add_columns(column)
        if rows:
            self._add_rows(row)
        if columns and rows:
            self._add_cell(row, column)
        below = self.visualRect(self.currentIndex()).bottomLeft()
        self.menu.popup(at or self.viewport().mapToGlobal(below))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Open the menu by keyboard."""
        shift = event.modifiers() & Qt.KeyboardModifier.ShiftModifier
        if event.key() in _MENU_KEYS or (event.key() == Qt.Key.Key_F10 and shift):
            self.ask()
        else:
            super().keyPressEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Open the menu where the mouse is; by keyboard `keyPressEvent` does."""
        if event.reason() is not QContextMenuEvent.Reason.Keyboard:
            self.ask(event.globalPos())

    def _ask_column(self, column: int) -> None:
        here = self.current_cell
        if here is None or here[1] != column:
            self.go_to(self._draft.headings[1], column)
            self.selectColumn(column)
        self.ask(rows=False)

    def _ask_row(self, row: int) -> None:
        here = self.current_cell
        if here is None or here[0] != row:
            self.go_to(row, here[1] if here else 0)
        self.ask(columns=False)

    def _add_columns(self, column: int) -> None:
        chosen = tuple(sorted({*self.chosen_columns, column}))
        if len(chosen) == 1:
            self._head(f"Kolom {column_name(column)} is")
        else:
            self._head(f"Kolommen {column_name(chosen[0])} tot en met {column_name(chosen[-1])} zijn")
        if len(chosen) == 1:
            for part, name in NAMES.items():
                self._add(name, _at(part, Place(Where.COLUMN, column)))
        self._add(_FIGURES, _figures(chosen))
        self._add("Niet nodig", _nothing(chosen))

    def _add_rows(self, row: int) -> None:
        rows = tuple(sorted({*self.chosen_rows, row}))
        first, last = self._draft.headings
        if len(rows) > 1 and len(self.chosen_columns) <= 1:
            self._head(f"Rij {rows[0] + 1} tot en met {rows[-1] + 1}")
            self._add_headings("Daar staan de kolomnamen", rows[0], rows[-1])
            return
        self._head(f"Rij {row + 1}")
        self._add_headings("Alleen hier staan kolomnamen", row, row)
        if row < last:
            self._add_headings("De kolomnamen beginnen hier", row, last)
        if row > first:
            self._add_headings("De kolomnamen lopen door tot hier", first, row)

    def _add_cell(self, row: int, column: int) -> None:
        self._head(f"Cel {cell_name(row, column)} geldt voor het hele blad als")
        for part in _IN_CELLS:
            self._add(NAMES[part], _at(part, Place(Where.CELL, column, row)))

    def _head(self, words: str) -> None:
        self.menu.addSeparator()
        head = self.menu.addAction(words)
        head.setEnabled(False)

    def _add(self, words: str, pointing: Pointing) -> None:
        self.menu.addAction(f"    {words}").setData(pointing)

    def _add_headings(self, words: str, first: int, last: int) -> None:
        self.menu.addAction(f"    {words}").setData((first, last))

    def _take(self, action: QAction) -> None:
        said = action.data()
        if isinstance(said, tuple):
            self.headings_pointed.emit(*said)
        elif said is not None:
            self.pointed.emit(said)


def _at(part: Part, place: Place) -> Pointing:
    def said(draft: Draft) -> Draft:
        return draft.with_place(part, place)

    return said


def _figures(columns: tuple[int, ...]) -> Pointing:
    def said(draft: Draft) -> Draft:
        return draft.with_values((*(value.column for value in draft.values), *columns))

    return said


def _nothing(columns: tuple[int, ...]) -> Pointing:
    def said(draft: Draft) -> Draft:
        return draft.without_columns(columns)

    return said


def _roles(draft: Draft) -> dict[int, str]:
    """What each column is about, by its number."""
    roles = {value.column: _FIGURES for value in draft.values}
    return roles | {
        place.column: NAMES[part].split(" ")[0] for part, place in draft.places if place.where is Where.COLUMN
    }
