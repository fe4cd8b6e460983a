"""One open store."""

import sqlite3
from pathlib import Path


class Store:
    """A SQLite file held open by this program."""

    def __init__(self, path: Path, connection: sqlite3.Connection) -> None:
        self.path = path
        self.connection = connection

    def close(self) -> None:
        """Close the file."""
        self.connection.close()
