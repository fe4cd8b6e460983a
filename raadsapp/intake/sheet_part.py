"""The part of a delivered sheet that is shown beside what it gives."""

from dataclasses import dataclass

from raadsapp.intake.cells import Cell


@dataclass(frozen=True, slots=True)
class SheetPart:
    """Some rows of a sheet, as they were delivered and in its own order.

    `header` is the first and the last row of the heading, `rows` are row numbers with their cells; both
    count from 0. Rows may differ in length and numbers may be skipped. The sheet has `total_rows` rows.
    """

    name: str
    header: tuple[int, int]
    rows: tuple[tuple[int, tuple[Cell, ...]], ...]
    total_rows: int
