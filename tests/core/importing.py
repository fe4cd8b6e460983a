"""A real importing process on a delivery of many values, for the tests that get in its way."""

import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

from raadsapp import paths
from raadsapp.services.opening import open_session
from raadsapp.store import backups, batches, upkeep
from raadsapp.store.connection import open_store

VALUES = 3_000
UNMEASURED = {name: value for name, value in os.environ.items() if not name.startswith("COVERAGE_")}
"""Environment of a process that is starved or killed: its coverage file would be, too."""
# Import with no file larger than so many bytes.
_LIMITED = (
    "import resource, runpy, sys; most = int(sys.argv.pop(1)); "
    "resource.setrlimit(resource.RLIMIT_FSIZE, (most, most)); "
    "runpy.run_module('raadsapp', run_name='__main__')"
)


def write_delivery(path: Path) -> None:
    """A tidy table of `VALUES` values."""
    lines = ["indicator;gemeente;periode;uitsplitsing;waarde;eenheid;status;bron"]
    for number in range(VALUES):
        group, quarter = divmod(number, 40)
        year, part = divmod(quarter, 4)
        lines.append(f"IND-03;Heerlen;{2015 + year}-Q{part + 1};groep={group};{20 + number % 10};;;")
    path.write_text("\n".join(lines), encoding="utf-8")


def filled_store(path: Path) -> Path:
    """A store with the shipped dossier: one delivery."""
    open_session(path, paths.data_dir()).close()
    return path


def fresh_copy(store: Path, target: Path) -> Path:
    """A copy of a closed store that is nobody else's, with nothing of an earlier one beside it."""
    shutil.rmtree(backups.folder_of(target), ignore_errors=True)
    for ending in ("-wal", "-shm", "-journal"):
        Path(f"{target}{ending}").unlink(missing_ok=True)
    shutil.copyfile(store, target)
    return target


def start_import(store: Path, delivery: Path, file_limit: int | None = None) -> subprocess.Popen[str]:
    """Import in a process of its own, which may make no file larger than `file_limit` bytes."""
    program = ["-m", "raadsapp"] if file_limit is None else ["-c", _LIMITED, str(file_limit)]
    return subprocess.Popen(
        [sys.executable, *program, "import", str(delivery), "--yes", "--store", str(store)],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        env=UNMEASURED,
    )


def is_imported(store: Path) -> bool:
    """Whether the delivery is there, wholly or not at all, in a store and backups that are intact."""
    assert not list(_broken_backups(store))
    # As a user does afterwards.
    open_session(store, paths.data_dir()).close()
    with closing(open_store(store, create=False)) as opened:
        assert upkeep.check(opened) == ()
        counted = dict(opened.rows("SELECT batch, count(*) FROM observation GROUP BY batch"))
        told = {batch.number: batch.new for batch in batches.all_batches(opened)}
    shipped = counted.pop(1)
    assert told.pop(1) == shipped > 0
    assert counted == told
    assert told in ({}, {2: VALUES})
    return bool(told)


def _broken_backups(store: Path) -> Iterator[Path]:
    return (backup.path for backup in backups.all_backups(store) if backups.fault_of(backup))
