"""The one error a user is meant to see, and what to say of a file that cannot be written or read."""

import errno
from pathlib import Path

_NO_ROOM = frozenset({errno.ENOSPC, errno.EDQUOT, errno.EFBIG})
_NO_FOLDER = frozenset({errno.ENOENT, errno.ENOTDIR})
_NOT_ALLOWED = frozenset({errno.EACCES, errno.EPERM, errno.EROFS})


class UserError(Exception):
    """Something the user can mend: `message` says what is wrong, `hint` what to do, both in plain Dutch.

    It is shown exactly as written. Any other exception that reaches the user is a bug.
    """

    def __init__(self, message: str, hint: str) -> None:
        super().__init__(message)
        self.message = message
        self.hint = hint

    def __str__(self) -> str:
        return f"{self.message} {self.hint}"


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


def why_unread(fault: OSError) -> str:
    """Why a file could not be read, in a few words that fit within brackets."""
    if fault.errno in _NO_FOLDER:
        return "het is er niet"
    if fault.errno == errno.EISDIR:
        return "het is een map"
    return (
        "u mag het niet lezen" if fault.errno in _NOT_ALLOWED else "de schijf of het netwerk werkt niet mee"
    )
