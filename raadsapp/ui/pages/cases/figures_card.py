"""The figures of a step as the levers stand now, each with how firm it is, and what the levers lead to."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from raadsapp.domain.case import Step, step_texts
from raadsapp.domain.source import Standing
from raadsapp.services.case_figures import CaseFigure, CaseFigures
from raadsapp.ui.theme.tokens import SMALL
from raadsapp.ui.widgets.badge import StandingBadge
from raadsapp.ui.widgets.card import Card
from raadsapp.ui.widgets.link_button import LinkButton
from raadsapp.ui.widgets.source_line import SourceLine
from raadsapp.ui.widgets.text import Body, Small
from raadsapp.ui.widgets.wrapping import Row


class FiguresCard(Card):
    """`followed` gives the key of a lever."""

    followed = Signal(str)

    def __init__(self, figures: CaseFigures, step: Step) -> None:
        name = figures.asked.name
        super().__init__(f"Zoals de schuiven nu staan, {name}", StandingBadge(Standing.ASSUMPTION))
        self.add(Body(figures.waiting))
        self.add(Body(figures.payers))
        self.add(Small(figures.levers))
        for figure in figures.in_texts(step_texts(step)):
            self.add_gap(SMALL)
            self.add(self._figure(figure))
            self.add(SourceLine(figure.sources, figures.catalog))

    def _figure(self, figure: CaseFigure) -> QWidget:
        words = f"{figure.label}: {figure.value}"
        row = Row()
        if figure.lever:
            link = LinkButton(words, figure.key, f"{words}. Open deze schuif.")
            link.opened.connect(self.followed)
            row.add(link)
        else:
            row.add(Body(words))
        if figure.standing is not Standing.SOURCE:
            row.add(StandingBadge(figure.standing))
        return row
