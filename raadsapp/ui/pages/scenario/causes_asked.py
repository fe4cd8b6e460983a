"""What the causes are asked of: an outcome, a year, and the scenario to compare with."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QVBoxLayout, QWidget

from raadsapp.domain.saved_scenario import SavedScenario
from raadsapp.services.scenario_meaning import MEANINGS
from raadsapp.texts import long_date
from raadsapp.ui.pages.scenario.asked_boxes import outcome_box, year_box
from raadsapp.ui.theme.tokens import LARGE
from raadsapp.ui.widgets.labelled_field import LabelledField
from raadsapp.ui.widgets.wrapping import Row

_START = 0
_LONGEST_NAME = 24


class CausesAsked(QWidget):
    """Three fields; `changed` when the reader chooses something else in one of them."""

    changed = Signal()

    def __init__(self, years: Sequence[int], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.outcomes, self.years = outcome_box(one.outcome for one in MEANINGS), year_box(years)
        self.since = QComboBox()
        self.since.addItem("de beginstand", _START)
        self.since.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
        self.since.setMinimumContentsLength(_LONGEST_NAME)
        fields = (("Uitkomst", self.outcomes), ("Jaar", self.years), ("Vergeleken met", self.since))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(Row(*(LabelledField(label, field) for label, field in fields), gap=LARGE))
        for _, field in fields:
            field.activated.connect(self._take)

    @property
    def outcome(self) -> str:
        """The outcome that is asked about."""
        return str(self.outcomes.currentData())

    @property
    def year(self) -> int:
        """The year that is asked about."""
        return int(self.years.currentData())

    @property
    def number(self) -> int:
        """The number of the saved scenario to compare with; 0 for where all levers began."""
        return int(self.since.currentData())

    def show_saved(self, saved: Sequence[SavedScenario]) -> None:
        """Offer these scenarios; the one that was chosen stays so if it is among them."""
        chosen = self.number
        self.since.clear()
        self.since.addItem("de beginstand", _START)
        for one in saved:
            self.since.addItem(f"{one.name} ({long_date(one.made_on)})", one.number)
        self.since.setCurrentIndex(max(self.since.findData(chosen), 0))

    def _take(self, _place: int) -> None:
        self.changed.emit()
