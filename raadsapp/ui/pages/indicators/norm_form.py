"""The form for a norm that the council set."""

from datetime import datetime

from PySide6.QtWidgets import QLineEdit

from raadsapp.domain.goals import Polarity
from raadsapp.domain.norm import Norm
from raadsapp.errors import UserError
from raadsapp.services.figure_checks import read_figure
from raadsapp.ui.pages.indicators.decision_form import Asked, DecisionForm, chooser
from raadsapp.ui.widgets.labelled_field import LabelledField

BETTER = {
    Polarity.UP: "Hoger is beter",
    Polarity.DOWN: "Lager is beter",
    Polarity.NEUTRAL: "Hoger is niet beter of slechter",
}
"""What the council may have decided about the way that is better."""

_UNDECIDED = "Daarover besloot de raad niet"
_NO_NUMBER = "Dit is geen getal. Schrijf bijvoorbeeld 90 of 2,5."


class NormForm(DecisionForm):
    """`unit` says in words what the values of the series are in."""

    def __init__(self, asked: Asked, unit: str) -> None:
        self._unit = unit
        super().__init__("De raad stelt een norm", asked)

    def own_fields(self) -> tuple[LabelledField, ...]:
        """Make the field for the norm itself."""
        self.value = QLineEdit()
        self.value_field = LabelledField(f"Norm, in {self._unit}", self.value)
        self.value.textChanged.connect(self.value_field.clear_fault)
        return (self.value_field,)

    def last_fields(self) -> tuple[LabelledField, ...]:
        """Make the field for what is better."""
        self.better = chooser([(_UNDECIDED, ""), *((words, way.value) for way, words in BETTER.items())])
        self.better_field = LabelledField("Wat is beter volgens het besluit?", self.better)
        return (self.better_field,)

    def own_faults(self) -> tuple[str, ...]:
        """What is wrong with the norm."""
        try:
            return ("Vul de norm in." if self._number() is None else "",)
        except UserError:
            return (_NO_NUMBER,)

    def filled_in(self) -> Norm:
        """The norm."""
        better = self.better.currentData()
        return Norm(
            of=self.about,
            value=self._number() or 0.0,
            polarity=Polarity(better) if better else None,
            decision=self.decision.text().strip(),
            decided_on=self.day,
            by=self.by.text().strip(),
            at=datetime.now().astimezone(),
        )

    def _number(self) -> float | None:
        return read_figure(self.value.text().strip().removesuffix("%"))
