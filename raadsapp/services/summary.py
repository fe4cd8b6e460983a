"""What a member needs to know first of measurements and commitments, each in one sentence."""

from datetime import date

from raadsapp.domain.commitment import CommitmentState
from raadsapp.domain.goals import Indicator
from raadsapp.domain.observation import FICTIONAL
from raadsapp.services.commitments import list_commitments
from raadsapp.services.knowledge import unknown_sentence
from raadsapp.services.member_view import TOO_SMALL, WAITING, member_view
from raadsapp.services.opening import Session
from raadsapp.store import observations
from raadsapp.texts import amount, number, plural


def measured(session: Session, municipality: str, as_of: date | None = None) -> frozenset[str]:
    """Keys of the council's indicators that have at least one value, as known at the end of `as_of`.

    What is invented is not measured.
    """
    return _having(session, municipality, as_of, fictional=False)


def measurement_sentence(session: Session, municipality: str, as_of: date | None = None) -> str:
    """How many indicators have figures in this municipality, and that there are invented ones beside them.

    Of a day before the first delivery only that, and what to do.
    """
    if unknown := unknown_sentence(session, as_of):
        return unknown
    invented = len(_having(session, municipality, as_of, fictional=True))
    told = plural(invented, "indicator heeft", "indicatoren hebben")
    mark = (
        f" {FICTIONAL}: {told} bedachte cijfers om te oefenen. Die tellen hier niet mee." if invented else ""
    )
    return f"{_measured_words(session, municipality, as_of)}{mark}"


def _having(session: Session, municipality: str, as_of: date | None, *, fictional: bool) -> frozenset[str]:
    keys = [indicator.key for indicator in session.catalog.indicators]
    known = observations.sources(session.store, keys, municipality, as_of)
    return frozenset(key for key, source in known if source.startswith(FICTIONAL) is fictional)


def _measured_words(session: Session, municipality: str, as_of: date | None) -> str:
    all_of_them, there = len(session.catalog.indicators), len(measured(session, municipality, as_of))
    if there == 0:
        return (
            f"Nog niet één van de {number(all_of_them)} indicatoren heeft cijfers. "
            "Of de doelen worden gehaald, is niet te zeggen."
        )
    if there == all_of_them:
        return f"Alle {number(all_of_them)} indicatoren hebben cijfers."
    verb = "heeft" if there == 1 else "hebben"
    return f"Van de {number(all_of_them)} indicatoren {verb} er nog maar {number(there)} cijfers."


def latest_sentence(
    session: Session, indicator: Indicator, municipality: str, as_of: date | None = None
) -> str:
    """The newest value of an indicator in this municipality, with its source; or that there is none yet."""
    found = session.catalog.municipality(municipality)
    name = found.name if found else municipality
    view = member_view(session, as_of)
    if view.waiting:
        return WAITING
    known = view.series(indicator.key, municipality)
    if not known:
        return unknown_sentence(session, as_of) or f"Voor {name} zijn er nog geen cijfers."
    last = known[-1]
    value = TOO_SMALL if last.value is None else amount(last.value, indicator.own_unit)
    origin = f" Bron: {last.source}." if last.source else ""
    mark = f"{FICTIONAL}: " if last.fictional else ""
    return f"{mark}{name}, {last.period.label}: {value} ({last.status.value}).{origin}"


def commitment_sentence(session: Session, today: date) -> str:
    """Whether the executive has promised anything, and what of that is late."""
    kept = list_commitments(session)
    if not kept:
        return "Er staan nog geen toezeggingen in dit dossier."
    late = sum(commitment.late(today) for commitment in kept)
    still = sum(commitment.state is CommitmentState.OPEN for commitment in kept)
    if late:
        verb = "is" if late == 1 else "zijn"
        return f"{plural(late, 'toezegging', 'toezeggingen')} van het college {verb} te laat."
    if still:
        verb = "staat" if still == 1 else "staan"
        return f"Er {verb} {plural(still, 'toezegging', 'toezeggingen')} open. Er is er geen te laat."
    return "Alle toezeggingen zijn afgehandeld."
