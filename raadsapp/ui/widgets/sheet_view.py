"""A delivered sheet as a spreadsheet shows it, with what was found marked at its cells."""

from collections.abc import Mapping

from PySide6.QtCore import QEvent, QRect, QSize, Qt, QTimer, Signal
from PySide6.QtGui import (
    QColor,
    QFontMetrics,
    QGuiApplication,
    QKeyEvent,
    QKeySequence,
    QPainter,
    QPen,
    QResizeEvent,
)
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QWidget,
)

from raadsapp.domain.problem import Severity
from raadsapp.intake.sheet_part import SheetPart
from raadsapp.ui.theme.applying import applied_theme
from raadsapp.ui.theme.tokens import LARGE, SMALL, TEXT_SMALL
from raadsapp.ui.widgets.sheet_rows import Mark, SheetRows
from raadsapp.ui.widgets.styling import TEXT_SIZE_EVENTS, restyle
from raadsapp.ui.widgets.table_rows import AnyIndex

__all__ = ["Mark", "SheetView"]

_ROW_HEIGHT = 20
_GAP_HEIGHT = 14
_NARROWEST = 48
_WIDEST = 240
_MEASURED_LINES = 100
_LEAST_WIDTH = 200
_LEAST_LINES = 6
_EDGES = {Severity.BLOCKING: 4, Severity.WARNING: 2}


class _Cells(QStyledItemDelegate):
    """Draws a bar at the left of a marked cell, thick when it is kept out, and a frame around the current."""

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: AnyIndex) -> None:
        super().paint(painter, option, index)
        palette = applied_theme().palette
        rect: QRect = option.rect
        mark = index.data(SheetRows.MARK)
        edge = _EDGES.get(mark.severity, 0) if mark and mark.severity else 0
        if edge:
            painter.fillRect(QRect(rect.left(), rect.top(), edge, rect.height()), QColor(palette.concern))
        view = self.parent()
        if isinstance(view, SheetView) and index == view.currentIndex():
            painter.save()
            painter.setPen(QPen(QColor(palette.focus), 2))
            painter.drawRect(rect.adjusted(1, 1, -1, -1))
            painter.restore()


