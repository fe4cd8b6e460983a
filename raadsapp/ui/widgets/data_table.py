"""A table to read, sort and copy; it draws rows only when they are seen, so it may have very many."""

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QEvent, QSize, Qt, QTimer
from PySide6.QtGui import QFontMetrics, QGuiApplication, QKeyEvent, QKeySequence, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QWidget,
)

from raadsapp.ui.theme.applying import applied_theme
from raadsapp.ui.theme.tokens import MEDIUM, SMALL, TEXT_BODY
from raadsapp.ui.widgets.styling import TEXT_SIZE_EVENTS
from raadsapp.ui.widgets.table_rows import AnyIndex, Column, T, TableRows

_MOST_HEIGHT = 250
_A_LITTLE_MORE = 1.35
_WIDEST_COLUMN = 280
_MEASURED_ROWS = 25
_ROW_HEIGHT = 20
_LEAST_WIDTH = 160
_PADDING = 28


class _Cells(QStyledItemDelegate):
    """Leaves a cell the height of all its words; the stylesheet's padding makes Qt's own guess too low."""

    def __init__(self, table: QTableView) -> None:
        super().__init__(table)
        self._table = table

    def sizeHint(self, option: QStyleOptionViewItem, index: AnyIndex) -> QSize:
        size = super().sizeHint(option, index)
        icon = self._table.iconSize().width() + SMALL if index.data(Qt.ItemDataRole.DecorationRole) else 0
        room = max(self._table.columnWidth(index.column()) - _PADDING - icon, 1)
        words = str(index.data(Qt.ItemDataRole.DisplayRole))
        wrap = int(Qt.TextFlag.TextWordWrap)
        height = QFontMetrics(self._table.font()).boundingRect(0, 0, room, 1 << 20, wrap, words).height()
        return QSize(size.width(), max(height, self._table.iconSize().height()) + MEDIUM)


