"""Agreements of council and executive: list them, keep one, and hold each against the newest figures."""

from dataclasses import dataclass, replace
from datetime import date
from math import isfinite

from raadsapp.domain.agreement import Agreement, Side, SignState
from raadsapp.domain.changes import Changes, Part
from raadsapp.domain.goals import Indicator
from raadsapp.domain.observation import FICTIONAL, Observation, ObservationKey, Status
from raadsapp.domain.shown import Shown
from raadsapp.errors import UserError
from raadsapp.services.member_view import TOO_SMALL, WAITING, member_view
from raadsapp.services.opening import Session
from raadsapp.services.scenario_region import TOGETHER
from raadsapp.store import agreements as stored
from raadsapp.texts import amount, long_date

_PARTS = frozenset({Part.AGREEMENTS})


@dataclass(frozen=True, slots=True, kw_only=True)
class SignCheck:
    """What the newest figures say of a sign, in a sentence; the figure itself where one was delivered."""

    state: SignState
    sentence: str
    measured: Observation | None = None


def list_agreements(session: Session) -> tuple[Agreement, ...]:
    """Every agreement, the one that is reviewed first in front."""
    return stored.all_agreements(session.store)


def save(session: Session, agreement: Agreement) -> tuple[Agreement, Changes]:
    """Add an agreement (number 0) or change the one with its number; the first value is what is stored.

    UserError when response or owner is empty, the limit is no number, the indicator is unknown, when it is
    reviewed before it was made, or when it is gone.
    """
    tidy = replace(agreement, response=agreement.response.strip(), owner=agreement.owner.strip())
    _must_be_complete(session, tidy)
    if tidy.number:
        stored.change(session.store, tidy)
        return tidy, Changes(_PARTS, "Afspraak gewijzigd.")
    number = stored.add(session.store, tidy)
    return replace(tidy, number=number), Changes(_PARTS, "Afspraak toegevoegd.")


def remove(session: Session, number: int) -> Changes:
    """Delete an agreement; UserError when it is gone already."""
    stored.remove(session.store, number)
    return Changes(_PARTS, "Afspraak verwijderd.")


def bring_back(session: Session, agreement: Agreement) -> Changes:
    """Put a removed agreement back under its own number."""
    stored.add(session.store, agreement)
    return Changes(_PARTS, "Afspraak teruggezet.")


def check(session: Session, agreement: Agreement, as_of: date | None = None) -> SignCheck:
    """Hold an agreement against the newest figure of its indicator.

    `as_of` is the day at whose end that figure was known (None: now). A figure from before the agreement says
    nothing, and neither does one of a single municipality about all of them together.
    """
    indicator = session.catalog.find(agreement.indicator)
    if not isinstance(indicator, Indicator):
        return _unknown(f"De indicator {agreement.indicator} staat niet meer in het dossier.")
    if agreement.municipality == TOGETHER:
        return _unknown(
            f"‘{indicator.title}’ wordt per gemeente gemeten; voor de gemeenten samen is er geen cijfer."
        )
    view = member_view(session, as_of)
    found = view.series(indicator.key, agreement.municipality)
    if not found:
        none = f"Van ‘{indicator.title}’ zijn er nog geen cijfers."
        return _unknown(WAITING if view.waiting else none)
    newest = found[-1]
    if newest.period.last_day < agreement.made_on:
        return _unknown(
            f"Het nieuwste cijfer van ‘{indicator.title}’ gaat over {newest.period.label}. "
            f"Dat is van voor de afspraak van {long_date(agreement.made_on)}."
        )
    if newest.value is None:
        why = view.notice or "Het gaat over te weinig mensen."
        return _unknown(
            f"Het nieuwste cijfer van ‘{indicator.title}’, over {newest.period.label}, is {TOO_SMALL}. {why}"
        )
    return _held(agreement, indicator, newest, newest.value)


def _held(agreement: Agreement, indicator: Indicator, newest: Shown, value: float) -> SignCheck:
    above = agreement.side is Side.ABOVE
    reached = value > agreement.limit if above else value < agreement.limit
    unit = indicator.own_unit
    origin = f" Bron: {newest.source}." if newest.source else ""
    sure = "Voorlopig cijfer: " if newest.status is Status.PROVISIONAL else ""
    mark = f"{FICTIONAL}. " if newest.fictional else ""
    measured = f"{amount(value, unit)} in {newest.period.label}"
    key = ObservationKey(indicator.key, agreement.municipality, newest.period)
    return SignCheck(
        state=SignState.REACHED if reached else SignState.NOT_REACHED,
        sentence=(
            f"{mark}{sure}‘{indicator.title}’ was {measured}. "
            f"Het teken is {'boven' if above else 'onder'} {amount(agreement.limit, unit)}: "
            f"{'bereikt' if reached else 'niet bereikt'}.{origin}"
        ),
        measured=None if newest.added_up else Observation(key, value, newest.status, newest.source),
    )


def _unknown(sentence: str) -> SignCheck:
    return SignCheck(state=SignState.UNKNOWN, sentence=sentence)


def _must_be_complete(session: Session, agreement: Agreement) -> None:
    if not isinstance(session.catalog.find(agreement.indicator), Indicator):
        raise UserError("De afspraak heeft nog geen teken.", "Kies de indicator waaraan u het ziet.")
    if not isfinite(agreement.limit):
        raise UserError("De grens van het teken is geen getal.", "Geef een getal, zoals 10.")
    if not agreement.response:
        raise UserError("De afspraak zegt nog niet wat er dan gebeurt.", "Schrijf op wat is afgesproken.")
    if not agreement.owner:
        raise UserError("De afspraak heeft nog geen eigenaar.", "Schrijf op wie dit dan doet.")
    if agreement.review_on < agreement.made_on:
        raise UserError("De afspraak wordt bekeken voordat zij is gemaakt.", "Kijk beide datums na.")
