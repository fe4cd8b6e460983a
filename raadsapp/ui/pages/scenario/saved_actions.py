"""What can be done with a saved scenario; the reader is told what was done and can undo it."""

from functools import partial

from PySide6.QtWidgets import QWidget

from raadsapp.domain.catalog import Catalog
from raadsapp.domain.changes import Changes
from raadsapp.domain.saved_scenario import SavedScenario
from raadsapp.errors import UserError
from raadsapp.export.agreement_pdf import write_scenario
from raadsapp.services import saved_scenarios as service
from raadsapp.services.opening import Session
from raadsapp.ui.pages.scenario.saving_pdf import ask_pdf
from raadsapp.ui.pages.scenario.session import ScenarioSession
from raadsapp.ui.pages.scenario.speaking_of import speak_of
from raadsapp.ui.pages.scenario.storing import tell, write
from raadsapp.ui.state import AppState


def saved_words(state: AppState, saved: SavedScenario, before: SavedScenario | None) -> int:
    """Store a new scenario, or other words for the one that was `before`; its number. UserError as `save`."""
    session = state.session
    stored, changes = service.save(session, saved)
    undo = partial(_reworded, session, before) if before else partial(service.remove, session, stored.number)
    tell(state, changes, undo)
    return stored.number


def copied(state: AppState, number: int) -> int | None:
    """Store a copy; its number, or None when that could not be done."""
    try:
        copy, changes = service.duplicate(state.session, number)
    except UserError as error:
        state.notify(str(error))
        return None
    tell(state, changes, partial(service.remove, state.session, copy.number))
    return copy.number


def removed(state: AppState, saved: SavedScenario) -> bool:
    """Delete it; whether that could be done."""
    session = state.session
    return write(
        state,
        partial(service.remove, session, saved.number),
        partial(service.bring_back, session, saved),
    )


def put_on_levers(state: AppState, scenario: ScenarioSession, saved: SavedScenario) -> bool:
    """Let every lever stand as it was saved, as one step that can be undone; whether that could be done."""
    try:
        asked = service.restored(scenario.catalog, saved)
    except UserError as error:
        state.notify(str(error))
        return False
    speak_of(state, scenario, saved.municipality)
    scenario.apply(dict(asked.values), f"‘{saved.name}’ op de schuiven gezet")
    state.notify(f"‘{saved.name}’ staat op de schuiven, voor {asked.name}.")
    return True


def printed(state: AppState, catalog: Catalog, saved: SavedScenario, parent: QWidget) -> None:
    """Ask where the printed page goes, and write it."""
    path = ask_pdf(parent, saved.name)
    if path is None:
        return
    try:
        write_scenario(state.session, catalog, saved, path, state.as_of)
    except UserError as error:
        state.notify(str(error))
    else:
        state.notify(f"Het scenario is bewaard als {path.name}.")


def _reworded(session: Session, saved: SavedScenario) -> Changes:
    return service.save(session, saved)[1]
