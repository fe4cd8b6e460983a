"""How a SQLite file is opened, whichever it is."""

import sqlite3
from pathlib import Path
from typing import Literal

# Seconds that a write waits for another program.
_PATIENCE = 2.0
# Milliseconds to wait for another program that makes, migrates or fills the store.
_PATIENCE_FOR_MAKING = 20_000


def connect(path: Path, mode: Literal["ro", "rw", "rwc"]) -> sqlite3.Connection:
    """Open the file to read (`ro`), to write (`rw`), or also to make it (`rwc`).

    Transactions are begun and ended by the caller. Raises sqlite3.Error.
    """
    return sqlite3.connect(
        f"{path.absolute().as_uri()}?mode={mode}", uri=True, timeout=_PATIENCE, isolation_level=None
    )


def begin_patiently(connection: sqlite3.Connection) -> None:
    """Begin a transaction that writes, and give another program that makes the store the time to finish.

    Raises sqlite3.OperationalError when another program keeps the file to itself.
    """
    patience = connection.execute("PRAGMA busy_timeout").fetchone()[0]
    connection.execute(f"PRAGMA busy_timeout = {_PATIENCE_FOR_MAKING}")
    try:
        connection.execute("BEGIN IMMEDIATE")
    finally:
        connection.execute(f"PRAGMA busy_timeout = {patience}")
