"""A store can be looked over, copied and put back, and nothing is lost on the way."""

import shutil
import sqlite3
from contextlib import closing
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from raadsapp.domain.commitment import Commitment
from raadsapp.domain.content_record import ContentRecord
from raadsapp.domain.observation import Observation, ObservationKey
from raadsapp.domain.period import Period
from raadsapp.errors import UserError
from raadsapp.store import batches, commitments, content, copying, schema, upkeep
from raadsapp.store.connection import Store, open_store

DOSSIER = ContentRecord(
    kind="dossier", key="proef", position=0, title="Proef", text="Over proeven", document_json=b"{}"
)


def _promise(store: Store, text: str) -> None:
    commitments.add(
        store, Commitment(recommendation="A1", text=text, owner="College", made_on=date(2026, 1, 1))
    )


def _promised(path: Path) -> list[str]:
    store = open_store(path, create=False)
    texts = [kept.text for kept in commitments.all_commitments(store)]
    store.close()
    return texts


def _copies(path: Path) -> list[Path]:
    return sorted(path.parent.glob(f"{path.name}.vervangen-*.kopie"))


@pytest.fixture
def copied(store: Store, tmp_path: Path) -> Path:
    """A backup of a store with one commitment, to which a second was added since."""
    _promise(store, "Eerst")
    target = tmp_path / "kopie.raadsapp"
    upkeep.backup(store, target)
    _promise(store, "Later")
    return target


def _refused(path: Path, source: Path) -> str:
    with pytest.raises(UserError) as refused:
        upkeep.restore(path, source)
    return refused.value.message


def test_info_tells_what_is_in_the_store(store: Store) -> None:
    content.replace(store, [DOSSIER], version=3, digest="abc")
    _promise(store, "Eerst")
    batch = batches.add(
        store,
        file="q1.csv",
        sha256="00",
        layout="long",
        by="Griffie",
        at=datetime(2026, 3, 2, tzinfo=UTC),
        observations=[Observation(ObservationKey("IND-07", "GM0986", Period(2019)), 4)],
    )
    found = upkeep.info(store)
    assert (found.path, found.schema_version) == (store.path, schema.newest())
    assert (found.dossier_title, found.dossier_version) == ("Proef", 3)
    assert (found.items, found.batches, found.observations, found.commitments) == (1, 1, 1, 1)
    assert found.last_batch == batch
    assert found.size == store.path.stat().st_size


def test_info_of_an_empty_store_says_so(store: Store) -> None:
    found = upkeep.info(store)
    assert (found.dossier_title, found.dossier_version, found.items, found.last_batch) == ("", 0, 0, None)


def test_a_whole_store_passes_the_check(store: Store) -> None:
    content.replace(store, [DOSSIER], version=3, digest="abc")
    assert upkeep.check(store) == ()


def test_a_search_index_that_is_behind_is_found(store: Store) -> None:
    content.replace(store, [DOSSIER], version=3, digest="abc")
    store.connection.execute("UPDATE item SET title = 'Iets anders'")
    (found,) = upkeep.check(store)
    assert found.startswith("item_search: ")


def test_a_reference_to_nothing_is_found(store: Store) -> None:
    store.connection.execute("PRAGMA foreign_keys = OFF")
    store.connection.execute("INSERT INTO item_source VALUES (9, 0, 'rapport', '§1')")
    assert upkeep.check(store) == ("item_source None: item",)


def test_a_backup_holds_what_was_stored_and_stands_alone(store: Store, copied: Path) -> None:
    assert _promised(copied) == ["Eerst"]
    assert not list(copied.parent.glob("kopie.raadsapp-*"))
    assert not list(copied.parent.glob("*.deel"))
    assert [kept.text for kept in commitments.all_commitments(store)] == ["Eerst", "Later"]


def test_a_backup_overwrites_nothing(store: Store, copied: Path) -> None:
    before = copied.read_bytes()
    with pytest.raises(UserError, match="bestaat al"):
        upkeep.backup(store, copied)
    assert copied.read_bytes() == before


def test_a_backup_to_a_folder_that_is_not_there_is_refused(store: Store, tmp_path: Path) -> None:
    with pytest.raises(UserError, match="niet worden geopend om in te schrijven"):
        upkeep.backup(store, tmp_path / "nergens" / "kopie.raadsapp")


def test_a_backup_of_a_store_that_is_not_whole_is_not_made(store: Store, tmp_path: Path) -> None:
    store.connection.execute("PRAGMA foreign_keys = OFF")
    store.connection.execute("INSERT INTO item_source VALUES (9, 0, 'rapport', '§1')")
    with pytest.raises(UserError, match="is beschadigd"):
        upkeep.backup(store, tmp_path / "kopie.raadsapp")
    assert not list(tmp_path.glob("kopie.raadsapp*"))


def test_a_copy_that_cannot_get_its_name_leaves_nothing_behind(store: Store, tmp_path: Path) -> None:
    (tmp_path / "map").mkdir()
    with pytest.raises(UserError, match="niet worden geopend om in te schrijven"):
        copying.copy(store.path, tmp_path / "map")
    assert not list(tmp_path.glob("*.deel"))


