"""Looking after a store: what is in it, whether it is whole, copying it and putting a copy back."""

import sqlite3
from contextlib import closing
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from raadsapp.domain.observation import Batch
from raadsapp.errors import UserError
from raadsapp.store import backups, batches, content, copying, faults, schema, sqlite_file
from raadsapp.store.backups import Backup
from raadsapp.store.connection import Store, open_store

_REPLACED = "vervangen"
_INFO = """
SELECT (SELECT user_version FROM pragma_user_version), (SELECT title FROM item WHERE kind = 'dossier'),
  (SELECT count(*) FROM item), (SELECT count(*) FROM observation), (SELECT count(*) FROM commitment)
"""


@dataclass(frozen=True, slots=True, kw_only=True)
class StoreInfo:
    """What a store is and holds. `size` in bytes; title empty and version 0 while no dossier is in it.

    `newest_backup` is the last one that the program itself made.
    """

    path: Path
    size: int
    schema_version: int
    dossier_title: str
    dossier_version: int
    items: int
    batches: int
    observations: int
    commitments: int
    last_batch: Batch | None
    newest_backup: Backup | None


def info(store: Store) -> StoreInfo:
    """What the store is and holds, withdrawn batches and their observations included."""
    ((schema_version, title, items, observations, commitments),) = store.rows(_INFO)
    filled = content.edition(store)
    known = batches.all_batches(store)
    return StoreInfo(
        path=store.path,
        size=store.path.stat().st_size,
        schema_version=schema_version,
        dossier_title=title or "",
        dossier_version=filled.version if filled else 0,
        items=items,
        batches=len(known),
        observations=observations,
        commitments=commitments,
        last_batch=known[0] if known else None,
        newest_backup=next(iter(backups.all_backups(store.path)), None),
    )


def check(store: Store) -> tuple[str, ...]:
    """What is broken in the store, in SQLite's words; empty when file, references and search are whole."""
    with faults.in_words(store.path):
        found = copying.damage(store.connection)
        try:
            # Rank 1 compares the index with the items, not only with itself.
            store.connection.execute(
                "INSERT INTO item_search (item_search, rank) VALUES ('integrity-check', 1)"
            )
        except sqlite3.DatabaseError as fault:
            found = (*found, f"item_search: {fault}")
    return found


def backup(store: Store, target: Path) -> None:
    """Write a checked copy of the store to a new file; UserError when that exists or cannot be written."""
    if target.exists():
        raise UserError(
            f"'{target}' bestaat al.", "Kies een andere naam; een reservekopie overschrijft niets."
        )
    copying.copy(store.file, target)


def restore(path: Path, source: Path) -> Path | None:
    """Put the copy `source` in the place of the store at `path` and return where the present store is kept.

    None when there was none. UserError, with the store unchanged, when `source` is no whole store of this
    or an earlier version of the program, or the present store is in use or belongs to another program.
    """
    if source.exists() and path.exists() and source.samefile(path):
        raise UserError("Dit is het dossierbestand zelf.", "Kies een reservekopie om terug te zetten.")
    backups.must_be_whole(source)
    now = datetime.now().astimezone()
    if _is_store(path):
        kept: Path | None = copying.keep_beside(path, _REPLACED, now)
        _overwrite(path, source)
    else:
        # Copied first, so that a full disk changes nothing.
        staged = path.with_name(f"{path.name}.nieuw")
        copying.copy(source, staged)
        kept = copying.move_aside(path, _REPLACED, now)
        staged.replace(path)
    open_store(path).close()
    return kept


def _is_store(path: Path) -> bool:
    """Whether SQLite can read and write what is there; UserError when it is another program's, or in use."""
    if not path.exists() or not path.stat().st_size:
        return False
    try:
        with faults.in_words(path):
            with closing(sqlite_file.connect(path, "ro")) as connection:
                version = schema.version_of(connection, path)
                if copying.damage(connection):
                    return False
            with closing(sqlite_file.connect(path, "rw")) as connection:
                # Copying alone would wait for ever for another program that is writing.
                connection.execute("BEGIN IMMEDIATE")
                connection.execute(f"PRAGMA user_version = {version}")  # a header may forbid writing
                connection.execute("ROLLBACK")
    except faults.DamagedError:
        return False
    return True


def _overwrite(path: Path, source: Path) -> None:
    """Copy in one transaction, so that a program that has the store open sees the old or the new one."""
    with (
        faults.in_words(path),
        closing(sqlite_file.connect(source, "ro")) as good,
        closing(sqlite_file.connect(path, "rw")) as store,
    ):
        good.backup(store)
