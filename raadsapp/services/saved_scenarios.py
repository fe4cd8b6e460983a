"""Saved scenarios: keep one, list them, change their words, copy, remove and take that back, and restore."""

from dataclasses import replace
from datetime import date
from math import isfinite

from raadsapp.domain.catalog import Catalog
from raadsapp.domain.changes import Changes, Part
from raadsapp.domain.saved_scenario import Path, SavedScenario
from raadsapp.errors import UserError
from raadsapp.model.levers import Array
from raadsapp.model.scenario import OUTCOMES, VERSION
from raadsapp.services.damaged_scenarios import damage, is_whole
from raadsapp.services.opening import Session
from raadsapp.services.scenario import Scenario, outcome, scenario, with_changes
from raadsapp.services.scenario_snapshot import snapshot_of
from raadsapp.store import saved_scenarios as stored
from raadsapp.texts import enumeration

_PARTS = frozenset({Part.SCENARIOS})


def list_scenarios(session: Session) -> tuple[SavedScenario, ...]:
    """Every saved scenario that can be read, the newest first; `damage` names the others."""
    found = stored.all_scenarios(session.store)
    return tuple(one for one in found if isinstance(one, SavedScenario) and is_whole(one))


def find(session: Session, number: int) -> SavedScenario:
    """The saved scenario with this number; UserError that names the numbers there are."""
    saved = {one.number: one for one in list_scenarios(session)}
    if number not in saved:
        broken = damage(session)
        if f"(nummer {number})" in broken:
            raise UserError(f"Scenario {number} is beschadigd.", broken)
        numbers = enumeration([str(one) for one in sorted(saved)])
        hint = f"Kies uit {numbers}." if saved else "Er is nog geen scenario bewaard."
        raise UserError(f"Er is geen bewaard scenario met nummer {number}.", hint)
    return saved[number]


def of(
    session: Session,
    asked: Scenario,
    *,
    name: str,
    question: str = "",
    hypothesis: str = "",
    findings: str = "",
    decision: str = "",
    author: str = "",
    made_on: date,
) -> SavedScenario:
    """A scenario as it stands, ready to be saved: levers, inputs, model version, and what comes out."""
    found = outcome(asked)
    return SavedScenario(
        name=name,
        municipality=asked.municipality,
        question=question,
        hypothesis=hypothesis,
        findings=findings,
        decision=decision,
        author=author,
        made_on=made_on,
        settings=asked.values,
        model_version=VERSION,
        facts=snapshot_of(asked, session.catalog.dossier.version),
        years=asked.years,
        came_out=tuple((key, path(getattr(found, key)[0])) for key in OUTCOMES),
    )


def path(values: Array) -> Path:
    """The values of an outcome over the years; None where a waiting time has no end."""
    return tuple(float(value) if isfinite(value) else None for value in values)


def save(session: Session, saved: SavedScenario) -> tuple[SavedScenario, Changes]:
    """Add a scenario (number 0) or change the words of the one with its number; the first value is stored.

    UserError when it has no name, or is gone.
    """
    tidy = _tidy(saved)
    if not tidy.name:
        raise UserError("Het scenario heeft nog geen naam.", "Geef het een naam waaraan u het herkent.")
    if tidy.number:
        stored.change_words(session.store, tidy)
        return tidy, Changes(_PARTS, "Scenario gewijzigd.")
    return _added(session, tidy), Changes(_PARTS, "Scenario bewaard.")


def duplicate(session: Session, number: int) -> tuple[SavedScenario, Changes]:
    """Add a copy of a scenario that says it is one; UserError when it is gone."""
    saved = find(session, number)
    copy = replace(saved, number=0, name=f"{saved.name} (kopie)")
    return _added(session, copy), Changes(_PARTS, "Scenario gekopieerd.")


def remove(session: Session, number: int) -> Changes:
    """Delete a scenario; UserError when it is gone already."""
    stored.remove(session.store, number)
    return Changes(_PARTS, "Scenario verwijderd.")


def bring_back(session: Session, saved: SavedScenario) -> Changes:
    """Put a removed scenario back under its own number."""
    stored.add(session.store, saved)
    return Changes(_PARTS, "Scenario teruggezet.")


def restored(catalog: Catalog, saved: SavedScenario) -> Scenario:
    """The scenario with its levers as they were saved, on today’s facts.

    A lever that is gone, or stood where it can no longer stand, is skipped: `skipped` names those. UserError
    when the municipality no longer takes part in the dossier.
    """
    start = scenario(catalog, saved.municipality, {})
    wrong = {key for key, _ in skipped(start, saved)}
    return with_changes(start, {key: value for key, value in saved.settings if key not in wrong})


def skipped(start: Scenario, saved: SavedScenario) -> tuple[tuple[str, float | str], ...]:
    """The levers that cannot be put back in `start`, each with where it stood."""
    return tuple((key, value) for key, value in saved.settings if not _fits(start, key, value))


def _fits(start: Scenario, key: str, value: float | str) -> bool:
    try:
        with_changes(start, {key: value})
    except UserError:
        return False
    return True


def _added(session: Session, saved: SavedScenario) -> SavedScenario:
    return replace(saved, number=stored.add(session.store, saved))


def _tidy(saved: SavedScenario) -> SavedScenario:
    return replace(
        saved,
        name=saved.name.strip(),
        question=saved.question.strip(),
        hypothesis=saved.hypothesis.strip(),
        findings=saved.findings.strip(),
        decision=saved.decision.strip(),
        author=saved.author.strip(),
    )
