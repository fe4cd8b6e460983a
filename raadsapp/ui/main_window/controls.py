"""What the reader steers the window with: top bar, search, menus, shortcuts, and the way back."""

from collections.abc import Sequence
from datetime import date
from functools import cached_property

from PySide6.QtCore import QObject
from PySide6.QtGui import QKeySequence, QShortcut

from raadsapp.domain.changes import Changes
from raadsapp.ui.main_window.appearance import Appearance
from raadsapp.ui.main_window.appearance_menu import AppearanceMenu
from raadsapp.ui.main_window.commands import window_commands
from raadsapp.ui.main_window.finding import Find, find_for, matching
from raadsapp.ui.main_window.top_bar import TopBar
from raadsapp.ui.main_window.trail import Trail
from raadsapp.ui.main_window.window import MainWindow
from raadsapp.ui.pages import PageEntry
from raadsapp.ui.state import AppState, Notice, Place
from raadsapp.ui.widgets.snackbar import Snackbar, announce


class Controls(QObject):
    """Connects the parts of the window with each other and with the state of an open dossier."""

    def __init__(self, window: MainWindow, appearance: Appearance, entries: Sequence[PageEntry]) -> None:
        super().__init__(window)
        self._window = window
        self._appearance = appearance
        self._titles = {entry.key: entry.title for entry in entries}
        self._commands = window_commands(entries, appearance, self._go)
        self._state: AppState | None = None
        self._trail = Trail()
        self.top_bar = TopBar(self._find)
        self.top_bar.set_menu(AppearanceMenu(appearance, window))
        self.top_bar.crumbs.back_asked.connect(self.back)
        self.top_bar.crumbs.page_asked.connect(self._to_page)
        self.top_bar.search.left.connect(window.stack.focus_page)
        self.top_bar.set_open(is_open=False)
        window.rail.chosen.connect(self._go)
        for number, entry in enumerate(entries, 1):
            shortcut = QShortcut(QKeySequence(f"Ctrl+{number}"), window)
            shortcut.activated.connect(window.rail.buttons[entry.key].click)
        QShortcut(QKeySequence("Alt+Left"), window).activated.connect(self._back_by_key)

    @cached_property
    def snackbar(self) -> Snackbar:
        """Where notices are shown; made for the first one."""
        return Snackbar(self._window.stack)

    @property
    def page(self) -> str:
        """Key of the open page; empty before the dossier is open."""
        return self._trail.here.page if self._trail.here else ""

    @property
    def municipality(self) -> str:
        """CBS code of the chosen municipality; empty before the dossier is open."""
        return self._state.municipality if self._state else ""

    def attach(self, state: AppState, page: str) -> None:
        """Follow the state of an open dossier and show `page`, or the first one when that is not there."""
        self._state = state
        state.set_theme(self._appearance.theme)
        self._appearance.on_theme(state.set_theme)
        state.on_theme(self._appearance.take)
        state.on_place(self._visit)
        state.on_notice(self._show_notice)
        state.on_changes(self._name_place)
        state.on_municipality(self.top_bar.show_municipality)
        state.on_as_of(self.top_bar.as_of.show_day)
        state.on_as_of(self._tell_unknown)
        self.top_bar.municipality_chosen.connect(state.set_municipality)
        self.top_bar.as_of.chosen.connect(state.set_as_of)
        catalog = state.session.catalog
        known = [catalog.municipality(code) for code in catalog.dossier.municipalities]
        self.top_bar.show_municipalities([municipality for municipality in known if municipality])
        self.top_bar.show_municipality(state.municipality)
        self.top_bar.set_open(is_open=True)
        self._window.rail.setEnabled(True)
        self._visit(Place(page if page in self._titles else next(iter(self._titles))))
        self._window.stack.focus_page()

    def back(self) -> None:
        """Go to where the reader was before."""
        self._trail = self._trail.back()
        if self._trail.here:
            self._show(self._trail.here)

    def _back_by_key(self) -> None:
        if not self._window.stack.step_back():
            self.back()

    def _find(self, text: str) -> list[Find]:
        own = matching(self._commands, text)
        if self._state is None or not text.strip():
            return own
        # SQLite comes with the store, and the store after the first paint.
        from raadsapp.services.search import search

        return [*own, *(find_for(hit, self._go) for hit in search(self._state.session, text))]

    def _go(self, page: str, item: str = "") -> None:
        self._visit(Place(page, item))

    def _to_page(self) -> None:
        self._go(self.page)

    def _visit(self, place: Place) -> None:
        self._trail = self._trail.visit(place)
        self._show(place)

    def _show(self, place: Place) -> None:
        if self._state is None:
            return
        self._window.rail.show_page(place.page)
        self._window.stack.open(place, self._state)
        announce(self._window, self._name(place, self._state))

    def _name(self, place: Place, state: AppState) -> str:
        """Show the name of a place in title and breadcrumb, and give it."""
        title = self._titles[place.page]
        words = _item_words(state, place.item)
        only = " (alleen lezen)" if state.session.store.read_only else ""
        self._window.setWindowTitle(f"{words or title} – Raadsapp{only}")
        self.top_bar.crumbs.show_place(title, words, can_go_back=self._trail.can_go_back)
        return words or title

    def _name_place(self, _changes: Changes) -> None:
        """What is open may have another name now."""
        if self._state and self._trail.here:
            self._name(self._trail.here, self._state)

    def _tell_unknown(self, day: date | None) -> None:
        """On a day before the first figures every page is empty: say why."""
        from raadsapp.services.knowledge import unknown_sentence  # SQLite comes after the first paint

        if self._state and (told := unknown_sentence(self._state.session, day)):
            self._state.notify(told)

    def _show_notice(self, notice: Notice) -> None:
        self.snackbar.show_message(notice.message, notice.undo)


def _item_words(state: AppState, key: str) -> str:
    item = state.session.catalog.find(key) if key else None
    if item is None and key.startswith("contextsessie"):
        from raadsapp.services.session_search import place_words  # nobody begins there

        return place_words(state.session, key)
    return str(getattr(item, "title", getattr(item, "label", "")))
