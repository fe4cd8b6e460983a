"""Oud en nieuw: seven aspects side by side, and below them what each system starts from."""

from PySide6.QtWidgets import QVBoxLayout

from raadsapp.domain.goals import System
from raadsapp.domain.statements import Statement, StatementKind
from raadsapp.ui.pages.goals.sub_view import SubView
from raadsapp.ui.state import AppState
from raadsapp.ui.theme.tokens import WIDE
from raadsapp.ui.widgets.card import Card
from raadsapp.ui.widgets.comparison_table import Aspect, ComparisonTable
from raadsapp.ui.widgets.item_list import ItemList
from raadsapp.ui.widgets.item_row import ListRow
from raadsapp.ui.widgets.scroll_column import ScrollColumn
from raadsapp.ui.widgets.wrapping import Columns

OLD, NEW = "Oude inkoop", "Nieuwe inkoop"
_KINDS = (
    (StatementKind.MISSION, "Missie en visie"),
    (StatementKind.PRINCIPLE, "Uitgangspunten"),
    (StatementKind.ORGANISING_PRINCIPLE, "Uitgangspunten voor de organisatie"),
)


class ComparisonView(SubView):
    """A table and two lists."""

    narrowest = 660
    widest = 1160

    def __init__(self, state: AppState) -> None:
        super().__init__(state)
        self._table = ComparisonTable(OLD, NEW)
        self._table.opened.connect(self.opened)
        self._table.show_aspects(
            [Aspect(item.key, item.title, item.old, item.new) for item in self.catalog.comparisons]
        )
        self._lists = [self._list(old=True), self._list(old=False)]
        beside = Columns(narrowest=320, most=2)
        for name, rows in zip((OLD, NEW), self._lists, strict=True):
            card = Card(f"Waar de {name.lower()} van uitgaat")
            card.add(rows)
            beside.add(card)
        self._scroll = ScrollColumn()
        self._scroll.add(self._table)
        self._scroll.add(beside)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(self._scroll)

    def _list(self, *, old: bool) -> ItemList:
        rows: list[ListRow] = []
        for kind, heading in _KINDS:
            found = [item for item in self.catalog.statements if item.kind is kind and _is_old(item) is old]
            if found:
                rows.append(ListRow(heading))
                rows.extend(ListRow(item.title, item.key, code=item.key) for item in found)
        listed = ItemList(OLD if old else NEW, whole=True)
        listed.show_rows(rows)
        listed.opened.connect(self.opened)
        listed.moved.connect(self._keep_in_view)
        return listed

    def _keep_in_view(self, top: int, bottom: int) -> None:
        for listed in self._lists:
            if listed.hasFocus():
                self._scroll.keep_in_view(listed, top, bottom)

    def shows(self, key: str) -> bool:
        """Whether the item stands in the table or below it."""
        return key in self._table.buttons or any(key in listed.keys for listed in self._lists)

    def mark(self, key: str) -> None:
        """Mark the aspect or the row."""
        self._table.mark(key)
        for listed in self._lists:
            listed.show_open(key)
        if key in self._table.buttons:
            self._scroll.ensureWidgetVisible(self._table.buttons[key], 0, WIDE)

    def focus_item(self, key: str) -> None:
        """Give the keyboard to the aspect or the row."""
        for listed in self._lists:
            if key in listed.keys:
                listed.show_current(key)
                listed.setFocus()
                return
        button = self._table.buttons.get(key) or next(iter(self._table.buttons.values()))
        button.setFocus()


def _is_old(item: Statement) -> bool:
    return item.system is System.OLD
