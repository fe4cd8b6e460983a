"""A table as a CSV file, as spreadsheet programs in Dutch open it."""

import csv
from collections.abc import Iterable
from pathlib import Path

from raadsapp.export.sheet import Cell
from raadsapp.intake.numbers import written_number


def write_csv(path: Path, headings: Iterable[str], rows: Iterable[tuple[Cell, ...]]) -> None:
    """Write a table to `path`: semicolons, decimal commas, UTF-8 with a byte order mark.

    Texts are written as they are: one that a spreadsheet program would take for a formula must have been
    neutralised. OSError when that cannot be done.
    """
    with path.open("w", encoding="utf-8-sig", newline="") as file:
        writer = csv.writer(file, delimiter=";", lineterminator="\r\n")
        writer.writerow(headings)
        writer.writerows(map(_written, rows))


def _written(row: tuple[Cell, ...]) -> tuple[str, ...]:
    return tuple(cell if isinstance(cell, str) else written_number(cell) for cell in row)
