"""A chart as a table: to read, to copy and to paste into a spreadsheet."""

from dataclasses import dataclass
from math import isfinite

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableWidget, QTableWidgetItem, QWidget

from raadsapp.texts import euro

_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter


@dataclass(frozen=True, slots=True)
class Figure:
    """A number in any unit, and how a reader meets it: `Figure(3.0, "3 weken")`."""

    value: float
    text: str


Cell = str | int | Figure


@dataclass(frozen=True, slots=True)
class ChartTable:
    """Column names and rows; a text stands as it is, a bare number is whole euros."""

    columns: tuple[str, ...]
    rows: tuple[tuple[Cell, ...], ...]


def as_text(table: ChartTable) -> str:
    """The table with tabs between its cells, as spreadsheets take it: plain numbers, with a decimal comma."""
    lines = (table.columns, *(tuple(map(_plain, row)) for row in table.rows))
    return "\n".join("\t".join(line) for line in lines)


def _plain(cell: Cell) -> str:
    if not isinstance(cell, Figure):
        return str(cell)
    # What is no number, such as an endless wait, stays in words.
    return f"{cell.value:g}".replace(".", ",") if isfinite(cell.value) else cell.text


def _shown(cell: Cell) -> str:
    if isinstance(cell, Figure):
        return cell.text
    return euro(cell) if isinstance(cell, int) else cell


class TableView(QTableWidget):
    """A table to read; cells can be selected and copied by keyboard."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setAlternatingRowColors(True)
        self.setTabKeyNavigation(False)
        self.setWordWrap(True)
        self.verticalHeader().hide()
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        self.horizontalHeader().setHighlightSections(False)

    def show_table(self, table: ChartTable) -> None:
        """Show these rows."""
        self.setColumnCount(len(table.columns))
        self.setRowCount(len(table.rows))
        for column, name in enumerate(table.columns):
            header = QTableWidgetItem(name)
            words = column == 0 or (table.rows and isinstance(table.rows[0][column], str))
            header.setTextAlignment(_LEFT if words else _RIGHT)
            self.setHorizontalHeaderItem(column, header)
        for place, row in enumerate(table.rows):
            for column, cell in enumerate(row):
                item = QTableWidgetItem(_shown(cell))
                item.setTextAlignment(_LEFT if isinstance(cell, str) else _RIGHT)
                self.setItem(place, column, item)
        self._fit_columns()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Divide another width over the columns."""
        super().resizeEvent(event)
        self._fit_columns()

    def _fit_columns(self) -> None:
        """Fill the width with columns; more of them than fit are scrolled."""
        header = self.horizontalHeader()
        columns = range(self.columnCount())
        needed = sum(max(self.sizeHintForColumn(one), header.sectionSizeHint(one)) for one in columns)
        mode = QHeaderView.ResizeMode
        fits = needed <= self.viewport().width()
        header.setSectionResizeMode(mode.Stretch if fits else mode.ResizeToContents)
