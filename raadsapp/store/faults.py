"""What SQLite can run into, in words for the reader."""

import os
import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

from raadsapp.errors import UserError
from raadsapp.store import sqlite_file

# The low byte of an extended result code is the kind of fault; see https://www.sqlite.org/rescode.html
_KIND = 0xFF
_RESTORE = "Zet een reservekopie terug: start Raadsapp opnieuw, of gebruik 'raadsapp store restore BESTAND'."
_WORDS = {
    sqlite3.SQLITE_BUSY: (
        "is in gebruik door een ander programma.",
        "Sluit het andere programma en probeer het opnieuw.",
    ),
    sqlite3.SQLITE_NOTADB: (
        "is geen dossierbestand van Raadsapp.",
        "Noem een bestand dat Raadsapp maakte: een dossier met --store, of een kopie bij 'store restore'.",
    ),
    sqlite3.SQLITE_CORRUPT: ("is beschadigd.", _RESTORE),
    sqlite3.SQLITE_FULL: (
        "kan niet worden opgeslagen: de schijf is vol. Er is niets gewijzigd.",
        "Maak ruimte vrij en probeer het opnieuw.",
    ),
    sqlite3.SQLITE_IOERR: (
        "kan niet worden gelezen of opgeslagen: de schijf geeft een fout. Er is niets gewijzigd.",
        "Kijk of er nog ruimte is en of de schijf of netwerkmap bereikbaar is, en probeer het opnieuw.",
    ),
}
_FORBIDDEN = (sqlite3.SQLITE_READONLY, sqlite3.SQLITE_CANTOPEN, sqlite3.SQLITE_PERM)
_WORDS[sqlite3.SQLITE_LOCKED] = _WORDS[sqlite3.SQLITE_BUSY]
_WORDS |= dict.fromkeys(
    _FORBIDDEN,
    (
        "kan niet worden geopend om in te schrijven.",
        "Kies een bestand in een map waarin u mag schrijven; voor het dossier zelf met --store.",
    ),
)


class DamagedError(UserError):
    """The file itself cannot be read as a store: waiting or asking for rights will not help."""


class NotWritableError(UserError):
    """This user may not write the file, or not in its folder."""


def not_a_dossier(path: Path) -> UserError:
    """The error for a sound file of another program."""
    return UserError(*_in_words(path, sqlite3.SQLITE_NOTADB))


def damaged(path: Path, where: str = "") -> DamagedError:
    """The error for a file whose contents are broken; `where` is what SQLite says of it."""
    message, hint = _in_words(path, sqlite3.SQLITE_CORRUPT)
    return DamagedError(f"{message.removesuffix('.')} ({where})." if where else message, hint)


def gone(path: Path) -> DamagedError:
    """The error for a store that is empty or not there any more while its backups are."""
    return DamagedError(
        f"Het dossierbestand '{path}' is leeg of weg, maar er zijn wel reservekopieën van.",
        "Zet het oude bestand op zijn plaats, of een reservekopie met 'raadsapp store restore --newest'.",
    )


def not_writable(path: Path) -> NotWritableError:
    """The error for a place where this user may not write."""
    return NotWritableError(*_in_words(path, sqlite3.SQLITE_CANTOPEN))


def _in_words(path: Path, kind: int) -> tuple[str, str]:
    message, hint = _WORDS[kind]
    return f"Het bestand '{path}' {message}", hint


_ERRORS = {
    sqlite3.SQLITE_NOTADB: DamagedError,
    sqlite3.SQLITE_CORRUPT: DamagedError,
    **dict.fromkeys(_FORBIDDEN, NotWritableError),
}


@contextmanager
def in_words(path: Path) -> Iterator[None]:
    """Turn what can go wrong with the file at `path` into a UserError; our own faults pass unchanged."""
    try:
        yield
    except sqlite3.Error as fault:
        code = getattr(fault, "sqlite_errorcode", 0)
        kind = code & _KIND
        if code == sqlite3.SQLITE_READONLY and os.access(path, os.W_OK):
            kind = sqlite3.SQLITE_CORRUPT  # not the system forbids it, but what stands in the header
        elif kind not in _WORDS:
            if not _is_damaged(path, fault):
                raise
            kind = sqlite3.SQLITE_CORRUPT
        raise _ERRORS.get(kind, UserError)(*_in_words(path, kind)) from fault
    except UnicodeDecodeError as fault:
        # SQLite quotes a broken schema in its message as it finds it.
        raise damaged(path) from fault


@contextmanager
def in_rows(path: Path) -> Iterator[None]:
    """Turn rows such as the program never wrote, found while reading them, into a DamagedError."""
    try:
        yield
    except (AttributeError, LookupError, TypeError, ValueError) as fault:
        raise damaged(path) from fault


def _is_damaged(path: Path, fault: sqlite3.Error) -> bool:
    """Whether a fault that SQLite does not lay at the file's door comes from broken contents all the same."""
    if "decode to UTF-8" in str(fault):
        return True  # no check of SQLite's own looks into texts
    try:
        with closing(sqlite_file.connect(path, "ro")) as file:
            checked: tuple[str] = file.execute("PRAGMA integrity_check (1)").fetchone()
    except sqlite3.Error:
        return True
    return checked != ("ok",)
