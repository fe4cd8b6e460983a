"""A form for what the council decided: nothing is filled in beforehand but the reader's name."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QLineEdit, QWidget

from raadsapp.domain.norm import Baseline, Judges, Norm
from raadsapp.ui.theme.tokens import MEDIUM
from raadsapp.ui.widgets.buttons import primary_button, secondary_button
from raadsapp.ui.widgets.date_field import DateField
from raadsapp.ui.widgets.form_card import FormCard
from raadsapp.ui.widgets.labelled_field import LabelledField
from raadsapp.ui.widgets.revealing import reveal
from raadsapp.ui.widgets.text import Small, Tone
from raadsapp.ui.widgets.wrapping import Columns, Row

ALL = "Alle gemeenten"
"""What a decision is called that counts everywhere."""

_SHORTEST = 18


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """About which series a decision is asked, by whom and when, and code and name of each municipality.

    `municipalities` is empty where a decision can only be for all.
    """

    of: Judges
    municipalities: Sequence[tuple[str, str]]
    by: str
    today: date


class DecisionForm(FormCard):
    """Enter saves, Esc cancels; `saved` carries the decision as filled in, once that is complete.

    A form of one kind of decision gives its own fields, their faults and the decision.
    """

    saved = Signal(object)

    def __init__(self, title: str, asked: Asked, lead: str = "") -> None:
        super().__init__(title)
        if lead:
            self.add(Small(lead))
        self.asked = asked
        # The Tab key follows the order in which fields are made.
        self._own = self.own_fields()
        self.place = chooser([(ALL, ""), *((name, code) for code, name in asked.municipalities)])
        self.place.setPlaceholderText("Kies een gemeente")
        self.place.setCurrentIndex(-1 if asked.municipalities else 0)
        self.decision = QLineEdit()
        self.decided_on = DateField("Datum van het besluit")
        self.by = QLineEdit(asked.by)
        self.place_field = LabelledField("Voor welke gemeente?", self.place)
        self.decision_field = LabelledField("Welk besluit van de raad?", self.decision)
        self.date_field = LabelledField("Datum van het besluit", self.decided_on)
        self.by_field = LabelledField("Wie legt dit vast?", self.by)
        self._lay_out()
        self.place.currentIndexChanged.connect(self.place_field.clear_fault)
        self.decision.textChanged.connect(self.decision_field.clear_fault)
        self.decided_on.edited.connect(self.date_field.clear_fault)
        self.by.textChanged.connect(self.by_field.clear_fault)

    def own_fields(self) -> tuple[LabelledField, ...]:
        """Make the fields that come first and must be filled in."""
        raise NotImplementedError

    def own_faults(self) -> tuple[str, ...]:
        """What is wrong with each of these, empty when nothing."""
        raise NotImplementedError

    def last_fields(self) -> tuple[LabelledField, ...]:
        """Make the fields that come last and may stay as they are."""
        return ()

    def filled_in(self) -> Norm | Baseline:
        """The decision, of fields without fault."""
        raise NotImplementedError

    @property
    def notes(self) -> tuple[QLineEdit, ...]:
        """The fields for words in which a person may be named."""
        return (self.decision,)

    @property
    def about(self) -> Judges:
        """The series, with the municipality that was chosen."""
        return Judges(self.asked.of.indicator, self.place.currentData(), self.asked.of.breakdown)

    @property
    def day(self) -> date:
        """The day of the decision."""
        return self.decided_on.day or self.asked.today

    def _lay_out(self) -> None:
        pairs = Columns(narrowest=230, most=3, gap=MEDIUM)
        for field in (*self._fields(), *self.last_fields()):
            pairs.add(field)
        self.add(pairs)
        self._message = Small(tone=Tone.CONCERN)
        self.add(self._message)
        self.show_fault("")
        self.save_button, cancel = primary_button("Bewaren"), secondary_button("Annuleren")
        self.save_button.clicked.connect(self.save)
        cancel.clicked.connect(self.cancelled)
        keys = Small("Enter bewaart, Esc annuleert.")
        keys.setWordWrap(False)
        self.add(Row(self.save_button, cancel, keys))

    def _fields(self) -> tuple[LabelledField, ...]:
        """Those that must be filled in."""
        return (*self._own, self.place_field, self.decision_field, self.date_field, self.by_field)

    def focus_first(self) -> None:
        """Give the keyboard to the first field."""
        self._own[0].field.setFocus()

    def show_fault(self, message: str) -> None:
        """Say why what was filled in could not be stored."""
        self._message.show_text(message)
        self._message.setHidden(not message)

    def save(self) -> None:
        """Hand over what is filled in, or say beside each field what is missing."""
        faults = (
            *self.own_faults(),
            "" if self.place.currentIndex() >= 0 else "Kies voor wie het besluit geldt.",
            "" if self.decision.text().strip() else "Schrijf welk besluit van de raad dit is.",
            self._date_fault(),
            "" if self.by.text().strip() else "Schrijf wie dit vastlegt.",
        )
        self.show_fault("")
        wrong: list[QWidget] = []
        for field, fault in zip(self._fields(), faults, strict=True):
            field.show_fault(fault)
            if fault:
                wrong.append(field.field)
        if wrong:
            wrong[0].setFocus()
            reveal(wrong[0])
        else:
            self.saved.emit(self.filled_in())

    def _date_fault(self) -> str:
        day = self.decided_on.day
        if self.decided_on.blank:
            return "Vul in wanneer de raad dit besloot."
        if day is None:
            return "Dit is geen datum. Schrijf bijvoorbeeld 3-11-2026."
        return "Deze datum ligt in de toekomst." if day > self.asked.today else ""


def chooser(choices: Sequence[tuple[str, str]]) -> QComboBox:
    """A list of words, each with what it stands for."""
    box = QComboBox()
    box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
    box.setMinimumContentsLength(_SHORTEST)
    for words, data in choices:
        box.addItem(words, data)
    return box
