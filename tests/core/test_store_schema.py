"""An older store is brought up to date after a copy of it was made; a newer one is refused."""

import shutil
import sqlite3
from contextlib import closing
from datetime import date
from pathlib import Path

import pytest

from raadsapp.domain.commitment import Commitment
from raadsapp.errors import UserError
from raadsapp.store import commitments, copying, schema
from raadsapp.store.connection import open_store


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
    commitments.add(
        store, Commitment(recommendation="A1", text="Eén lijst", owner="College", made_on=date(2026, 1, 1))
    )
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
    from datetime import UTC, datetime

    path = tmp_path / "dossier.raadsapp"
    _filled(path)
    at = datetime(2026, 11, 22, 9, 30, tzinfo=UTC)
    names = [copying.keep_beside(path, "v1", at).name for _ in range(3)]
    assert names == [
        "dossier.raadsapp.v1-20261122-093000.kopie",
        "dossier.raadsapp.v1-20261122-093000-2.kopie",
        "dossier.raadsapp.v1-20261122-093000-3.kopie",
    ]
