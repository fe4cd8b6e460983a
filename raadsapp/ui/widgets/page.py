"""What every page is: it shows the whole state, refreshes when it must and only while it is seen."""

from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QWidget

from raadsapp.domain.changes import Changes, Part
from raadsapp.ui.state import AppState


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
        """Bring the item with this key into view; a page without items ignores it."""

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

    def showEvent(self, event: QShowEvent) -> None:
        """Catch up with what changed while the page was hidden."""
        self._refresh_if_stale()
        super().showEvent(event)
