"""‘Waarom dit getal?’ below a forecast: how what was expected and what was measured come about."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from raadsapp.domain.catalog import Catalog
from raadsapp.services.derivation import Derivation
from raadsapp.ui.pages.scenario.reason_inputs import ReasonInputs
from raadsapp.ui.theme.tokens import MEDIUM, SMALL
from raadsapp.ui.widgets.buttons import quiet_button
from raadsapp.ui.widgets.revealing import reveal
from raadsapp.ui.widgets.snackbar import announce
from raadsapp.ui.widgets.text import Body, Overline, Small, Subheading
from raadsapp.ui.widgets.wrapping import Row

_WHY, _ENOUGH = "Waarom dit getal?", "Verberg de uitleg"


class ForecastReason(QWidget):
    """A button that opens and closes explanations of the forecast called `about`.

    `explain` gives them, and is asked when they are opened for the first time.
    """

    def __init__(self, about: str, explain: Callable[[], Sequence[Derivation]], catalog: Catalog) -> None:
        super().__init__()
        self._about, self._explain, self._catalog = about, explain, catalog
        self._reasons: Sequence[Derivation] = ()
        self._explained: QWidget | None = None
        self.why = quiet_button(_WHY, "help")
        self.why.setAccessibleDescription(f"{about}: toont hoe verwacht en gemeten zijn berekend")
        self.why.clicked.connect(self._turn)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(SMALL)
        self._column.addWidget(Row(self.why))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape closes."""
        if event.key() == Qt.Key.Key_Escape and self._explained and self._explained.isVisible():
            self._turn()
        else:
            super().keyPressEvent(event)

    def _turn(self) -> None:
        if self._explained is None:
            self._reasons = self._explain()
            self._explained = self._made()
            self._column.addWidget(self._explained)
            self._explained.hide()
        opens = self._explained.isHidden()
        self._explained.setVisible(opens)
        self.why.setText(_ENOUGH if opens else _WHY)
        if opens:
            reveal(self)
            announce(self, " ".join(f"{one.title}: {one.shown}. {one.words}" for one in self._reasons))

    def _made(self) -> QWidget:
        whole = QWidget()
        whole.setAccessibleName(f"Uitleg: {self._about}")
        column = QVBoxLayout(whole)
        column.setContentsMargins(MEDIUM, 0, 0, SMALL)
        column.setSpacing(SMALL)
        for one in self._reasons:
            column.addWidget(Subheading(f"{one.title}: {one.shown}"))
            column.addWidget(Small(f"Niet afgerond: {one.precise}"))
            for name, words in (
                ("In woorden", one.words),
                ("Als formule", one.symbols),
                ("Ingevuld", one.filled),
            ):
                column.addWidget(Overline(name))
                column.addWidget(Body(words))
            column.addWidget(Overline("Wat erin gaat"))
            inputs = ReasonInputs()
            inputs.show_inputs(one.inputs, self._catalog)
            column.addWidget(inputs)
        return whole
