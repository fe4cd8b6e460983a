"""The search box: type, arrow down, Enter. Ctrl+K puts the cursor in it."""

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, Qt, Signal
from PySide6.QtGui import QAction, QFocusEvent, QKeyEvent, QKeySequence, QResizeEvent
from PySide6.QtWidgets import QLineEdit, QWidget

from raadsapp.texts import plural
from raadsapp.ui.main_window.finding import Find
from raadsapp.ui.theme.tokens import MEDIUM, SMALL, TIGHT
from raadsapp.ui.widgets.icon_label import IconLabel
from raadsapp.ui.widgets.snackbar import announce

if TYPE_CHECKING:
    from raadsapp.ui.main_window.search_list import SearchList

_SHORTCUT = "Ctrl+K"
_MOVES = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1, Qt.Key.Key_PageDown: 6, Qt.Key.Key_PageUp: -6}


class SearchBox(QLineEdit):
    """Shows what `ask` finds in a list below; `left` says that the reader is done with it."""

    left = Signal()

    def __init__(self, ask: Callable[[str], Sequence[Find]], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._ask = ask
        self._list: SearchList | None = None
        self.setPlaceholderText(f"Zoeken ({_SHORTCUT})")
        self.setAccessibleName("Zoeken in doelen, aanbevelingen, cijfers en opdrachten")
        self._mark = IconLabel("search", parent=self)
        self._mark.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.textEdited.connect(self._search)
        start = QAction(self)
        start.setShortcut(QKeySequence(_SHORTCUT))
        start.setShortcutContext(Qt.ShortcutContext.WindowShortcut)
        start.triggered.connect(self._start)
        self.addAction(start)

    @property
    def results(self) -> "SearchList":
        """The list below the box, made when it is first needed."""
        if self._list is None:
            from raadsapp.ui.main_window.search_list import SearchList

            self._list = SearchList(self.window())
            self._list.chosen.connect(self._choose)
            self.window().installEventFilter(self)
        return self._list

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the icon before the text."""
        super().resizeEvent(event)
        size = self._mark.sizeHint()
        self._mark.setGeometry(QRect(QPoint(MEDIUM, (self.height() - size.height()) // 2), size))
        self.setTextMargins(size.width() + TIGHT, 0, 0, 0)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Walk through the list and choose from it without leaving the box."""
        key = Qt.Key(event.key())
        if key in _MOVES and not self.results.isVisible():
            self._search(self.text())
        elif key in _MOVES:
            self.results.move_by(_MOVES[key])
            announce(self, self.results.spoken())
        elif key in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self._choose(self.results.current())
        elif key == Qt.Key.Key_Escape:
            self._leave()
        else:
            super().keyPressEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Close the list when the reader goes elsewhere."""
        if self._list:
            self._list.hide()
        super().focusOutEvent(event)

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        """Keep the list below the box."""
        if event.type() == QEvent.Type.Resize and self._list and self._list.isVisible():
            self._place()
        return False

    def _start(self) -> None:
        self.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.selectAll()
        self._search(self.text())

    def _search(self, text: str) -> None:
        finds = self._ask(text)
        self.results.show_finds(finds, text)
        self._place()
        self.results.show()
        self.results.raise_()
        announce(self, plural(len(finds), "resultaat", "resultaten"))

    def _place(self) -> None:
        window = self.window()
        left_below = self.mapTo(window, QPoint(0, self.height() + TIGHT))
        width = min(max(self.width(), self.results.wanted_width()), window.width() - 2 * SMALL)
        left = min(left_below.x(), window.width() - width - SMALL)
        room = window.height() - left_below.y() - SMALL
        self.results.setGeometry(left, left_below.y(), width, min(self.results.wanted_height(), room))

    def _choose(self, find: Find | None) -> None:
        if find:
            self._leave()
            find.do()

    def _leave(self) -> None:
        if self._list:
            self._list.hide()
        self.clear()
        self.left.emit()
