"""The form for a norm that the council set: nothing in it is filled in beforehand but the reader's name."""

from collections.abc import Sequence
from datetime import date, datetime

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QLineEdit, QWidget

from raadsapp.domain.goals import Polarity
from raadsapp.domain.norm import Judges, Norm
from raadsapp.errors import UserError
from raadsapp.services.figure_checks import read_figure
from raadsapp.ui.theme.tokens import MEDIUM
from raadsapp.ui.widgets.buttons import primary_button, secondary_button
from raadsapp.ui.widgets.date_field import DateField
from raadsapp.ui.widgets.form_card import FormCard
from raadsapp.ui.widgets.labelled_field import LabelledField
from raadsapp.ui.widgets.revealing import reveal
from raadsapp.ui.widgets.text import Small, Tone
from raadsapp.ui.widgets.wrapping import Columns, Row

ALL = "Alle gemeenten"
"""What a norm is called that counts everywhere."""
BETTER = {
    Polarity.UP: "Hoger is beter",
    Polarity.DOWN: "Lager is beter",
    Polarity.NEUTRAL: "Hoger is niet beter of slechter",
}
"""What the council may have decided about the way that is better."""

_UNDECIDED = "Daarover besloot de raad niet"
_SHORTEST = 18
_NO_NUMBER = "Dit is geen getal. Schrijf bijvoorbeeld 90 of 2,5."


class NormForm(FormCard):
    """Enter saves, Esc cancels; `saved` carries the norm as filled in, once that is complete.

    `of` is the series, `unit` says in words what its values are in; `municipalities` are code and name of
    each, empty where the norm can only be for all.
    """

    saved = Signal(object)

    def __init__(
        self, of: Judges, unit: str, municipalities: Sequence[tuple[str, str]], by: str, today: date
    ) -> None:
        super().__init__("De raad stelt een norm")
        self._of, self._today = of, today
        self.value = QLineEdit()
        self.place = _chooser([(ALL, ""), *((name, code) for code, name in municipalities)])
        self.place.setPlaceholderText("Kies een gemeente")
        self.place.setCurrentIndex(-1 if municipalities else 0)
        self.better = _chooser([(_UNDECIDED, ""), *((words, way.value) for way, words in BETTER.items())])
        self.decision = QLineEdit()
        self.decided_on = DateField("Datum van het besluit")
        self.by = QLineEdit(by)
        # The Tab key follows the order in which fields are made.
        self.value_field = LabelledField(f"Norm, in {unit}", self.value)
        self.place_field = LabelledField("Voor welke gemeente?", self.place)
        self.decision_field = LabelledField("Welk besluit van de raad?", self.decision)
        self.date_field = LabelledField("Datum van het besluit", self.decided_on)
        self.by_field = LabelledField("Wie legt dit vast?", self.by)
        self.better_field = LabelledField("Wat is beter volgens het besluit?", self.better)
        self._lay_out()
        self.value.textChanged.connect(self.value_field.clear_fault)
        self.place.currentIndexChanged.connect(self.place_field.clear_fault)
        self.decision.textChanged.connect(self.decision_field.clear_fault)
        self.decided_on.edited.connect(self.date_field.clear_fault)
        self.by.textChanged.connect(self.by_field.clear_fault)

    def _lay_out(self) -> None:
        pairs = Columns(narrowest=230, most=3, gap=MEDIUM)
        for field in self._fields():
            pairs.add(field)
        pairs.add(self.better_field)
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
        return (self.value_field, self.place_field, self.decision_field, self.date_field, self.by_field)

    def show_fault(self, message: str) -> None:
        """Say why what was filled in could not be stored."""
        self._message.show_text(message)
        self._message.setHidden(not message)

    def save(self) -> None:
        """Hand over what is filled in, or say beside each field what is missing."""
        value, told = self._number()
        faults = (
            told,
            "" if self.place.currentIndex() >= 0 else "Kies voor wie de norm geldt.",
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
        elif value is not None:
            self.saved.emit(self._filled_in(value))

    def _number(self) -> tuple[float | None, str]:
        """The value, or what is wrong with it."""
        try:
            value = read_figure(self.value.text().strip().removesuffix("%"))
        except UserError:
            return None, _NO_NUMBER
        return value, "Vul de norm in." if value is None else ""

    def _date_fault(self) -> str:
        day = self.decided_on.day
        if self.decided_on.blank:
            return "Vul in wanneer de raad dit besloot."
        if day is None:
            return "Dit is geen datum. Schrijf bijvoorbeeld 3-11-2026."
        return "Deze datum ligt in de toekomst." if day > self._today else ""

    def _filled_in(self, value: float) -> Norm:
        better = self.better.currentData()
        return Norm(
            of=Judges(self._of.indicator, self.place.currentData(), self._of.breakdown),
            value=value,
            polarity=Polarity(better) if better else None,
            decision=self.decision.text().strip(),
            decided_on=self.decided_on.day or self._today,
            by=self.by.text().strip(),
            at=datetime.now().astimezone(),
        )


def _chooser(choices: Sequence[tuple[str, str]]) -> QComboBox:
    chooser = QComboBox()
    chooser.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
    chooser.setMinimumContentsLength(_SHORTEST)
    for words, data in choices:
        chooser.addItem(words, data)
    return chooser