class DataTable(QTableView):
    """Arrow keys walk, Ctrl+C copies the chosen rows, a header or Alt with an arrow up or down sorts.

    A `whole` table of a few rows is as high as they are, and leaves scrolling down to what it lies in.
    """

    def __init__(self, says: str, parent: QWidget | None = None, *, whole: bool = False) -> None:
        super().__init__(parent)
        self._whole = whole
        self._rows = TableRows(self)
        self._stretched = -1
        self._columns_fit = False
        self.setAccessibleName(says)
        self.setModel(self._rows)
        self.setItemDelegate(_Cells(self))
        self.setAlternatingRowColors(True)
        self.setShowGrid(False)
        self.setTabKeyNavigation(False)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.verticalHeader().hide()
        header = self.horizontalHeader()
        header.setHighlightSections(False)
        header.setSectionsClickable(True)
        header.setSortIndicatorShown(True)
        header.setResizeContentsPrecision(_MEASURED_ROWS)
        header.sectionClicked.connect(self._sort_by_click)
        header.setToolTip("Klik om te sorteren; met het toetsenbord Alt en pijl omlaag of omhoog.")
        self.setAccessibleDescription("Alt met pijl omlaag of omhoog sorteert, Ctrl+C kopieert.")
        self._fitting = QTimer(self, singleShot=True, interval=0)
        self._fitting.timeout.connect(self._fit)
        header.sectionResized.connect(self._fitting.start)
        self.verticalScrollBar().valueChanged.connect(self._fitting.start)
        self._fit_text()

    def show_items(self, columns: Sequence[Column[T]], items: Sequence[T], stretched: int = -1) -> None:
        """Show these items, in their own order; column `stretched` has the room that is left for it.

        Without one the columns are as wide as their words, and the first takes what is left over.
        """
        self._stretched = stretched
        self._rows.take(columns, items)
        self.horizontalHeader().setSortIndicator(-1, Qt.SortOrder.AscendingOrder)
        if items:
            self.setCurrentIndex(self._rows.index(0, max(stretched, 0)))
        self._fit_text()

    @property
    def items(self) -> tuple[Any, ...]:
        """What is shown, in the order of the moment."""
        return self._rows.items

    @property
    def columns(self) -> tuple[Column[Any], ...]:
        """The columns, from left to right."""
        return self._rows.columns

    def cells(self) -> tuple[tuple[str, ...], ...]:
        """The words of each row, in the order of the moment."""
        return tuple(tuple(column.words(item) for column in self.columns) for item in self.items)

    def needed_width(self) -> int:
        """The width in pixels in which every column has room for its words, or for the widest it may be."""
        return sum(self._column_width(column) for column in range(len(self.columns))) + 2 * self.frameWidth()

    @property
    def current_item(self) -> Any:  # noqa: ANN401 - of the kind that was given
        """The item the reader is on; None in an empty table."""
        index = self.currentIndex()
        return self._rows.items[index.row()] if index.isValid() else None

    def go_to_row(self, row: int) -> None:
        """Go to a row, past the last one to the first and the other way round."""
        if self._rows.items:
            column = max(self.currentIndex().column(), 0)
            self.setCurrentIndex(self._rows.index(row % len(self._rows.items), column))
            self.scrollTo(self.currentIndex())

    def as_text(self, *, chosen: bool = False) -> str:
        """The table, or its chosen rows, with tabs between cells as spreadsheets take it."""
        items = self._rows.items
        if chosen:
            items = tuple(items[index.row()] for index in sorted(self.selectionModel().selectedRows()))
        lines = [[column.title for column in self.columns]]
        lines += [[column.words(item) for column in self.columns] for item in items]
        return "\n".join("\t".join(cells) for cells in lines)

    def sort_by(self, column: int, order: Qt.SortOrder) -> None:
        """Sort by a column; the item the reader is on stays the one she is on."""
        here, place = self.current_item, max(self.currentIndex().column(), 0)
        self.horizontalHeader().setSortIndicator(column, order)
        self._rows.sort(column, order)
        if here is not None:
            self.setCurrentIndex(self._rows.index(self._rows.items.index(here), place))
        self._fitting.start()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Copy and sort by keyboard; all else is the table's own."""
        alt = event.modifiers() & Qt.KeyboardModifier.AltModifier
        if event.matches(QKeySequence.StandardKey.Copy):
            QGuiApplication.clipboard().setText(self.as_text(chosen=True))
        elif alt and event.key() in {Qt.Key.Key_Up, Qt.Key.Key_Down}:
            down = event.key() == Qt.Key.Key_Up
            order = Qt.SortOrder.DescendingOrder if down else Qt.SortOrder.AscendingOrder
            self.sort_by(self.currentIndex().column(), order)
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Words wrap otherwise at another width."""
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self._fit_soon()

    def changeEvent(self, event: QEvent) -> None:
        """Grow with the text."""
        if event.type() in TEXT_SIZE_EVENTS and hasattr(self, "_fitting"):
            # Not while Qt replaces the style of everything: nothing may be laid out in between.
            QTimer.singleShot(0, self, self._fit_text)
        super().changeEvent(event)

    def sizeHint(self) -> QSize:
        """As high as the rows, up to what still leaves room for the rest of the page."""
        theme = applied_theme()
        most = round(_MOST_HEIGHT * (1 + theme.scale) / 2) + self.horizontalHeader().height()
        shown = min(len(self._rows.items), _MEASURED_ROWS)
        rows = sum(self.rowHeight(row) for row in range(shown))
        bar = self.horizontalScrollBar().height() if self.horizontalScrollBar().isVisible() else 0
        whole = self.horizontalHeader().height() + rows + 2 * self.frameWidth() + 4 + bar
        height = whole if self._whole or whole <= most * _A_LITTLE_MORE else most
        return QSize(super().sizeHint().width(), round(height))

    def minimumSizeHint(self) -> QSize:
        """As high as the table is, and narrow enough for any page."""
        return QSize(_LEAST_WIDTH, self.sizeHint().height())

    def _sort_by_click(self, column: int) -> None:
        self.sort_by(column, self.horizontalHeader().sortIndicatorOrder())

    def _fit_text(self) -> None:
        side = applied_theme().px(TEXT_BODY + 1)
        self.setIconSize(QSize(side, side))
        self.verticalHeader().setDefaultSectionSize(applied_theme().px(_ROW_HEIGHT) + MEDIUM)
        self._fit_soon()

    def _fit_soon(self) -> None:
        """Measure once, after all that changes together has changed."""
        self._columns_fit = False
        self._fitting.start()

    def _fit(self) -> None:
        if not self._columns_fit:
            self._columns_fit = True
            self._fit_columns()
        self._fit_seen_rows()

    def _fit_columns(self) -> None:
        header = self.horizontalHeader()
        for column in range(header.count()):
            if column != self._stretched:
                header.setSectionResizeMode(column, QHeaderView.ResizeMode.Interactive)
                header.resizeSection(column, self._column_width(column))
        spare = self.viewport().width() - header.length()
        if self._stretched < 0 < spare and header.count():
            header.resizeSection(0, header.sectionSize(0) + spare)
        if 0 <= self._stretched < header.count():
            header.setSectionResizeMode(self._stretched, QHeaderView.ResizeMode.Stretch)

    def _column_width(self, column: int) -> int:
        """As wide as its words, within bounds."""
        width = max(self.sizeHintForColumn(column), self.horizontalHeader().sectionSizeHint(column)) + SMALL
        return min(width, applied_theme().px(self.columns[column].widest or _WIDEST_COLUMN))

    def _fit_seen_rows(self) -> None:
        """Give the rows in view the height of their words; the others when they come into view."""
        if not self._rows.items:
            return
        row = max(self.rowAt(0), 0)
        while row < len(self._rows.items) and self.rowViewportPosition(row) <= self.viewport().height():
            self.resizeRowToContents(row)
            row += 1
        self.updateGeometry()
