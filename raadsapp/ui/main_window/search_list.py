"""The list below the search box."""

from collections.abc import Sequence

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter
from PySide6.QtWidgets import (
    QFrame,
    QListWidget,
    QListWidgetItem,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)

from raadsapp.ui.main_window.finding import Find
from raadsapp.ui.theme.applying import applied_theme
from raadsapp.ui.theme.tokens import MEDIUM, SMALL, TEXT_BODY, TEXT_SMALL, TIGHT
from raadsapp.ui.widgets.styling import margins, restyle
from raadsapp.ui.widgets.text import Small

_WIDTH = 460
_FIND = Qt.ItemDataRole.UserRole
_ROWS = 8


class SearchList(QFrame):
    """Floats above the window and never takes the focus. `chosen` carries what was clicked."""

    chosen = Signal(object)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        restyle(self, role="panel")
        self.setAccessibleName("Gevonden")
        column = QVBoxLayout(self)
        column.setContentsMargins(margins(TIGHT, TIGHT))
        self.none = Small()
        self.none.setContentsMargins(margins(MEDIUM, SMALL))
        column.addWidget(self.none)
        self._list = QListWidget()
        self._list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._list.setItemDelegate(_Row(self._list))
        self._list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._list.setAccessibleName("Gevonden")
        self._list.itemClicked.connect(self._click)
        column.addWidget(self._list)
        self.hide()

    def show_finds(self, finds: Sequence[Find], text: str) -> None:
        """Show these lines, the first one marked; without any, say so."""
        self._list.clear()
        for find in finds:
            item = QListWidgetItem(find.title)
            item.setData(_FIND, find)
            item.setData(Qt.ItemDataRole.AccessibleTextRole, _spoken(find))
            self._list.addItem(item)
        self.none.show_text(f"Niets gevonden voor ‘{text.strip()}’. Probeer een ander of korter woord.")
        self.none.setHidden(bool(finds))
        self._list.setHidden(not finds)
        self._list.setCurrentRow(0)

    def move_by(self, rows: int) -> None:
        """Mark a line further up or down; at an end it stays."""
        last = self._list.count() - 1
        self._list.setCurrentRow(max(0, min(self._list.currentRow() + rows, last)))

    def current(self) -> Find | None:
        """The marked line; None when the list is closed or empty."""
        item = self._list.currentItem() if self.isVisible() else None
        found = item.data(_FIND) if item else None
        return found if isinstance(found, Find) else None

    def spoken(self) -> str:
        """The marked line as a screen reader says it."""
        find = self.current()
        return _spoken(find) if find else ""

    def wanted_width(self) -> int:
        """The width in which most titles fit."""
        return applied_theme().px(_WIDTH)

    def wanted_height(self) -> int:
        """Room for the lines, or for some of them and a scroll bar."""
        rows = min(self._list.count(), _ROWS)
        if not rows:
            return self.heightForWidth(self.wanted_width())
        return rows * self._list.sizeHintForRow(0) + 2 * TIGHT + 2 * SMALL

    def _click(self, item: QListWidgetItem) -> None:
        self.chosen.emit(item.data(_FIND))


class _Row(QStyledItemDelegate):
    """Title above; below it the kind and the words that were found."""

    def sizeHint(self, _option: QStyleOptionViewItem, _index: QModelIndex | QPersistentModelIndex) -> QSize:
        """Two lines."""
        title, small = self._fonts()
        lines = QFontMetrics(title).height() + QFontMetrics(small).height()
        return QSize(0, lines + 2 * SMALL)

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        """Draw the two lines, on a coloured ground when marked."""
        find = index.data(_FIND)
        palette = applied_theme().palette
        painter.save()
        if option.state & QStyle.StateFlag.State_Selected:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setBrush(QColor(palette.selection))
            painter.setPen(Qt.PenStyle.NoPen)
            painter.drawRoundedRect(option.rect, TIGHT, TIGHT)
        title, small = self._fonts()
        area = option.rect.adjusted(MEDIUM, SMALL, -MEDIUM, -SMALL)
        self._line(painter, title, palette.text, area, find.title)
        below = area.adjusted(0, QFontMetrics(title).height(), 0, 0)
        words = " · ".join(part for part in (find.kind, " ".join(find.detail.split())) if part)
        self._line(painter, small, palette.text_muted, below, words)
        painter.restore()

    def _fonts(self) -> tuple[QFont, QFont]:
        theme = applied_theme()
        view = self.parent()
        title = QFont(view.font()) if isinstance(view, QWidget) else QFont()
        small = QFont(title)
        title.setPixelSize(theme.px(TEXT_BODY))
        small.setPixelSize(theme.px(TEXT_SMALL))
        return title, small

    def _line(self, painter: QPainter, font: QFont, colour: str, area: QRect, text: str) -> None:
        metrics = QFontMetrics(font)
        painter.setFont(font)
        painter.setPen(QColor(colour))
        shown = metrics.elidedText(text, Qt.TextElideMode.ElideRight, area.width())
        painter.drawText(area.x(), area.y() + metrics.ascent(), shown)


def _spoken(find: Find) -> str:
    return f"{find.title}, {find.kind}"
