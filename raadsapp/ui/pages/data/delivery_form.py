"""Write afterwards who supplied and approved a delivery, and a note."""

from dataclasses import dataclass

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from raadsapp.domain.observation import Batch
from raadsapp.ui.theme.tokens import LARGE
from raadsapp.ui.widgets.buttons import secondary_button
from raadsapp.ui.widgets.labelled_field import LabelledField
from raadsapp.ui.widgets.wrapping import Row

_WIDEST = 480


@dataclass(frozen=True, slots=True)
class DeliveryWords:
    """What is written with a delivery."""

    supplier: str
    approved_by: str
    note: str


def words_of(batch: Batch) -> DeliveryWords:
    """What is written with this delivery now."""
    return DeliveryWords(batch.supplier, batch.approved_by, batch.note)


class DeliveryForm(QWidget):
    """Three lines and two buttons. `kept` carries `DeliveryWords`; Esc leaves all as it was."""

    kept = Signal(object)
    cancelled = Signal()

    def __init__(self, words: DeliveryWords) -> None:
        super().__init__()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(LARGE)
        self.supplier = QLineEdit(words.supplier)
        self.approved_by = QLineEdit(words.approved_by)
        self.note = QLineEdit(words.note)
        for name, line, explanation in (
            ("Leverancier", self.supplier, "Wie de cijfers leverde, zoals ISD BOL."),
            ("Goedgekeurd door", self.approved_by, "Wie de cijfers nakeek voordat ze werden ingelezen."),
            ("Opmerking", self.note, "Bijvoorbeeld: herziene cijfers over het eerste kwartaal."),
        ):
            column.addWidget(LabelledField(name, line, explanation, widest=_WIDEST))
        self.keep_button = secondary_button("Bewaren", "save")
        self.keep_button.clicked.connect(self.keep)
        self.cancel_button = secondary_button("Annuleren")
        self.cancel_button.clicked.connect(self.cancelled)
        column.addWidget(Row(self.keep_button, self.cancel_button))

    @property
    def stops(self) -> list[QWidget]:
        """Where the Tab key stops, from top to bottom."""
        return [self.supplier, self.approved_by, self.note, self.keep_button, self.cancel_button]

    def keep(self) -> None:
        """Send what is filled in."""
        lines = (self.supplier, self.approved_by, self.note)
        self.kept.emit(DeliveryWords(*(line.text().strip() for line in lines)))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter in a line keeps, on a button it is a click on it, and Esc cancels."""
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            (self.cancel_button if self.cancel_button.hasFocus() else self.keep_button).click()
        elif event.key() == Qt.Key.Key_Escape:
            self.cancelled.emit()
        else:
            super().keyPressEvent(event)
