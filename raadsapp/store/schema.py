"""The schema of a store: which version it has and how an older one is brought up to date."""

import sqlite3
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from raadsapp.errors import UserError
from raadsapp.store import copying, faults, sqlite_file

if TYPE_CHECKING:
    from sqlite_utils import Database
    from sqlite_utils.migrations import Migrations

STEPS = Path(__file__).parent / "migrations"
# "Raad" in the file's header says whose file it is; the version there counts the steps taken.
APPLICATION_ID = 0x52616164
_WHOSE = """
SELECT application_id, user_version, (SELECT count(*) FROM sqlite_schema),
  (SELECT count(*) = 3 FROM sqlite_schema WHERE name IN ('batch', 'observation', 'item'))
FROM pragma_application_id, pragma_user_version
"""


def newest(steps: Path = STEPS) -> int:
    """The version this program works with: the number of schema steps in the folder."""
    return sum(1 for _ in steps.glob("*.sql"))


def version_of(connection: sqlite3.Connection, path: Path) -> int:
    """How many schema steps the file has had; 0 for an empty one.

    UserError when it is another program's, DamagedError when only its header says so.
    """
    owner, version, tables, ours = connection.execute(_WHOSE).fetchone()
    if owner != APPLICATION_ID and tables:
        raise faults.damaged(path) if ours else faults.not_a_dossier(path)
    return int(version) if tables else 0


def bring_up_to_date(connection: sqlite3.Connection, path: Path, steps: Path) -> None:
    """Take the steps a store lacks, all or none; an existing store is copied beside itself first.

    Raises UserError when the store comes from a newer program, DamagedError when only its header says so.
    """
    sqlite_file.begin_patiently(connection)
    try:
        # Asked again under the lock: another program may have been quicker.
        version = version_of(connection, path)
        if version > newest(steps):
            taken = connection.execute("SELECT count(*) FROM _sqlite_migrations").fetchone()[0]
            raise newer_than_program(path) if taken == version else faults.damaged(path)
        if 0 < version < newest(steps):
            copying.keep_beside(path, f"v{version}", datetime.now().astimezone())
        _take_steps(connection, steps)
        connection.execute(f"PRAGMA application_id = {APPLICATION_ID}")
        connection.execute(f"PRAGMA user_version = {newest(steps)}")
        connection.execute("COMMIT")
    finally:
        if connection.in_transaction:
            connection.execute("ROLLBACK")


def newer_than_program(path: Path) -> UserError:
    """The error for a store that a later version of the program has written."""
    return UserError(
        f"Het dossierbestand '{path}' is gemaakt met een nieuwere versie van Raadsapp.",
        "Installeer de nieuwste versie van Raadsapp en open het bestand opnieuw.",
    )


def _take_steps(connection: sqlite3.Connection, steps: Path) -> None:
    # Costs 0.2 s and is needed only here.
    from sqlite_utils import Database
    from sqlite_utils.migrations import Migrations

    migrations = Migrations("raadsapp")
    for file in sorted(steps.glob("*.sql")):
        _register(migrations, file)
    migrations.apply(Database(connection, recursive_triggers=False, execute_plugins=False, strict=True))


def _register(migrations: "Migrations", file: Path) -> None:
    @migrations(name=file.stem)
    def step(db: "Database") -> None:
        # Statement by statement: executescript would end the transaction.
        statement = ""
        for line in file.read_text(encoding="utf-8").splitlines(keepends=True):
            statement += line
            if sqlite3.complete_statement(statement):
                db.conn.execute(statement)
                statement = ""
        db.conn.execute(statement)  # the last one may lack its semicolon
