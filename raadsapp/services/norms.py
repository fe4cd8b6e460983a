"""Norms and baselines: what the council decided, with decision and date. None is ever invented."""

import math
from dataclasses import replace
from datetime import date, datetime

from raadsapp.domain.catalog import Catalog
from raadsapp.domain.changes import Changes, Part
from raadsapp.domain.goals import Indicator
from raadsapp.domain.norm import Baseline, Decisions, Judges, Norm
from raadsapp.errors import UserError
from raadsapp.services.opening import Session
from raadsapp.store import norms as stored
from raadsapp.texts import amount, long_date

_PARTS = frozenset({Part.NORMS})


def standing(session: Session, as_of: date | None = None) -> Decisions:
    """What stands now, or stood at the end of `as_of`."""
    return stored.standing(session.store, as_of)


def save(session: Session, decision: Norm | Baseline) -> Changes:
    """Let a norm or baseline count from now on, in place of an earlier one of the same series.

    UserError when indicator or municipality is not known, the value is no number, a text is empty, or it was
    decided after it was entered.
    """
    tidy = replace(decision, decision=decision.decision.strip())
    if isinstance(tidy, Baseline):
        tidy = replace(tidy, reason=tidy.reason.strip())
    indicator = _indicator_of(session.catalog, tidy.of)
    _must_be_complete(tidy)
    stored.add(session.store, tidy)
    if isinstance(tidy, Baseline):
        told = f"De grenzen van {indicator.title} beginnen opnieuw bij {tidy.since.label}."
    else:
        value = amount(tidy.value, indicator.split(tidy.of.breakdown).unit)
        told = f"De norm van {indicator.title} is {value}, besloten op {long_date(tidy.decided_on)}."
    return Changes(_PARTS, told)


def withdraw(session: Session, decision: Norm | Baseline, by: str, at: datetime) -> Changes:
    """From `at` on let this norm or baseline count no more; UserError when it does not count."""
    now = stored.standing(session.store)
    if decision not in (*now.norms, *now.baselines):
        raise UserError("Dit besluit geldt niet meer.", "Er is niets gewijzigd.")
    stored.add(session.store, replace(decision, by=by, at=at), stands=False)
    told = "De norm is" if isinstance(decision, Norm) else "Het nieuwe begin van de grenzen is"
    return Changes(_PARTS, f"{told} ingetrokken.")


def _indicator_of(catalog: Catalog, of: Judges) -> Indicator:
    found = catalog.find(of.indicator)
    if not isinstance(found, Indicator):
        raise UserError(
            f"De indicator '{of.indicator}' is niet bekend.", "Kies een indicator van het dossier."
        )
    if of.municipality and catalog.municipality(of.municipality) is None:
        raise UserError(
            f"De gemeente '{of.municipality}' is niet bekend.", "Kies een gemeente van het dossier."
        )
    return found


def _must_be_complete(decision: Norm | Baseline) -> None:
    if isinstance(decision, Norm) and not math.isfinite(decision.value):
        raise UserError("De norm is geen getal.", "Schrijf een getal, zoals 90.")
    if isinstance(decision, Baseline) and not decision.reason:
        raise UserError("Er staat geen reden bij.", "Schrijf waarom de grenzen opnieuw beginnen.")
    if not decision.decision:
        raise UserError("Er staat geen besluit bij.", "Schrijf welk besluit van de raad dit is.")
    if decision.decided_on > decision.at.date():
        raise UserError(
            "Het besluit is van een dag die nog komt.", "Kijk de datum na: alleen een genomen besluit telt."
        )