class SheetView(QTableView):
    """A part of a sheet; rows and columns are called as in the sheet and counted from 0.

    `cell_chosen` tells the row and column the reader came to, by mouse or keyboard; `row_chosen` and
    `column_chosen` that she clicked a row number or a letter. Arrow keys walk, Ctrl+C copies.
    """

    cell_chosen = Signal(int, int)
    row_chosen = Signal(int)
    column_chosen = Signal(int)

    def __init__(self, says: str = "Blad", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._rows = SheetRows(self)
        self._silent = False
        self._part: SheetPart | None = None
        self._measured: tuple[int, str] | None = None
        self._widths: list[int] = []
        restyle(self, role="sheet")
        self.setAccessibleName(says)
        self.setAccessibleDescription("Pijltjes lopen door de cellen, Ctrl+C kopieert.")
        self.setModel(self._rows)
        self.setItemDelegate(_Cells(self))
        self.setTabKeyNavigation(False)
        self.setWordWrap(False)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        for header in (self.horizontalHeader(), self.verticalHeader()):
            header.setSectionsClickable(True)
            header.setHighlightSections(True)
            header.setMinimumSectionSize(1)
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.horizontalHeader().sectionClicked.connect(self.column_chosen)
        self.verticalHeader().sectionClicked.connect(self._tell_row)
        self._fitting = QTimer(self, singleShot=True, interval=0)
        self._fitting.timeout.connect(self._fit)

    def show_part(
        self,
        part: SheetPart,
        marks: Mapping[tuple[int, int], Mark] | None = None,
        left_out: frozenset[int] = frozenset(),
    ) -> None:
        """Show this part with `marks` at their (row, column), and the rows `left_out` struck through.

        The cell the reader is on stays the one she is on, and so does what is in view.
        """
        here = self.current_cell
        across, down = self.horizontalScrollBar().value(), self.verticalScrollBar().value()
        self._silent = True
        self.setAccessibleName(f"Blad {part.name}")
        if self._part is None or part.rows is not self._part.rows:
            self._measured = None
        self._part = part
        self._rows.take(part, marks or {}, left_out)
        self._fit()
        if here is not None:
            self.go_to(*here)
        self.horizontalScrollBar().setValue(across)
        self.verticalScrollBar().setValue(down)
        self._silent = False

    def name_columns(self, names: Mapping[int, str]) -> None:
        """Say below the letters of these columns, counted from 0, what they are about."""
        self._rows.name_columns(names)
        self._fitting.start()

    @property
    def current_cell(self) -> tuple[int, int] | None:
        """Row and column the reader is on; None before she is on any."""
        index = self.currentIndex()
        row = self._rows.row_of(index.row()) if index.isValid() else None
        return None if row is None else (row, index.column())

    def text_of(self, row: int, column: int) -> str:
        """What stands in a cell; empty when its row is not among those shown."""
        return self._rows.text_of(row, column)

    @property
    def chosen_rows(self) -> tuple[int, ...]:
        """The rows of which at least one cell is chosen, from top to bottom."""
        lines = sorted({index.row() for index in self.selectionModel().selectedIndexes()})
        return tuple(row for line in lines if (row := self._rows.row_of(line)) is not None)

    @property
    def chosen_columns(self) -> tuple[int, ...]:
        """The columns of which at least one cell is chosen, from left to right."""
        return tuple(sorted({index.column() for index in self.selectionModel().selectedIndexes()}))

    def go_to(self, row: int, column: int) -> bool:
        """Go to a cell, silently, and bring it into view; False when its row is not among those shown."""
        line = self._rows.line_of(row)
        if line is None or not 0 <= column < self._rows.columnCount():
            return False
        silent, self._silent = self._silent, True
        index = self._rows.index(line, column)
        self.setCurrentIndex(index)
        self.scrollTo(index)
        self._silent = silent
        return True

    def currentChanged(self, current: AnyIndex, previous: AnyIndex) -> None:
        """Tell where the reader came to."""
        super().currentChanged(current, previous)
        here = self.current_cell
        if here is not None and not self._silent:
            self.cell_chosen.emit(*here)

    def as_text(self) -> str:
        """The chosen cells, with tabs between them as spreadsheets take it."""
        lines: dict[int, list[str]] = {}
        for index in sorted(self.selectionModel().selectedIndexes()):
            lines.setdefault(index.row(), []).append(str(index.data()))
        return "\n".join("\t".join(cells) for cells in lines.values())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the chosen cell in sight, also when it was chosen before there was room for it."""
        super().resizeEvent(event)
        if self.currentIndex().isValid():
            self.scrollTo(self.currentIndex())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Copy; all else is the table's own."""
        if event.matches(QKeySequence.StandardKey.Copy):
            QGuiApplication.clipboard().setText(self.as_text())
        elif event.key() == Qt.Key.Key_Escape:
            event.ignore()
        else:
            super().keyPressEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        """Grow with the text."""
        if event.type() in TEXT_SIZE_EVENTS and hasattr(self, "_fitting"):
            self._fitting.start()
        super().changeEvent(event)

    def sizeHint(self) -> QSize:
        """Room for some lines; what lies around it may give more."""
        return QSize(super().sizeHint().width(), self._lines_height(2 * _LEAST_LINES))

    def minimumSizeHint(self) -> QSize:
        """A few lines, and narrow enough for any page."""
        return QSize(_LEAST_WIDTH, self._lines_height(_LEAST_LINES))

    def _lines_height(self, count: int) -> int:
        return self.horizontalHeader().height() + count * self.verticalHeader().defaultSectionSize()

    def _tell_row(self, line: int) -> None:
        row = self._rows.row_of(line)
        if row is not None:
            self.row_chosen.emit(row)

    def _fit(self) -> None:
        theme = applied_theme()
        side = theme.px(TEXT_SMALL)
        self.setIconSize(QSize(side, side))
        self.verticalHeader().setDefaultSectionSize(theme.px(_ROW_HEIGHT) + SMALL)
        for line in self._rows.gaps:
            self.setRowHeight(line, theme.px(_GAP_HEIGHT))
        metrics = QFontMetrics(self.font())
        widest, narrowest = theme.px(_WIDEST), theme.px(_NARROWEST)
        # Measuring takes long in a wide sheet, and most often only its marks are others.
        measured = self._rows.columnCount(), self.font().key()
        if measured != self._measured:
            self._measured = measured
            columns = range(self._rows.columnCount())
            longest = (self._rows.longest(column, _MEASURED_LINES) for column in columns)
            self._widths = [metrics.horizontalAdvance(text) for text in longest]
        chosen = self.font()
        chosen.setBold(True)
        heads = {name: QFontMetrics(chosen).horizontalAdvance(name) for name in self._rows.names}
        for column, width in enumerate(self._widths):
            words = max(width, heads.get(self._rows.named(column), 0)) + 2 * LARGE
            sign = side + SMALL if self._rows.marked(column) else 0
            self.setColumnWidth(column, min(max(words + sign, narrowest), widest))
        self.updateGeometry()
