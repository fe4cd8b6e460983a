"""What every page is: it shows the whole state, refreshes when it must and only while it is seen."""

from PySide6.QtCore import QEvent, Qt, QTimer
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QFrame, QLayout, QVBoxLayout, QWidget

from raadsapp.domain.changes import Changes, Part
from raadsapp.ui.state import AppState
from raadsapp.ui.theme.applying import applied_theme
from raadsapp.ui.theme.tokens import HUGE, PAGE_WIDTH, SMALL, WIDE
from raadsapp.ui.widgets.scroll_area import CalmScrollArea
from raadsapp.ui.widgets.scroll_bar import keep_width
from raadsapp.ui.widgets.styling import TEXT_SIZE_EVENTS, empty_layout
from raadsapp.ui.widgets.text import Lead, Title

_TOP = 32


class PageHeader(QWidget):
    """The name of the page and the sentence that says it first."""

    def __init__(self, title: str, lead: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, SMALL)
        column.setSpacing(SMALL)
        column.addWidget(Title(title))
        self._lead = Lead()
        column.addWidget(self._lead)
        self.show_lead(lead)

    def show_lead(self, lead: str) -> None:
        """Show another sentence."""
        self._lead.show_text(lead)
        self._lead.setHidden(not lead)


class PageBody(CalmScrollArea):
    """The column a page is written in: fills its page, scrolls downwards, no wider than reads well.

    `widest` is that width, in pixels at 100 % text.
    """

    def __init__(self, page: QWidget, spacing: int = WIDE, widest: int = PAGE_WIDTH) -> None:
        super().__init__(page)
        self._widest = widest
        whole = QVBoxLayout(page)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        keep_width(self)
        self._column = QWidget()
        self._column.setObjectName("column")
        outer = QVBoxLayout(self._column)
        outer.setContentsMargins(HUGE, _TOP, HUGE, HUGE)
        outer.setSpacing(0)
        self._content = QVBoxLayout()
        self._content.setSpacing(spacing)
        outer.addLayout(self._content)
        outer.addStretch(1)
        self.setWidget(self._column)
        self._limit_width()

    def add(self, widget: QWidget) -> None:
        """Put a widget below what is there."""
        self._content.addWidget(widget)

    def add_row(self, row: QLayout) -> None:
        """Put a layout below what is there."""
        self._content.addLayout(row)

    def add_gap(self, pixels: int = WIDE) -> None:
        """Leave white space."""
        self._content.addSpacing(pixels)

    def clear(self) -> None:
        """Take everything away."""
        empty_layout(self._content)

    def changeEvent(self, event: QEvent) -> None:
        """Grow with the text."""
        if event.type() in TEXT_SIZE_EVENTS and self.widget() is not None:
            # Not while Qt replaces the style of everything: nothing may be laid out in between.
            QTimer.singleShot(0, self, self._limit_width)
        super().changeEvent(event)

    def _limit_width(self) -> None:
        self._column.setMaximumWidth(applied_theme().px(self._widest) + 2 * HUGE)


class Page(QWidget):
    """A page of the window.

    A subclass names in `depends_on` the parts of the store it shows, and draws everything anew in
    `refresh()`; it is called when the page is first seen, and after a write, another municipality or another
    date, at once when the page is seen and otherwise when it next is.
    """

    depends_on: frozenset[Part] = frozenset()

    def __init__(self, state: AppState) -> None:
        super().__init__()
        self.state = state
        self._stale = True
        state.on_changes(self._take_changes)
        state.on_municipality(self._mark_stale)
        state.on_as_of(self._mark_stale)

    def refresh(self) -> None:
        """Draw everything from the state."""
        raise NotImplementedError

    def open_item(self, key: str) -> None:
        """Bring the item with this key into view, or without a key the start of the page.

        A page without items ignores it.
        """

    def step_back(self) -> bool:
        """Go back by one step within the page; whether there was one."""
        return False

    def keeps_all(self) -> bool:
        """Keep what was typed and is not kept yet: the window closes. False, and said, when that fails."""
        return True

    def _take_changes(self, changes: Changes) -> None:
        if changes.parts & self.depends_on:
            self._mark_stale()

    def _mark_stale(self, _payload: object = None) -> None:
        self._stale = True
        if self.isVisible():
            self._refresh_if_stale()

    def _refresh_if_stale(self) -> None:
        if self._stale:
            self._stale = False
            self.refresh()

    def setVisible(self, visible: bool) -> None:  # noqa: FBT001 - Qt's own name
        """Be up to date before being seen: what changes after that is laid out once for each change."""
        if visible:
            self._refresh_if_stale()
        super().setVisible(visible)

    def showEvent(self, event: QShowEvent) -> None:
        """Catch up with what changed while the window was hidden."""
        self._refresh_if_stale()
        super().showEvent(event)
