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


class SideColumn(QWidget):
    """`followed` gives the key of an item of the dossier, `turn_asked` the number of a choice, from 0."""

    followed = Signal(str)
    turn_asked = Signal(int)

    def __init__(self, walk: Walk, last: Consequences | None, figures: CaseFigures) -> None:
        super().__init__()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(LARGE)
        self.lines = LinesCard()
        self.lines.show_walk(walk, last)
        self.map = PathMap()
        self.map.show_walk(walk)
        self.map.turn_asked.connect(self.turn_asked)
        path = Card("Uw pad")
        path.add(self.map)
        self.figures = FiguresCard(figures, walk.step)
        self.figures.followed.connect(self.followed)
        self.links = ItemList("Waar deze casus bij hoort", whole=True)
        self.links.show_rows(
            [ListRow(name, key, "", kind) for key, kind, name in links_of(walk.case, figures.catalog)]
        )
        self.links.opened.connect(self.followed)
        leads = Card("Kijk verder")
        leads.add(self.links)
        for card in (self.lines, path, self.figures, leads):
            column.addWidget(card)
        column.addStretch(1)
