"""An older store is brought up to date after a copy of it was made; a newer one is refused."""

import shutil
import sqlite3
from contextlib import closing
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest

from raadsapp.domain.commitment import Commitment
from raadsapp.domain.observation import Observation, ObservationKey
from raadsapp.domain.period import Period
from raadsapp.errors import UserError
from raadsapp.store import (
    agreements,
    batches,
    codes,
    commitments,
    copying,
    observations,
    saved_scenarios,
    schema,
)
from raadsapp.store.connection import open_store

PROMISE = Commitment(recommendation="A1", text="Eén lijst", owner="College", made_on=date(2026, 1, 1))
AT = datetime(2026, 11, 22, 9, 30, tzinfo=UTC)
DAY = timedelta(days=1)
WITH_STANDINGS = 5
"""From this version on each withdrawal is logged."""


@pytest.fixture
def later_steps(tmp_path: Path) -> Path:
    """The steps of a later version of the program, with one more."""
    folder = Path(shutil.copytree(schema.STEPS, tmp_path / "steps"))
    (folder / "9000_note.sql").write_text(
        "-- A note; with a semicolon in a comment.\n"
        "CREATE TABLE note (number INTEGER PRIMARY KEY, text TEXT NOT NULL) STRICT;\n"
        "INSERT INTO note (text) VALUES ('een; twee')\n",
        encoding="utf-8",
    )
    return folder


def _filled(path: Path) -> None:
    store = open_store(path)
    commitments.add(store, PROMISE)
    store.close()


def _copies(path: Path) -> list[Path]:
    return sorted(path.parent.glob("*.kopie"))


def test_a_new_store_takes_every_step_and_says_so(tmp_path: Path) -> None:
    store = open_store(tmp_path / "dossier.raadsapp")
    assert schema.version_of(store.connection, store.path) == schema.newest()
    names = [name for (name,) in store.rows("SELECT name FROM _sqlite_migrations ORDER BY id")]
    assert names == sorted(file.stem for file in schema.STEPS.glob("*.sql"))
    assert not _copies(store.path)
    store.close()


def test_an_older_store_is_copied_and_brought_up_to_date(tmp_path: Path, later_steps: Path) -> None:
    path = tmp_path / "dossier.raadsapp"
    _filled(path)
    store = open_store(path, steps=later_steps)
    assert store.rows("SELECT text FROM note") == [("een; twee",)]
    assert [kept.text for kept in commitments.all_commitments(store)] == ["Eén lijst"]
    store.close()
    (copy,) = _copies(path)
    assert copy.name.startswith(f"dossier.raadsapp.v{schema.newest()}-")
    kept = open_store(copy)
    assert [kept.text for kept in commitments.all_commitments(kept)] == ["Eén lijst"]
    kept.close()


