"""‘Waarom dit getal?’ of a saved scenario: its levers on the figures of today; those of the page stay."""

from raadsapp.domain.catalog import Catalog
from raadsapp.domain.saved_scenario import SavedScenario
from raadsapp.services.saved_scenarios import restored
from raadsapp.services.scenario_drift import drift
from raadsapp.ui.pages.scenario.own_reason import OwnReason
from raadsapp.ui.pages.scenario.session import ScenarioSession
from raadsapp.ui.state import AppState

_MOVED = (
    "Sinds het bewaren is er iets veranderd. Deze uitleg rekent met de cijfers en het model van nu; bij het "
    "scenario staat wat er toen uitkwam."
)


def saved_reason(state: AppState, catalog: Catalog, saved: SavedScenario) -> OwnReason:
    """Explains figures of a saved scenario; UserError when its municipality no longer takes part."""
    own = ScenarioSession(catalog, saved.municipality)
    own.apply(dict(restored(catalog, saved).values), saved.name)
    own.work_out()
    moved = bool(drift(catalog, saved).sentences)
    return OwnReason(state, own, f"Bewaard scenario: {saved.name}", _MOVED if moved else "")
