"""Norms and baselines that the council decided on, as they are stored: logs of which the last row counts."""

from datetime import date
from typing import Any

from raadsapp.domain.goals import Polarity
from raadsapp.domain.norm import Baseline, Decisions, Judges, Norm
from raadsapp.store import codes, faults
from raadsapp.store.connection import Store

_ABOUT = "indicator, municipality, breakdown, decision, decided_on, entered_by, entered_at"
_STANDING = """
SELECT {columns} FROM (
  SELECT *, max(number) FROM {table} WHERE :until IS NULL OR entered_at <= :until
  GROUP BY indicator, municipality, breakdown
) WHERE stands ORDER BY indicator, municipality, breakdown
"""
_NORMS = _STANDING.format(columns=f"{_ABOUT}, value, polarity", table="norm")
_BASELINES = _STANDING.format(columns=f"{_ABOUT}, since, reason", table="baseline")
_ADD_NORM = f"""
INSERT INTO norm ({_ABOUT}, value, polarity, stands)
VALUES (:indicator, :municipality, :breakdown, :decision, :decided_on, :by, :at, :value, :polarity, :stands)
"""  # noqa: S608 - one of our own lists of columns
_ADD_BASELINE = f"""
INSERT INTO baseline ({_ABOUT}, since, reason, stands)
VALUES (:indicator, :municipality, :breakdown, :decision, :decided_on, :by, :at, :since, :reason, :stands)
"""  # noqa: S608 - one of our own lists of columns


def standing(store: Store, as_of: date | None = None) -> Decisions:
    """What stands now, or stood at the end of the local day `as_of`, in order of series."""
    until = {"until": codes.end_of_day_text(as_of) if as_of else None}
    with faults.in_rows(store.path):
        norms = tuple(_norm(row) for row in store.rows(_NORMS, until))
        baselines = tuple(_baseline(row) for row in store.rows(_BASELINES, until))
    return Decisions(norms, baselines)


def add(store: Store, decision: Norm | Baseline, *, stands: bool = True) -> None:
    """Let a decision count from its moment on; with `stands` false, let it count no more."""
    row = {
        "indicator": decision.of.indicator,
        "municipality": decision.of.municipality,
        "breakdown": decision.of.breakdown,
        "decision": decision.decision,
        "decided_on": decision.decided_on.isoformat(),
        "by": decision.by,
        "at": codes.moment_text(decision.at),
        "stands": int(stands),
    }
    with store.writing() as connection:
        if isinstance(decision, Norm):
            connection.execute(_ADD_NORM, row | {"value": decision.value, "polarity": decision.polarity})
        else:
            since = codes.period_number(decision.since)
            connection.execute(_ADD_BASELINE, row | {"since": since, "reason": decision.reason})


def _norm(row: tuple[Any, ...]) -> Norm:
    *about, value, polarity = row
    of, decision, decided_on, by, at = _about(about)
    return Norm(
        of=of,
        value=value,
        polarity=None if polarity is None else Polarity(polarity),
        decision=decision,
        decided_on=decided_on,
        by=by,
        at=at,
    )


def _baseline(row: tuple[Any, ...]) -> Baseline:
    *about, since, reason = row
    of, decision, decided_on, by, at = _about(about)
    return Baseline(
        of=of,
        since=codes.period_of_number(since),
        reason=reason,
        decision=decision,
        decided_on=decided_on,
        by=by,
        at=at,
    )


def _about(columns: list[Any]) -> tuple[Judges, str, date, str, Any]:
    indicator, municipality, breakdown, decision, decided_on, by, at = columns
    of = Judges(indicator, municipality, breakdown)
    return of, decision, date.fromisoformat(decided_on), by, codes.moment_of_text(at)
