"""What members were shown and what was kept from them, as it is stored: a log."""

import json
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from raadsapp.domain.disclosure import Count, Decision
from raadsapp.domain.observation import ObservationKey
from raadsapp.domain.period import Period, period_of_code
from raadsapp.store import codes, faults
from raadsapp.store.connection import Store

_ALL = "SELECT indicator, municipality, period, breakdown, value, fictional, shown FROM disclosure"
_PUBLICATIONS = "SELECT batches FROM publication ORDER BY number"
_COUNT = "SELECT count(*) FROM disclosure"
# In `meta`, by number of the publication: that one hid more than needed.
_BLUNT = "hidden_bluntly_"
_BLUNTLY = """
SELECT DISTINCT indicator, municipality, period, breakdown, fictional FROM disclosure
JOIN meta ON name = :mark || publication WHERE shown = 0
"""
_MARK = "INSERT INTO meta VALUES (:name, :at) ON CONFLICT DO NOTHING"
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


def bluntly_hidden(store: Store) -> frozenset[tuple[ObservationKey, bool]]:
    """What was hidden when more was than needed, and whether it is invented."""
    with faults.in_rows(store.path):
        return frozenset(
            (ObservationKey(indicator, municipality, period_of_code(code), breakdown), bool(fictional))
            for indicator, municipality, code, breakdown, fictional in store.rows(_BLUNTLY, {"mark": _BLUNT})
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class Publication:
    """What was decided when these deliveries counted, with this threshold; `bluntly`: more than needed."""

    batches: Sequence[int]
    threshold: int
    decided: Sequence[Decision]
    at: datetime
    bluntly: bool = False


def add(store: Store, made: Publication, *, known: int) -> bool:
    """Keep what was decided, in one transaction; what was known stays.

    Nothing is kept, and False given, when there are more decisions than the `known` ones that it rests on: in
    between another program decided otherwise, perhaps.
    """
    at = codes.moment_text(made.at)
    state = {"batches": json.dumps(sorted(made.batches)), "threshold": made.threshold, "at": at}
    with store.writing() as connection:
        ((count,),) = connection.execute(_COUNT).fetchall()
        if count != known:
            return False
        ((number,),) = connection.execute(_PUBLISH, state).fetchall()
        connection.executemany(_DECIDE, [_row(decision, number) for decision in made.decided])
        if made.bluntly:
            connection.execute(_MARK, {"name": f"{_BLUNT}{number}", "at": at})
    return True


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
