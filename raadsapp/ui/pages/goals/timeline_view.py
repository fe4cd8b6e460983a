"""Tijdlijn: what happened when."""

from PySide6.QtWidgets import QVBoxLayout

from raadsapp.ui.pages.goals.sub_view import SubView
from raadsapp.ui.state import AppState
from raadsapp.ui.widgets.timeline import Moment, Timeline


class TimelineView(SubView):
    """The events of the dossier on an axis."""

    narrowest = 620

    def __init__(self, state: AppState) -> None:
        super().__init__(state)
        self._timeline = Timeline("Tijdlijn")
        self._timeline.opened.connect(self.opened)
        self._timeline.show_moments(
            [
                Moment(event.key, event.when, event.title, event.begins, event.ends)
                for event in self.catalog.timeline
            ]
        )
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._timeline)

    def shows(self, key: str) -> bool:
        """Whether the item is an event."""
        return key in self._timeline.keys

    def mark(self, key: str) -> None:
        """Mark the event."""
        self._timeline.mark(key)

    def focus_item(self, key: str) -> None:
        """Give the keyboard to the event."""
        self._timeline.focus_item(key if self.shows(key) else self._timeline.keys[0])
