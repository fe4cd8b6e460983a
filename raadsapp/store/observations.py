"""The log of observations: what counts now, what counted on a day, and how rows are added."""

import json
import sqlite3
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from datetime import date
from functools import partial
from types import MappingProxyType
from typing import Any

from raadsapp.domain.observation import Observation, ObservationKey
from raadsapp.domain.period import Period
from raadsapp.store import codes, faults
from raadsapp.store.connection import Store

# Rows per INSERT: more gains nothing.
_CHUNK = 50
_ROW = "(?, ?, ?, ?, ?, ?, ?, ?)"
# Rows made into observations together, where these are asked one by one.
_AT_ONCE = 1_000

# From the small code tables into the clustered log, so that each series is one seek; of each key the row of
# the latest batch that counts. The plus sign keeps the log in its own order, and grouping by code leaves that
# of the code tables' indexes. Only what is chosen is asked: a condition that may be empty makes every code of
# its table be tried. Rows are numbers only, as few as will do: each column of each row costs time.
_CURRENT = """
SELECT o.indicator, o.municipality, o.period, o.breakdown, o.value, o.source * 4 + o.status AS origin,
       max(o.batch) AS batch
FROM indicator_code AS i
CROSS JOIN municipality_code AS m
CROSS JOIN observation AS o ON o.indicator = i.id AND o.municipality = m.id
WHERE {chosen} +o.batch IN (SELECT value FROM json_each(:batches))
{order}
"""
# With one breakdown chosen the rows come in this order by themselves.
_ORDER_OF_ONE = "GROUP BY i.code, m.code, o.period ORDER BY i.code, m.code, o.period"
_ORDER_OF_ALL = """
GROUP BY i.code, m.code, o.breakdown, o.period
ORDER BY i.code, m.code, o.period, (SELECT b.code FROM breakdown_code AS b WHERE b.id = o.breakdown)
"""
_STATUSES_ROOM = 4
_CHOSEN = MappingProxyType(
    {
        "indicators": "i.code IN (SELECT value FROM json_each(:indicators)) AND ",
        "municipality": "m.code = :municipality AND ",
        "breakdown": "o.breakdown = (SELECT id FROM breakdown_code WHERE code = :breakdown) AND ",
        "first": "o.period BETWEEN :first AND :last AND ",
    }
)
# Whole tuples made into records, without a call in Python for each.
_KEY = partial(tuple.__new__, ObservationKey)
_OBSERVATION = partial(tuple.__new__, Observation)
_PER_BATCH = "SELECT batch, count(*) FROM ({current}) GROUP BY batch"
_SOURCES = """
SELECT DISTINCT i.code, s.code FROM ({current}) AS o
JOIN indicator_code AS i ON i.id = o.indicator
JOIN source_code AS s ON s.id = o.origin / 4
"""
_STANDING = "SELECT number FROM batch WHERE withdrawn_at IS NULL"
# What was last decided before the end of that day; a batch of which nothing was decided counts.
_STOOD = """
SELECT b.number FROM batch AS b WHERE b.imported_at <= :until AND coalesce((
  SELECT s.counts FROM batch_standing AS s WHERE s.batch = b.number AND s.decided_at <= :until
  ORDER BY s.number DESC LIMIT 1
), 1)
"""


def current(
    store: Store,
    indicators: Sequence[str] | None = None,
    municipality: str | None = None,
    as_of: date | None = None,
    *,
    breakdown: str | None = None,
    between: tuple[Period, Period] | None = None,
) -> tuple[Observation, ...]:
    """What counts now, or counted at the end of the local day `as_of`, in order of key.

    `indicators` are keys (None: all), `municipality` is a CBS code, `breakdown` is empty for series as a
    whole (None: their parts too). `between` are the first and the last period that are asked, with all of any
    kind that sort between them. A later batch goes before an earlier one. A batch that is withdrawn does not
    count; on each day it counts, or not, as was decided by the end of that day.
    """
    return _read(store, *_asked(_standing(store, as_of), indicators, municipality, breakdown, between))


