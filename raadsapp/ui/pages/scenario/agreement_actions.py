"""What can be done with agreements; the reader is told what was done and can undo it."""

from dataclasses import replace
from datetime import date
from functools import partial
from pathlib import Path

from raadsapp.domain.agreement import Agreement, Side
from raadsapp.domain.changes import Changes, Part
from raadsapp.domain.saved_scenario import SavedScenario
from raadsapp.errors import UserError
from raadsapp.export.agreement_pdf import write_agreements
from raadsapp.services import agreements as service
from raadsapp.services import saved_scenarios
from raadsapp.services.agreement_words import measured, sign_in_words
from raadsapp.services.figure_origin import origin, origin_details
from raadsapp.services.opening import Session
from raadsapp.services.saved_words import proposed_findings
from raadsapp.ui.pages.scenario.agreement_form import FROM_LEVERS, Drafted
from raadsapp.ui.pages.scenario.agreement_row import ShownAgreement
from raadsapp.ui.pages.scenario.session import ScenarioSession
from raadsapp.ui.pages.scenario.storing import tell, write
from raadsapp.ui.state import AppState


def begun(session: Session, municipality: str, scenario: SavedScenario | None, today: date) -> Agreement:
    """An agreement of which only the place and the scenario are known; without one, that of the levers."""
    return Agreement(
        municipality=municipality,
        scenario=scenario.number if scenario else FROM_LEVERS,
        scenario_name=scenario.name if scenario else "",
        indicator=measured(session.catalog)[0].key,
        side=Side.ABOVE,
        limit=0.0,
        response="",
        owner="",
        review_on=today,
        made_on=today,
    )


def stored(state: AppState, levers: ScenarioSession, drafted: Drafted, before: Agreement | None) -> int:
    """Store a new agreement, or a change of the one that was `before`; its number.

    What stands on the levers is saved first when the agreement is made from it. UserError as `save`, and then
    nothing is kept.
    """
    session, agreement = state.session, drafted.agreement
    if agreement.scenario != FROM_LEVERS:
        kept, changes = service.save(session, agreement)
        undo = (
            partial(_changed_back, session, before)
            if before
            else partial(service.remove, session, kept.number)
        )
        tell(state, changes, undo)
        return kept.number
    saved, _ = saved_scenarios.save(session, _from_levers(session, levers, drafted))
    agreement = replace(
        agreement, municipality=saved.municipality, scenario=saved.number, scenario_name=saved.name
    )
    try:
        kept, _ = service.save(session, agreement)
    except UserError:
        saved_scenarios.remove(session, saved.number)
        raise
    tell(
        state,
        Changes(frozenset({Part.SCENARIOS, Part.AGREEMENTS}), "Scenario en afspraak bewaard."),
        partial(_taken_back, session, kept, saved, before),
    )
    return kept.number


def removed(state: AppState, agreement: Agreement) -> bool:
    """Delete it; whether that could be done."""
    session = state.session
    return write(
        state,
        partial(service.remove, session, agreement.number),
        partial(service.bring_back, session, agreement),
    )


def printed(state: AppState, levers: ScenarioSession, path: Path, today: date) -> bool:
    """Print the raadsakkoord of the municipality on the levers; whether that could be done."""
    here = levers.asked.municipality
    try:
        write_agreements(state.session, levers.catalog, here, path, today, state.as_of)
    except UserError as error:
        state.notify(str(error))
        return False
    state.notify(f"Het raadsakkoord is bewaard als {path.name}.")
    return True


def checked(state: AppState, agreement: Agreement, scenario: SavedScenario | None) -> ShownAgreement:
    """An agreement held against the newest figures of the day the pages speak of."""
    session = state.session
    check = service.check(session, agreement, state.as_of)
    found = origin(session, check.measured, state.as_of) if check.measured else None
    return ShownAgreement(
        agreement=agreement,
        sign=sign_in_words(session.catalog, agreement),
        check=check,
        scenario=scenario.name if scenario else agreement.scenario_name,
        origin=origin_details(session.catalog, found) if found else (),
        batch=found.batch.number if found else 0,
    )


def _from_levers(session: Session, levers: ScenarioSession, drafted: Drafted) -> SavedScenario:
    result = levers.result
    return saved_scenarios.of(
        session,
        result.asked,
        name=drafted.scenario_name,
        findings=proposed_findings(result.asked, result.outcome),
        made_on=drafted.agreement.made_on,
    )


def _changed_back(session: Session, before: Agreement) -> Changes:
    return service.save(session, before)[1]


def _taken_back(
    session: Session, kept: Agreement, scenario: SavedScenario, before: Agreement | None
) -> Changes:
    """Remove both, or put the agreement back as it was before and remove the scenario."""
    if before:
        service.save(session, before)
    else:
        service.remove(session, kept.number)
    saved_scenarios.remove(session, scenario.number)
    return Changes(frozenset({Part.SCENARIOS, Part.AGREEMENTS}), "Scenario en afspraak teruggedraaid.")
