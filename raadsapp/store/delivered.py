"""A delivery as columns of numbers, in and out of the log without an object for each value."""

import json
import sqlite3
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from functools import lru_cache
from itertools import chain, compress
from typing import Any

from raadsapp.store import codes, faults
from raadsapp.store.connection import Store

Names = dict[str, int]
"""The number that the store has for each name."""
Columns = tuple[
    Sequence[int], Sequence[int], Sequence[int], Sequence[int], Sequence[float], Sequence[int], Sequence[int]
]
"""Indicator, municipality, breakdown, period, value, status and source of some values; see `codes`."""

# Rows per INSERT: more gains nothing.
_CHUNK = 200
_AT_ONCE = 5_000
# The place of the batch in a row.
_BATCH = 4
_REFUSED = "each key once, each value a number, each name in the store"
_STATUSES = frozenset(codes.STATUS_NUMBERS.values())
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
    """Add the rows of a batch within the transaction that runs.

    ValueError when a key comes twice, a value is no number, or a number stands for no name or status: what
    numbers stand for is looked at here, many at once, and not by SQLite again for each row.
    """
    numbered = Numbered(
        indicators=numbers_of(connection, "indicator_code", delivered.indicators),
        municipalities=numbers_of(connection, "municipality_code", delivered.municipalities),
        breakdowns=numbers_of(connection, "breakdown_code", delivered.breakdowns),
        sources=numbers_of(connection, "source_code", delivered.sources),
    )
    named = [
        frozenset(names.values())
        for names in (numbered.indicators, numbered.municipalities, numbered.breakdowns, numbered.sources)
    ]
    named.insert(-1, _STATUSES)
    try:
        with _unchecked(connection):
            for columns in delivered.columns(numbered):
                for known, numbers in zip(named, (*columns[:3], *columns[-2:]), strict=True):
                    if not known.issuperset(numbers):
                        raise ValueError(_REFUSED)
                for begin in range(0, len(columns[0]), _CHUNK):
                    _insert_rows(connection, batch, [column[begin : begin + _CHUNK] for column in columns])
    except sqlite3.IntegrityError as fault:
        raise ValueError(_REFUSED) from fault


@contextmanager
def _unchecked(connection: sqlite3.Connection) -> Iterator[None]:
    """Let SQLite pass by the CHECKs of a table, which takes a third of the time of an INSERT."""
    connection.execute("PRAGMA ignore_check_constraints = ON")
    try:
        yield
    finally:
        connection.execute("PRAGMA ignore_check_constraints = OFF")


def _insert_rows(connection: sqlite3.Connection, batch: int, columns: Sequence[Sequence[float]]) -> None:
    """Add these rows. What they all say is handed over once: half of the time goes into handing over."""
    shared = tuple(column.count(column[0]) == len(column) for column in columns)
    own = [not it for it in shared]
    once = [column[0] for column in compress(columns, shared)]
    rows = zip(*compress(columns, own), strict=True)
    connection.execute(_statement(len(columns[0]), shared), [batch, *once, *chain.from_iterable(rows)])


@lru_cache(64)
def _statement(count: int, shared: tuple[bool, ...]) -> str:
    """The INSERT of so many rows: first the batch, then the columns that are `shared`, then row after row."""
    own = shared.count(False)
    first = 2 + sum(shared)
    rows = []
    for row in range(count):
        at_once, by_row = iter(range(2, first)), iter(range(first + row * own, first + (row + 1) * own))
        marks = [f"?{next(at_once if it else by_row)}" for it in shared]
        rows.append(f"({', '.join((*marks[:_BATCH], '?1', *marks[_BATCH:]))})")
    return f"INSERT INTO observation VALUES {', '.join(rows)}"  # noqa: S608 - only marks


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
