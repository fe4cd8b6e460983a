"""A delivery as columns of numbers, in and out of the log without an object for each value."""

import json
import sqlite3
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from itertools import chain
from typing import Any

from raadsapp.store import faults
from raadsapp.store.connection import Store

Names = dict[str, int]
"""The number that the store has for each name."""
Columns = tuple[
    Sequence[int], Sequence[int], Sequence[int], Sequence[int], Sequence[float], Sequence[int], Sequence[int]
]
"""Indicator, municipality, breakdown, period, value, status and source of some values; see `codes`."""

# Rows per INSERT: more gains nothing.
_CHUNK = 50
_WIDTH = 8
_ROW = f"({', '.join('?' * _WIDTH)})"
_AT_ONCE = 5_000
# As `observations.current`, but numbers only. The plus sign keeps the log in its own order.
_STANDING = """
SELECT o.indicator, o.municipality, o.breakdown, o.period, o.value, o.status, max(o.batch)
FROM indicator_code AS i
CROSS JOIN municipality_code AS m
CROSS JOIN observation AS o ON o.indicator = i.id AND o.municipality = m.id
WHERE i.code IN (SELECT value FROM json_each(:indicators))
  AND m.code IN (SELECT value FROM json_each(:municipalities))
  AND +o.batch IN (SELECT number FROM batch WHERE withdrawn_at IS NULL)
GROUP BY i.id, m.id, o.breakdown, o.period
"""


@dataclass(frozen=True, slots=True, kw_only=True)
class Numbered:
    """The numbers of all names in a delivery."""

    indicators: Names
    municipalities: Names
    breakdowns: Names
    sources: Names


@dataclass(frozen=True, slots=True, kw_only=True)
class Delivered:
    """All values of a delivery: the names in it, and the values themselves once these have numbers.

    `columns` gives them some at a time, best in the order of the log. `new`, `changed` and `unchanged` are
    counted against what counts now; `fictional` says that there are invented values among them.
    """

    indicators: Sequence[str]
    municipalities: Sequence[str]
    breakdowns: Sequence[str]
    sources: Sequence[str]
    columns: Callable[[Numbered], Iterator[Columns]]
    new: int
    changed: int
    unchanged: int
    fictional: bool

    @property
    def counts(self) -> dict[str, int]:
        """What is counted, by column of the batch."""
        return {"new": self.new, "changed": self.changed, "unchanged": self.unchanged}


def insert(connection: sqlite3.Connection, batch: int, delivered: Delivered) -> None:
    """Add the rows of a batch within the transaction that runs; ValueError when a key comes twice."""
    numbered = Numbered(
        indicators=numbers_of(connection, "indicator_code", delivered.indicators),
        municipalities=numbers_of(connection, "municipality_code", delivered.municipalities),
        breakdowns=numbers_of(connection, "breakdown_code", delivered.breakdowns),
        sources=numbers_of(connection, "source_code", delivered.sources),
    )
    try:
        for indicators, municipalities, breakdowns, periods, values, statuses, sources in delivered.columns(
            numbered
        ):
            key = indicators, municipalities, breakdowns, periods, [batch] * len(periods)
            rows = zip(*key, values, statuses, sources, strict=True)
            _insert_rows(connection, list(chain.from_iterable(rows)))
    except sqlite3.IntegrityError as fault:
        message = "each key once, each value a number"
        raise ValueError(message) from fault


def _insert_rows(connection: sqlite3.Connection, cells: list[float]) -> None:
    for begin in range(0, len(cells), _CHUNK * _WIDTH):
        some = cells[begin : begin + _CHUNK * _WIDTH]
        marks = ", ".join([_ROW] * (len(some) // _WIDTH))
        connection.execute(f"INSERT INTO observation VALUES {marks}", some)  # noqa: S608 - only marks


def numbers_of(connection: sqlite3.Connection, table: str, names: Sequence[str]) -> Names:
    """The number of each of these names in one code table; new names are added."""
    connection.executemany(
        f"INSERT INTO {table} (code) VALUES (?) ON CONFLICT DO NOTHING",  # noqa: S608 - one of our own tables
        [(name,) for name in sorted(names)],
    )
    return dict(connection.execute(f"SELECT code, id FROM {table}"))  # noqa: S608 - one of our own tables


@dataclass(frozen=True, slots=True)
class Standing:
    """What counts now: names by number, and rows as in `Columns` (without source), some at a time."""

    indicators: dict[int, str]
    municipalities: dict[int, str]
    breakdowns: dict[int, str]
    rows: Iterator[list[tuple[Any, ...]]]


def standing(store: Store, indicators: Sequence[str], municipalities: Sequence[str]) -> Standing:
    """What counts now of these indicators in these municipalities."""
    names = [
        {number: code for number, code in store.rows(f"SELECT id, code FROM {table}")}  # noqa: S608, C416 - one of our own tables
        for table in ("indicator_code", "municipality_code", "breakdown_code")
    ]
    asked = {"indicators": json.dumps(list(indicators)), "municipalities": json.dumps(list(municipalities))}
    return Standing(names[0], names[1], names[2], _some(store, asked))


def _some(store: Store, asked: dict[str, str]) -> Iterator[list[tuple[Any, ...]]]:
    with faults.in_words(store.path):
        found = store.connection.execute(_STANDING, asked)
        while rows := found.fetchmany(_AT_ONCE):
            yield rows
