"""The page: a choice of views, the view, and the item that is open beside it or over it."""

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QTimer
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QStackedWidget, QVBoxLayout

from raadsapp.domain.changes import Part
from raadsapp.domain.goals import Indicator
from raadsapp.services.summary import latest_sentence
from raadsapp.ui.pages.goals.background_view import BackgroundView
from raadsapp.ui.pages.goals.comparison_view import ComparisonView
from raadsapp.ui.pages.goals.homes import PAGE, View, home_of
from raadsapp.ui.pages.goals.list_view import ListView
from raadsapp.ui.pages.goals.map_view import MapView
from raadsapp.ui.pages.goals.roles_view import RolesView
from raadsapp.ui.pages.goals.sub_view import SubView
from raadsapp.ui.pages.goals.timeline_view import TimelineView
from raadsapp.ui.state import AppState
from raadsapp.ui.theme.applying import applied_theme
from raadsapp.ui.theme.tokens import HUGE, LARGE, SMALL, WIDE
from raadsapp.ui.widgets.item_page import page_of
from raadsapp.ui.widgets.item_view import ItemView
from raadsapp.ui.widgets.page import Page
from raadsapp.ui.widgets.segments import Segments
from raadsapp.ui.widgets.styling import TEXT_SIZE_EVENTS
from raadsapp.ui.widgets.text import Title

VIEWS: tuple[tuple[View, str, Callable[[AppState], SubView]], ...] = (
    (View.LIST, "Lijst", ListView),
    (View.MAP, "Kaart", MapView),
    (View.COMPARISON, "Oud en nieuw", ComparisonView),
    (View.TIMELINE, "Tijdlijn", TimelineView),
    (View.ROLES, "Wie doet wat", RolesView),
    (View.BACKGROUND, "Achtergrond", BackgroundView),
)
_TOP = 24
_PANEL = 400
_PANEL_SHARE = 0.38
_HEAD_BESIDE = 900
_UNLIMITED = 16_777_215


@dataclass(frozen=True, slots=True)
class Visit:
    """An item that was opened, and the view from which."""

    view: str
    key: str


