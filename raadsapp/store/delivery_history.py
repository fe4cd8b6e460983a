"""What one delivery holds beside what counted when it came in, and the log of what happened to it."""

import json
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, Any

from raadsapp.domain.delivery_history import BatchEvent, DeliveredValue, Difference, EventKind, SeriesShare
from raadsapp.domain.observation import Observation, ObservationKey
from raadsapp.store import codes, faults
from raadsapp.store.connection import Store

if TYPE_CHECKING:
    from raadsapp.domain.period import Period

# In the order in which it happened; a description that came with the delivery itself is no event.
_EVENTS = """
SELECT iif(counts, 'teruggezet', 'ingetrokken'), decided_by, decided_at AS at, '', '', '', number
FROM batch_standing WHERE batch = :number
UNION ALL
SELECT 'toegelicht', d.written_by, d.written_at, d.supplier, d.approved_by, d.note, d.number
FROM batch_detail AS d JOIN batch AS b ON b.number = d.batch
WHERE d.batch = :number AND d.written_at > b.imported_at
ORDER BY at, 7
"""
# The earlier deliveries that counted when this one came in.
_BEFORE = """
SELECT b.number FROM batch AS b JOIN batch AS this ON this.number = :number
WHERE b.number < :number AND coalesce((
  SELECT s.counts FROM batch_standing AS s WHERE s.batch = b.number AND s.decided_at <= this.imported_at
  ORDER BY s.number DESC LIMIT 1
), 1)
"""
_SAME_KEY = """
  x.indicator = o.indicator AND x.municipality = o.municipality AND x.breakdown = o.breakdown
  AND x.period = o.period
"""
# One walk through the log in its own order; beside each row of the delivery a seek to what counted before it.
_VALUES = f"""
SELECT i.code, m.code, o.period, b.code, o.value, o.status, s.code, p.value, p.status, ps.code
FROM observation AS o
LEFT JOIN observation AS p
  ON p.indicator = o.indicator AND p.municipality = o.municipality AND p.breakdown = o.breakdown
  AND p.period = o.period AND p.batch = (
    SELECT x.batch FROM observation AS x
    WHERE {_SAME_KEY} AND x.batch < o.batch AND +x.batch IN (SELECT value FROM json_each(:before))
    ORDER BY x.batch DESC LIMIT 1
  )
JOIN indicator_code AS i ON i.id = o.indicator
JOIN municipality_code AS m ON m.id = o.municipality
JOIN breakdown_code AS b ON b.id = o.breakdown
JOIN source_code AS s ON s.id = o.source
LEFT JOIN source_code AS ps ON ps.id = p.source
WHERE +o.batch = :number
  AND (o.indicator, o.municipality, o.breakdown, o.period) > (:indicator, :municipality, :breakdown, :period)
  AND CASE :difference
    WHEN 'nieuw' THEN p.batch IS NULL
    WHEN 'gelijk' THEN p.value = o.value AND p.status = o.status
    WHEN 'gewijzigd' THEN p.value <> o.value OR p.status <> o.status
    ELSE 1
  END
ORDER BY o.indicator, o.municipality, o.breakdown, o.period
LIMIT :limit
"""  # noqa: S608 - one of our own conditions
_SERIES = f"""
WITH delivered AS (
  SELECT o.indicator, o.municipality, o.breakdown, (
    SELECT x.value = o.value AND x.status = o.status FROM observation AS x
    WHERE {_SAME_KEY} AND x.batch < o.batch AND +x.batch IN (SELECT value FROM json_each(:before))
    ORDER BY x.batch DESC LIMIT 1
  ) AS repeated, NOT EXISTS (
    SELECT 1 FROM observation AS x
    WHERE {_SAME_KEY} AND x.batch > o.batch
      AND +x.batch IN (SELECT number FROM batch WHERE withdrawn_at IS NULL)
  ) AS latest
  FROM observation AS o WHERE +o.batch = :number
)
SELECT i.code, m.code, b.code, count(*) FILTER (WHERE repeated IS NULL), count(*) FILTER (WHERE repeated = 0),
       count(*) FILTER (WHERE repeated = 1), sum(latest)
FROM delivered AS d
JOIN indicator_code AS i ON i.id = d.indicator
JOIN municipality_code AS m ON m.id = d.municipality
JOIN breakdown_code AS b ON b.id = d.breakdown
GROUP BY d.indicator, d.municipality, d.breakdown
ORDER BY d.indicator, d.municipality, d.breakdown
"""  # noqa: S608 - one of our own conditions
_PLACE = """
SELECT (SELECT id FROM indicator_code WHERE code = :indicator),
       (SELECT id FROM municipality_code WHERE code = :municipality),
       (SELECT id FROM breakdown_code WHERE code = :breakdown)
"""


