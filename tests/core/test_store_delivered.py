"""A delivery goes into the log as columns of numbers, and nothing of it is taken on trust."""

import sqlite3
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime

import pytest

from raadsapp.domain.observation import Batch
from raadsapp.store import batches
from raadsapp.store.connection import Store
from raadsapp.store.delivered import Columns, Delivered, Numbered

ROWS = 250
"""Some statements with all their rows, and one with fewer."""


def _columns(numbered: Numbered) -> Iterator[Columns]:
    """Values of which some say the same for a while, and of which each source is said now and then."""
    sources = sorted(numbered.sources.values())
    yield (
        [numbered.indicators["IND-01"]] * ROWS,
        [numbered.municipalities["GM0917"]] * ROWS,
        [numbered.breakdowns["groep=1" if row < ROWS // 2 else "groep=2"] for row in range(ROWS)],
        [2_000_100 + 1000 * row for row in range(ROWS)],
        [row / 2 for row in range(ROWS)],
        [2] * ROWS,
        [sources[row % 7 == 0] for row in range(ROWS)],
    )


DELIVERED = Delivered(
    indicators=("IND-01",),
    municipalities=("GM0917",),
    breakdowns=("groep=1", "groep=2"),
    sources=("Rapport", "Telling"),
    columns=_columns,
    new=ROWS,
    changed=0,
    unchanged=0,
    fictional=False,
)


def _added(store: Store, delivered: Delivered) -> Batch:
    moment = datetime(2026, 11, 2, tzinfo=UTC)
    with store.writing_many():
        return batches.add(
            store, file="a.csv", sha256="0", layout="tidy", by="test", at=moment, observations=delivered
        )


def _stored(store: Store, batch: Batch) -> list[tuple[object, ...]]:
    return store.rows(
        "SELECT i.code, m.code, b.code, o.period, o.value, o.status, s.code FROM observation AS o"
        " JOIN indicator_code AS i ON i.id = o.indicator JOIN municipality_code AS m ON m.id = o.municipality"
        " JOIN breakdown_code AS b ON b.id = o.breakdown JOIN source_code AS s ON s.id = o.source"
        " WHERE o.batch = :batch ORDER BY o.period",
        {"batch": batch.number},
    )


def test_every_row_of_a_delivery_is_stored_as_it_was_said(store: Store) -> None:
    stored = _stored(store, _added(store, DELIVERED))
    assert len(stored) == ROWS
    for row, said in enumerate(stored):
        source = "Telling" if row % 7 == 0 else "Rapport"
        part = "groep=1" if row < ROWS // 2 else "groep=2"
        assert said == ("IND-01", "GM0917", part, 2_000_100 + 1000 * row, row / 2, 2, source)


def test_references_are_sound_and_guarded_again_after_a_delivery(store: Store) -> None:
    _added(store, DELIVERED)
    assert store.rows("PRAGMA foreign_key_check") == []
    assert store.rows("PRAGMA foreign_keys") == [(1,)]


@pytest.mark.parametrize("part", ["indicators", "municipalities", "breakdowns", "sources"])
def test_a_number_without_a_name_stores_nothing(store: Store, part: str) -> None:
    def misnumbered(numbered: Numbered) -> Iterator[Columns]:
        wrong = dict.fromkeys(getattr(numbered, part), 999_999)
        yield from _columns(replace(numbered, **{part: wrong}))

    with pytest.raises(ValueError, match="each name in the store"):
        _added(store, replace(DELIVERED, columns=misnumbered))
    assert not store.rows("SELECT number FROM batch WHERE file = 'a.csv'")
    assert store.rows("PRAGMA foreign_keys") == [(1,)]


def test_a_number_that_is_no_status_stores_nothing_and_later_ones_are_refused_too(store: Store) -> None:
    def without_status(numbered: Numbered) -> Iterator[Columns]:
        for columns in _columns(numbered):
            yield (*columns[:5], [*columns[5][1:], 7], columns[6])

    with pytest.raises(ValueError, match="each name in the store"):
        _added(store, replace(DELIVERED, columns=without_status))
    assert not store.rows("SELECT number FROM batch WHERE file = 'a.csv'")
    _added(store, DELIVERED)
    with store.writing() as connection, pytest.raises(sqlite3.IntegrityError, match="CHECK"):
        connection.execute("UPDATE observation SET status = 7")


def test_the_same_key_twice_stores_nothing(store: Store) -> None:
    def twice(numbered: Numbered) -> Iterator[Columns]:
        yield from _columns(numbered)
        yield from _columns(numbered)

    with pytest.raises(ValueError, match="each key once"):
        _added(store, replace(DELIVERED, columns=twice))
    assert not store.rows("SELECT number FROM batch WHERE file = 'a.csv'")
