"""Whatever bytes of a store are broken: it opens or says so in words, and a backup can be put back."""

import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager, suppress
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from raadsapp.errors import UserError
from raadsapp.services import deliveries
from raadsapp.services.opening import open_session
from raadsapp.store import backups, observations, upkeep

SMALL = Path(__file__).parent / "small_dossier"
HEADER = 100
PAGE = 4096

# Where to break in, as a share of the file, and what to write there.
Spoiled = tuple[str, float, bytes]
spoiled = st.tuples(
    st.sampled_from(("header", "anywhere", "page", "cut")),
    st.floats(0, 1, exclude_max=True),
    st.binary(min_size=1),
)


@dataclass(frozen=True)
class Kept:
    """A closed store, the newest backup of it and everything that is in it."""

    path: Path
    whole: bytes
    backup: backups.Backup
    dump: list[str]


def _dump(path: Path) -> list[str]:
    with closing(sqlite3.connect(path)) as file:
        return list(file.iterdump())


@pytest.fixture(scope="module")
def kept(tmp_path_factory: pytest.TempPathFactory) -> Kept:
    path = tmp_path_factory.mktemp("damage") / "dossier.raadsapp"
    open_session(path, SMALL).close()
    backup = backups.keep(path, datetime(2026, 11, 2, tzinfo=UTC))
    assert backup
    return Kept(path, path.read_bytes(), backup, _dump(path))


@contextmanager
def _broken(kept: Kept, spoil: Callable[[bytearray], object]) -> Iterator[Path]:
    """The store with other bytes; afterwards nothing of it is left beside."""
    content = bytearray(kept.whole)
    spoil(content)
    kept.path.write_bytes(content)
    yield kept.path
    for file in kept.path.parent.iterdir():
        if file.is_file():
            file.unlink()


def _spoil(content: bytearray, spoiled: Spoiled) -> None:
    kind, share, other = spoiled
    place = int(share * (HEADER if kind == "header" else len(content)))
    if kind == "page":
        place -= place % PAGE
        content[place : place + PAGE] = (other * PAGE)[:PAGE]
    elif kind == "cut":
        del content[place:]
    else:
        content[place : place + len(other)] = other[: len(content) - place]


def _read_all(path: Path) -> None:
    session = open_session(path, SMALL)
    try:
        observations.current(session.store)
        deliveries.batches(session)
        upkeep.check(session.store)
    finally:
        session.close()


@given(spoiled=spoiled)
@settings(max_examples=60, deadline=None)
def test_broken_bytes_end_in_a_store_or_in_words_and_the_backup_brings_everything_back(
    kept: Kept, spoiled: Spoiled
) -> None:
    with _broken(kept, lambda content: _spoil(content, spoiled)) as path:
        with suppress(UserError):
            _read_all(path)
        assert backups.newest_good(path) == kept.backup
        upkeep.restore(path, kept.backup.path)
        assert _dump(path) == kept.dump


@pytest.mark.parametrize(
    ("place", "other"),
    [(68, b"\0\0\0\1"), (60, b"\1\0\0\0"), (0, b"\0" * 16), (16, b"\1\1")],
    ids=["owner", "version", "kind of file", "size of a page"],
)
def test_a_header_that_is_broken_is_damage_and_not_a_file_of_another_program(
    kept: Kept, place: int, other: bytes
) -> None:
    def spoil(content: bytearray) -> None:
        content[place : place + len(other)] = other

    with _broken(kept, spoil) as path:
        with pytest.raises(UserError, match=r"is beschadigd|geen dossierbestand van Raadsapp"):
            _read_all(path)
        moved = upkeep.restore(path, kept.backup.path)
        assert moved
        assert _dump(path) == kept.dump


def test_a_header_that_forbids_writing_is_damage(kept: Kept) -> None:
    def spoil(content: bytearray) -> None:
        content[18] = 9

    with _broken(kept, spoil) as path:
        session = open_session(path, SMALL)
        with pytest.raises(UserError, match="is beschadigd"):
            deliveries.withdraw(session, 1, "Griffie")
        session.close()
        assert upkeep.restore(path, kept.backup.path)
        assert _dump(path) == kept.dump


def test_a_delivery_with_a_day_that_is_none_is_damage(kept: Kept) -> None:
    with _broken(kept, lambda _content: None) as path:
        session = open_session(path, SMALL)
        session.store.connection.execute("UPDATE batch SET imported_at = 'gisteren'")
        with pytest.raises(UserError, match="is beschadigd"):
            deliveries.batches(session)
        session.close()


def test_the_broken_file_is_kept_beside_as_it_was(kept: Kept) -> None:
    with _broken(kept, lambda content: _spoil(content, ("cut", 0.5, b"x"))) as path:
        found = path.read_bytes()
        moved = upkeep.restore(path, kept.backup.path)
        assert moved
        assert moved.read_bytes() == found
