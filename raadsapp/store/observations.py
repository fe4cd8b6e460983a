"""The log of observations: what counts now, what counted on a day, and how rows are added."""

import sqlite3
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from datetime import date

from raadsapp.domain.observation import Observation, ObservationKey
from raadsapp.domain.period import Period
from raadsapp.store import codes, faults
from raadsapp.store.connection import Store
from raadsapp.store.log_query import LogQuery, batches_of, log_query, observed

# Rows per INSERT: more gains nothing.
_CHUNK = 50
_ROW = "(?, ?, ?, ?, ?, ?, ?, ?)"
# Rows made into observations together, where these are asked one by one.
_AT_ONCE = 1_000
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
    return _read(store, log_query(_standing(store, as_of), indicators, municipality, breakdown, between))


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
    asked = log_query(_standing(store, as_of), indicators, municipality)
    return dict(store.rows(asked.per_batch, asked.parameters))


def each(
    store: Store,
    batches: Sequence[int],
    indicators: Sequence[str] | None = None,
    municipality: str | None = None,
) -> Iterator[tuple[Observation, int]]:
    """What counts when only `batches` do, one by one, each with its batch, in order of key.

    Given the batches of `per_batch`, these are its values, whatever was stored or withdrawn since.
    """
    asked = log_query(batches, indicators, municipality)
    with faults.in_words(store.path):
        found = store.connection.execute(asked.sql, asked.parameters)
        while rows := found.fetchmany(_AT_ONCE):
            yield from zip(observed(store, asked, rows), batches_of(rows), strict=True)


def sources(
    store: Store, indicators: Sequence[str], municipality: str, as_of: date | None = None
) -> frozenset[tuple[str, str]]:
    """Which of these indicators have a value that counts, each with every source it has values from.

    What `current` would give, without the values: for where only their being there counts.
    """
    asked = log_query(_standing(store, as_of), indicators, municipality)
    return frozenset(store.rows(asked.sources, asked.parameters))


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
    return _read(store, log_query([number for (number,) in numbers]))


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


def _read(store: Store, asked: LogQuery) -> tuple[Observation, ...]:
    return tuple(observed(store, asked, store.rows(asked.sql, asked.parameters)))
