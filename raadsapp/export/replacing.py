"""A file that is replaced as a whole, or not at all."""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from raadsapp.errors import UserError, not_written


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
