"""A file that is replaced as a whole, or not at all."""

import errno
import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from raadsapp.errors import UserError

_NO_ROOM = frozenset({errno.ENOSPC, errno.EDQUOT, errno.EFBIG})
_NO_FOLDER = frozenset({errno.ENOENT, errno.ENOTDIR})
_NOT_ALLOWED = frozenset({errno.EACCES, errno.EPERM, errno.EROFS})


@contextmanager
def replacing(path: Path) -> Iterator[Path]:
    """A place beside `path` to write to; what was written there then takes the place of `path` at once.

    When anything goes wrong `path` stays as it was and nothing is left behind; UserError for an OSError.
    """
    unfinished = path.with_name(f".{path.name}.{os.getpid()}")
    try:
        if path.is_dir():
            raise UserError(f"'{path}' is een map.", "Noem een bestand in die map.")
        try:
            yield unfinished
            with unfinished.open("rb+") as file:
                os.fsync(file.fileno())
            unfinished.replace(path)
        finally:
            unfinished.unlink(missing_ok=True)
    except OSError as fault:
        raise not_written(path, fault) from fault


def not_written(path: Path, fault: OSError) -> UserError:
    """The error for a file or folder that could not be written or made."""
    return UserError(*_words(path, fault))


def _words(path: Path, fault: OSError) -> tuple[str, str]:
    if fault.errno in _NO_ROOM:
        return (
            f"'{path}' is niet te schrijven: de schijf is vol.",
            "Maak ruimte vrij, of kies een map op een andere schijf.",
        )
    if fault.errno in _NO_FOLDER:
        return f"'{path}' is niet te schrijven: die map bestaat niet.", "Kies een bestaande map."
    if fault.errno in _NOT_ALLOWED:
        return (
            f"'{path}' is niet te schrijven: het is nog ergens open, of u mag daar niet schrijven.",
            "Sluit het in het andere programma, of kies een map waarin u mag schrijven.",
        )
    return (
        f"'{path}' is niet te schrijven.",
        "Kies een andere naam, of een bestaande map waarin u mag schrijven.",
    )
