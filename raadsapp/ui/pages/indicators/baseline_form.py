"""The form to draw limits anew from a period on: only by a decision, and with the reason."""

from collections.abc import Sequence
from datetime import datetime

from PySide6.QtWidgets import QLineEdit

from raadsapp.domain.norm import Baseline
from raadsapp.domain.period import Period, period_of_code
from raadsapp.ui.pages.indicators.decision_form import Asked, DecisionForm, chooser
from raadsapp.ui.widgets.labelled_field import LabelledField

_MEANS = (
    "De grenzen staan vast op de eerste twaalf cijfers. Na dit besluit tellen alleen de cijfers vanaf het "
    "nieuwe begin mee. Eerdere cijfers blijven te zien. Zijn er vanaf het nieuwe begin minder dan acht "
    "cijfers? Dan zijn er voorlopig geen grenzen."
)


class BaselineForm(DecisionForm):
    """`periods` are those that the limits may begin at."""

    def __init__(self, asked: Asked, periods: Sequence[Period]) -> None:
        self._periods = tuple(periods)
        super().__init__("De grenzen opnieuw laten beginnen", asked, _MEANS)

    def own_fields(self) -> tuple[LabelledField, ...]:
        """Make the fields for period and reason."""
        self.since = chooser([(period.label, period.code) for period in reversed(self._periods)])
        self.since.setPlaceholderText("Kies een periode")
        self.since.setCurrentIndex(-1)
        self.reason = QLineEdit()
        self.since_field = LabelledField("Vanaf welke periode?", self.since)
        self.reason_field = LabelledField("Waarom?", self.reason)
        self.since.currentIndexChanged.connect(self.since_field.clear_fault)
        self.reason.textChanged.connect(self.reason_field.clear_fault)
        return self.since_field, self.reason_field

    @property
    def notes(self) -> tuple[QLineEdit, ...]:
        """The fields for words in which a person may be named."""
        return (self.reason, *super().notes)

    def own_faults(self) -> tuple[str, ...]:
        """What is wrong with period and reason."""
        return (
            "" if self.since.currentIndex() >= 0 else "Kies waar de grenzen beginnen.",
            "" if self.reason.text().strip() else "Schrijf waarom de grenzen opnieuw beginnen.",
        )

    def filled_in(self) -> Baseline:
        """The new beginning."""
        return Baseline(
            of=self.about,
            since=period_of_code(self.since.currentData()),
            reason=self.reason.text().strip(),
            decision=self.decision.text().strip(),
            decided_on=self.day,
            by=self.by.text().strip(),
            at=datetime.now().astimezone(),
        )
