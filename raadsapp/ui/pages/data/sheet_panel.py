"""The delivered sheets, one at a time, each with its marks; with the names of the others above it."""

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from raadsapp.domain.catalog import Catalog
from raadsapp.domain.problem import Severity
from raadsapp.services.delivery_cells import CellAt, Shown, value_words
from raadsapp.texts import number
from raadsapp.ui.theme.tokens import SMALL
from raadsapp.ui.widgets.problem_table import WORDS
from raadsapp.ui.widgets.segments import Segments
from raadsapp.ui.widgets.sheet_view import Mark, SheetView

if TYPE_CHECKING:
    from raadsapp.intake.sheet_part import SheetPart

_SEVERITIES = tuple(Severity)
_WORTH = frozenset({Severity.BLOCKING, Severity.WARNING})


class SheetPanel(QWidget):
    """`cell_chosen` carries sheet, row and column (from 0) of the cell the reader came to."""

    cell_chosen = Signal(str, int, int)

    def __init__(self, catalog: Catalog) -> None:
        super().__init__()
        self._catalog = catalog
        self._parts: dict[str, SheetPart] = {}
        self._marks: dict[str, dict[tuple[int, int], Mark]] = {}
        self._left_out: dict[str, frozenset[int]] = {}
        self._sheet = ""
        self.view = SheetView()
        self.view.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.view.cell_chosen.connect(self._tell)
        self.bar: Segments | None = None
        self._titles: list[tuple[str, str]] = []
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(SMALL)
        self._column.addWidget(self.view, 1)

    @property
    def stops(self) -> list[QWidget]:
        """Where the Tab key stops, from top to bottom."""
        sheets = [self.bar.button(name) for name, _ in self._titles] if self.bar else []
        return [*sheets, self.view]

    @property
    def here(self) -> CellAt | None:
        """Sheet, row and column the reader is on."""
        cell = self.view.current_cell
        return (self._sheet, *cell) if cell else None

    @property
    def chosen_rows(self) -> tuple[tuple[str, int], ...]:
        """The rows of which a cell is chosen, each with its sheet."""
        return tuple((self._sheet, row) for row in self.view.chosen_rows)

    def show_shown(self, shown: Shown) -> None:
        """Show the sheets of this preview; the cell the reader is on stays the one she is on."""
        parts = {part.name: part for part in shown.preview.parts}
        self._marks = _marks(shown, self._catalog)
        excluded = shown.preview.corrections.excluded
        self._left_out = {name: frozenset(row for sheet, row in excluded if sheet == name) for name in parts}
        self._parts = parts
        self._show_titles()
        self._show_sheet(self._sheet if self._sheet in parts else next(iter(parts), ""))

    def go_to(self, at: CellAt) -> bool:
        """Go to a cell, silently; False when its row is not among those shown."""
        sheet, row, column = at
        if sheet not in self._parts:
            return False
        if sheet != self._sheet:
            self._show_sheet(sheet)
        return self.view.go_to(row, column)

    def heading(self, sheet: str, row: int) -> bool:
        """Whether a row stands above the values."""
        part = self._parts.get(sheet)
        return part is not None and row <= part.header[1]

    def text_of(self, at: CellAt) -> str:
        """What stands in a cell of the sheet that is seen; empty when it is not shown."""
        return self.view.text_of(at[1], at[2]) if at[0] == self._sheet else ""

    def _show_sheet(self, name: str) -> None:
        if name not in self._parts:
            return
        self._sheet = name
        if self.bar:
            self.bar.show_choice(name)
        self.view.show_part(self._parts[name], self._marks.get(name, {}), self._left_out[name])

    def _show_titles(self) -> None:
        """Name the sheets, when there are more, with how many cells are worth a look."""
        worth = {
            name: sum(mark.severity in _WORTH for mark in self._marks.get(name, {}).values())
            for name in self._parts
        }
        titles = [(name, f"{name} ({number(count)})" if count else name) for name, count in worth.items()]
        if titles == self._titles:
            return
        self._titles = titles
        if self.bar:
            self._column.removeWidget(self.bar)
            self.bar.hide()
            self.bar.deleteLater()
            self.bar = None
        if len(titles) > 1:
            self.bar = Segments("Bladen", titles)
            self.bar.chosen.connect(self._open_sheet)
            self._column.insertWidget(0, self.bar)

    def _open_sheet(self, name: str) -> None:
        self._show_sheet(name)
        here = self.here
        if here:
            self.cell_chosen.emit(*here)

    def _tell(self, row: int, column: int) -> None:
        self.cell_chosen.emit(self._sheet, row, column)


def _marks(shown: Shown, catalog: Catalog) -> dict[str, dict[tuple[int, int], Mark]]:
    """Per sheet the mark of each cell: what was found there, the worst first, or that its value changes."""
    marks: dict[str, dict[tuple[int, int], Mark]] = {}
    for (sheet, row, column), change in shown.changes.items():
        old, new = (value_words(catalog, change.key, value) for value in (change.old, change.new))
        marks.setdefault(sheet, {})[row, column] = Mark(None, f"Verandert: was {old}, wordt {new}.")
    for (sheet, row, column), problems in shown.problems.items():
        worst = min((it.severity for it in problems), key=_SEVERITIES.index)
        told = "\n".join(f"{WORDS[it.severity]}: {it.message}" for it in problems)
        marks.setdefault(sheet, {})[row, column] = Mark(worst, told)
    return marks
