"""What a reader can do now."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QPushButton, QWidget

from raadsapp.ui.widgets.buttons import primary_button, secondary_button
from raadsapp.ui.widgets.card import Card
from raadsapp.ui.widgets.text import Body
from raadsapp.ui.widgets.wrapping import Row

_EMPTY = (
    "De cijfers over 2015 tot en met 2017 staan er al in. Nieuwe cijfers laadt de griffie bij Gegevens. "
    "Bekijk intussen de doelen, of probeer zelf wat er verandert als de vraag groeit."
)
_FILLED = "Bekijk de doelen, of probeer zelf wat er verandert als de vraag groeit."


class NextCard(Card):
    """Buttons to other pages; `followed` is the page."""

    followed = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("Wat kunt u nu doen?", parent=parent)
        self._text = Body()
        self.load = primary_button("Cijfers laden", "upload")
        self.goals = secondary_button("Doelen bekijken", "goals")
        self.scenario = secondary_button("Zelf proberen", "scenario")
        self._pages: dict[QPushButton, str] = {
            self.load: "data",
            self.goals: "goals",
            self.scenario: "scenario",
        }
        for button in self._pages:
            button.clicked.connect(self._follow)
        self.add(self._text)
        self.add(Row(*self._pages))

    def show_measured(self, *, anything: bool) -> None:
        """Say what comes first: figures, as long as there are none."""
        self._text.show_text(_FILLED if anything else _EMPTY)
        self.load.setHidden(anything)

    def _follow(self) -> None:
        button = self.sender()
        if isinstance(button, QPushButton):
            self.followed.emit(self._pages[button])