def series(
    store: Store, indicator: str, municipality: str, breakdown: str = "", as_of: date | None = None
) -> tuple[Observation, ...]:
    """What counts of one indicator, municipality and breakdown, in order of period; see `current`."""
    return current(store, (indicator,), municipality, as_of, breakdown=breakdown)


def counting(store: Store, as_of: date | None = None) -> tuple[int, ...]:
    """The deliveries that count now, or counted at the end of the local day `as_of`, oldest first."""
    return tuple(sorted(_standing(store, as_of)))


def per_batch(
    store: Store,
    indicators: Sequence[str] | None = None,
    municipality: str | None = None,
    as_of: date | None = None,
) -> dict[int, int]:
    """How many of the values that `current` gives each batch brought, for those that brought any."""
    query, chosen = _asked(_standing(store, as_of), indicators, municipality)
    return dict(store.rows(_PER_BATCH.format(current=query), chosen))


def each(
    store: Store,
    batches: Sequence[int],
    indicators: Sequence[str] | None = None,
    municipality: str | None = None,
) -> Iterator[tuple[Observation, int]]:
    """What counts when only `batches` do, one by one, each with its batch, in order of key.

    Given the batches of `per_batch`, these are its values, whatever was stored or withdrawn since.
    """
    with faults.in_words(store.path):
        found = store.connection.execute(*_asked(batches, indicators, municipality))
        while rows := found.fetchmany(_AT_ONCE):
            brought = (batch for *_, batch in rows)
            yield from zip(_observed(store, rows), brought, strict=True)


def sources(
    store: Store, indicators: Sequence[str], municipality: str, as_of: date | None = None
) -> frozenset[tuple[str, str]]:
    """Which of these indicators have a value that counts, each with every source it has values from.

    What `current` would give, without the values: for where only their being there counts.
    """
    query, chosen = _asked(_standing(store, as_of), indicators, municipality)
    return frozenset(store.rows(_SOURCES.format(current=query), chosen))


def values(store: Store, keys: Collection[ObservationKey]) -> dict[ObservationKey, Observation]:
    """What counts now for those of `keys` that have a value."""
    wanted = set(keys)
    found = current(store, sorted({key.indicator for key in wanted}))
    return {observation.key: observation for observation in found if observation.key in wanted}


def same(old: Observation, new: Observation) -> bool:
    """Whether a delivery repeats what was known: value and status are equal."""
    return old.value == new.value and old.status is new.status


def of_layout(store: Store, layout: str) -> tuple[Observation, ...]:
    """What the batches of one layout said last, withdrawn ones included, in order of key."""
    numbers = store.rows("SELECT number FROM batch WHERE layout = :layout", {"layout": layout})
    return _read(store, *_asked([number for (number,) in numbers]))


def insert(connection: sqlite3.Connection, batch: int, observations: Iterable[Observation]) -> None:
    """Add the rows of a batch within the transaction that runs; ValueError when a key comes twice."""
    rows = _rows(connection, batch, list(observations))
    try:
        for start in range(0, len(rows), _CHUNK):
            chunk = rows[start : start + _CHUNK]
            connection.execute(
                f"INSERT INTO observation VALUES {', '.join([_ROW] * len(chunk))}",  # noqa: S608 - only marks
                [value for row in chunk for value in row],
            )
    except sqlite3.IntegrityError as fault:
        message = "each key once, each value a number"
        raise ValueError(message) from fault


def _rows(
    connection: sqlite3.Connection, batch: int, observations: list[Observation]
) -> list[tuple[int, int, int, int, int, float, int, int]]:
    """Table rows in the order of the log."""
    indicators = _numbers(connection, "indicator_code", {o.key.indicator for o in observations})
    municipalities = _numbers(connection, "municipality_code", {o.key.municipality for o in observations})
    breakdowns = _numbers(connection, "breakdown_code", {o.key.breakdown for o in observations})
    sources = _numbers(connection, "source_code", {o.source for o in observations})
    return sorted(
        (
            indicators[o.key.indicator],
            municipalities[o.key.municipality],
            breakdowns[o.key.breakdown],
            codes.period_number(o.key.period),
            batch,
            o.value,
            codes.STATUS_NUMBERS[o.status],
            sources[o.source],
        )
        for o in observations
    )


