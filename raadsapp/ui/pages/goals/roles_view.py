"""Wie doet wat: what each party decides and does."""

from PySide6.QtWidgets import QVBoxLayout

from raadsapp.domain.statements import Role
from raadsapp.ui.pages.goals.sub_view import SubView
from raadsapp.ui.state import AppState
from raadsapp.ui.theme.tokens import WIDE
from raadsapp.ui.widgets.bullets import Bullets
from raadsapp.ui.widgets.card import Card
from raadsapp.ui.widgets.item_button import ItemButton
from raadsapp.ui.widgets.scroll_column import ScrollColumn
from raadsapp.ui.widgets.source_line import source_text
from raadsapp.ui.widgets.text import Body, Tone
from raadsapp.ui.widgets.wrapping import Columns


class RolesView(SubView):
    """A card for each party."""

    narrowest = 620
    widest = 1400

    def __init__(self, state: AppState) -> None:
        super().__init__(state)
        self._buttons: dict[str, ItemButton] = {}
        cards = Columns(narrowest=300, most=3)
        for role in self.catalog.roles:
            cards.add(self._card(role))
        self._scroll = ScrollColumn()
        self._scroll.add(cards)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(self._scroll)

    def _card(self, role: Role) -> Card:
        card = Card(role.title)
        card.add(Body(role.text, Tone.MUTED))
        card.add(Bullets(role.tasks))
        button = ItemButton("Waar dit staat", source_text(role.sources, self.catalog), role.key)
        button.setAccessibleName(f"{role.title}: waar dit staat")
        button.setCheckable(True)
        button.clicked.connect(self._open)
        self._buttons[role.key] = button
        card.add(button)
        return card

    def _open(self) -> None:
        button = self.sender()
        if isinstance(button, ItemButton):
            self.opened.emit(button.key)

    def shows(self, key: str) -> bool:
        """Whether the item is a party."""
        return key in self._buttons

    def mark(self, key: str) -> None:
        """Mark the party that is open."""
        for other, button in self._buttons.items():
            button.setChecked(other == key)
        if key in self._buttons:
            self._scroll.ensureWidgetVisible(self._buttons[key], 0, WIDE)

    def focus_item(self, key: str) -> None:
        """Give the keyboard to the party."""
        (self._buttons.get(key) or next(iter(self._buttons.values()))).setFocus()
