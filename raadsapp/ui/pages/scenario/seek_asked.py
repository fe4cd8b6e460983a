"""What is sought: a lever of policy, an outcome, a year and the amount it should be."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QLineEdit, QVBoxLayout, QWidget

from raadsapp.domain.lever import Lever
from raadsapp.services.scenario_seek import ASKED
from raadsapp.services.scenario_words import OutcomeUnit, outcome_words
from raadsapp.texts import exact
from raadsapp.ui.pages.scenario.asked_boxes import outcome_box, year_box
from raadsapp.ui.theme.tokens import LARGE
from raadsapp.ui.widgets.labelled_field import LabelledField
from raadsapp.ui.widgets.lever_field import read_number
from raadsapp.ui.widgets.wrapping import Row

_UNITS = {OutcomeUnit.EURO: "€", OutcomeUnit.COUNT: "aantal", OutcomeUnit.WEEKS: "weken"}
_NO_NUMBER = "Vul een getal in, zoals 0."
_LONGEST = 26
_TARGET = 190


class SeekAsked(QWidget):
    """Four fields; `changed` when the reader asks something else.

    `outcome_changed` comes before it when the amount is to be of something else.
    """

    changed = Signal()
    outcome_changed = Signal()

    def __init__(self, levers: Sequence[Lever], years: Sequence[int], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.levers, self.outcomes, self.years = QComboBox(), outcome_box(ASKED), year_box(years)
        for lever in levers:
            self.levers.addItem(lever.label, lever.key)
        self.levers.setCurrentIndex(max(self.levers.findData("extra_budget"), 0))
        for box in (self.levers, self.outcomes):
            box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
        self.amount = QLineEdit()
        self._target = 0.0
        self._field = LabelledField("Moet zijn", self.amount, widest=_TARGET)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(
            Row(
                LabelledField("Zoek de waarde van", self.levers),
                LabelledField("Waarbij", self.outcomes),
                LabelledField("In", self.years),
                self._field,
                gap=LARGE,
            )
        )
        self.levers.activated.connect(self._take)
        self.years.activated.connect(self._take)
        self.outcomes.activated.connect(self._take_outcome)
        self.amount.editingFinished.connect(self._take_amount)

    @property
    def lever(self) -> str:
        """The key of the lever whose value is sought."""
        return str(self.levers.currentData())

    @property
    def outcome(self) -> str:
        """The outcome that should become the amount."""
        return str(self.outcomes.currentData())

    @property
    def year(self) -> int:
        """The year in which it should."""
        return int(self.years.currentData())

    @property
    def target(self) -> float:
        """The amount it should be."""
        return self._target

    def show_target(self, target: float) -> None:
        """Show another amount, silently."""
        self._target = target
        unit = outcome_words(self.outcome).unit
        self.amount.setText(f"€ {exact(target, 0)}" if unit is OutcomeUnit.EURO else exact(target, 1))
        self._field.show_fault("")
        self.amount.setAccessibleName(f"Moet zijn, {_UNITS[unit]}")

    def _take(self, _place: int) -> None:
        self.changed.emit()

    def _take_outcome(self, _place: int) -> None:
        self.outcome_changed.emit()
        self.changed.emit()

    def _take_amount(self) -> None:
        euros = outcome_words(self.outcome).unit is OutcomeUnit.EURO
        typed = read_number(self.amount.text().replace("€", ""), 0 if euros else 1)
        if typed is None:
            self._field.show_fault(_NO_NUMBER)
        elif typed != self._target:
            self.show_target(typed)
            self.changed.emit()
        else:
            self._field.show_fault("")
