"""What counts, asked of the log of observations: the query, and its rows made into observations."""

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import repeat
from types import MappingProxyType
from typing import Any

from raadsapp.domain.observation import Observation, ObservationKey
from raadsapp.domain.period import Period
from raadsapp.store import codes, faults
from raadsapp.store.connection import Store

# From the small code tables into the clustered log, so that each series is one seek; of each key the row of
# the latest batch that counts. The plus sign keeps the log in its own order, and grouping by code leaves that
# of the code tables' indexes. Only what is chosen is asked: a condition that may be empty makes every code of
# its table be tried. Rows are numbers only and as few as will do, for each column of each row costs time: not
# what all of them share, and batch, source and status as one.
_CURRENT = """
SELECT o.indicator, {columns} o.value, (max(o.batch) << 32) + (o.source << 2) + o.status AS origin
FROM indicator_code AS i {places}
CROSS JOIN observation AS o ON o.indicator = i.id AND o.municipality = {place}
WHERE {chosen} +o.batch IN (SELECT value FROM json_each(:batches))
{order}
"""
_ITS_PLACE = "(SELECT id FROM municipality_code WHERE code = :municipality)"
# With one breakdown chosen the rows come in this order by themselves.
_ORDER_OF_ONE = "GROUP BY {codes}, o.period ORDER BY {codes}, o.period"
_ORDER_OF_ALL = """
GROUP BY {codes}, o.breakdown, o.period
ORDER BY {codes}, o.period, (SELECT b.code FROM breakdown_code AS b WHERE b.id = o.breakdown)
"""
_CHOSEN = MappingProxyType(
    {
        "indicators": "i.code IN (SELECT value FROM json_each(:indicators)) AND ",
        "breakdown": "o.breakdown = (SELECT id FROM breakdown_code WHERE code = :breakdown) AND ",
        "first": "o.period BETWEEN :first AND :last AND ",
    }
)
_PER_BATCH = "SELECT origin >> 32 AS batch, count(*) FROM ({current}) GROUP BY batch"
_SOURCES = """
SELECT DISTINCT i.code, s.code FROM ({current}) AS o
JOIN indicator_code AS i ON i.id = o.indicator
JOIN source_code AS s ON s.id = o.origin >> 2 & 0x3fffffff
"""
# Makes a whole tuple a record, without a call in Python for each.
_NEW = tuple.__new__


@dataclass(frozen=True, slots=True)
class LogQuery:
    """A query with its parameters; `municipality` and `breakdown` are None where rows differ in it."""

    sql: str
    parameters: Mapping[str, object]
    municipality: str | None
    breakdown: str | None

    @property
    def per_batch(self) -> str:
        """Instead of the values: how many of them each batch brought."""
        return _PER_BATCH.format(current=self.sql)

    @property
    def sources(self) -> str:
        """Instead of the values: each indicator with every source it has values from."""
        return _SOURCES.format(current=self.sql)


def log_query(
    batches: Sequence[int],
    indicators: Sequence[str] | None = None,
    municipality: str | None = None,
    breakdown: str | None = None,
    between: tuple[Period, Period] | None = None,
) -> LogQuery:
    """What counts when only `batches` do, in order of key; of what is chosen, None for all."""
    first, last = map(codes.period_number, between) if between else (None, None)
    choice: dict[str, object] = {
        "batches": json.dumps(list(batches)),
        "indicators": None if indicators is None else json.dumps(list(indicators)),
        "municipality": municipality,
        "breakdown": breakdown,
        "first": first,
        "last": last,
    }
    columns = ["o.period"]
    if municipality is None:
        columns.insert(0, "o.municipality")
    if breakdown is None:
        columns.append("o.breakdown")
    order = _ORDER_OF_ALL if breakdown is None else _ORDER_OF_ONE
    sql = _CURRENT.format(
        columns=f"{', '.join(columns)},",
        places="CROSS JOIN municipality_code AS m" if municipality is None else "",
        place="m.id" if municipality is None else _ITS_PLACE,
        chosen="".join(condition for name, condition in _CHOSEN.items() if choice[name] is not None),
        order=order.format(codes="i.code, m.code" if municipality is None else "i.code"),
    )
    return LogQuery(sql, choice, municipality, breakdown)


def observed(store: Store, asked: LogQuery, rows: Sequence[tuple[Any, ...]]) -> list[Observation]:
    """Rows of the query as observations, column by column: row by row it takes twice as long."""
    if not rows:
        return []
    columns = iter(zip(*rows, strict=True))
    try:
        indicators = _named(store, "indicator_code", next(columns))
        places = _shared(asked.municipality) or _named(store, "municipality_code", next(columns))
        numbers = next(columns)
        period = {number: codes.period_of_number(number) for number in set(numbers)}
        splits = _shared(asked.breakdown) or _named(store, "breakdown_code", next(columns))
        values, origins = columns
        parts = {origin: divmod(origin & 0xFFFF_FFFF, 4) for origin in set(origins)}
        source = _codes(store, "source_code", (number for number, _ in parts.values()))
        sources = {origin: source[number] for origin, (number, _) in parts.items()}
        statuses = {origin: codes.STATUSES[number] for origin, (_, number) in parts.items()}
        # Not strict: what all share has no end.
        keys = zip(indicators, places, map(period.__getitem__, numbers), splits, strict=False)
        told = map(statuses.__getitem__, origins), map(sources.__getitem__, origins)
        found = zip(map(_NEW, repeat(ObservationKey), keys), values, *told, strict=True)
        return list(map(_NEW, repeat(Observation), found))
    except (ValueError, LookupError) as fault:
        # The program never wrote such a number.
        raise faults.damaged(store.path) from fault


def batches_of(rows: Iterable[tuple[Any, ...]]) -> Iterator[int]:
    """The batch that brought the value of each row of a query."""
    return (origin >> 32 for *_, origin in rows)


def _shared(code: str | None) -> Iterator[str] | None:
    return None if code is None else repeat(code)


def _named(store: Store, table: str, numbers: Sequence[int]) -> Iterator[str]:
    return map(_codes(store, table, numbers).__getitem__, numbers)


def _codes(store: Store, table: str, numbers: Iterable[int]) -> dict[int, str]:
    """The codes that these integers of one code table stand for, and those between."""
    wanted = set(numbers)
    found = store.rows(
        f"SELECT id, code FROM {table} WHERE id BETWEEN :first AND :last",  # noqa: S608 - one of our own tables
        {"first": min(wanted), "last": max(wanted)},
    )
    return dict(found)
