"""The third step: who reads it in, yes or no; and afterwards what was done."""

from dataclasses import dataclass

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from raadsapp.texts import plural
from raadsapp.ui.state import AppState
from raadsapp.ui.theme.icons import Ink
from raadsapp.ui.theme.tokens import LARGE, SMALL
from raadsapp.ui.widgets import reader_name
from raadsapp.ui.widgets.buttons import primary_button, secondary_button
from raadsapp.ui.widgets.icon_label import IconLabel
from raadsapp.ui.widgets.labelled_field import LabelledField
from raadsapp.ui.widgets.privacy_line import advise_below
from raadsapp.ui.widgets.text import Body
from raadsapp.ui.widgets.wrapping import Columns, Row

_HELP = "Staat bij de levering, zodat later te zien is wie dit inlas."
_OPTIONAL = "Mag leeg blijven."


@dataclass(frozen=True, slots=True)
class Details:
    """Who reads a delivery in, and what is kept with it; all but the name may be empty."""

    by: str
    supplier: str = ""
    approved_by: str = ""
    note: str = ""


class ConfirmView(QWidget):
    """Who, from whom, and yes or no. `confirmed` carries the Details once a name is filled in."""

    confirmed = Signal(object)
    cancelled = Signal()

    def __init__(self, state: AppState) -> None:
        super().__init__()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(LARGE)
        self.name = QLineEdit(reader_name.name(state.settings_file))
        self.supplier, self.approved_by, self.note = QLineEdit(), QLineEdit(), QLineEdit()
        self.name_field = LabelledField("Ingelezen door", self.name, _HELP)
        self.name.textChanged.connect(self.name_field.clear_fault)
        fields = Columns(narrowest=280, most=2)
        fields.add(self.name_field)
        fields.add(LabelledField("Leverancier", self.supplier, f"Van wie het bestand komt. {_OPTIONAL}"))
        fields.add(LabelledField("Goedgekeurd door", self.approved_by, f"Wie de cijfers nakeek. {_OPTIONAL}"))
        fields.add(LabelledField("Opmerking", self.note, _OPTIONAL))
        advise_below(self.note, state)
        column.addWidget(fields)
        self.confirm_button = primary_button("", "check")
        self.confirm_button.clicked.connect(self.confirm)
        self.cancel_button = secondary_button("Annuleren")
        self.cancel_button.clicked.connect(self.cancelled)
        column.addWidget(Row(self.confirm_button, self.cancel_button))

    def show_count(self, count: int) -> None:
        """Ask about so many values."""
        self.confirm_button.setText(f"{plural(count, 'waarde', 'waarden')} inlezen")
        self.confirm_button.setEnabled(True)
        self.confirm_button.updateGeometry()

    def show_details(self, details: Details) -> None:
        """Fill in what was filled in before."""
        self.name.setText(details.by)
        self.supplier.setText(details.supplier)
        self.approved_by.setText(details.approved_by)
        self.note.setText(details.note)

    @property
    def details(self) -> Details:
        """What is filled in."""
        fields = (self.name, self.supplier, self.approved_by, self.note)
        return Details(*(field.text().strip() for field in fields))

    def show_waiting(self) -> None:
        """Wait until the file is looked at anew."""
        self.confirm_button.setEnabled(False)

    def confirm(self) -> None:
        """Go ahead when a name is filled in."""
        if not self.confirm_button.isEnabled():
            return
        details = self.details
        if details.by:
            self.confirmed.emit(details)
        else:
            self.name_field.show_fault("Vul uw naam in.")
            self.name.setFocus()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter in a field goes ahead; on a button it is a click on it."""
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            (self.cancel_button if self.cancel_button.hasFocus() else self.confirm_button).click()
        else:
            super().keyPressEvent(event)


class DoneView(QWidget):
    """What was read in, and a button for the next file."""

    asked = Signal()

    def __init__(self, message: str) -> None:
        super().__init__()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(LARGE)
        told = QHBoxLayout()
        told.setSpacing(SMALL)
        told.addWidget(IconLabel("check", Ink.ACCENT), 0, Qt.AlignmentFlag.AlignTop)
        told.addWidget(Body(message), 1)
        column.addLayout(told)
        self.button = secondary_button("Nog een bestand kiezen", "upload")
        self.button.clicked.connect(self.asked)
        column.addWidget(Row(self.button))
