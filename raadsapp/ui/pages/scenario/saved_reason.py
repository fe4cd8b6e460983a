"""‘Waarom dit getal?’ of a saved scenario: its levers on the figures of today; those of the page stay."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from raadsapp.domain.catalog import Catalog
from raadsapp.domain.saved_scenario import SavedScenario
from raadsapp.services.saved_scenarios import restored
from raadsapp.services.scenario_drift import drift
from raadsapp.services.scenario_sentences import REFERENCE_YEAR
from raadsapp.ui.pages.scenario.reason_panel import ReasonPanel
from raadsapp.ui.pages.scenario.session import ScenarioSession
from raadsapp.ui.state import AppState
from raadsapp.ui.theme.tokens import SMALL
from raadsapp.ui.widgets.source_line import CaveatLine
from raadsapp.ui.widgets.text import Overline

_MOVED = (
    "Sinds het bewaren is er iets veranderd. Deze uitleg rekent met de cijfers en het model van nu; bij het "
    "scenario staat wat er toen uitkwam."
)


class SavedReason(QWidget):
    """Explains a figure of a saved scenario; `closed` when the reader is done.

    UserError when the municipality no longer takes part in the dossier.
    """

    closed = Signal()

    def __init__(self, state: AppState, catalog: Catalog, saved: SavedScenario) -> None:
        super().__init__()
        values = dict(restored(catalog, saved).values)
        own = ScenarioSession(catalog, saved.municipality, self)
        own.apply(values, saved.name)
        own.work_out()
        self.panel = ReasonPanel(state, own, self)
        self.panel.closed.connect(self.closed)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SMALL)
        column.addWidget(Overline(f"Bewaard scenario: {saved.name}"))
        if drift(catalog, saved).sentences:
            column.addWidget(CaveatLine(_MOVED))
        column.addWidget(self.panel)

    def show_reason(self, outcome: str) -> None:
        """Explain an outcome in the year of the published amount."""
        self.panel.show_reason(outcome, REFERENCE_YEAR)


class SavedReasonPlace(QWidget):
    """Shows how a figure of a saved scenario comes about, in the place of something else."""

    def __init__(self, state: AppState, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._state = state
        self._instead_of: QWidget | None = None
        self._back_to: QWidget | None = None
        self.reason: SavedReason | None = None
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self.hide()

    def explain(
        self, catalog: Catalog, saved: SavedScenario, outcome: str, instead_of: QWidget, back_to: QWidget
    ) -> None:
        """Explain an outcome until the reader is done; then `instead_of` is back, the keyboard at `back_to`.

        UserError as `SavedReason`.
        """
        self.reason = reason = SavedReason(self._state, catalog, saved)
        self._instead_of, self._back_to = instead_of, back_to
        reason.closed.connect(self._end)
        self._column.addWidget(reason)
        self.show()  # at once, so that it can take the keyboard
        reason.show()
        reason.show_reason(outcome)
        instead_of.hide()

    def drop(self) -> None:
        """Show nothing any more; what it stood instead of is gone, or shown by the caller."""
        reason, self.reason = self.reason, None
        self._instead_of = self._back_to = None
        if reason:
            self._column.removeWidget(reason)
            reason.hide()
            reason.deleteLater()
        self.hide()

    def _end(self) -> None:
        shown, focused = self._instead_of, self._back_to
        self.drop()
        if shown and focused:
            shown.show()
            focused.setFocus()
