"""The main window: its frame is painted at once, its pages when the dossier is open."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QSize, Qt, QTimer, Signal
from PySide6.QtGui import QKeySequence, QMouseEvent, QPaintEvent, QResizeEvent, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QMainWindow, QVBoxLayout, QWidget

from raadsapp.errors import UserError
from raadsapp.ui.main_window.appearance import Appearance
from raadsapp.ui.main_window.appearance_menu import AppearanceMenu
from raadsapp.ui.main_window.commands import window_commands
from raadsapp.ui.main_window.finding import Find, find_for, matching
from raadsapp.ui.main_window.page_stack import PageStack
from raadsapp.ui.main_window.rail import Rail
from raadsapp.ui.main_window.settings import WindowSettings
from raadsapp.ui.main_window.top_bar import TopBar
from raadsapp.ui.main_window.trail import Trail
from raadsapp.ui.pages import PAGES, PageEntry
from raadsapp.ui.state import AppState, Notice, Place
from raadsapp.ui.theme.applying import applied_theme
from raadsapp.ui.widgets.snackbar import Snackbar, announce

_SIZE = QSize(1280, 800)
_SMALLEST = QSize(720, 480)
_ROOM_FOR_WORDS = 900


class MainWindow(QMainWindow):
    """Frame and pages. `first_painted` comes once, when the frame is on the screen."""

    first_painted = Signal()

    def __init__(
        self, settings: WindowSettings, appearance: Appearance, entries: Sequence[PageEntry] = PAGES
    ) -> None:
        super().__init__()
        self._settings = settings
        self._appearance = appearance
        self._titles = {entry.key: entry.title for entry in entries}
        self._state: AppState | None = None
        self._trail = Trail()
        self._painted = False
        self._commands = window_commands(entries, appearance, self._go)
        self.rail = Rail(entries)
        self.top_bar = TopBar(self._find)
        self.stack = PageStack(entries)
        self._build()
        self._connect(entries)
        self._restore()
        self.stack.show_loading()

    def attach(self, state: AppState) -> None:
        """Show the pages of an open dossier, where the reader left them."""
        self._state = state
        state.set_theme(self._appearance.theme)
        self._appearance.on_theme(state.set_theme)
        state.on_theme(self._appearance.take)
        state.on_place(self._visit)
        state.on_notice(self._show_notice)
        state.on_municipality(self.top_bar.show_municipality)
        state.on_as_of(self.top_bar.as_of.show_day)
        self.top_bar.municipality_chosen.connect(state.set_municipality)
        self.top_bar.as_of.chosen.connect(state.set_as_of)
        catalog = state.session.catalog
        known = [catalog.municipality(code) for code in catalog.dossier.municipalities]
        self.top_bar.show_municipalities([municipality for municipality in known if municipality])
        if self._settings.municipality in catalog.dossier.municipalities:
            state.set_municipality(self._settings.municipality)
        self.top_bar.show_municipality(state.municipality)
        self._set_open(is_open=True)
        kept = self._settings.page
        self._visit(Place(kept if kept in self._titles else next(iter(self._titles))))
        self.stack.focus_page()

    def show_failure(self, error: UserError, retry: Callable[[], object]) -> None:
        """Say why the dossier cannot be opened."""
        self.stack.show_failure(error, retry)

    def current_settings(self) -> WindowSettings:
        """What is to be remembered of this window."""
        here = self._trail.here
        return WindowSettings(
            geometry=bytes(self.saveGeometry().data()),
            page=here.page if here else self._settings.page,
            municipality=self._state.municipality if self._state else self._settings.municipality,
            mode=self._appearance.choice,
            scale=self._appearance.theme.scale,
        )

    def paintEvent(self, event: QPaintEvent) -> None:
        """Tell once that the frame is there."""
        super().paintEvent(event)
        if not self._painted:
            self._painted = True
            QTimer.singleShot(0, self._tell_painted)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Leave the words of the rail out when room is short."""
        super().resizeEvent(event)
        self._fit_rail()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Go back with the back button of the mouse."""
        if event.button() == Qt.MouseButton.BackButton:
            self._back()
        super().mousePressEvent(event)

    def _build(self) -> None:
        self.setWindowTitle("Raadsapp")
        self.setMinimumSize(_SMALLEST)
        right = QWidget()
        column = QVBoxLayout(right)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.top_bar)
        column.addWidget(self.stack, 1)
        whole = QWidget()
        row = QHBoxLayout(whole)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self.rail)
        row.addWidget(right, 1)
        self.setCentralWidget(whole)
        self.snackbar = Snackbar(right)
        self.top_bar.set_menu(AppearanceMenu(self._appearance, self))

    def _connect(self, entries: Sequence[PageEntry]) -> None:
        self.rail.chosen.connect(self._go)
        self.top_bar.crumbs.back_asked.connect(self._back)
        self.top_bar.crumbs.page_asked.connect(self._to_page)
        self.top_bar.search.left.connect(self.stack.focus_page)
        self._appearance.on_theme(self._fit_rail)
        for number, entry in enumerate(entries, 1):
            shortcut = QShortcut(QKeySequence(f"Ctrl+{number}"), self)
            shortcut.activated.connect(self.rail.buttons[entry.key].click)

    def _restore(self) -> None:
        self._set_open(is_open=False)
        if not self.restoreGeometry(self._settings.geometry):
            self.resize(_SIZE.boundedTo(self.screen().availableSize()))

    def _set_open(self, *, is_open: bool) -> None:
        self.rail.setEnabled(is_open)
        self.top_bar.set_open(is_open)

    def _tell_painted(self) -> None:
        self.first_painted.emit()

    def _fit_rail(self, _theme: object = None) -> None:
        self.rail.show_words(self.width() >= applied_theme().px(_ROOM_FOR_WORDS))

    def _find(self, text: str) -> list[Find]:
        own = matching(self._commands, text)
        if self._state is None or not text.strip():
            return own
        # SQLite comes with the store; the frame is painted before it.
        from raadsapp.services.search import search

        return [*own, *(find_for(hit, self._go) for hit in search(self._state.session, text))]

    def _go(self, page: str, item: str = "") -> None:
        self._visit(Place(page, item))

    def _visit(self, place: Place) -> None:
        self._trail = self._trail.visit(place)
        self._show(place)

    def _back(self) -> None:
        self._trail = self._trail.back()
        if self._trail.here:
            self._show(self._trail.here)

    def _to_page(self) -> None:
        if self._trail.here:
            self._go(self._trail.here.page)

    def _show(self, place: Place) -> None:
        if self._state is None:
            return
        title = self._titles[place.page]
        self.rail.show_page(place.page)
        self.stack.open(place, self._state)
        words = _item_words(self._state, place.item)
        self.top_bar.crumbs.show_place(title, words, can_go_back=self._trail.can_go_back)
        self.setWindowTitle(f"{words or title} – Raadsapp")
        announce(self, words or title)

    def _show_notice(self, notice: Notice) -> None:
        self.snackbar.show_message(notice.message, notice.undo)


def _item_words(state: AppState, key: str) -> str:
    item = state.session.catalog.find(key) if key else None
    return str(getattr(item, "title", getattr(item, "label", "")))
