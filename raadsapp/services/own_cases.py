"""Own example cases: keep one after it was looked through, put the original back, read and write files."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime
from pathlib import Path

from raadsapp.content.case_checks import faults_in_case
from raadsapp.content.case_drafts import Draft
from raadsapp.content.case_files import read_file
from raadsapp.content.case_writing import write_case
from raadsapp.content.records import rebuild
from raadsapp.domain.case import Case
from raadsapp.domain.case_editing import free_key, template, tidy
from raadsapp.domain.catalog import Catalog
from raadsapp.domain.changes import Changes, Part
from raadsapp.errors import UserError, not_written
from raadsapp.services import case_drafts
from raadsapp.services.case_privacy import CaseLook, same_texts
from raadsapp.services.opening import Session
from raadsapp.services.own_case_reading import OwnCase, read_own_cases, with_own_cases
from raadsapp.services.writing_files import write_whole
from raadsapp.store import content
from raadsapp.store import own_cases as stored
from raadsapp.store.own_cases import StoredCase
from raadsapp.texts import long_date

_PARTS = frozenset({Part.CONTENT})
_OWN = "eigen"


@dataclass(frozen=True, slots=True)
class ListedCase:
    """A case with whether it is an own one, and whether it stands in the place of one of the dossier."""

    case: Case
    own: bool
    replaces: bool


def dossier_of(session: Session) -> Catalog:
    """The dossier as it was delivered, without own cases."""
    return rebuild(content.records(session.store))


def own_cases(session: Session) -> tuple[OwnCase, ...]:
    """Every own case, also those that cannot be used, with what is wrong."""
    if not stored.all_cases(session.store):
        return ()
    return read_own_cases(session.store, dossier_of(session))


def listed(session: Session) -> tuple[ListedCase, ...]:
    """All cases that can be walked through, in the order in which they are shown."""
    own = {one.key for one in stored.all_cases(session.store)}
    shipped = {case.key for case in dossier_of(session).cases} if own else set()
    return tuple(
        ListedCase(case, case.key in own, case.key in own and case.key in shipped)
        for case in session.catalog.cases
    )


def renewed(session: Session) -> Session:
    """The session with the own cases as they are stored now."""
    return replace(session, catalog=with_own_cases(session.store, dossier_of(session)))


def begin_new(session: Session, at: datetime) -> Draft:
    """A draft of a new case, made from the template."""
    return Draft(case=template(_free(session, "casus")), changed_at=at)


def begin_copy(session: Session, case: Case, at: datetime, *, beside: bool) -> Draft:
    """A draft of a changed copy: it will stand in the place of `case`, or `beside` it under another key.

    Whether somebody might recognise themselves is to be looked at anew.
    """
    key = _free(session, case.title) if beside else case.key
    title = f"{case.title} (kopie)" if beside else case.title
    copy = replace(case, key=key, title=title, check=None)
    return Draft(case=copy, started_from=case.key, changed_at=at)


def beside_or_instead(session: Session, draft: Draft, *, beside: bool) -> Draft:
    """The draft under a key of its own, or in the place of the case it is a copy of."""
    key = _free(session, draft.case.title or draft.started_from) if beside else draft.started_from
    return draft if draft.replaces is not beside else replace(draft, case=replace(draft.case, key=key))


def begin_import(session: Session, path: Path, at: datetime) -> Draft:
    """A draft of the case in a file; UserError that names step and reason when it cannot be read.

    What is wrong otherwise can be mended in the draft.
    """
    case, faults = read_file(path, session.catalog)
    if case is None:
        raise unreadable(path, tuple(fault.told(str(path.parent)) for fault in faults))
    known = session.catalog.find(case.key)
    if known is None or isinstance(known, Case):
        return Draft(case=case, started_from=case.key if known else "", changed_at=at)
    return Draft(case=replace(case, key=_free(session, case.title)), changed_at=at)


def unreadable(path: Path, told: Sequence[str]) -> UserError:
    """The error for a file that holds no case, with everything that is wrong."""
    return UserError(
        f"'{path.name}' is niet te lezen als casus. {told[0]}",
        "\n".join(("Herstel het bestand en probeer het opnieuw.", *(f"– {line}" for line in told[1:]))),
    )


def save(session: Session, draft: Draft, look: CaseLook | None, at: datetime) -> tuple[Case, Changes]:
    """Keep a case in the dossier; the first value is the case as it is kept.

    UserError, and nothing is kept, when something is wrong in it, when its texts are others than were looked
    through for personal data (`look`, of which the findings were seen), or when nobody looked whether
    somebody might recognise themselves.
    """
    case = tidy(draft.case)
    if fault := next(faults_in_case(case, session.catalog), None):
        raise UserError(f"De casus is nog niet klaar. {fault.told(case)}", "Los eerst de meldingen op.")
    if look is None or not same_texts(look, draft.case):
        raise UserError(
            "De casus is nog niet nagekeken op mogelijke persoonsgegevens.", "Bekijk eerst de uitkomst."
        )
    if wrong := check_fault(case, at.date()):
        raise UserError(wrong, "Laat een tweede lezer kijken of iemand zich kan herkennen.")
    kept = StoredCase(case.key, case.title, write_case(case), at)
    stored.put(session.store, kept)
    return case, Changes(_PARTS, f"Casus ‘{case.title}’ bewaard.")


def check_fault(case: Case, today: date) -> str:
    """What is missing of the check whether somebody might recognise themselves; empty when nothing is."""
    if case.check is None:
        return "Vul in wie heeft gekeken of iemand zich kan herkennen, en wanneer."
    if not case.check.role.strip():
        return "Vul de rol in van wie heeft gekeken of iemand zich kan herkennen."
    if case.check.day > today:
        return f"De dag van de toets op herkenbaarheid is nog niet geweest: {long_date(case.check.day)}."
    if not case.check.clear:
        return "Vul in dat de tweede lezer niemand herkende. Herkende die wel iemand? Pas de casus dan aan."
    return ""


def kept_before(session: Session, key: str) -> StoredCase | None:
    """The own case with this key as it is stored, for `bring_back`; None when there is none."""
    return next((one for one in stored.all_cases(session.store) if one.key == key), None)


def is_kept(session: Session, draft: Draft) -> bool:
    """Whether the dossier holds everything in a draft: nothing is lost when the draft goes.

    A check that is still to be filled in anew does not count.
    """
    kept = session.catalog.find(draft.case.key)
    if not isinstance(kept, Case) or kept_before(session, kept.key) is None:
        return False
    return tidy(replace(draft.case, check=draft.case.check or kept.check)) == kept


def bring_back(session: Session, key: str, before: StoredCase | None) -> Changes:
    """Store an own case as it was before; None lets it go."""
    if before is None:
        stored.remove(session.store, key)
        return Changes(_PARTS, "De eigen casus is weg.")
    stored.put(session.store, before)
    return Changes(_PARTS, f"Casus ‘{before.title}’ teruggezet.")


def remove(session: Session, key: str) -> Changes:
    """Let go of an own case; where it stood in the place of one of the dossier, that is back.

    UserError when there is none with this key.
    """
    if not stored.remove(session.store, key):
        raise UserError(
            f"Er is geen eigen casus ‘{key}’.", "Casussen van het dossier blijven altijd bestaan."
        )
    original = dossier_of(session).find(key)
    if isinstance(original, Case):
        return Changes(_PARTS, f"Het origineel van ‘{original.title}’ is terug.")
    return Changes(_PARTS, "De eigen casus is verwijderd.")


def find_case(session: Session, named: str) -> Case:
    """The case with this key or title; UserError that names the keys there are."""
    wanted = named.casefold()
    for case in session.catalog.cases:
        if wanted in {case.key.casefold(), case.title.casefold()}:
            return case
    keys = ", ".join(case.key for case in session.catalog.cases)
    raise UserError(f"Er is geen casus ‘{named}’.", f"Kies uit {keys}." if keys else "Er zijn geen casussen.")


def export(case: Case, path: Path) -> None:
    """Write a case as one file, in the form of those in `data/cases`; UserError when that cannot be."""
    export_text(write_case(case), path)


def export_text(text: str, path: Path) -> None:
    """Write the text of a case, also of one that cannot be used; UserError when that cannot be."""
    try:
        path.parent.stat()  # a folder with a mistyped name is not made
        write_whole(path, text.encode())
    except OSError as error:
        raise not_written(path, error) from None


def file_name(case: Case) -> str:
    """How a file with this case is best called."""
    return f"{free_key(case.title or case.key, ())}.md"


def _free(session: Session, words: str) -> str:
    taken = [key for key, _ in session.catalog.entries()]
    taken += [one.key for one in stored.all_cases(session.store)]
    # A draft is kept under the key of its case: another with that key would take its place.
    taken += [draft.case.key for draft in case_drafts.drafts().drafts]
    return free_key(f"{_OWN} {words}", taken)
