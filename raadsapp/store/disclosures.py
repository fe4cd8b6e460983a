"""What members were shown and what was kept from them, as it is stored: a log."""

import json
from collections.abc import Iterable, Sequence
from datetime import datetime

from raadsapp.domain.disclosure import Count, Decision
from raadsapp.domain.observation import ObservationKey
from raadsapp.domain.period import Period, period_of_code
from raadsapp.store import codes, faults
from raadsapp.store.connection import Store

_ALL = "SELECT indicator, municipality, period, breakdown, value, fictional, shown FROM disclosure"
_PUBLICATIONS = "SELECT batches FROM publication ORDER BY number"
_PUBLISH = """
INSERT INTO publication (batches, threshold, made_at) VALUES (:batches, :threshold, :at)
ON CONFLICT DO UPDATE SET batches = batches RETURNING number
"""
_DECIDE = """
INSERT INTO disclosure VALUES
  (:indicator, :municipality, :period, :breakdown, :value, :fictional, :shown, :publication)
ON CONFLICT DO NOTHING
"""


def decisions(store: Store) -> tuple[Decision, ...]:
    """Everything that was decided, in no order."""
    periods: dict[str, Period] = {}
    found = []
    with faults.in_rows(store.path):
        for indicator, municipality, code, breakdown, value, fictional, shown in store.rows(_ALL):
            if code not in periods:
                periods[code] = period_of_code(code)
            key = ObservationKey(indicator, municipality, periods[code], breakdown)
            found.append(Decision(Count(key, value, bool(fictional)), bool(shown)))
    return tuple(found)


def publications(store: Store) -> tuple[tuple[int, ...], ...]:
    """The deliveries that counted in each state of the figures that members could see, oldest first."""
    with faults.in_rows(store.path):
        return tuple(tuple(json.loads(batches)) for (batches,) in store.rows(_PUBLICATIONS))


def add(
    store: Store, batches: Sequence[int], threshold: int, decided: Iterable[Decision], at: datetime
) -> None:
    """Keep what was decided when these deliveries counted, in one transaction; what was known stays."""
    with store.writing() as connection:
        state = {"batches": json.dumps(sorted(batches)), "threshold": threshold, "at": codes.moment_text(at)}
        ((number,),) = connection.execute(_PUBLISH, state).fetchall()
        connection.executemany(_DECIDE, [_row(decision, number) for decision in decided])


def _row(decision: Decision, publication: int) -> dict[str, object]:
    count = decision.count
    return {
        "indicator": count.key.indicator,
        "municipality": count.key.municipality,
        "period": count.key.period.code,
        "breakdown": count.key.breakdown,
        "value": count.value,
        "fictional": count.fictional,
        "shown": decision.shown,
        "publication": publication,
    }
