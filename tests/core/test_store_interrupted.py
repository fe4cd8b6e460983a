"""Whatever happens to a program that imports: all of the delivery is there or nothing, in an intact store."""

import random
import sqlite3
import subprocess
import sys
import time
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path

import pytest

from raadsapp.store import backups
from raadsapp.store.faults import DamagedError
from tests.core.importing import (
    UNMEASURED,
    filled_store,
    fresh_copy,
    is_imported,
    start_import,
    write_delivery,
)

# Seconds that the kills of an import may take together; on a busy machine these few take longer.
_BUDGET = 8
_LEAST = 6
_SEED = 4


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A delivery, `levering.csv`, and a store that does not hold it, `vol.raadsapp`."""
    made = tmp_path_factory.mktemp("importing")
    write_delivery(made / "levering.csv")
    filled_store(made / "vol.raadsapp")
    return made


@pytest.fixture
def path(folder: Path) -> Path:
    """A store of the test's own."""
    return fresh_copy(folder / "vol.raadsapp", folder / "dossier.raadsapp")


def _until_it_writes(process: subprocess.Popen[str], store: Path) -> None:
    """Wait until the process writes the log of the store, or has ended."""
    log = Path(f"{store}-wal")
    while process.poll() is None:
        try:
            if log.stat().st_size:
                return
        except OSError:
            pass
        time.sleep(0.0005)


def test_a_program_that_is_killed_at_any_moment_has_stored_all_or_nothing(folder: Path, path: Path) -> None:
    chance = random.Random(_SEED)  # noqa: S311 - moments, not secrets
    delivery, begun = folder / "levering.csv", time.monotonic()
    with start_import(path, delivery) as whole:
        assert "Levering 2" in whole.communicate()[0]
    length = time.monotonic() - begun
    outcomes: list[bool] = []
    while time.monotonic() - begun < _BUDGET or len(outcomes) < _LEAST:
        store = fresh_copy(folder / "vol.raadsapp", path)
        with start_import(store, delivery) as process:
            if len(outcomes) % 2:
                time.sleep(chance.uniform(length / 3, length))
            else:
                _until_it_writes(process, store)
                time.sleep(chance.choice([0, 0.001, 0.003, 0.01, 0.03]) * chance.random())
            process.kill()
            confirmed = "Levering 2" in process.communicate()[0]
        outcomes.append(is_imported(store))
        assert outcomes[-1] or not confirmed
    # All with one outcome would show nothing.
    assert set(outcomes) == {True, False}


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such limit")
@pytest.mark.parametrize("limit", [4_096, 40_000, 100_000, 200_000, 600_000, 10_000_000])
def test_a_disk_without_room_leaves_all_or_nothing_and_says_so(folder: Path, path: Path, limit: int) -> None:
    # The log is a file of its own: with little room the commit fails, with more the backup.
    with start_import(path, folder / "levering.csv", file_limit=limit) as process:
        told, errors = process.communicate()
    stored = is_imported(path)
    assert stored == ("Levering 2" in told) == (process.returncode == 0)
    assert "Traceback" not in errors
    assert ("Er is niets gewijzigd." in errors) == (not stored)
    with start_import(path, folder / "levering.csv") as again:
        again.communicate()
    assert is_imported(path)


@pytest.mark.parametrize("mode", ["NORMAL", "EXCLUSIVE"])
def test_a_store_that_another_program_writes_is_said_to_be_in_use_and_stays_as_it_was(
    folder: Path, path: Path, mode: str
) -> None:
    with closing(sqlite3.connect(path, isolation_level=None)) as other:
        other.execute(f"PRAGMA locking_mode = {mode}")
        other.execute("BEGIN EXCLUSIVE")
        with start_import(path, folder / "levering.csv") as process:
            _, errors = process.communicate()
        other.execute("ROLLBACK")
    assert process.returncode == 2
    assert "in gebruik door een ander programma" in errors
    assert not is_imported(path)


def test_an_import_waits_a_moment_for_another_program_that_writes(folder: Path, path: Path) -> None:
    with closing(sqlite3.connect(path, isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        with start_import(path, folder / "levering.csv") as process:
            time.sleep(1)
            other.execute("ROLLBACK")
            process.communicate()
    assert process.returncode == 0
    assert is_imported(path)


@pytest.mark.parametrize("damaged", [False, True], ids=["whole", "damaged"])
def test_a_restore_that_is_killed_leaves_the_store_or_the_way_back(
    folder: Path, path: Path, *, damaged: bool
) -> None:
    chance = random.Random(_SEED)  # noqa: S311 - moments, not secrets
    command = [sys.executable, "-m", "raadsapp", "store", "restore", "--newest", "--store", str(path)]
    begun = time.monotonic()
    while time.monotonic() - begun < _BUDGET / 4:
        fresh_copy(folder / "vol.raadsapp", path)
        assert backups.keep(path, datetime(2026, 11, 2, tzinfo=UTC))
        if damaged:
            path.write_bytes(b"weg" * 9000)
        with subprocess.Popen(command, stdout=subprocess.PIPE, text=True, env=UNMEASURED) as process:
            time.sleep(chance.uniform(0.1, 0.4))
            process.kill()
            process.communicate()
        try:
            assert not is_imported(path)
        except DamagedError:
            subprocess.run(command, check=True, capture_output=True)
            assert not is_imported(path)
