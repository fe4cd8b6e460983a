"""Merged cells in the body of a table, in which nobody knows which row or column a figure is about."""

from collections.abc import Iterator
from dataclasses import dataclass

from raadsapp.intake.cells import blank, cell_name
from raadsapp.intake.headings import Header
from raadsapp.intake.plan import Plan
from raadsapp.intake.sheets import Merged, Sheet


@dataclass(frozen=True, slots=True)
class MergedFigures:
    """Merged cells of a sheet that may hold figures; `unsure` when the figure seen could be of several."""

    sheet: str
    cells: Merged
    unsure: bool

    @property
    def name(self) -> str:
        """`C3:C5`."""
        top, left, bottom, right = self.cells
        return f"{cell_name(top, left)}:{cell_name(bottom, right)}"


def merged_figures(sheet: Sheet, header: Header, plan: Plan) -> Iterator[MergedFigures]:
    """The merged cells below the header in columns of values.

    A figure is of one row when only one of the rows that were merged says what it is about, as in a table of
    which each row takes two rows of the sheet.
    """
    values = sorted(plan.value_columns)
    found = [
        (cells, sum(cells[1] <= column <= cells[3] for column in values))
        for cells in sheet.merged
        if cells[2] > header.row and any(cells[1] <= column <= cells[3] for column in values)
    ]
    if not found:
        return
    about = plan.columns_read - plan.value_columns
    telling = [
        any(column < len(row) and not blank(row[column]) for column in about) if about else any(row)
        for row in sheet.rows
    ]
    for cells, columns in found:
        top, bottom = max(cells[0], header.row + 1), cells[2]
        yield MergedFigures(sheet.name, cells, columns > 1 or sum(telling[top : bottom + 1]) > 1)