def _numbers(connection: sqlite3.Connection, table: str, names: set[str]) -> Mapping[str, int]:
    """The integer of each code in one code table; new codes are added."""
    connection.executemany(
        f"INSERT INTO {table} (code) VALUES (?) ON CONFLICT DO NOTHING",  # noqa: S608 - one of our own tables
        [(name,) for name in sorted(names)],
    )
    return dict(connection.execute(f"SELECT code, id FROM {table}"))  # noqa: S608 - one of our own tables


def _standing(store: Store, as_of: date | None) -> list[int]:
    if as_of is None:
        return [number for (number,) in store.rows(_STANDING)]
    return [number for (number,) in store.rows(_STOOD, {"until": codes.end_of_day_text(as_of)})]


def _asked(
    batches: Sequence[int],
    indicators: Sequence[str] | None = None,
    municipality: str | None = None,
    breakdown: str | None = None,
    between: tuple[Period, Period] | None = None,
) -> tuple[str, dict[str, object]]:
    """The query for what is chosen, None for all, and its parameters."""
    first, last = map(codes.period_number, between) if between else (None, None)
    choice: dict[str, object] = {
        "batches": json.dumps(list(batches)),
        "indicators": None if indicators is None else json.dumps(list(indicators)),
        "municipality": municipality,
        "breakdown": breakdown,
        "first": first,
        "last": last,
    }
    chosen = "".join(condition for name, condition in _CHOSEN.items() if choice[name] is not None)
    order = _ORDER_OF_ALL if breakdown is None else _ORDER_OF_ONE
    return _CURRENT.format(chosen=chosen, order=order), choice


def _read(store: Store, query: str, chosen: Mapping[str, object]) -> tuple[Observation, ...]:
    return tuple(_observed(store, store.rows(query, chosen)))


def _observed(store: Store, rows: list[tuple[Any, ...]]) -> list[Observation]:
    """Rows of `_CURRENT` as observations, column by column: row by row it takes twice as long."""
    if not rows:
        return []
    indicators, places, periods, breakdowns, values, origins, _ = zip(*rows, strict=True)
    try:
        period = {number: codes.period_of_number(number) for number in set(periods)}
        status = {origin: codes.STATUSES[origin % _STATUSES_ROOM] for origin in set(origins)}
        source = _codes(store, "source_code", (origin // _STATUSES_ROOM for origin in status))
        keys = map(
            _KEY,
            zip(
                map(_codes(store, "indicator_code", indicators).__getitem__, indicators),
                map(_codes(store, "municipality_code", places).__getitem__, places),
                map(period.__getitem__, periods),
                map(_codes(store, "breakdown_code", breakdowns).__getitem__, breakdowns),
                strict=True,
            ),
        )
        sources = {origin: source[origin // _STATUSES_ROOM] for origin in status}
        statuses, named = map(status.__getitem__, origins), map(sources.__getitem__, origins)
        return list(map(_OBSERVATION, zip(keys, values, statuses, named, strict=True)))
    except (ValueError, LookupError) as fault:
        # The program never wrote such a number.
        raise faults.damaged(store.path) from fault


def _codes(store: Store, table: str, numbers: Iterable[int]) -> dict[int, str]:
    """The codes that these integers of one code table stand for."""
    wanted = json.dumps(sorted(set(numbers)))
    found = store.rows(
        f"SELECT id, code FROM {table} WHERE id IN (SELECT value FROM json_each(:wanted))",  # noqa: S608 - our own
        {"wanted": wanted},
    )
    return dict(found)
