"""Give a layout in the making a name, and keep it."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from raadsapp.services.layouts import name_fault
from raadsapp.ui.theme.tokens import MEDIUM
from raadsapp.ui.widgets.buttons import primary_button, quiet_button
from raadsapp.ui.widgets.labelled_field import LabelledField
from raadsapp.ui.widgets.text import Subheading
from raadsapp.ui.widgets.wrapping import Row

_HELP = (
    "Met deze naam vindt u de indeling terug. Een volgend bestand van deze soort herkent de app dan vanzelf."
)
_NOT_YET = "Maak eerst af wat hierboven nog ontbreekt."
_WIDEST = 460


class MappingSaving(QWidget):
    """`saved` carries the name that was given; `stopped` that she leaves it."""

    saved = Signal(str)
    stopped = Signal()

    def __init__(self, name: str, replacing: str) -> None:
        super().__init__()
        self._replacing = replacing
        self._ready = False
        self.name = QLineEdit(name)
        self.name.setPlaceholderText("Kwartaalcijfers van …")
        self.name_field = LabelledField("Naam van de indeling", self.name, _HELP, widest=_WIDEST)
        self.button = primary_button("Bewaar indeling", "save")
        self.stop = quiet_button("Stoppen")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(MEDIUM)
        column.addWidget(Subheading("4. Bewaar wat u hebt gezegd"))
        column.addWidget(self.name_field)
        column.addWidget(Row(self.button, self.stop))
        self.name.textEdited.connect(self.name_field.clear_fault)
        self.button.clicked.connect(self.save)
        self.stop.clicked.connect(self.stopped)

    def show_ready(self, *, ready: bool) -> None:
        """Say whether there is something to keep."""
        self._ready = ready

    def save(self) -> None:
        """Keep it when the name is good and there is something to keep."""
        fault = name_fault(self.name.text(), self._replacing)
        if fault or not self._ready:
            self.name_field.show_fault(fault or _NOT_YET)
            self.name.setFocus()
        else:
            self.saved.emit(self.name.text())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter in the name keeps it."""
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter} and not self.stop.hasFocus():
            self.save()
        else:
            super().keyPressEvent(event)
