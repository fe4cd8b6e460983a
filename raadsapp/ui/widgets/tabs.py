"""Tabs as high as the one that is open; Qt's own are as high as the highest."""

from PySide6.QtWidgets import QFrame, QTabBar, QVBoxLayout, QWidget

from raadsapp.ui.theme.tokens import MEDIUM
from raadsapp.ui.widgets.styling import restyle


class Tabs(QWidget):
    """A bar to choose from, and below it what was chosen."""

    def __init__(self, says: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._pages: list[QWidget] = []
        self.bar = QTabBar()
        self.bar.setDrawBase(False)
        self.bar.setExpanding(False)
        self.bar.setAccessibleName(says)
        self.bar.currentChanged.connect(self._show_current)
        rule = QFrame()
        restyle(rule, role="rule")
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        self._column.addWidget(self.bar)
        self._column.addWidget(rule)
        self._column.addSpacing(MEDIUM)

    @property
    def titles(self) -> tuple[str, ...]:
        """The words on the tabs."""
        return tuple(self.bar.tabText(place) for place in range(self.bar.count()))

    @property
    def current_page(self) -> QWidget:
        """What is seen below the bar."""
        return self._pages[self.bar.currentIndex()]

    def add(self, page: QWidget, title: str) -> None:
        """Put a page behind those that are there; the first one is open."""
        self._pages.append(page)
        self._column.addWidget(page)
        self.bar.addTab(title)
        self._show_current(self.bar.currentIndex())

    def open(self, place: int) -> None:
        """Open a page, counted from 0."""
        self.bar.setCurrentIndex(place)

    def _show_current(self, current: int) -> None:
        for place, page in enumerate(self._pages):
            page.setVisible(place == current)
