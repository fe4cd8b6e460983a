"""As many columns of equal width as fit; what does not fit goes below. For cards and figures."""

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtWidgets import QLayout, QLayoutItem, QSizePolicy, QWidget

from raadsapp.ui.theme.applying import applied_theme
from raadsapp.ui.theme.tokens import LARGE
from raadsapp.ui.widgets.styling import empty_layout


class Columns(QWidget):
    """Widgets beside each other in columns at least `narrowest` pixels wide at 100 % text."""

    def __init__(
        self, narrowest: int = 280, most: int = 4, gap: int = LARGE, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self._layout = _ColumnsLayout(narrowest, most, gap, self)

    def add(self, widget: QWidget) -> None:
        """Put a widget in the next place."""
        self._layout.addWidget(widget)

    def clear(self) -> None:
        """Take all widgets away."""
        empty_layout(self._layout)


class _ColumnsLayout(QLayout):
    """Rows of equal height, columns of equal width."""

    def __init__(self, narrowest: int, most: int, gap: int, parent: QWidget) -> None:
        super().__init__(parent)
        self._narrowest = narrowest
        self._most = most
        self._gap = gap
        self._items: list[QLayoutItem] = []
        self.setContentsMargins(0, 0, 0, 0)

    def addItem(self, item: QLayoutItem) -> None:  # noqa: N802 - Qt's own name
        self._items.append(item)

    def count(self) -> int:
        return len(self._items)

    def itemAt(self, index: int) -> QLayoutItem | None:  # noqa: N802 - Qt's own name
        return self._items[index] if 0 <= index < len(self._items) else None

    def takeAt(self, index: int) -> QLayoutItem | None:  # noqa: N802 - Qt's own name
        return self._items.pop(index) if 0 <= index < len(self._items) else None

    def expandingDirections(self) -> Qt.Orientation:  # noqa: N802 - Qt's own name
        return Qt.Orientation.Horizontal

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        rows = self._rows(width)
        return sum(height for _, height in rows) + self._gap * max(len(rows) - 1, 0)

    def sizeHint(self) -> QSize:
        shown = min(max(len(self._shown()), 1), self._most)
        width = shown * (applied_theme().px(self._narrowest) + self._gap) - self._gap
        return QSize(width, self.heightForWidth(width))

    def minimumSize(self) -> QSize:  # noqa: N802 - Qt's own name
        widest = max((item.minimumSize().width() for item in self._shown()), default=0)
        return QSize(widest, 0)

    def setGeometry(self, rect: QRect) -> None:  # noqa: N802 - Qt's own name
        super().setGeometry(rect)
        top = rect.y()
        for row, height in self._rows(rect.width()):
            width = self._column(rect.width())
            for place, item in enumerate(row):
                left = rect.x() + round(place * (width + self._gap))
                item.setGeometry(QRect(left, top, int(width), height))
            top += height + self._gap

    def _shown(self) -> list[QLayoutItem]:
        return [item for item in self._items if not item.isEmpty()]

    def _count(self, width: int) -> int:
        narrowest = max(applied_theme().px(self._narrowest), self.minimumSize().width())
        fitting = (width + self._gap) // (narrowest + self._gap)
        return max(1, min(fitting, self._most, len(self._shown())))

    def _column(self, width: int) -> float:
        count = self._count(width)
        return (width - (count - 1) * self._gap) / count

    def _rows(self, width: int) -> list[tuple[list[QLayoutItem], int]]:
        shown, count, column = self._shown(), self._count(width), int(self._column(width))
        rows = [shown[start : start + count] for start in range(0, len(shown), count)]
        return [(row, max(_height(item, column) for item in row)) for row in rows]


def _height(item: QLayoutItem, width: int) -> int:
    wrapped = item.heightForWidth(width) if item.hasHeightForWidth() else item.sizeHint().height()
    return max(wrapped, item.minimumSize().height() if not item.hasHeightForWidth() else 0)
