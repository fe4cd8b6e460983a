"""The page: the grid of small charts, or one indicator large."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from raadsapp.domain.changes import Part
from raadsapp.domain.goals import Effect, Goal, Indicator
from raadsapp.services.judgements import headline, judged_all
from raadsapp.services.knowledge import unknown_sentence
from raadsapp.services.member_view import member_view
from raadsapp.services.norms import standing
from raadsapp.ui.pages.indicators.detail import IndicatorDetail
from raadsapp.ui.pages.indicators.figures import Figures
from raadsapp.ui.pages.indicators.grid import IndicatorGrid
from raadsapp.ui.pages.indicators.places import PAGE
from raadsapp.ui.state import AppState
from raadsapp.ui.widgets.item_page import page_of
from raadsapp.ui.widgets.message_blocks import LoadingState
from raadsapp.ui.widgets.page import Page, PageBody


class IndicatorsPage(Page):
    """All that is shown is worked out anew from what members may see, when any of it changes."""

    depends_on = frozenset({Part.CONTENT, Part.OBSERVATIONS, Part.NORMS})

    def __init__(self, state: AppState) -> None:
        super().__init__(state)
        self.grid = IndicatorGrid(state)
        self.grid.opened.connect(self._go)
        self.detail: IndicatorDetail | None = None
        self._figures: Figures | None = None
        self._open = ""
        self._stack = QStackedWidget()
        self._stack.addWidget(self.grid)
        self._waiting: QWidget | None = None
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._stack)

    @property
    def open_key(self) -> str:
        """The indicator that is large; empty while the grid is seen."""
        return self._open

    def refresh(self) -> None:
        """Judge every indicator anew; the large one too when it is open."""
        state = self.state
        catalog = state.session.catalog
        view = member_view(state.session, state.as_of)
        if view.waiting:
            self._wait(view.notice)
            return
        decisions = standing(state.session, state.as_of)
        self._figures = Figures(view, decisions)
        judged = judged_all(view, catalog, state.municipality, decisions=decisions)
        found = catalog.municipality(state.municipality)
        self.grid.show_judged(
            judged,
            headline(judged),
            name=found.name if found else state.municipality,
            unknown=unknown_sentence(state.session, state.as_of),
            notice=view.notice,
        )
        if self.detail:
            self.detail.take_figures(self._figures)
        self._show_open()

    def _wait(self, words: str) -> None:
        """Say that figures are on their way; no earlier ones stay in sight."""
        self._figures = None
        if self._waiting is None:
            self._waiting = QWidget()
            PageBody(self._waiting).add(LoadingState("Even geduld", words))
            self._stack.addWidget(self._waiting)
        self._stack.setCurrentWidget(self._waiting)

    def _show_open(self) -> None:
        """Show what the reader has open, now that there are figures."""
        if self.detail and self._open:
            self.detail.show_indicator(self._open, self.grid.keys)
        self._stack.setCurrentWidget(self.detail if self.detail and self._open else self.grid)

    def open_item(self, key: str) -> None:
        """An indicator large; of a goal or effect the charts that belong to it; without a key the grid."""
        item = self.state.session.catalog.find(key) if key else None
        if isinstance(item, Indicator):
            self._show_large(key)
            return
        before, self._open = self._open, ""
        if self._figures:
            self._stack.setCurrentWidget(self.grid)
        if isinstance(item, Goal | Effect):
            self.grid.choose(item)
        elif before:
            self.grid.focus_item(before)

    def _show_large(self, key: str) -> None:
        if self.detail is None:
            self.detail = IndicatorDetail(self.state)
            if self._figures:
                self.detail.take_figures(self._figures)
            self.detail.followed.connect(self._follow)
            self.detail.back.connect(self._go_back)
            self._stack.addWidget(self.detail)
        from_grid, self._open = not self._open, key
        if self._figures:
            self._show_open()
            if from_grid:
                self.detail.show_top()
            self.detail.setFocus(Qt.FocusReason.OtherFocusReason)

    def _go(self, key: str) -> None:
        self.state.go(PAGE, key)

    def _go_back(self) -> None:
        self.state.go(PAGE)

    def _follow(self, key: str) -> None:
        item = self.state.session.catalog.find(key)
        if item is not None:
            self.state.go(page_of(item), key)
