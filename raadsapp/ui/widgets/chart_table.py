"""A chart as a table: to read, to copy and to paste into a spreadsheet."""

from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableWidget, QTableWidgetItem, QWidget

from raadsapp.texts import euro

_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter


@dataclass(frozen=True, slots=True)
class ChartTable:
    """Column names and rows; a text stands as it is, a number is whole euros."""

    columns: tuple[str, ...]
    rows: tuple[tuple[str | int, ...], ...]


def as_text(table: ChartTable) -> str:
    """The table with tabs between its cells, as spreadsheets take it; euros as plain numbers."""
    return "\n".join("\t".join(map(str, row)) for row in (table.columns, *table.rows))


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
        self.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        self.horizontalHeader().setHighlightSections(False)

    def show_table(self, table: ChartTable) -> None:
        """Show these rows."""
        self.setColumnCount(len(table.columns))
        self.setRowCount(len(table.rows))
        for column, name in enumerate(table.columns):
            header = QTableWidgetItem(name)
            header.setTextAlignment(_LEFT if column == 0 else _RIGHT)
            self.setHorizontalHeaderItem(column, header)
        for place, row in enumerate(table.rows):
            for column, cell in enumerate(row):
                item = QTableWidgetItem(euro(cell) if isinstance(cell, int) else cell)
                item.setTextAlignment(_RIGHT if isinstance(cell, int) else _LEFT)
                self.setItem(place, column, item)
