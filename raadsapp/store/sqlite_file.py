"""How a SQLite file is opened, whichever it is."""

import sqlite3
from pathlib import Path
from typing import Literal

# Seconds that a write waits for another program.
_PATIENCE = 2.0


def connect(path: Path, mode: Literal["ro", "rw", "rwc"]) -> sqlite3.Connection:
    """Open the file to read (`ro`), to write (`rw`), or also to make it (`rwc`).

    Transactions are begun and ended by the caller. Raises sqlite3.Error.
    """
    return sqlite3.connect(
        f"{path.absolute().as_uri()}?mode={mode}", uri=True, timeout=_PATIENCE, isolation_level=None
    )
