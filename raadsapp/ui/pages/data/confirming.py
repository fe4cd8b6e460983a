"""The third step: who reads it in, yes or no; and afterwards what was done."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from raadsapp.texts import plural
from raadsapp.ui.theme.icons import Ink
from raadsapp.ui.theme.tokens import LARGE, SMALL
from raadsapp.ui.widgets.buttons import primary_button, secondary_button
from raadsapp.ui.widgets.icon_label import IconLabel
from raadsapp.ui.widgets.labelled_field import LabelledField
from raadsapp.ui.widgets.text import Body
from raadsapp.ui.widgets.wrapping import Row

_HELP = "Staat bij de levering, zodat later te zien is wie dit inlas."
_WIDEST = 360


class ConfirmView(QWidget):
    """Name and buttons. `confirmed` carries the name; with nothing to read in there is only a way back."""

    confirmed = Signal(str)
    cancelled = Signal()

    def __init__(self, count: int, name: str) -> None:
        super().__init__()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(LARGE)
        self.name = QLineEdit(name)
        self.name_field = LabelledField("Ingelezen door", self.name, _HELP, widest=_WIDEST)
        self.name.textChanged.connect(lambda: self.name_field.show_fault(""))
        column.addWidget(self.name_field)
        self.confirm_button = primary_button(f"{plural(count, 'waarde', 'waarden')} inlezen", "check")
        self.confirm_button.clicked.connect(self.confirm)
        self.cancel_button = secondary_button("Annuleren")
        self.cancel_button.clicked.connect(self.cancelled)
        column.addWidget(Row(self.confirm_button, self.cancel_button))

    def confirm(self) -> None:
        """Go ahead when a name is filled in."""
        name = self.name.text().strip()
        if name:
            self.confirmed.emit(name)
        else:
            self.name_field.show_fault("Vul uw naam in.")
            self.name.setFocus()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter in the name goes ahead; on a button it is a click on it."""
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
