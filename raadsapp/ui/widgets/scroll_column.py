"""A column of widgets that scrolls inside a page."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from raadsapp.ui.theme.tokens import LARGE, WIDE
from raadsapp.ui.widgets.scroll_area import CalmScrollArea
from raadsapp.ui.widgets.scroll_bar import keep_width
from raadsapp.ui.widgets.styling import empty_layout


class ScrollColumn(CalmScrollArea):
    """Widgets below each other; what does not fit is scrolled to."""

    def __init__(self, spacing: int = WIDE, left: int = 0, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._column = QWidget()
        self._column.setObjectName("column")
        inner = QVBoxLayout(self._column)
        inner.setContentsMargins(left, 0, LARGE, WIDE)
        self._content = QVBoxLayout()
        self._content.setSpacing(spacing)
        inner.addLayout(self._content)
        inner.addStretch(1)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        keep_width(self)
        self.setWidget(self._column)

    def add(self, widget: QWidget) -> None:
        """Put a widget below what is there."""
        self._content.addWidget(widget)

    def clear(self) -> None:
        """Take everything away."""
        empty_layout(self._content)

    def keep_in_view(self, widget: QWidget, top: int, bottom: int) -> None:
        """Scroll so far that this part of a widget in the column can be seen."""
        at = widget.mapTo(self._column, widget.rect().topLeft()).y()
        self.ensureVisible(0, at + (top + bottom) // 2, 0, (bottom - top) // 2 + WIDE)
