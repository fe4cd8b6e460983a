"""A sheet of paper on the page: a title, perhaps a badge, and what belongs together."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLayout, QSizePolicy, QVBoxLayout, QWidget

from raadsapp.ui.theme.tokens import LARGE, MEDIUM, SMALL
from raadsapp.ui.widgets.styling import empty_layout, restyle
from raadsapp.ui.widgets.text import Heading, Subheading, Tone


class Card(QFrame):
    """A bordered block. Its name for assistive technology is its title."""

    def __init__(
        self,
        title: str = "",
        badge: QWidget | None = None,
        tone: Tone = Tone.PLAIN,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        restyle(self, role="card", tone=tone)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(LARGE + 4, LARGE, LARGE + 4, LARGE)
        outer.setSpacing(MEDIUM)
        self._content = QVBoxLayout()
        self._content.setSpacing(SMALL)
        if title:
            self.setAccessibleName(title)
            outer.addLayout(_head(title, badge))
        outer.addLayout(self._content)
        outer.addStretch(1)

    def add(self, widget: QWidget) -> None:
        """Put a widget below what is there."""
        self._content.addWidget(widget)

    def add_row(self, row: QLayout) -> None:
        """Put a layout below what is there."""
        self._content.addLayout(row)

    def add_gap(self, pixels: int = SMALL) -> None:
        """Leave white space."""
        self._content.addSpacing(pixels)

    def clear(self) -> None:
        """Take everything below the title away."""
        empty_layout(self._content)


def carded(widget: QWidget) -> Card:
    """A card with this widget in it."""
    card = Card()
    card.add(widget)
    return card


class Section(QWidget):
    """A part of a page under a heading, without a border."""

    def __init__(self, title: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(title)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SMALL)
        column.addWidget(Heading(title))
        self._content = QVBoxLayout()
        self._content.setSpacing(MEDIUM)
        column.addLayout(self._content)

    def add(self, widget: QWidget) -> None:
        """Put a widget below what is there."""
        self._content.addWidget(widget)

    def add_row(self, row: QLayout) -> None:
        """Put a layout below what is there."""
        self._content.addLayout(row)

    def clear(self) -> None:
        """Take everything below the heading away."""
        empty_layout(self._content)


def _head(title: str, badge: QWidget | None) -> QHBoxLayout:
    head = QHBoxLayout()
    head.setSpacing(SMALL)
    head.addWidget(Subheading(title), 1)
    if badge is not None:
        head.addWidget(badge, 0, Qt.AlignmentFlag.AlignTop)
    return head
