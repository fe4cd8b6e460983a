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
