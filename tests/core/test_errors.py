"""What is said of a file that cannot be read or written is plain Dutch, whatever the system calls it."""

import errno
from pathlib import Path

import pytest

from raadsapp.errors import not_written, why_unread


@pytest.mark.parametrize(
    ("number", "words"),
    [
        (errno.ENOENT, "het is er niet"),
        (errno.EISDIR, "het is een map"),
        (errno.EACCES, "u mag het niet lezen"),
        (errno.EIO, "de schijf of het netwerk werkt niet mee"),
    ],
)
def test_why_a_file_is_not_read(number: int, words: str) -> None:
    assert why_unread(OSError(number, "No such luck")) == words


@pytest.mark.parametrize(
    ("number", "words"),
    [
        (errno.ENOSPC, "de schijf is vol"),
        (errno.ENOENT, "die map bestaat niet"),
        (errno.EROFS, "u mag daar niet schrijven"),
        (errno.EIO, "is niet te schrijven."),
    ],
)
def test_why_a_file_is_not_written(number: int, words: str) -> None:
    told = not_written(Path("casus.md"), OSError(number, "No such luck"))
    assert words in told.message
    assert told.hint
    assert "luck" not in str(told)
