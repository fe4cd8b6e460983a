"""What every view of the page Doelen is."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from raadsapp.ui.state import AppState


class SubView(QWidget):
    """One way to look at the dossier; `opened` is an item the reader asks for.

    `narrowest` is the width in pixels at 100 % text below which an item is not shown beside it, `widest` the
    width beyond which it does not grow.
    """

    opened = Signal(str)
    narrowest = 480
    widest = 1000

    def __init__(self, state: AppState) -> None:
        super().__init__()
        self.state = state
        self.catalog = state.session.catalog

    def shows(self, key: str) -> bool:
        """Whether this item can be seen here."""
        raise NotImplementedError

    def mark(self, key: str) -> None:
        """Mark the item that is open and bring it into view; an empty key for none."""
        raise NotImplementedError

    def focus_item(self, key: str) -> None:
        """Give the keyboard to this item, or to the first one."""
        raise NotImplementedError

    def refresh(self) -> None:
        """Show what is known now."""
