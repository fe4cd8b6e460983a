"""The form for one commitment: what was promised, by whom, when, and where it stands."""

from dataclasses import replace
from datetime import date

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QTextCursor
from PySide6.QtWidgets import QComboBox, QLineEdit, QPlainTextEdit, QWidget

from raadsapp.domain.commitment import Commitment, CommitmentState
from raadsapp.ui.theme.applying import applied_theme
from raadsapp.ui.theme.tokens import MEDIUM
from raadsapp.ui.widgets.buttons import primary_button, secondary_button
from raadsapp.ui.widgets.date_field import DateField
from raadsapp.ui.widgets.form_card import ENTER, FormCard
from raadsapp.ui.widgets.labelled_field import LabelledField
from raadsapp.ui.widgets.revealing import reveal
from raadsapp.ui.widgets.styling import TEXT_SIZE_EVENTS
from raadsapp.ui.widgets.text import Small, Tone
from raadsapp.ui.widgets.wrapping import Columns, Row

_TEXT_HEIGHT = 64
_NO_DATE = "Dit is geen datum. Schrijf bijvoorbeeld 3-11-2026."


class CommitmentForm(FormCard):
    """Enter saves, Esc cancels; Shift+Enter begins a new line in the text.

    `saved` carries the commitment as filled in, once that is complete; the form stays as it is until told
    otherwise, so that nothing is lost when it cannot be stored.
    """

    saved = Signal(object)

    def __init__(self, commitment: Commitment, today: date, parent: QWidget | None = None) -> None:
        super().__init__(_title(commitment), parent=parent)
        self.commitment = commitment
        self._today = today
        self.text = QPlainTextEdit(commitment.text)
        self.text.setTabChangesFocus(True)
        self.owner = QLineEdit(commitment.owner)
        self.made_on = DateField("Datum gedaan")
        self.due_on = DateField("Uiterlijk klaar")
        self.stand = QComboBox()
        for stand in CommitmentState:
            self.stand.addItem(stand.value.capitalize(), stand.value)
        self.stand.setCurrentIndex(list(CommitmentState).index(commitment.state))
        if commitment.number:
            self.made_on.show_day(commitment.made_on)
            self.due_on.show_day(commitment.due_on)
        self.text_field = LabelledField("Wat is toegezegd?", self.text)
        self.owner_field = LabelledField("Door wie?", self.owner)
        # The Tab key follows the order in which fields are made.
        self._stand_field = LabelledField("Stand", self.stand)
        self.made_field = LabelledField("Datum gedaan", self.made_on)
        self.due_field = LabelledField("Uiterlijk klaar (mag leeg blijven)", self.due_on)
        self._lay_out()
        self._clear_faults_on_edit()
        self._fit_text()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Let Enter in the text save; with Shift it is a new line."""
        if (
            watched is self.text
            and isinstance(event, QKeyEvent)
            and event.type() == QEvent.Type.KeyPress
            and event.key() in ENTER
            and not event.modifiers() & Qt.KeyboardModifier.ShiftModifier
        ):
            self.save()
            return True
        return False

    def changeEvent(self, event: QEvent) -> None:
        """Grow with the text."""
        if event.type() in TEXT_SIZE_EVENTS and hasattr(self, "text"):
            # Not while Qt replaces the style of everything: nothing may be laid out in between.
            QTimer.singleShot(0, self, self._fit_text)
        super().changeEvent(event)

    def save(self) -> None:
        """Hand over what is filled in, or say beside each field what is missing."""
        faults = {
            self.text_field: "" if self._words else "Schrijf op wat is toegezegd.",
            self.owner_field: "" if self.owner.text().strip() else "Schrijf op wie dit nakomt.",
            self.made_field: self._made_fault(),
            self.due_field: self._due_fault(),
        }
        self.show_fault("")
        for field, fault in faults.items():
            field.show_fault(fault)
        wrong = [field for field, fault in faults.items() if fault]
        if wrong:
            wrong[0].field.setFocus()
            reveal(wrong[0])
        else:
            self.saved.emit(self._filled_in())

    def show_fault(self, message: str) -> None:
        """Say why what was filled in could not be stored."""
        self._message.show_text(message)
        self._message.setHidden(not message)

    def show_place(self, message: str, start: int, end: int) -> None:
        """Say what is the matter with these characters of the text, and select them."""
        raw = self.text.toPlainText()
        before = len(raw) - len(raw.lstrip())
        cursor = self.text.textCursor()
        cursor.setPosition(before + start)
        cursor.setPosition(before + end, QTextCursor.MoveMode.KeepAnchor)
        self.text.setTextCursor(cursor)
        self.text_field.show_fault(message)
        self.text.setFocus()
        reveal(self.text_field)

    @property
    def _words(self) -> str:
        return self.text.toPlainText().strip()

    def _filled_in(self) -> Commitment:
        return replace(
            self.commitment,
            text=self._words,
            owner=self.owner.text().strip(),
            made_on=self.made_on.day or self._today,
            due_on=self.due_on.day,
            state=CommitmentState(self.stand.currentData()),
        )

    def _made_fault(self) -> str:
        day = self.made_on.day
        if self.made_on.blank:
            return "Vul in wanneer dit is toegezegd."
        if day is None:
            return _NO_DATE
        return "Deze datum ligt in de toekomst." if day > self._today else ""

    def _due_fault(self) -> str:
        day, made = self.due_on.day, self.made_on.day
        if day is None:
            return "" if self.due_on.blank else _NO_DATE
        return "Deze datum ligt vóór de toezegging." if made and day < made else ""

    def _lay_out(self) -> None:
        self.add(self.text_field)
        pairs = Columns(narrowest=230, most=2, gap=MEDIUM)
        for field in (self.owner_field, self._stand_field, self.made_field, self.due_field):
            pairs.add(field)
        self.add(pairs)
        self._message = Small(tone=Tone.CONCERN)
        self.add(self._message)
        self.show_fault("")
        save = primary_button("Bewaren")
        save.clicked.connect(self.save)
        cancel = secondary_button("Annuleren")
        cancel.clicked.connect(self.cancelled)
        keys = Small("Enter bewaart, Esc annuleert.")
        keys.setWordWrap(False)
        self.add(Row(save, cancel, keys))
        self.text.installEventFilter(self)

    def _clear_faults_on_edit(self) -> None:
        self.text.textChanged.connect(lambda: self.text_field.show_fault(""))
        self.owner.textChanged.connect(lambda: self.owner_field.show_fault(""))
        self.made_on.edited.connect(lambda: self.made_field.show_fault(""))
        self.due_on.edited.connect(lambda: self.due_field.show_fault(""))

    def _fit_text(self) -> None:
        self.text.setFixedHeight(applied_theme().px(_TEXT_HEIGHT) + 2 * MEDIUM)


def _title(commitment: Commitment) -> str:
    return "Toezegging wijzigen" if commitment.number else "Nieuwe toezegging"
