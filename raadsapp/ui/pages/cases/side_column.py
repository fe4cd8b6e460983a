"""Beside the step: the three lines, the path, what the levers say, and where the case leads to."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from raadsapp.domain.case import Consequences
from raadsapp.domain.case_walk import Walk
from raadsapp.services.case_figures import CaseFigures
from raadsapp.ui.pages.cases.figures_card import FiguresCard
from raadsapp.ui.pages.cases.lines_card import LinesCard
from raadsapp.ui.pages.cases.path_map import PathMap
from raadsapp.ui.pages.cases.words import links_of
from raadsapp.ui.theme.tokens import LARGE
from raadsapp.ui.widgets.card import Card
from raadsapp.ui.widgets.item_list import ItemList
from raadsapp.ui.widgets.item_row import ListRow
from raadsapp.ui.widgets.styling import empty_layout


class SideColumn(QWidget):
    """`followed` gives the key of an item of the dossier, `turn_asked` the number of a choice, from 0.

    It stays from step to step: only what another step changes is made anew.
    """

    followed = Signal(str)
    turn_asked = Signal(int)

    def __init__(self) -> None:
        super().__init__()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(LARGE)
        self.lines = LinesCard()
        self.map = PathMap()
        self.map.turn_asked.connect(self.turn_asked)
        path = Card("Uw pad")
        path.add(self.map)
        place = QWidget()
        self._figures_place = QVBoxLayout(place)
        self._figures_place.setContentsMargins(0, 0, 0, 0)
        self.figures: FiguresCard | None = None
        self.links = ItemList("Waar deze casus bij hoort", whole=True)
        self.links.opened.connect(self.followed)
        self._linked: list[tuple[str, str, str]] = []
        leads = Card("Kijk verder")
        leads.add(self.links)
        for card in (self.lines, path, place, leads):
            column.addWidget(card)
        column.addStretch(1)

    def show_walk(self, walk: Walk, last: Consequences | None, figures: CaseFigures) -> None:
        """Show where a walk is; `last` is what its last choice did, with its figures filled in."""
        self.lines.show_walk(walk, last)
        self.map.show_walk(walk)
        empty_layout(self._figures_place)
        self.figures = FiguresCard(figures, walk.step)
        self.figures.followed.connect(self.followed)
        self._figures_place.addWidget(self.figures)
        linked = links_of(walk.case, figures.catalog)
        if linked != self._linked:
            self._linked = linked
            self.links.show_rows([ListRow(name, key, "", kind) for key, kind, name in linked])
