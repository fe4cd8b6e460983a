"""What the choices did so far: three lines that grow along, with what the last choice did in words."""

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from raadsapp.domain.case import Consequences
from raadsapp.domain.case_walk import Walk
from raadsapp.services.case_words import LINE_NAMES, steps_words
from raadsapp.ui.pages.cases.words import grown_words, of_lines
from raadsapp.ui.theme.tokens import SMALL, TIGHT
from raadsapp.ui.widgets.card import Card
from raadsapp.ui.widgets.grown_line import GrownLine
from raadsapp.ui.widgets.text import Body, Small, Subheading

_COLOURS = (0, 2, 1)
_PLACES = 5
_NOTHING = "Kies eerst. Daarna groeien hier drie lijnen: omhoog is beter, langer of duurder."


class LinesCard(Card):
    """Child, time and money, drawn and in words."""

    def __init__(self) -> None:
        super().__init__("Wat doen de keuzes?")
        self._begin = Body(_NOTHING)
        self.add(self._begin)
        self.lines = tuple(_Line(name, colour) for name, colour in zip(LINE_NAMES, _COLOURS, strict=True))
        for line in self.lines:
            self.add(line)

    def show_walk(self, walk: Walk, last: Consequences | None) -> None:
        """Show the lines of a walk, and what its last choice did; `last` has its figures filled in."""
        self._begin.setHidden(last is not None)
        parts = (last.child, last.time, last.money) if last else (None, None, None)
        every = zip(self.lines, of_lines(walk.lines()), parts, strict=True)
        for place, (line, values, part) in enumerate(every):
            line.name.show_text(f"{LINE_NAMES[place]}: {grown_words(place, values[-1])}")
            now = f"{steps_words(place, part).capitalize()}. {part.text}" if part else ""
            line.words.show_text(now)
            line.words.setHidden(not now)
            way = " ".join(f"{value:+d}" if value else "0" for value in values)
            line.drawn.show_values(values, _PLACES, f"{line.name.plain_text}. Van begin tot nu: {way}. {now}")


class _Line(QWidget):
    """Name, drawing and words of one line."""

    def __init__(self, name: str, colour: int) -> None:
        super().__init__()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, SMALL, 0, 0)
        column.setSpacing(TIGHT)
        self.name = Subheading(name)
        self.drawn = GrownLine(colour)
        self.words = Body()
        for widget in (self.name, self.drawn, self.words):
            column.addWidget(widget)


def small_lines(walk: Walk) -> QWidget:
    """The three lines of a walk beside each other, for where two walks are compared."""
    place = QWidget()
    row = QHBoxLayout(place)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(SMALL)
    for number, values in enumerate(of_lines(walk.lines())):
        column = QVBoxLayout()
        column.setSpacing(TIGHT)
        words = f"{LINE_NAMES[number]}: {grown_words(number, values[-1])}"
        drawn = GrownLine(_COLOURS[number])
        drawn.show_values(values, _PLACES, words)
        column.addWidget(drawn)
        column.addWidget(Small(words))
        column.addStretch(1)
        row.addLayout(column, 1)
    return place
