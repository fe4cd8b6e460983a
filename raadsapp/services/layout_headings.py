"""Where the headings of a table probably stand: words above numbers."""

import re
from collections import Counter
from collections.abc import Sequence

from raadsapp.intake.cells import Cell, blank, text_of
from raadsapp.intake.layouts import MAX_HEADING_ROWS
from raadsapp.intake.lookup import spelling
from raadsapp.intake.numbers import Unread, read_number
from raadsapp.services.layout_tables import Table

YEAR = re.compile(r"(?:19|20)[0-9]{2}")
"""A year, and maybe a value."""

UNITS = frozenset({"€", "euro", "%", "‰", "aantal", "weken", "maanden", "dagen", "uren", "procent", "x"})
"""Words that name a unit, as `spelling` spells them."""

_LOOKED_AT = 25


def may_be_value(text: str) -> bool:
    """Whether a cell may hold a value: a number, or a sign for one that is missing or kept secret."""
    return read_number(text) not in {Unread.NOT_A_NUMBER, Unread.FAILED_FORMULA}


def holds_figures(table: Table) -> bool:
    """Whether some row has a number beside something else: without, there is nothing to point at."""
    return any(
        sum(not blank(cell) for cell in cells) > 1
        and any(isinstance(cell, float) or isinstance(read_number(cell), float) for cell in cells)
        for cells in table.rows.values()
    )


def heading_rows(table: Table) -> tuple[int, int]:
    """The rows of words above the first rows of numbers."""
    rows = [row for row in sorted(table.rows) if any(not blank(cell) for cell in table.rows[row])]
    looked_at = rows[: _LOOKED_AT + 1]
    for place, row in enumerate(looked_at):
        if place and _holds_values(table.rows[row], looked_at[place + 1 : place + 2], table):
            return _words_above(table, looked_at[:place])
    return (rows[0], rows[0]) if rows else (0, 0)


def _words_above(table: Table, above: Sequence[int]) -> tuple[int, int]:
    """The lowest stretch of these rows that are filled like headings; a row of units is none."""
    rows = list(above)
    if len(rows) > 1 and _only_units(table.rows[rows[-1]]):
        rows.pop()
    last = first = rows.pop()
    while (
        rows and last - rows[-1] < MAX_HEADING_ROWS and rows[-1] == first - 1 and _filled(table, rows[-1]) > 1
    ):
        first = rows.pop()
    return first, last


def _holds_values(cells: tuple[Cell, ...], following: Sequence[int], table: Table) -> bool:
    """Whether a row holds values and not headings, which may be years."""
    numbers = [column for column, cell in enumerate(cells) if not blank(cell) and may_be_value(text_of(cell))]
    if not numbers or sum(not blank(cell) for cell in cells) <= 1:
        return False
    years = [text_of(cells[column]) for column in numbers if YEAR.fullmatch(text_of(cells[column]).strip())]
    if len(years) < len(numbers):
        return True
    # Only years: a heading, unless the rows below are just the same.
    return len(years) == 1 and any(
        YEAR.fullmatch(text_of(table.cell(row, numbers[0])).strip()) for row in following
    )


def _only_units(cells: tuple[Cell, ...]) -> bool:
    said = Counter(spelling(text_of(cell)) for cell in cells if not blank(cell))
    return bool(said) and all(text.strip("()") in UNITS for text in said)


def _filled(table: Table, row: int) -> int:
    return sum(not blank(cell) for cell in table.rows[row])
