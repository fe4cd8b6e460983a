"""The same column twice, under two names."""

from collections.abc import Iterator

import numpy as np

from raadsapp.intake.cells import column_name
from raadsapp.intake.checks import words
from raadsapp.intake.checks.against import Against
from raadsapp.intake.checks.found import Found, Noted
from raadsapp.intake.entries import Entries
from raadsapp.intake.findings import Fault
from raadsapp.intake.number_sets import distinct

_ROWS = 6
_DIFFERENT = 4
"""Fewer values, or values that are mostly the same, may be alike by chance."""


def same_columns(entries: Entries, _against: Against) -> Iterator[Found | Noted]:
    """Value columns of one sheet that hold the same in every row."""
    columns, sheets = np.asarray(entries.columns), np.asarray(entries.sheets)
    if not len(columns) or (columns == columns[0]).all():
        return
    rows, values = np.asarray(entries.rows), np.asarray(entries.values)
    where = sheets.astype(np.uint32) << 16 | columns
    seen: dict[bytes, int] = {}
    for column in distinct(where):
        places = np.flatnonzero(where == column)
        if len(places) < _ROWS or len(distinct(values[places])) < _DIFFERENT:
            continue
        sheet = int(column) >> 16
        content = sheet.to_bytes(2, "big") + rows[places].tobytes() + values[places].tobytes()
        first = seen.setdefault(content, int(places[0]))
        if first != places[0]:
            other = column_name(entries.columns[first])

            def fault(_place: int, other: str = other) -> Fault:
                return words.same_column(other)

            yield Found(places[:1], fault)
