"""Copies of a store file that are checked before they count."""

import sqlite3
from contextlib import closing
from datetime import datetime
from pathlib import Path
from typing import Literal

from raadsapp.store import faults, sqlite_file

# Beside a store that is in use, SQLite keeps its log and an index of it, or a journal to undo with. One that
# stays behind would be read into whatever takes the place of its store.
_COMPANIONS = ("-wal", "-shm", "-journal")


def keep_beside(path: Path, label: str, at: datetime) -> Path:
    """Copy the store at `path` to a file beside it, such as `dossier.raadsapp.v3-20261122-093000.kopie`."""
    target = _free_name(path, label, at)
    copy(path, target)
    return target


def move_aside(path: Path, label: str, at: datetime) -> Path | None:
    """Rename a store that cannot be read to such a name, with the files that SQLite keeps beside it.

    None when the store itself is not there; what is left of it is renamed all the same.
    """
    target = _free_name(path, label, at)
    there = path.exists()
    try:
        for ending in (*_COMPANIONS, ""):
            part = Path(f"{path}{ending}")
            if part.exists():
                part.replace(f"{target}{ending}")
    except OSError as fault:
        raise faults.not_writable(path) from fault
    return target if there else None


def _free_name(path: Path, label: str, at: datetime) -> Path:
    """The name of such a copy, with a number added when it is taken."""
    name = f"{path.name}.{label}-{at:%Y%m%d-%H%M%S}"
    target = path.with_name(f"{name}.kopie")
    again = 1
    while target.exists():
        again += 1
        target = path.with_name(f"{name}-{again}.kopie")
    return target


def copy(path: Path, target: Path, mode: Literal["ro", "rw"] = "ro") -> None:
    """Write the store at `path` to `target`, replacing that only when the copy is whole.

    Works while other programs read and write the store. With `mode` "rw" what SQLite keeps beside the store
    is cleared up, unless another program has it open. Raises UserError when the source is damaged or the
    target cannot be written.
    """
    part = target.with_name(f"{target.name}.deel")
    try:
        with faults.in_words(path), closing(sqlite_file.connect(path, mode)) as source:
            source.execute("SELECT count(*) FROM sqlite_schema")
            with faults.in_words(target), closing(sqlite_file.connect(part, "rwc")) as made:
                source.backup(made)
                # A copy stands alone: no log file beside it.
                made.execute("PRAGMA journal_mode = DELETE")
            with closing(sqlite_file.connect(part, "ro")) as made:
                if damage(made):
                    raise faults.damaged(path)
        part.replace(target)
    except OSError as fault:
        raise faults.not_writable(target) from fault
    finally:
        part.unlink(missing_ok=True)


def damage(connection: sqlite3.Connection) -> tuple[str, ...]:
    """What SQLite finds broken in a file, in its own words; empty when it is whole."""
    lines = [str(line) for (line,) in connection.execute("PRAGMA integrity_check")]
    lines += [
        f"{table} {row}: {parent}" for table, row, parent, _ in connection.execute("PRAGMA foreign_key_check")
    ]
    return tuple(line for line in lines if line != "ok")
