"""The pages, one at a time; each is built when it is first shown."""

import sys
from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QStackedWidget, QWidget

from raadsapp.errors import UserError
from raadsapp.ui.pages import PageEntry
from raadsapp.ui.state import AppState, Place
from raadsapp.ui.widgets.message_blocks import ErrorState, LoadingState
from raadsapp.ui.widgets.page import Page, PageBody

_BROKEN = UserError(
    "Dit onderdeel kan niet worden getoond.",
    "Kies een ander onderdeel. Start het programma opnieuw als dit vaker gebeurt.",
)


class PageStack(QStackedWidget):
    """Shows one page, or a message while there is none."""

    def __init__(self, entries: Sequence[PageEntry], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._entries = {entry.key: entry for entry in entries}
        self._built: dict[str, QWidget] = {}
        self._message: QWidget | None = None
        self._items: dict[str, str] = {}

    def show_loading(self, words: str = "Het dossier wordt geopend") -> None:
        """Say that something is under way before there are pages."""
        self._show_message(LoadingState(words))

    def show_failure(
        self,
        error: UserError,
        retry: Callable[[], object],
        action: tuple[str, Callable[[], object]] | None = None,
    ) -> None:
        """Say why the dossier cannot be opened; let the reader try again, or mend it by `action`."""
        self._show_message(ErrorState(error.message, error.hint, retry, action))

    def open(self, place: Place, state: AppState) -> None:
        """Show the page of `place` and bring its item into view, or its start after an item."""
        page = self._built.get(place.page) or self._build(place.page, state)
        self.setCurrentWidget(page)
        self._drop_message()
        open_before = self._items.get(place.page, "")
        self._items[place.page] = place.item
        if isinstance(page, Page) and (place.item or open_before):
            page.open_item(place.item)

    def focus_page(self) -> None:
        """Give the page the keyboard; Tab goes on to the first thing on it."""
        page = self.currentWidget()
        if page is not None:
            page.setFocus(Qt.FocusReason.OtherFocusReason)

    def step_back(self) -> bool:
        """Go back by one step within the page that is seen; whether there was one."""
        page = self.currentWidget()
        return isinstance(page, Page) and page.step_back()

    def keeps_all(self) -> bool:
        """Let every page keep what was typed in it; whether all could."""
        kept = [page.keeps_all() for page in self._built.values() if isinstance(page, Page)]
        return all(kept)

    def _build(self, key: str, state: AppState) -> QWidget:
        try:
            page: QWidget = self._entries[key].build(state)
        except Exception:  # noqa: BLE001 - one broken page must not take the others along
            sys.excepthook(*sys.exc_info())
            page = _framed(ErrorState(_BROKEN.message, _BROKEN.hint))
        page.setAccessibleName(self._entries[key].title)
        page.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self._built[key] = page
        page.resize(self.size())  # laid out once, in the room it will have
        self.addWidget(page)
        return page

    def _show_message(self, message: QWidget) -> None:
        self._drop_message()
        self._message = _framed(message)
        self.addWidget(self._message)
        self.setCurrentWidget(self._message)

    def _drop_message(self) -> None:
        if self._message is not None:
            self.removeWidget(self._message)
            self._message.deleteLater()
            self._message = None


def _framed(message: QWidget) -> QWidget:
    frame = QWidget()
    PageBody(frame).add(message)
    return frame
