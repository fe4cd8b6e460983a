"""The stored observations as a CSV file that the program itself imports as unchanged."""

import csv
import os
from collections.abc import Iterable
from datetime import date
from pathlib import Path

from raadsapp.errors import UserError
from raadsapp.intake.formulas import neutralised
from raadsapp.intake.numbers import written_number
from raadsapp.services.exporting import ExportRow, rows
from raadsapp.services.opening import Session

# The headings of data/layouts/long.toml.
HEADINGS = ("indicator", "gemeente", "periode", "uitsplitsing", "waarde", "eenheid", "status", "bron")


def write(session: Session, path: Path, municipality: str | None = None, as_of: date | None = None) -> int:
    """Write what counts now, or counted at the end of `as_of`, to `path`; how many values that were.

    Semicolons, decimal commas, UTF-8 with a byte order mark, as spreadsheet programs in Dutch open it. A text
    that such a program would take for a formula begins with an apostrophe. An existing file is replaced, and
    only by a complete one. `municipality` is a CBS code; None for all. UserError when that cannot be done.
    """
    if path.is_dir():
        raise UserError(f"'{path}' is een map.", "Geef bij --out ook een bestandsnaam.")
    if path.exists() and path.samefile(session.store.path):
        raise UserError("Op die plek staat het dossier zelf.", "Geef bij --out een andere bestandsnaam.")
    found = rows(session, municipality, as_of)
    unfinished = path.with_name(f".{path.name}.{os.getpid()}")
    try:
        try:
            _write(unfinished, found)
            unfinished.replace(path)
        finally:
            unfinished.unlink(missing_ok=True)
    except OSError:
        raise UserError(
            f"'{path}' is niet te schrijven.",
            "Kies een bestaande map waarin u mag schrijven, op een schijf met ruimte.",
        ) from None
    return len(found)


def _write(path: Path, found: Iterable[ExportRow]) -> None:
    with path.open("w", encoding="utf-8-sig", newline="") as file:
        writer = csv.writer(file, delimiter=";", lineterminator="\r\n")
        writer.writerow(HEADINGS)
        writer.writerows(_cells(row) for row in found)
        file.flush()
        os.fsync(file.fileno())


def _cells(row: ExportRow) -> tuple[str, ...]:
    observation = row.observation
    key = observation.key
    return (
        neutralised(key.indicator),
        key.municipality,
        key.period.code,
        neutralised(key.breakdown),
        written_number(observation.value),
        neutralised(row.unit),
        observation.status.value,
        neutralised(observation.source),
    )