class GoalsPage(Page):
    """Everything the dossier says, in six views."""

    depends_on = frozenset({Part.CONTENT, Part.OBSERVATIONS})

    def __init__(self, state: AppState) -> None:
        super().__init__(state)
        self._views: dict[str, SubView] = {}
        self._visits: tuple[Visit, ...] = ()
        self._segments = Segments("Weergave", [(key, word) for key, word, _ in VIEWS])
        self._segments.chosen.connect(self._choose_view)
        self._stack = QStackedWidget()
        self._item = ItemView(state.session.catalog)
        self._item.hide()
        self._item.followed.connect(self._go)
        self._item.back.connect(self._go_back)
        self._item.closed.connect(self._close)
        beside = QHBoxLayout()
        beside.setSpacing(WIDE)
        beside.addWidget(self._stack, 1)
        beside.addWidget(self._item, 1)
        beside.addStretch()
        column = QVBoxLayout(self)
        column.setContentsMargins(HUGE, _TOP, WIDE, LARGE)
        column.setSpacing(SMALL)
        self._head = QBoxLayout(QBoxLayout.Direction.TopToBottom)
        self._head.setSpacing(SMALL)
        self._head.addWidget(Title("Doelen"))
        self._head.addWidget(self._segments, 1)
        column.addLayout(self._head)
        column.addSpacing(SMALL)
        column.addLayout(beside, 1)
        self._show_view(View.LIST)

    @property
    def view(self) -> str:
        """The key of the view that is chosen."""
        return self._segments.choice

    @property
    def open_key(self) -> str:
        """The item that is open; empty for none."""
        return self._visits[-1].key if self._visits else ""

    def refresh(self) -> None:
        """Show what is known now, in every view that was built."""
        for view in self._views.values():
            view.refresh()
        if self.open_key:
            self._show_item(self.open_key)

    def open_item(self, key: str) -> None:
        """Open any item of the dossier in the view where it stands; an empty key closes what is open."""
        if not key or self.state.session.catalog.find(key) is None:
            self._leave_items()
            return
        if len(self._visits) > 1 and self._visits[-2].key == key:
            self._visits = self._visits[:-1]
            self._show_view(self._visits[-1].view)
        elif key != self.open_key:
            self._show_view(self._view_for(key))
            self._visits = (*self._visits, Visit(self.view, key))
        self._show_item(key)
        self._arrange()
        self._current.mark(key)
        self._item.body.setFocus()

    def _show_item(self, key: str) -> None:
        state = self.state
        item = state.session.catalog.find(key)
        known = (
            latest_sentence(state.session, item, state.municipality, state.as_of)
            if isinstance(item, Indicator)
            else ""
        )
        self._item.show_item(key, known)

    @property
    def _current(self) -> SubView:
        return self._views[self.view]

    def _view_for(self, key: str) -> str:
        """The chosen view when it shows the item, otherwise the one where it is at home."""
        item = self.state.session.catalog.find(key)
        return self.view if item is None or self._current.shows(key) else home_of(item)

    def _choose_view(self, view: str) -> None:
        self._show_view(view)
        if self.open_key and (self._covers() or not self._current.shows(self.open_key)):
            self._visits = ()
            self._arrange()
            self.state.go(PAGE)
        elif self.open_key:
            self._current.mark(self.open_key)
            self._arrange()

    def _show_view(self, view: str) -> None:
        if view not in self._views:
            built = next(make for key, _, make in VIEWS if key == view)(self.state)
            built.opened.connect(self._go)
            built.refresh()
            self._views[view] = built
            self._stack.addWidget(built)
        self._segments.show_choice(view)
        self._stack.setCurrentWidget(self._views[view])
        self._arrange()

    def _go(self, key: str) -> None:
        item = self.state.session.catalog.find(key)
        self.state.go(page_of(item) if item else PAGE, key)

    def _go_back(self) -> None:
        self.state.go(PAGE, self._visits[-2].key if len(self._visits) > 1 else "")

    def _close(self) -> None:
        self.state.go(PAGE)

    def _leave_items(self) -> None:
        """Show the view and the place in it from which the first item was opened."""
        if not self._visits:
            return
        first = self._visits[0]
        self._visits = ()
        self._show_view(first.view)
        self._arrange()
        self._current.mark("")
        self._current.focus_item(first.key)

    def _covers(self) -> bool:
        """Whether an item takes the place of the view, for want of room."""
        theme = applied_theme()
        room = self.width() - HUGE - 2 * WIDE
        return room < theme.px(self._current.narrowest) + theme.px(_PANEL)

    def _arrange(self) -> None:
        theme = applied_theme()
        beside = self.width() >= theme.px(_HEAD_BESIDE)
        self._head.setDirection(
            QBoxLayout.Direction.LeftToRight if beside else QBoxLayout.Direction.TopToBottom
        )
        self._head.setSpacing(WIDE if beside else SMALL)
        is_open, covers = bool(self.open_key), self._covers()
        room = max(theme.px(_PANEL), round(self.width() * _PANEL_SHARE))
        self._item.setMaximumWidth(_UNLIMITED if covers else room)
        self._item.setMinimumWidth(0 if covers else room)
        self._item.setVisible(is_open)
        self._stack.setMaximumWidth(theme.px(self._current.widest))
        self._stack.setVisible(not (is_open and covers))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Show the item beside the view where there is room."""
        super().resizeEvent(event)
        self._arrange()

    def changeEvent(self, event: QEvent) -> None:
        """Grow with the text."""
        super().changeEvent(event)
        if event.type() in TEXT_SIZE_EVENTS and self._views:
            # Not while Qt replaces the style of everything: nothing may be laid out in between.
            QTimer.singleShot(0, self, self._arrange)