def test_a_damaged_store_that_cannot_be_moved_is_told(store: Store) -> None:
    at = datetime(2026, 11, 22, 9, 30, tzinfo=UTC)
    _promise(store, "Eerst")
    taken = Path(f"{store.path}.vervangen-20261122-093000.kopie-wal")
    taken.mkdir()
    (taken / "bestand").touch()
    with pytest.raises(UserError, match="niet worden geopend om in te schrijven"):
        copying.move_aside(store.path, "vervangen", at)
    assert _promised(store.path) == ["Eerst"]


def test_a_restore_brings_back_the_copy_and_keeps_what_it_replaces(store: Store, copied: Path) -> None:
    store.close()
    kept = upkeep.restore(store.path, copied)
    assert _promised(store.path) == ["Eerst"]
    assert _copies(store.path) == [kept]
    assert kept is not None
    assert _promised(kept) == ["Eerst", "Later"]


def test_a_program_that_has_the_store_open_sees_what_was_restored(store: Store, copied: Path) -> None:
    upkeep.restore(store.path, copied)
    assert [kept.text for kept in commitments.all_commitments(store)] == ["Eerst"]
    _promise(store, "Nieuw")
    assert _promised(store.path) == ["Eerst", "Nieuw"]


def test_a_restore_where_no_store_is_makes_one(copied: Path, tmp_path: Path) -> None:
    path = tmp_path / "ander.raadsapp"
    assert upkeep.restore(path, copied) is None
    assert _promised(path) == ["Eerst"]


@pytest.mark.parametrize("begin", [0, 100])
def test_a_restore_replaces_a_damaged_store_and_keeps_its_bytes(
    store: Store, copied: Path, begin: int
) -> None:
    store.close()
    broken = store.path.read_bytes()[:begin] + b"\xff" * 9000
    store.path.write_bytes(broken)
    kept = upkeep.restore(store.path, copied)
    assert _promised(store.path) == ["Eerst"]
    assert kept is not None
    assert kept.read_bytes() == broken


def test_a_copy_from_a_newer_program_is_not_put_back(store: Store, copied: Path, tmp_path: Path) -> None:
    steps = Path(shutil.copytree(schema.STEPS, tmp_path / "steps"))
    (steps / "9000_note.sql").write_text("CREATE TABLE note (text TEXT) STRICT;\n", encoding="utf-8")
    open_store(copied, steps=steps).close()
    assert "nieuwere versie" in _refused(store.path, copied)
    assert _promised(store.path) == ["Eerst", "Later"]


def test_what_is_no_whole_store_is_not_put_back(store: Store, copied: Path, tmp_path: Path) -> None:
    other = tmp_path / "bladwijzers.sqlite"
    with closing(sqlite3.connect(other)) as made:
        made.execute("CREATE TABLE bookmark (title TEXT)")
    empty = tmp_path / "leeg.raadsapp"
    empty.touch()
    text = tmp_path / "verslag.txt"
    text.write_text("tekst" * 2000)
    whole = copied.read_bytes()
    copied.write_bytes(whole[:8192] + b"\xff" * 4096 + whole[12288:])
    assert "geen dossierbestand" in _refused(store.path, other)
    assert "geen dossierbestand" in _refused(store.path, empty)
    assert "geen dossierbestand" in _refused(store.path, text)
    assert "is beschadigd" in _refused(store.path, copied)
    assert "bestaat niet" in _refused(store.path, tmp_path / "nergens.raadsapp")
    assert "het dossierbestand zelf" in _refused(store.path, store.path)
    assert not _copies(store.path)
    assert _promised(store.path) == ["Eerst", "Later"]


def test_a_copy_with_a_reference_to_nothing_is_not_put_back(store: Store, copied: Path) -> None:
    with closing(sqlite3.connect(copied, isolation_level=None)) as made:
        made.execute("INSERT INTO item_source VALUES (9, 0, 'rapport', '§1')")
    assert "is beschadigd" in _refused(store.path, copied)
    assert _promised(store.path) == ["Eerst", "Later"]


def test_the_database_of_another_program_is_not_overwritten(copied: Path, tmp_path: Path) -> None:
    other = tmp_path / "bladwijzers.sqlite"
    with closing(sqlite3.connect(other)) as made:
        made.execute("CREATE TABLE bookmark (title TEXT)")
    before = other.read_bytes()
    assert "geen dossierbestand" in _refused(other, copied)
    assert other.read_bytes() == before


def test_a_restore_waits_not_for_ever_for_a_program_that_writes(store: Store, copied: Path) -> None:
    store.connection.execute("BEGIN IMMEDIATE")
    assert "in gebruik door een ander programma" in _refused(store.path, copied)
    store.connection.execute("ROLLBACK")
    assert [kept.text for kept in commitments.all_commitments(store)] == ["Eerst", "Later"]
