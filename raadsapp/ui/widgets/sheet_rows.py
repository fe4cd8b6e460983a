"""A part of a delivered sheet as Qt asks for it: letters, row numbers, cells, marks and skipped rows."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from PySide6.QtCore import QAbstractTableModel, Qt
from PySide6.QtGui import QBrush, QColor, QFont
from PySide6.QtWidgets import QWidget

from raadsapp.domain.problem import Severity
from raadsapp.intake.cells import Cell, cell_name, column_name, text_of
from raadsapp.intake.sheet_part import SheetPart
from raadsapp.texts import number
from raadsapp.ui.theme.applying import applied_theme
from raadsapp.ui.theme.icons import Ink, icon
from raadsapp.ui.widgets.table_rows import AnyIndex

_ROLE = Qt.ItemDataRole
GAP_SIGN = "⋯"
_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
_CHANGED = ("edit", Ink.ACCENT)
_ICONS = {
    Severity.BLOCKING: ("error", Ink.CONCERN),
    Severity.WARNING: ("alert", Ink.CONCERN),
    Severity.NOTE: ("info", Ink.MUTED),
}


@dataclass(frozen=True, slots=True)
class Mark:
    """What is to be said of a cell: how bad it is, None when its value merely changes, and the sentence."""

    severity: Severity | None
    sentence: str


class _Kind(StrEnum):
    """What a line of the table is."""

    HEADING = "heading"
    DATA = "data"
    GAP = "gap"


@dataclass(frozen=True, slots=True)
class _Line:
    """A row of the sheet, or the place of rows that are not shown; `row` is its first, `last` its last."""

    kind: _Kind
    row: int
    last: int
    cells: tuple[Cell, ...] = ()


class SheetRows(QAbstractTableModel):
    """One line for each row of the part and one for each stretch of rows it skips.

    `data` gives the `Mark` of a cell in the role `MARK`.
    """

    MARK = _ROLE.UserRole

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._lines: tuple[_Line, ...] = ()
        self._places: dict[int, int] = {}
        self._width = 0
        self._marks: Mapping[tuple[int, int], Mark] = {}
        self._marked: frozenset[int] = frozenset()
        self._left_out: frozenset[int] = frozenset()
        self._names: Mapping[int, str] = {}

    def name_columns(self, names: Mapping[int, str]) -> None:
        """Say below the letter of these columns what they are about."""
        if names != self._names:
            self._names = dict(names)
            self.headerDataChanged.emit(Qt.Orientation.Horizontal, 0, max(self._width - 1, 0))

    @property
    def names(self) -> frozenset[str]:
        """All that columns are about."""
        return frozenset(self._names.values())

    def named(self, column: int) -> str:
        """What a column is about, as it stands below its letter; empty when nothing is said."""
        return self._names.get(column, "")

    def take(self, part: SheetPart, marks: Mapping[tuple[int, int], Mark], left_out: frozenset[int]) -> None:
        """Hold this part instead."""
        self.beginResetModel()
        self._lines = _lines(part)
        self._places = {
            line.row: place for place, line in enumerate(self._lines) if line.kind is not _Kind.GAP
        }
        marked = (column + 1 for row, column in marks if row in self._places)
        self._width = max((*(len(cells) for _, cells in part.rows), *marked), default=0)
        self._marks, self._left_out = marks, left_out
        self._marked = frozenset(column for _, column in marks)
        self.endResetModel()

    def line_of(self, row: int) -> int | None:
        """The line that shows row `row` of the sheet; None when it is not among those shown."""
        return self._places.get(row)

    def row_of(self, line: int) -> int | None:
        """The row of the sheet on this line; None where rows are skipped."""
        found = self._lines[line]
        return None if found.kind is _Kind.GAP else found.row

    @property
    def gaps(self) -> tuple[int, ...]:
        """The lines where rows are skipped."""
        return tuple(place for place, line in enumerate(self._lines) if line.kind is _Kind.GAP)

    def text_of(self, row: int, column: int) -> str:
        """What stands in a cell of the sheet; empty when its row is not among those shown."""
        line = self.line_of(row)
        cells = () if line is None else self._lines[line].cells
        return text_of(cells[column]) if column < len(cells) else ""

    def longest(self, column: int, most_lines: int) -> str:
        """The longest text of a column among the first lines."""
        cells = (line.cells[column] for line in self._lines[:most_lines] if column < len(line.cells))
        return max((text_of(cell) for cell in cells), key=len, default="")

    def marked(self, column: int) -> bool:
        """Whether any cell of a column bears a mark."""
        return column in self._marked

    def rowCount(self, parent: AnyIndex | None = None) -> int:
        """How many lines there are."""
        return 0 if parent is not None and parent.isValid() else len(self._lines)

    def columnCount(self, parent: AnyIndex | None = None) -> int:
        """How many columns the widest row has."""
        return 0 if parent is not None and parent.isValid() else self._width

    def flags(self, index: AnyIndex) -> Qt.ItemFlag:
        """Cells can be chosen; skipped rows cannot."""
        if self._lines[index.row()].kind is _Kind.GAP:
            return Qt.ItemFlag.NoItemFlags
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable

    def data(self, index: AnyIndex, role: int = _ROLE.DisplayRole) -> object:
        """Text, mark, sentence, sign and colours of a cell."""
        line = self._lines[index.row()]
        if line.kind is _Kind.GAP:
            return _gap_words(line) if role in {_ROLE.ToolTipRole, _ROLE.AccessibleTextRole} else None
        column = index.column()
        cell = line.cells[column] if column < len(line.cells) else ""
        match role:
            case _ROLE.DisplayRole:
                return text_of(cell)
            case _ROLE.TextAlignmentRole:
                return _LEFT if isinstance(cell, str) else _RIGHT
            case _ROLE.ToolTipRole:
                return self._told(line, column)
            case _ROLE.AccessibleTextRole:
                words = f"{cell_name(line.row, column)}: {text_of(cell) or 'leeg'}"
                told = self._told(line, column)
                return f"{words}. {told}" if told else words
            case _:
                return self._look(line, column, role)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = _ROLE.DisplayRole) -> object:
        """Letters above, row numbers beside."""
        if role == _ROLE.TextAlignmentRole:
            return Qt.AlignmentFlag.AlignCenter
        if orientation == Qt.Orientation.Horizontal:
            if role != _ROLE.DisplayRole:
                return None
            # An empty line keeps the letters of all columns at one height.
            below = f"\n{self._names.get(section, '')}" if self._names else ""
            return f"{column_name(section)}{below}"
        line = self._lines[section]
        if line.kind is _Kind.GAP:
            if role == _ROLE.ToolTipRole:
                return _gap_words(line)
            return GAP_SIGN if role == _ROLE.DisplayRole else None
        return str(line.row + 1) if role == _ROLE.DisplayRole else None

    def _told(self, line: _Line, column: int) -> str:
        mark = self._marks.get((line.row, column))
        left_out = "Deze rij is weggelaten." if line.row in self._left_out else ""
        return " ".join(words for words in (mark.sentence if mark else "", left_out) if words)

    def _look(self, line: _Line, column: int, role: int) -> object:
        mark = self._marks.get((line.row, column))
        left_out = line.row in self._left_out
        match role:
            case SheetRows.MARK:
                return mark
            case _ROLE.DecorationRole if mark:
                return icon(*(_ICONS[mark.severity] if mark.severity else _CHANGED))
            case _ROLE.BackgroundRole:
                return _background(line, None if left_out else mark)
            case _ROLE.ForegroundRole if left_out:
                return QBrush(QColor(applied_theme().palette.text_muted))
            case _ROLE.FontRole if left_out or line.kind is _Kind.HEADING:
                return _font(line, left_out=left_out)
            case _:
                return None


def _background(line: _Line, mark: Mark | None) -> QBrush | None:
    palette = applied_theme().palette
    if mark and mark.severity is not Severity.NOTE:
        return QBrush(QColor(palette.concern_soft if mark.severity else palette.accent_soft))
    return QBrush(QColor(palette.raised)) if line.kind is _Kind.HEADING else None


def _font(line: _Line, *, left_out: bool) -> QFont:
    font = QFont()
    font.setStrikeOut(left_out)
    if line.kind is _Kind.HEADING:
        font.setWeight(QFont.Weight.DemiBold)
    return font


def _lines(part: SheetPart) -> tuple[_Line, ...]:
    lines: list[_Line] = []
    expected = 0
    first, last = part.header
    for row, cells in part.rows:
        if row > expected:
            lines.append(_Line(_Kind.GAP, expected, row - 1))
        lines.append(_Line(_Kind.HEADING if first <= row <= last else _Kind.DATA, row, row, cells))
        expected = row + 1
    if part.total_rows > expected:
        lines.append(_Line(_Kind.GAP, expected, part.total_rows - 1))
    return tuple(lines)


def _gap_words(line: _Line) -> str:
    if line.row == line.last:
        return f"Rij {number(line.row + 1)} staat wel in het bestand, maar niet in dit voorbeeld."
    return (
        f"Rij {number(line.row + 1)} tot en met {number(line.last + 1)} staan wel in het bestand, "
        "maar niet in dit voorbeeld."
    )
