"""The example cases that show what an indicator is about."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from raadsapp.domain.case import Case
from raadsapp.domain.catalog import Catalog
from raadsapp.domain.goals import Indicator
from raadsapp.ui.widgets.card import Card
from raadsapp.ui.widgets.link_button import LinkButton
from raadsapp.ui.widgets.text import Small

_WHY = "Een casus laat zien wat er achter een cijfer kan zitten. Hij is bedacht en bewijst hier niets."


class CasesCard(Card):
    """A link to each case; `opened` is its key."""

    opened = Signal(str)

    def __init__(self, cases: Sequence[Case], parent: QWidget | None = None) -> None:
        super().__init__("Wat kan dit voor een gezin betekenen?", parent=parent)
        self.add(Small(_WHY))
        links = QWidget()
        column = QVBoxLayout(links)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        self.links: list[LinkButton] = []
        for case in cases:
            link = LinkButton(f"Voorbeeldcasus: {case.title} ({case.label})", case.key)
            link.opened.connect(self.opened)
            self.links.append(link)
            column.addWidget(link, 0, Qt.AlignmentFlag.AlignLeft)
        self.add(links)


def cases_of(indicator: Indicator, catalog: Catalog) -> tuple[Case, ...]:
    """The cases that name this indicator, in the order of the dossier."""
    return tuple(case for case in catalog.cases if indicator.key in case.indicators)
