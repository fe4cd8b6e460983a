"""A store opens, or says in plain Dutch why it cannot."""

import os
import sqlite3
import subprocess
import sys
from collections.abc import Iterator
from contextlib import closing, contextmanager
from datetime import date
from pathlib import Path

import pytest

from raadsapp.domain.commitment import Commitment
from raadsapp.errors import UserError
from raadsapp.store import commitments
from raadsapp.store.connection import Store, open_store

PROMISE = Commitment(recommendation="A1", text="Eén lijst", owner="College", made_on=date(2026, 1, 1))
HOLD = """
import sqlite3, sys
held = sqlite3.connect(sys.argv[1], isolation_level=None)
held.execute("PRAGMA locking_mode = " + sys.argv[2])
held.execute("BEGIN EXCLUSIVE")
print("held", flush=True)
sys.stdin.read()
held.execute("ROLLBACK")
held.close()
"""


@contextmanager
def _held_by_another_process(path: Path, mode: str) -> Iterator[None]:
    with subprocess.Popen(
        [sys.executable, "-c", HOLD, str(path), mode],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    ) as other:
        assert other.stdout is not None
        assert other.stdout.readline() == "held\n"
        yield
        other.communicate()


def _refusal(path: Path, *, create: bool = True) -> UserError:
    with pytest.raises(UserError) as refused:
        open_store(path, create=create)
    return refused.value


def test_a_new_store_is_made_with_its_folders(tmp_path: Path) -> None:
    path = tmp_path / "een map" / "en nog één" / "dossier #1 100%.raadsapp"
    open_store(path).close()
    assert path.is_file()


def test_what_is_stored_is_there_after_closing(tmp_path: Path) -> None:
    path = tmp_path / "dossier.raadsapp"
    first = open_store(path)
    commitments.add(first, PROMISE)
    first.close()
    again = open_store(path, create=False)
    assert [kept.text for kept in commitments.all_commitments(again)] == ["Eén lijst"]
    again.close()


def test_a_store_keeps_references_and_survives_a_power_cut(store: Store) -> None:
    assert store.rows("PRAGMA foreign_keys") == [(1,)]
    assert store.rows("PRAGMA journal_mode") == [("wal",)]
    assert store.rows("PRAGMA synchronous") == [(2,)]


def test_every_table_is_strict(store: Store) -> None:
    rows = store.rows(
        "SELECT name FROM pragma_table_list WHERE type = 'table' AND NOT strict AND schema = 'main'"
    )
    assert {name for (name,) in rows} <= {"sqlite_schema", "sqlite_sequence"}


def test_a_store_that_must_be_there_is_not_made(tmp_path: Path) -> None:
    path = tmp_path / "nergens.raadsapp"
    assert "bestaat niet" in _refusal(path, create=False).message
    assert not path.exists()


def test_a_folder_is_no_store(tmp_path: Path) -> None:
    assert "is een map" in _refusal(tmp_path).message


def test_a_file_with_other_bytes_is_no_store_and_stays_as_it_is(tmp_path: Path) -> None:
    path = tmp_path / "verslag.docx"
    path.write_bytes(b"PK\x03\x04" + b"tekst" * 2000)
    before = path.read_bytes()
    assert "geen dossierbestand" in _refusal(path).message
    assert path.read_bytes() == before


def test_a_database_of_another_program_is_no_store_and_stays_as_it_is(tmp_path: Path) -> None:
    path = tmp_path / "bladwijzers.sqlite"
    with closing(sqlite3.connect(path)) as other:
        other.execute("CREATE TABLE bookmark (title TEXT)")
    before = path.read_bytes()
    refused = _refusal(path)
    assert "geen dossierbestand" in refused.message
    assert "--store" in refused.hint
    assert path.read_bytes() == before


def test_a_store_of_which_the_pages_are_overwritten_is_damaged(tmp_path: Path) -> None:
    path = tmp_path / "dossier.raadsapp"
    open_store(path).close()
    whole = path.read_bytes()
    path.write_bytes(whole[:100] + b"\xff" * (len(whole) - 100))
    refused = _refusal(path)
    assert "is beschadigd" in refused.message
    assert "restore" in refused.hint


