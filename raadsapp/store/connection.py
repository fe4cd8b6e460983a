"""One open store: a SQLite file that this program reads and writes."""

import os
import sqlite3
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import Any, Literal

from raadsapp.errors import UserError
from raadsapp.store import backups, copying, faults, schema, sqlite_file


class Store:
    """A SQLite file held open by this program; use it in the thread that opened it.

    `file` is where SQLite reads: the store at `path` itself, or a copy of one that cannot be written.
    """

    def __init__(self, path: Path, connection: sqlite3.Connection, file: Path | None = None) -> None:
        self.path = path
        self.connection = connection
        self.file = file or path
        self.read_only = False

    def close(self) -> None:
        """Close the file."""
        self.connection.close()

    def seal(self) -> None:
        """From now on every write is refused: it would not be kept."""
        self.connection.execute("PRAGMA query_only = ON")
        self.read_only = True

    def rows(self, sql: str, parameters: Mapping[str, object] | None = None) -> list[tuple[Any, ...]]:
        """All rows of one query; UserError when the file is damaged or out of reach."""
        with self._in_words():
            return self.connection.execute(sql, parameters or {}).fetchall()

    @contextmanager
    def writing(self, *, patiently: bool = False) -> Iterator[sqlite3.Connection]:
        """One transaction: all of it is stored, or nothing. Within another one it is part of that.

        `patiently` waits longer for another program, as when several fill a new store at the same time.
        Raises UserError when the file is in use, read-only or damaged, or the disk is full.
        """
        if self.read_only:
            raise faults.not_writable(self.path)
        within = self.connection.in_transaction
        if within:
            yield self.connection
            return
        with self._in_words():
            if patiently:
                sqlite_file.begin_patiently(self.connection)
            else:
                self.connection.execute("BEGIN IMMEDIATE")
            try:
                yield self.connection
                self.connection.execute("COMMIT")
            finally:
                # Also after a failed COMMIT; some faults have ended the transaction by themselves.
                if self.connection.in_transaction:
                    self.connection.execute("ROLLBACK")

    @contextmanager
    def writing_many(self) -> Iterator[sqlite3.Connection]:
        """As `writing`, for many rows of which is known that what they refer to is there.

        SQLite does not look for it again, which takes a third of the time of a large delivery. Within another
        transaction it does.
        """
        self.connection.execute("PRAGMA foreign_keys = OFF")
        try:
            with self.writing() as connection:
                yield connection
        finally:
            self.connection.execute("PRAGMA foreign_keys = ON")

    @contextmanager
    def _in_words(self) -> Iterator[None]:
        """Turn faults into UserError; after damage the next start looks the store through before all else."""
        try:
            with faults.in_words(self.path):
                yield
        except faults.DamagedError:
            backups.suspect(self.path)
            raise


def open_store(path: Path, *, create: bool = True, steps: Path = schema.STEPS) -> Store:
    """Open the store at `path` with an up-to-date schema.

    Without `create` the file must be there. `steps` is the folder of schema steps. An existing file that is
    behind is first copied beside itself. Raises DamagedError for a file that is broken, or that is empty or
    gone while there are backups of it; NotWritableError for a place that cannot be written; any other
    UserError for a store newer than the program, a file that is something else or in use.
    """
    _look_at_place(path, create=create)
    try:
        return Store(path, _connected(path, "rwc" if create else "rw", steps))
    except faults.DamagedError as fault:
        # A file of another program has no backups beside it.
        raise (faults.damaged(path) if backups.all_backups(path) else fault) from fault


def _connected(path: Path, mode: Literal["rw", "rwc"], steps: Path) -> sqlite3.Connection:
    with faults.in_words(path):
        connection = sqlite_file.connect(path, mode)
        try:
            if schema.version_of(connection, path) != schema.newest(steps):
                schema.bring_up_to_date(connection, path, steps)
            connection.execute("PRAGMA journal_mode = WAL")
            connection.execute("PRAGMA synchronous = FULL")  # what was confirmed survives a power cut
            connection.execute("PRAGMA foreign_keys = ON")
            connection.execute("PRAGMA secure_delete = ON")  # what is removed is not left in the file
            if backups.is_suspect(path):
                _look_through(connection, path)
        except BaseException:
            connection.close()
            raise
    return connection


def _look_through(connection: sqlite3.Connection, path: Path) -> None:
    """Find out whether a store that seemed damaged is."""
    if copying.damage(connection):
        raise faults.damaged(path)
    backups.clear_suspicion(path)


def _look_at_place(path: Path, *, create: bool) -> None:
    if path.is_dir():
        raise UserError(f"'{path}' is een map, geen dossierbestand.", "Noem een bestand in die map.")
    size = path.stat().st_size if path.exists() else 0
    if not size and backups.all_backups(path):
        raise faults.gone(path)
    if not create and not path.exists():
        raise UserError(
            f"Het dossierbestand '{path}' bestaat niet.",
            "Kijk de naam na, of start Raadsapp één keer om het te maken.",
        )
    if size and not (os.access(path, os.W_OK) and os.access(path.parent, os.W_OK)):
        raise faults.not_writable(path)
    if create:
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
        except OSError as fault:
            raise faults.not_writable(path) from fault
