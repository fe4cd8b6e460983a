"""Context sessions: plan one, keep what its small groups chose as they say it, remove and take that back."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import date

from raadsapp.domain.agenda import Agenda, TooShort, agenda_of
from raadsapp.domain.case import Case
from raadsapp.domain.catalog import Catalog
from raadsapp.domain.changes import Changes, Part
from raadsapp.domain.context_session import (
    MINUTES,
    MOST_CASES,
    PEOPLE,
    Answer,
    ContextSession,
    DamagedSession,
)
from raadsapp.errors import UserError
from raadsapp.services.damage_words import damage_words
from raadsapp.services.opening import Session
from raadsapp.store import context_sessions as stored
from raadsapp.texts import enumeration, long_date

_PARTS = frozenset({Part.SESSIONS})
_USUAL_SIZE, _USUAL_MINUTES = 12, 60


def list_sessions(session: Session) -> tuple[ContextSession, ...]:
    """Every session that can be read, the newest first; `damage` names the others."""
    found = stored.all_sessions(session.store)
    return tuple(one for one in found if isinstance(one, ContextSession))


def find(session: Session, number: int) -> ContextSession:
    """The session with this number; UserError that names the numbers there are."""
    found = {one.number: one for one in stored.all_sessions(session.store)}
    one = found.get(number)
    if isinstance(one, ContextSession):
        return one
    if one is not None:
        raise UserError(f"Contextsessie {number} is beschadigd.", damage(session))
    numbers = enumeration([str(known) for known in sorted(found)])
    hint = f"Kies uit {numbers}." if found else "Er is nog geen contextsessie bewaard."
    raise UserError(f"Er is geen contextsessie met nummer {number}.", hint)


def damage(session: Session) -> str:
    """A sentence that names what cannot be read, and what to do; empty when all can be."""
    broken = [one for one in stored.all_sessions(session.store) if isinstance(one, DamagedSession)]
    return damage_words(
        [(one.title, one.number) for one in broken],
        "Deze contextsessie is",
        "Deze contextsessies zijn",
        "deze",
    )


def new_session(today: date) -> ContextSession:
    """A session as it begins: of a usual size and length, without a case."""
    return ContextSession(
        title=f"Contextsessie {long_date(today)}", held_on=today, size=_USUAL_SIZE, minutes=_USUAL_MINUTES
    )


def save(session: Session, kept: ContextSession) -> tuple[ContextSession, Changes]:
    """Add a session (number 0), or keep the plan and texts of the one with its number as they are typed.

    UserError when it is gone, or has more cases, people or minutes than can be.
    """
    _must_fit(kept)
    if kept.number:
        stored.change(session.store, kept)
        return kept, Changes(_PARTS, "")
    number = stored.add(session.store, kept)
    return replace(kept, number=number), Changes(_PARTS, "Contextsessie gemaakt.")


def write(session: Session, number: int, answers: Iterable[Answer]) -> None:
    """Keep what small groups chose and said, in the place of what they said before there.

    UserError when the session is gone.
    """
    stored.write(session.store, number, answers)


def remove(session: Session, number: int) -> Changes:
    """Delete a session with all that was said in it; UserError when it is gone already."""
    stored.remove(session.store, number)
    return Changes(_PARTS, "Contextsessie verwijderd.")


def bring_back(session: Session, kept: ContextSession) -> Changes:
    """Put a removed session back under its own number."""
    stored.add(session.store, kept)
    return Changes(_PARTS, "Contextsessie teruggezet.")


def cases_of(catalog: Catalog, kept: ContextSession) -> tuple[Case, ...]:
    """The cases of a session that are in the dossier, in the order of the session."""
    found = (catalog.find(key) for key in kept.cases)
    return tuple(case for case in found if isinstance(case, Case))


def agenda(catalog: Catalog, kept: ContextSession) -> Agenda | TooShort | None:
    """The agenda of a session; None as long as it has no case."""
    cases = cases_of(catalog, kept)
    return agenda_of(cases, kept.size, kept.minutes) if cases else None


def _must_fit(kept: ContextSession) -> None:
    if len(kept.cases) > MOST_CASES:
        raise UserError("Een contextsessie heeft ten hoogste drie casussen.", "Laat een casus weg.")
    for (least, most), value, what in ((PEOPLE, kept.size, "deelnemers"), (MINUTES, kept.minutes, "minuten")):
        if not least <= value <= most:
            raise UserError(
                f"{value} {what} kan niet.", f"Kies een aantal van {least} tot en met {most} {what}."
            )
