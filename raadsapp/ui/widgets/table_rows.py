"""The columns and rows of a table, as Qt asks for them."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from textwrap import wrap
from typing import Any, Generic, TypeVar

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QWidget

T = TypeVar("T")
AnyIndex = QModelIndex | QPersistentModelIndex
_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter


@dataclass(frozen=True, slots=True)
class Column(Generic[T]):
    """A column: its name, its words for an item, what it is sorted by (the words themselves when None).

    Words wrap in a column that would be wider than `widest` pixels at 100 % text; 0 for the usual bound. Its
    name breaks after `letters` at most; 0 keeps it on one line.
    """

    title: str
    words: Callable[[T], str]
    order: Callable[[T], Any] | None = None
    right: bool = False
    icon: Callable[[T], QIcon] | None = None
    widest: int = 0
    letters: int = 0

    @property
    def heading(self) -> str:
        """Its name as it stands above the column."""
        return "\n".join(wrap(self.title, self.letters)) if self.letters else self.title


class TableRows(QAbstractTableModel):
    """Items of any kind, each a row; a cell is worded only when it is asked for."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.columns: tuple[Column[Any], ...] = ()
        self.items: tuple[Any, ...] = ()

    def take(self, columns: Sequence[Column[Any]], items: Sequence[Any]) -> None:
        """Hold these columns and items instead."""
        self.beginResetModel()
        self.columns, self.items = tuple(columns), tuple(items)
        self.endResetModel()

    def rowCount(self, parent: AnyIndex | None = None) -> int:
        """How many items there are."""
        return 0 if parent is not None and parent.isValid() else len(self.items)

    def columnCount(self, parent: AnyIndex | None = None) -> int:
        """How many columns there are."""
        return 0 if parent is not None and parent.isValid() else len(self.columns)

    def data(self, index: AnyIndex, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """The words, icon or alignment of a cell."""
        column, item = self.columns[index.column()], self.items[index.row()]
        if role in {Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole}:
            return column.words(item)
        if role == Qt.ItemDataRole.DecorationRole and column.icon:
            return column.icon(item)
        return _alignment(column) if role == Qt.ItemDataRole.TextAlignmentRole else None

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> object:
        """The name of a column."""
        if orientation != Qt.Orientation.Horizontal:
            return None
        column = self.columns[section]
        if role == Qt.ItemDataRole.DisplayRole:
            return column.heading
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return column.title
        return _alignment(column) if role == Qt.ItemDataRole.TextAlignmentRole else None

    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        """Put the items in the order of a column."""
        if not 0 <= column < len(self.columns):
            return
        sorted_by = self.columns[column].order or self.columns[column].words
        self.beginResetModel()
        down = order == Qt.SortOrder.DescendingOrder
        self.items = tuple(sorted(self.items, key=sorted_by, reverse=down))
        self.endResetModel()


def _alignment(column: Column[Any]) -> Qt.AlignmentFlag:
    return _RIGHT if column.right else _LEFT
