"""One step, large and calm: what happens, how it goes in this system, who decides, and the choices."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from raadsapp.domain.case import Case, Step
from raadsapp.domain.case_walk import Walk
from raadsapp.domain.goals import System
from raadsapp.services.case_figures import CaseFigures
from raadsapp.ui.pages.cases.words import did_words
from raadsapp.ui.theme.tokens import MEDIUM
from raadsapp.ui.widgets.big_choice import BigChoice
from raadsapp.ui.widgets.buttons import primary_button, secondary_button
from raadsapp.ui.widgets.card import Card
from raadsapp.ui.widgets.source_line import SourceLine
from raadsapp.ui.widgets.text import Body, Heading, Lead, Overline, Small, Title, Tone
from raadsapp.ui.widgets.wrapping import Columns, Row

_NARROWEST = 270
_ONE_PATH = "Loop ook een ander pad tot het einde. Dan kunt u de twee paden naast elkaar zetten."
_TOLD = {System.OLD: "Zo gaat het in het oude stelsel", System.NEW: "Zo gaat het in het nieuwe stelsel"}


class StepColumn(QWidget):
    """`chosen` gives the key of a choice; at an end the others ask for another turn or a comparison.

    `can_compare` is whether another path was walked to its end.
    """

    chosen = Signal(str)
    back_asked = Signal()
    compare_asked = Signal()

    def __init__(self, walk: Walk, figures: CaseFigures, *, can_compare: bool) -> None:
        super().__init__()
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(MEDIUM)
        self.buttons: list[BigChoice] = []
        self.choices: QWidget | None = None
        self.back: QPushButton | None = None
        self.spoken = ""
        self._show_step(walk, figures)
        if walk.step.choices:  # above the rules: a room sees what there is to choose without scrolling
            self._show_choices(walk.step, figures)
        self._show_rules(walk.step, figures)
        if walk.ended:
            self._column.addWidget(_questions(walk.case, figures))
            self._show_ways(can_compare=can_compare)
        self._column.addStretch(1)

    def _show_step(self, walk: Walk, figures: CaseFigures) -> None:
        step = walk.step
        number = len(walk.path) + 1
        kind = "Einde van dit pad" if walk.ended else f"Stap {number}"
        self._column.addWidget(Overline(f"{walk.case.title} · {kind}", Tone.ACCENT))
        self._column.addWidget(Title(step.title))
        did = figures.filled(did_words(walk.turns[-1], walk.system)) if walk.path else ""
        if did:
            self._column.addWidget(Body(did, Tone.MUTED))
        else:
            self._column.addWidget(Lead(figures.filled(walk.case.situation)))
        text = figures.filled(step.text)
        self._column.addWidget(Lead(text))
        told = figures.filled(step.told(walk.system))
        if told:
            card = Card(tone=Tone.ACCENT)
            card.add(Overline(_TOLD[walk.system]))
            card.add(Lead(told))
            self._column.addWidget(card)
        self.spoken = f"{did} {kind}: {step.title}. {text} {told}".strip()

    def _show_rules(self, step: Step, figures: CaseFigures) -> None:
        rules = Columns(_NARROWEST, 2)
        for name, words in (("Wie beslist", step.decides), ("Regel", step.rule)):
            if words:
                rules.add(_named(name, figures.filled(words)))
        self._column.addWidget(rules)
        if step.sources:
            self._column.addWidget(SourceLine(step.sources, figures.catalog))

    def _show_choices(self, step: Step, figures: CaseFigures) -> None:
        self.choices = QWidget()
        column = QVBoxLayout(self.choices)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(MEDIUM)
        column.addWidget(Heading("Wat kiest u?"))
        choices = Columns(_NARROWEST, 2, MEDIUM, even=True)
        for number, choice in enumerate(step.choices, 1):
            button = BigChoice(number, figures.filled(choice.text), choice.key)
            button.chosen.connect(self.chosen)
            self.buttons.append(button)
            choices.add(button)
        column.addWidget(choices)
        self._column.addWidget(self.choices)

    def _show_ways(self, *, can_compare: bool) -> None:
        self.back = primary_button("Neem een andere afslag", "back")
        self.back.clicked.connect(self.back_asked)
        ways = Row(self.back)
        if can_compare:
            compare = secondary_button("Vergelijk met een ander pad", "map")
            compare.clicked.connect(self.compare_asked)
            ways.add(compare)
        self._column.addWidget(ways)
        if not can_compare:
            self._column.addWidget(Small(_ONE_PATH))


def _named(name: str, words: str) -> QWidget:
    place = QWidget()
    column = QVBoxLayout(place)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(0)
    column.addWidget(Overline(name))
    column.addWidget(Body(words))
    column.addStretch(1)
    return place


def _questions(case: Case, figures: CaseFigures) -> Card:
    card = Card("Om over te praten")
    for question in case.questions:
        card.add(Lead(figures.filled(question)))
        card.add_gap()
    return card


def notes_card(case: Case, figures: CaseFigures) -> Card:
    """What only the one who leads the conversation reads."""
    card = Card("Voor de presentator")
    card.add(Body(figures.filled(case.notes)))
    return card
