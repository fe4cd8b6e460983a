"""A list of items to open: code, title, detail and a mark per row, with headings between.

One stop for the Tab key, arrow keys within; Enter or a click opens. Words wrap, and rows grow with them.
"""

from collections.abc import Sequence

from PySide6.QtCore import (
    QAbstractListModel,
    QEvent,
    QItemSelectionModel,
    QModelIndex,
    QPersistentModelIndex,
    QSize,
    Qt,
    QTimer,
    Signal,
)
from PySide6.QtGui import QKeyEvent, QMouseEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QFrame, QListView, QSizePolicy, QWidget

from raadsapp.ui.widgets.item_row import ItemRowDelegate, ListRow
from raadsapp.ui.widgets.styling import TEXT_SIZE_EVENTS, restyle

AnyIndex = QModelIndex | QPersistentModelIndex


class _Rows(QAbstractListModel):
    """The rows, as Qt asks for them."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.rows: tuple[ListRow, ...] = ()

    def take(self, rows: Sequence[ListRow]) -> None:
        self.beginResetModel()
        self.rows = tuple(rows)
        self.endResetModel()

    def rowCount(self, parent: AnyIndex | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self.rows)

    def data(self, index: AnyIndex, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        row = self.rows[index.row()]
        if role == Qt.ItemDataRole.UserRole:
            return row
        if role == Qt.ItemDataRole.DisplayRole:
            return row.title
        return row.spoken if role == Qt.ItemDataRole.AccessibleTextRole else None

    def flags(self, index: AnyIndex) -> Qt.ItemFlag:
        if not self.rows[index.row()].key:
            return Qt.ItemFlag.ItemNeverHasChildren
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable


class ItemList(QListView):
    """Rows to open. With `whole` the list is as high as its rows and leaves scrolling to what it lies in.

    `moved` then says between which heights the row lies that the reader came to by keyboard.
    """

    opened = Signal(str)
    moved = Signal(int, int)

    def __init__(self, says: str, *, whole: bool = False, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._whole = whole
        self._rows = _Rows(self)
        self._height = 0
        restyle(self, role="items" if whole else "sheet")
        self.setAccessibleName(says)
        self.setModel(self._rows)
        self.setItemDelegate(ItemRowDelegate(self))
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setMouseTracking(True)
        if whole:
            self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
            policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
            policy.setHeightForWidth(True)
            self.setSizePolicy(policy)

    @property
    def keys(self) -> tuple[str, ...]:
        """What the rows open, from top to bottom."""
        return tuple(row.key for row in self._rows.rows if row.key)

    @property
    def rows(self) -> tuple[ListRow, ...]:
        """What is shown, headings included."""
        return self._rows.rows

    def show_rows(self, rows: Sequence[ListRow]) -> None:
        """Show other rows; the row the reader is on stays the one she is on, if it is still there."""
        if tuple(rows) == self._rows.rows:
            return
        here = self.current_key()
        shown = bool(self.selectionModel().selectedIndexes())
        self._rows.take(rows)
        place = here if here in self.keys else next(iter(self.keys), "")
        self._come_to(place, QItemSelectionModel.SelectionFlag.NoUpdate)
        if shown:
            self.show_open(here)
        self.updateGeometry()

    def show_current(self, key: str) -> None:
        """Bring the row of this item into view and mark it; no row when it is not in the list."""
        self._come_to(key, QItemSelectionModel.SelectionFlag.ClearAndSelect)

    def show_open(self, key: str) -> None:
        """Mark the row of the item that is open beside the list; without such a row none is marked."""
        if key in self.keys:
            self.show_current(key)
        else:
            self.clearSelection()

    def current_key(self) -> str:
        """What the row the reader is on would open."""
        index = self.currentIndex()
        return self._rows.rows[index.row()].key if index.isValid() else ""

    def current_edges(self) -> tuple[int, int]:
        """Top and bottom of the row the reader is on."""
        rect = self.visualRect(self.currentIndex())
        return rect.top(), rect.bottom()

    def currentChanged(self, current: AnyIndex, previous: AnyIndex) -> None:
        """Say where the reader came to."""
        super().currentChanged(current, previous)
        if self._whole and self.hasFocus():
            self.moved.emit(*self.current_edges())

    def hasHeightForWidth(self) -> bool:
        """Whether the height follows the width: words wrap."""
        return self._whole

    def heightForWidth(self, width: int) -> int:
        """The height in which all rows fit at this width."""
        delegate = self.itemDelegate()
        assert isinstance(delegate, ItemRowDelegate)  # noqa: S101 - the list sets no other
        edges = 2 * self.frameWidth() + self.contentsMargins().top() + self.contentsMargins().bottom()
        return sum(delegate.height(row, width) for row in self._rows.rows) + edges

    def sizeHint(self) -> QSize:
        """As high as the rows when the list is shown whole."""
        hint = super().sizeHint()
        return QSize(hint.width(), self.heightForWidth(max(self.width(), 1))) if self._whole else hint

    def minimumSizeHint(self) -> QSize:
        """Never narrower than one word, and as high as the rows when the list is shown whole."""
        return QSize(120, self.sizeHint().height() if self._whole else 120)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter and space open the row; all else is the list's own."""
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space}:
            self._open_current()
        else:
            super().keyPressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Open the row under the mouse."""
        super().mouseReleaseEvent(event)
        at = self.indexAt(event.position().toPoint())
        if event.button() == Qt.MouseButton.LeftButton and at.isValid() and at == self.currentIndex():
            self._open_current()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Words wrap otherwise at another width."""
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self.scheduleDelayedItemsLayout()
            if self._whole:
                QTimer.singleShot(0, self, self.updateGeometry)

    def changeEvent(self, event: QEvent) -> None:
        """Grow with the text."""
        if event.type() in TEXT_SIZE_EVENTS:
            self.scheduleDelayedItemsLayout()
            self.updateGeometry()
        super().changeEvent(event)

    def _come_to(self, key: str, flag: QItemSelectionModel.SelectionFlag) -> None:
        for number, row in enumerate(self._rows.rows):
            if row.key and row.key == key:
                index = self._rows.index(number, 0)
                self.selectionModel().setCurrentIndex(index, flag)
                if not self._whole:  # then every row is in view, and asking lays them all out
                    self.scrollTo(index)
                return

    def _open_current(self) -> None:
        key = self.current_key()
        if key:
            self.opened.emit(key)
