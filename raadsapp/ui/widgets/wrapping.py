"""Columns of equal width, and a row that wraps: their height follows their width.

For cards, figures, buttons and badges: what does not fit beside the rest goes below, also at 200 % text.
"""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtWidgets import QLayout, QLayoutItem, QSizePolicy, QWidget

from raadsapp.ui.theme.applying import applied_theme
from raadsapp.ui.theme.tokens import LARGE, SMALL
from raadsapp.ui.widgets.styling import empty_layout, take_out_widgets

# Where each item goes when the whole is so many pixels wide.
Arrangement = Callable[[Sequence[QLayoutItem], int], list[QRect]]


class Columns(QWidget):
    """Widgets beside each other in columns at least `narrowest` pixels wide at 100 % text.

    Fewer widgets than `most` share the whole width, or with `even` are as wide as when there were more.
    """

    def __init__(
        self,
        narrowest: int = 280,
        most: int = 4,
        gap: int = LARGE,
        *,
        even: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._even = even
        self._narrowest = narrowest
        self._most = most
        self._gap = gap
        self._layout = _wrapping(self, self._arranged, gap)

    def add(self, widget: QWidget) -> None:
        """Put a widget in the next place."""
        self._layout.addWidget(widget)

    def show_widgets(self, widgets: Sequence[QWidget]) -> None:
        """Show these widgets in this order; those that are there already stay as they are."""
        take_out_widgets(self._layout)
        for widget in widgets:
            self.add(widget)

    def clear(self) -> None:
        """Take all widgets away."""
        empty_layout(self._layout)

    def _arranged(self, items: Sequence[QLayoutItem], width: int) -> list[QRect]:
        narrowest = max(applied_theme().px(self._narrowest), *(item.minimumSize().width() for item in items))
        fitting = (width + self._gap) // (narrowest + self._gap)
        count = max(1, min(fitting, self._most, self._most if self._even else len(items)))
        column = (width - (count - 1) * self._gap) / count
        places: list[QRect] = []
        top = 0
        for start in range(0, len(items), count):
            row = items[start : start + count]
            height = max(_height(item, int(column)) for item in row)
            lefts = (round(number * (column + self._gap)) for number in range(len(row)))
            places.extend(QRect(left, top, int(column), height) for left in lefts)
            top += height + self._gap
        return places


class Row(QWidget):
    """Widgets of their own width beside each other, as buttons; those that do not fit go below."""

    def __init__(self, *widgets: QWidget, gap: int = SMALL, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._gap = gap
        self._layout = _wrapping(self, self._arranged, gap)
        for widget in widgets:
            self.add(widget)

    def add(self, widget: QWidget) -> None:
        """Put a widget in the next place."""
        self._layout.addWidget(widget)

    def clear(self) -> None:
        """Take all widgets away."""
        empty_layout(self._layout)

    def _arranged(self, items: Sequence[QLayoutItem], width: int) -> list[QRect]:
        lines: list[list[tuple[int, QSize]]] = [[]]
        left = 0
        for item in items:
            size = item.sizeHint().boundedTo(QSize(max(width, item.minimumSize().width()), 1 << 20))
            if lines[-1] and left + size.width() > width:
                lines.append([])
                left = 0
            lines[-1].append((left, size))
            left += size.width() + self._gap
        places: list[QRect] = []
        top = 0
        for line in lines:
            height = max(size.height() for _, size in line)
            for left, size in line:
                places.append(QRect(left, top + (height - size.height()) // 2, size.width(), size.height()))
            top += height + self._gap
        return places


class _WrappingLayout(QLayout):
    """Asks an arrangement where the items go, and for the height that follows from it."""

    def __init__(self, arrangement: Arrangement, gap: int, parent: QWidget) -> None:
        super().__init__(parent)
        self._arrangement = arrangement
        self._gap = gap
        self._items: list[QLayoutItem] = []
        self._known: dict[int, list[QRect]] = {}  # per width, as long as nothing in it changes
        self.setContentsMargins(0, 0, 0, 0)

    def invalidate(self) -> None:
        self._known.clear()
        super().invalidate()

    def addItem(self, item: QLayoutItem) -> None:
        self._items.append(item)

    def count(self) -> int:
        return len(self._items)

    def itemAt(self, index: int) -> QLayoutItem | None:
        return self._items[index] if 0 <= index < len(self._items) else None

    def takeAt(self, index: int) -> QLayoutItem | None:
        return self._items.pop(index) if 0 <= index < len(self._items) else None

    def expandingDirections(self) -> Qt.Orientation:
        return Qt.Orientation.Horizontal

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        return max((place.bottom() + 1 for place in self._places(width)), default=0)

    def sizeHint(self) -> QSize:
        shown = self._shown()
        gaps = self._gap * max(len(shown) - 1, 0)
        width = sum(item.sizeHint().width() for item in shown) + gaps
        return QSize(width, self.heightForWidth(width))

    def minimumSize(self) -> QSize:
        return QSize(max((item.minimumSize().width() for item in self._shown()), default=0), 0)

    def setGeometry(self, rect: QRect) -> None:
        super().setGeometry(rect)
        for item, place in zip(self._shown(), self._places(rect.width()), strict=True):
            item.setGeometry(place.translated(rect.topLeft()))

    def _shown(self) -> list[QLayoutItem]:
        return [item for item in self._items if not item.isEmpty()]

    def _places(self, width: int) -> list[QRect]:
        if width not in self._known:
            shown = self._shown()
            self._known[width] = self._arrangement(shown, width) if shown else []
        return self._known[width]


def _wrapping(widget: QWidget, arrangement: Arrangement, gap: int) -> _WrappingLayout:
    policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
    policy.setHeightForWidth(True)
    widget.setSizePolicy(policy)
    return _WrappingLayout(arrangement, gap, widget)


def _height(item: QLayoutItem, width: int) -> int:
    return item.heightForWidth(width) if item.hasHeightForWidth() else item.sizeHint().height()
