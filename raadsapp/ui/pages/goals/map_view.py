"""Kaart: goals, effects, indicators and recommendations with the lines between them."""

from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QVBoxLayout

from raadsapp.services.goal_map import goal_map
from raadsapp.ui.pages.goals.sub_view import SubView
from raadsapp.ui.state import AppState
from raadsapp.ui.theme.tokens import LARGE, SMALL
from raadsapp.ui.widgets.link_map import LinkMap
from raadsapp.ui.widgets.text import Small


class MapView(SubView):
    """The map, and whether the old goals are on it."""

    narrowest = 820
    widest = 1500

    def __init__(self, state: AppState) -> None:
        super().__init__(state)
        self._map = LinkMap()
        self._map.opened.connect(self.opened)
        self._old = QCheckBox("Ook oude doelen")
        self._old.toggled.connect(self._show_old)
        self._explanation = Small(
            "Wijs een vak aan of loop met de pijltjes: u ziet wat erbij hoort. Enter opent het."
        )
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SMALL)
        head = QHBoxLayout()
        head.setSpacing(LARGE)
        head.addWidget(self._explanation, 1)
        head.addWidget(self._old)
        column.addLayout(head)
        column.addWidget(self._map, 1)
        self._show_old(old=False)

    def shows(self, key: str) -> bool:
        """Whether the item has a box."""
        return key in self._map.keys

    def mark(self, key: str) -> None:
        """Light the box with all that hangs together with it."""
        self._map.mark(key)

    def focus_item(self, key: str) -> None:
        """Give the keyboard to the box."""
        self._map.focus_item(key or self._map.keys[0])

    def _show_old(self, old: bool) -> None:  # noqa: FBT001 - Qt's signal gives a bare bool
        self._map.show_map(goal_map(self.catalog, old=old))
