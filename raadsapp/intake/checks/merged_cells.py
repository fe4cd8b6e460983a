"""Figures in cells that were merged."""

from collections.abc import Iterator

import numpy as np

from raadsapp.intake.checks import words
from raadsapp.intake.checks.against import Against
from raadsapp.intake.checks.found import Found, Noted
from raadsapp.intake.entries import Entries
from raadsapp.intake.findings import Fault


def merged_cells(entries: Entries, against: Against) -> Iterator[Found | Noted]:
    """Figures that may be of several rows or columns, and figures that lie hidden below a merged cell."""
    if not against.merged:
        return
    rows, columns = np.asarray(entries.rows), np.asarray(entries.columns)
    sheets = np.asarray(entries.sheets)
    names: dict[int, str] = {}
    for merged in against.merged:
        first, end = np.searchsorted(sheets, entries.sheet_names.number(merged.sheet) + np.array((0, 1)))
        top, left, bottom, right = merged.cells
        # Values stand in reading order.
        begin, last = first + np.searchsorted(rows[first:end], (top, bottom + 1))
        for place in range(begin, last):
            inside = left <= columns[place] <= right
            if inside and (merged.unsure or (rows[place], columns[place]) != (top, left)):
                names[place] = merged.name

    def fault(place: int) -> Fault:
        return words.merged_cell(names[place])

    yield Found(np.array(sorted(names), np.intp), fault)
