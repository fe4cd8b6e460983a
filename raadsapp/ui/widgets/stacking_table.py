"""A table that becomes a list of blocks, one for each row, where its columns do not fit beside each other."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QSize, Qt, QTimer
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QGridLayout, QVBoxLayout, QWidget

from raadsapp.ui.theme.tokens import LARGE, MEDIUM, SMALL, TIGHT
from raadsapp.ui.widgets.data_table import DataTable
from raadsapp.ui.widgets.styling import TEXT_SIZE_EVENTS, restyle
from raadsapp.ui.widgets.table_rows import Column, T
from raadsapp.ui.widgets.text import Small, Subheading, Text, Tone

_SHARES = (3, 2)


class StackingTable(QWidget):
    """Shows `table` where all of its columns fit; otherwise its rows below each other.

    A block has the first cell of its row as heading, and below that the name of each other column with its
    cell.
    """

    def __init__(self, table: DataTable, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.table = table
        self.blocks: QFrame | None = None
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.addWidget(table)

    def show_items(self, columns: Sequence[Column[T]], items: Sequence[T]) -> None:
        """Show these items in the table, or in blocks."""
        self.table.show_items(columns, items)
        if self.blocks is not None:
            self._column.removeWidget(self.blocks)
            self.blocks.hide()
            self.blocks.deleteLater()
            self.blocks = None
        self._arrange()

    @property
    def is_stacked(self) -> bool:
        """Whether the rows stand below each other."""
        return self.blocks is not None and not self.blocks.isHidden()

    def minimumSizeHint(self) -> QSize:
        """As narrow as the page wants it."""
        return QSize(self.table.minimumSizeHint().width(), super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Beside each other where there is room."""
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self._arrange()

    def changeEvent(self, event: QEvent) -> None:
        """Larger text needs more room."""
        super().changeEvent(event)
        if event.type() in TEXT_SIZE_EVENTS:
            # Not while Qt replaces the style of everything: nothing may be laid out in between.
            QTimer.singleShot(0, self, self._arrange)

    def _arrange(self) -> None:
        stacked = self.table.needed_width() > self.width()
        if stacked and self.blocks is None:
            self.blocks = _blocks(self.table)
            self._column.addWidget(self.blocks)
        if self.blocks is not None:
            self.blocks.setVisible(stacked)
        self.table.setHidden(stacked)


def _blocks(table: DataTable) -> QFrame:
    card = QFrame()
    restyle(card, role="card", tone="plain")
    card.setAccessibleName(table.accessibleName())
    column = QVBoxLayout(card)
    column.setContentsMargins(LARGE, MEDIUM, LARGE, MEDIUM)
    column.setSpacing(SMALL)
    head, *names = (shown.title for shown in table.columns)
    for place, cells in enumerate(table.cells()):
        if place:
            rule = QFrame()
            restyle(rule, role="rule")
            column.addWidget(rule)
        title = Subheading(cells[0])
        title.setAccessibleName(f"{head}: {cells[0]}")
        column.addWidget(title)
        column.addLayout(_pairs(names, cells[1:]))
    return card


def _pairs(names: list[str], cells: tuple[str, ...]) -> QGridLayout:
    grid = QGridLayout()
    grid.setHorizontalSpacing(LARGE)
    grid.setVerticalSpacing(TIGHT)
    for side, share in enumerate(_SHARES):
        grid.setColumnStretch(side, share)
    for row, (name, cell) in enumerate(zip(names, cells, strict=True)):
        value = Text(cell)
        value.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignTop)
        value.setAccessibleName(f"{name}: {cell}")
        grid.addWidget(Small(name, Tone.MUTED), row, 0, Qt.AlignmentFlag.AlignTop)
        grid.addWidget(value, row, 1)
    return grid