def test_a_store_that_another_program_keeps_to_itself_is_in_use(tmp_path: Path) -> None:
    path = tmp_path / "dossier.raadsapp"
    open_store(path).close()
    with _held_by_another_process(path, "EXCLUSIVE"):
        refused = _refusal(path)
    assert "in gebruik door een ander programma" in refused.message
    assert "Sluit het andere programma" in refused.hint


def test_while_another_program_writes_the_store_can_be_read_and_a_write_is_refused(store: Store) -> None:
    store.connection.execute("PRAGMA busy_timeout = 20")
    with _held_by_another_process(store.path, "NORMAL"):
        assert commitments.all_commitments(store) == ()
        with pytest.raises(UserError, match="in gebruik door een ander programma"):
            commitments.add(store, PROMISE)
    assert commitments.add(store, PROMISE) == 1


def test_a_place_where_no_folder_can_be_made_is_refused(tmp_path: Path) -> None:
    (tmp_path / "bestand").write_text("geen map")
    refused = _refusal(tmp_path / "bestand" / "dossier.raadsapp")
    assert "niet worden geopend om in te schrijven" in refused.message
    assert "map waarin u mag schrijven" in refused.hint


@pytest.mark.skipif(not Path("/proc").is_dir(), reason="needs a folder in which nobody may write")
def test_a_read_only_folder_is_refused() -> None:
    assert "niet worden geopend om in te schrijven" in _refusal(Path("/proc/dossier.raadsapp")).message


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="root may write everywhere")
def test_a_store_in_a_folder_that_became_read_only_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "op slot" / "dossier.raadsapp"
    open_store(path).close()
    path.parent.chmod(0o500)
    assert "niet worden geopend om in te schrijven" in _refusal(path).message
    path.parent.chmod(0o700)


def test_a_full_disk_leaves_the_store_as_it_was(store: Store) -> None:
    commitments.add(store, PROMISE)
    ((pages,),) = store.rows("PRAGMA page_count")
    store.connection.execute(f"PRAGMA max_page_count = {pages}")
    long = Commitment(recommendation="A1", text="x" * 100_000, owner="College", made_on=date(2026, 1, 1))
    with pytest.raises(UserError, match="de schijf is vol"):
        commitments.add(store, long)
    assert [kept.text for kept in commitments.all_commitments(store)] == ["Eén lijst"]


def test_a_text_that_is_none_any_more_is_damage(store: Store) -> None:
    commitments.add(store, PROMISE)
    store.connection.execute("UPDATE commitment SET text = CAST(x'ff00ff' AS TEXT)")
    with pytest.raises(UserError, match="is beschadigd"):
        commitments.all_commitments(store)


def test_a_schema_with_a_text_that_is_none_is_damage(tmp_path: Path) -> None:
    path = tmp_path / "dossier.raadsapp"
    open_store(path).close()
    path.write_bytes(path.read_bytes().replace(b"CREATE TABLE commitment (", b"CREATE TABLE commitment \xff"))
    assert "is beschadigd" in _refusal(path).message


def test_a_row_that_is_refused_because_an_index_is_broken_is_damage(store: Store) -> None:
    store.connection.execute("INSERT INTO municipality_code (code) VALUES ('GM0986')")
    store.connection.execute("PRAGMA writable_schema = ON")
    store.connection.execute(
        "UPDATE sqlite_schema SET rootpage ="
        " (SELECT rootpage FROM sqlite_schema WHERE name = 'sqlite_autoindex_municipality_code_1')"
        " WHERE name = 'sqlite_autoindex_breakdown_code_1'"
    )
    again = open_store(store.path)
    with pytest.raises(UserError, match="is beschadigd"), again.writing() as connection:
        connection.execute("INSERT INTO breakdown_code (code) VALUES ('GM0986')")
    again.close()


def test_a_fault_of_the_program_is_not_told_as_a_fault_of_the_user(store: Store) -> None:
    with pytest.raises(sqlite3.OperationalError):
        store.rows("SELECT * FROM nergens")