@pytest.mark.parametrize("version", range(1, schema.newest()))
def test_a_store_of_every_earlier_version_keeps_what_is_in_it(tmp_path: Path, version: int) -> None:
    steps = tmp_path / "steps"
    steps.mkdir()
    for file in sorted(schema.STEPS.glob("*.sql"))[:version]:
        shutil.copy(file, steps)
    path = tmp_path / "dossier.raadsapp"
    earlier = open_store(path, steps=steps)
    observed = Observation(ObservationKey("IND-01", "GM0986", Period(2019)), 101.5)
    commitments.add(earlier, PROMISE)
    with earlier.writing() as connection:
        # As the program of that version did.
        number = connection.execute(
            "INSERT INTO batch (file, sha256, layout, imported_at, imported_by) VALUES (?, ?, ?, ?, ?)",
            ("q", "0", "long", codes.moment_text(AT), "Griffie"),
        ).lastrowid
        assert number is not None
        observations.insert(connection, number, [observed])
        connection.execute(
            "INSERT INTO batch (file, sha256, layout, imported_at, imported_by, withdrawn_at, withdrawn_by)"
            " VALUES (?, ?, ?, ?, ?, ?, ?)",
            ("fout", "1", "long", codes.moment_text(AT), "Griffie", codes.moment_text(AT + DAY), "Raad"),
        )
        if version >= WITH_STANDINGS:
            connection.execute(
                "INSERT INTO batch_standing (batch, counts, decided_by, decided_at) VALUES (2, 0, 'Raad', ?)",
                (codes.moment_text(AT + DAY),),
            )
    earlier.close()
    store = open_store(path)
    assert schema.version_of(store.connection, path) == schema.newest()
    assert commitments.all_commitments(store) == (replace(PROMISE, number=1),)
    assert observations.current(store) == (observed,)
    wrong, good = batches.all_batches(store)
    assert (good.file, good.fictional, good.supplier, good.approved_by, good.note) == ("q", False, "", "", "")
    assert (wrong.withdrawn_at, wrong.withdrawn_by) == (AT + DAY, "Raad")
    assert store.rows("SELECT batch, counts, decided_by, decided_at FROM batch_standing") == (
        [(wrong.number, 0, "Raad", codes.moment_text(AT + DAY))]
    )
    assert (saved_scenarios.all_scenarios(store), agreements.all_agreements(store)) == ((), ())
    store.close()
    assert [copy.name.startswith(f"dossier.raadsapp.v{version}-") for copy in _copies(path)] == [True]


def test_a_store_that_is_up_to_date_is_not_copied(tmp_path: Path, later_steps: Path) -> None:
    path = tmp_path / "dossier.raadsapp"
    _filled(path)
    open_store(path, steps=later_steps).close()
    open_store(path, steps=later_steps).close()
    assert len(_copies(path)) == 1


def test_a_step_that_fails_leaves_the_store_as_it_was(tmp_path: Path, later_steps: Path) -> None:
    path = tmp_path / "dossier.raadsapp"
    _filled(path)
    (later_steps / "9001_wrong.sql").write_text("CREATE TABLE note (number INTEGER);\n", encoding="utf-8")
    with pytest.raises(sqlite3.OperationalError):
        open_store(path, steps=later_steps)
    store = open_store(path)
    assert schema.version_of(store.connection, path) == schema.newest()
    assert store.rows("SELECT count(*) FROM sqlite_schema WHERE name = 'note'") == [(0,)]
    store.close()


def test_a_newer_store_is_refused_and_stays_as_it_is(tmp_path: Path, later_steps: Path) -> None:
    path = tmp_path / "dossier.raadsapp"
    open_store(path, steps=later_steps).close()
    before = path.read_bytes()
    with pytest.raises(UserError, match="nieuwere versie van Raadsapp") as refused:
        open_store(path)
    assert "Installeer" in refused.value.hint
    assert path.read_bytes() == before


def test_a_damaged_older_store_is_not_touched(tmp_path: Path, later_steps: Path) -> None:
    path = tmp_path / "dossier.raadsapp"
    _filled(path)
    with closing(sqlite3.connect(path)) as store:
        ((page,),) = store.execute("SELECT rootpage FROM sqlite_schema WHERE name = 'commitment'").fetchall()
        ((size,),) = store.execute("PRAGMA page_size").fetchall()
    broken = bytearray(path.read_bytes())
    broken[(page - 1) * size : page * size] = b"\xff" * size
    path.write_bytes(broken)
    with pytest.raises(UserError, match="is beschadigd"):
        open_store(path, steps=later_steps)
    assert not _copies(path)
    with closing(sqlite3.connect(path)) as store:
        assert store.execute("PRAGMA user_version").fetchall() == [(schema.newest(),)]


def test_copies_made_in_the_same_second_stand_side_by_side(tmp_path: Path) -> None:
    path = tmp_path / "dossier.raadsapp"
    _filled(path)
    names = [copying.keep_beside(path, "v1", AT).name for _ in range(3)]
    assert names == [
        "dossier.raadsapp.v1-20261122-093000.kopie",
        "dossier.raadsapp.v1-20261122-093000-2.kopie",
        "dossier.raadsapp.v1-20261122-093000-3.kopie",
    ]