def events(store: Store, number: int) -> tuple[BatchEvent, ...]:
    """What happened to a delivery after it was read in, oldest first."""
    rows = store.rows(_EVENTS, {"number": number})
    with faults.in_rows(store.path):
        return tuple(
            BatchEvent(
                kind=EventKind(kind),
                by=by,
                at=codes.moment_of_text(at),
                supplier=supplier,
                approved_by=approved_by,
                note=note,
            )
            for kind, by, at, supplier, approved_by, note, _ in rows
        )


def series(store: Store, number: int) -> tuple[SeriesShare, ...]:
    """The series in which a delivery has values, in the order of `values`."""
    rows = store.rows(_SERIES, {"number": number, "before": _before(store, number)})
    return tuple(
        SeriesShare(
            indicator=indicator,
            municipality=municipality,
            breakdown=breakdown,
            new=new,
            changed=changed,
            unchanged=unchanged,
            latest=latest,
        )
        for indicator, municipality, breakdown, new, changed, unchanged, latest in rows
    )


def values(
    store: Store,
    number: int,
    difference: Difference | None = None,
    after: ObservationKey | None = None,
    limit: int | None = None,
) -> Iterator[DeliveredValue]:
    """The values of a delivery, one by one, series by series, each with what counted before it.

    `difference` gives only those that differ so (None: all); `after` begins past a key that was given before;
    `limit` stops after so many.
    """
    chosen = {
        "number": number,
        "before": _before(store, number),
        "difference": difference,
        "limit": -1 if limit is None else limit,
        **_place(store, after),
    }
    with faults.in_words(store.path):
        yield from _delivered(store, store.connection.execute(_VALUES, chosen))


def _before(store: Store, number: int) -> str:
    return json.dumps([earlier for (earlier,) in store.rows(_BEFORE, {"number": number})])


def _place(store: Store, after: ObservationKey | None) -> dict[str, int]:
    """Where in the log a key is; for None a place before all others."""
    if after is None:
        return {"indicator": 0, "municipality": 0, "breakdown": 0, "period": 0}
    named = {
        "indicator": after.indicator,
        "municipality": after.municipality,
        "breakdown": after.breakdown,
    }
    ((indicator, municipality, breakdown),) = store.rows(_PLACE, named)
    return {
        "indicator": indicator,
        "municipality": municipality,
        "breakdown": breakdown,
        "period": codes.period_number(after.period),
    }


def _delivered(store: Store, rows: Iterable[tuple[Any, ...]]) -> Iterator[DeliveredValue]:
    periods: dict[int, Period] = {}
    try:
        for indicator, place, number, split, value, status, source, old, old_status, old_source in rows:
            if number not in periods:
                periods[number] = codes.period_of_number(number)
            key = ObservationKey(indicator, place, periods[number], split)
            before = None if old is None else Observation(key, old, codes.STATUSES[old_status], old_source)
            yield DeliveredValue(Observation(key, value, codes.STATUSES[status], source), before)
    except (ValueError, IndexError) as fault:
        # The program never wrote such a number.
        raise faults.damaged(store.path) from fault
