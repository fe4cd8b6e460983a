"""Two paths of one case side by side: what was chosen, what it did, and where it ended."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from raadsapp.domain.case import Consequence
from raadsapp.domain.case_walk import Turn, Walk, compare
from raadsapp.services.case_figures import CaseFigures
from raadsapp.services.case_words import LINE_NAMES, steps_words
from raadsapp.ui.pages.cases.lines_card import small_lines
from raadsapp.ui.pages.cases.words import made_words
from raadsapp.ui.theme.tokens import MEDIUM, SMALL
from raadsapp.ui.widgets.buttons import quiet_button
from raadsapp.ui.widgets.card import Card
from raadsapp.ui.widgets.item_list import ItemList
from raadsapp.ui.widgets.item_row import ListRow
from raadsapp.ui.widgets.text import Body, Lead, Overline, Title, Tone
from raadsapp.ui.widgets.wrapping import Columns, Row

_NARROWEST = 380


class CompareView(QWidget):
    """`back` asks for the walk again."""

    back = Signal()

    def __init__(self, walk: Walk, others: Sequence[Walk], figures: CaseFigures) -> None:
        super().__init__()
        self._walk, self._others, self._figures = walk, tuple(others), figures
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(MEDIUM)
        column.addWidget(Overline(walk.case.title, Tone.ACCENT))
        column.addWidget(Title("Twee paden naast elkaar"))
        self.back_button = quiet_button("Terug naar de casus", "back")
        self.back_button.clicked.connect(self.back)
        column.addWidget(Row(self.back_button))
        self.other = ItemList("Het pad om mee te vergelijken", whole=True)
        self.other.show_rows(
            [ListRow(one.step.title, str(place), "", made_words(one)) for place, one in enumerate(others)]
        )
        self.other.opened.connect(self._choose)
        choice = Card("Vergelijk met")
        choice.add(self.other)
        column.addWidget(choice)
        choice.setHidden(len(self._others) == 1)
        self.shared = Lead()
        column.addWidget(self.shared)
        self._sides = Columns(_NARROWEST, 2)
        column.addWidget(self._sides)
        column.addStretch(1)
        self._show(0)

    def _choose(self, key: str) -> None:
        self._show(int(key))

    def _show(self, place: int) -> None:
        self.other.show_open(str(place))
        other = self._others[place]
        found = compare(self._walk, other)
        same = [turn.choice.text for turn in self._walk.turns[: found.shared]]
        begun = (
            f"Deze paden beginnen gelijk: {' → '.join(same)}." if same else "Deze paden lopen meteen uiteen."
        )
        self.shared.show_text(begun)
        self._sides.clear()
        self._sides.add(_side("Dit pad", self._walk, found.first, self._figures))
        self._sides.add(_side("Het andere pad", other, found.second, self._figures))


def _side(name: str, walk: Walk, turns: Sequence[Turn], figures: CaseFigures) -> Card:
    card = Card(f"{name}: {walk.step.title}")
    card.add(small_lines(walk))
    for turn in turns:
        card.add_gap(SMALL)
        card.add(Overline(turn.step.title, Tone.ACCENT))
        card.add(Lead(figures.filled(turn.choice.text)))
        did = turn.choice.consequences(walk.system)
        for line, part in enumerate((did.child, did.time, did.money)):
            card.add(Body(_did(line, part, figures)))
    if walk.ended:
        card.add_gap(SMALL)
        card.add(Overline("Hoe het eindigt"))
        card.add(Body(figures.filled(walk.step.text)))
    return card


def _did(line: int, part: Consequence, figures: CaseFigures) -> str:
    return f"{LINE_NAMES[line]}: {steps_words(line, part)}. {figures.filled(part.text)}"
