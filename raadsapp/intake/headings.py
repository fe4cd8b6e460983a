"""The heading of a table, which may stand in several rows, and what its columns are called."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from raadsapp.intake.cells import Cell, blank, cell_place, column_name, text_of
from raadsapp.intake.lookup import spelling

BETWEEN = "|"
"""What joins the texts of a heading that stand above each other."""

# Notes may stand above the table, but not more than this; below the heading some rows are looked at too.
_TOP_WITHIN = 20
# Headings of so many rows are looked for, that no more cells than these are read.
_MOST_CELLS = 100_000
HEAD_ROWS = 40
"""So many first rows of a sheet say what it is."""


_STAND_IN = re.compile(r"kolom ([a-z]{1,3})")


def stand_in(column: int) -> str:
    """What a column that has no heading is called: by its letter."""
    return f"kolom {column_name(column)}"


@dataclass(frozen=True, slots=True)
class Header:
    """The heading of a sheet: the rows `first` to `row` (from 0), and what each column is called.

    `headings` are as written, texts above each other joined; `columns` are the columns by heading as
    `spelling` spells it, `doubled` those headings that several columns have. `head` are the first rows of
    the sheet.
    """

    sheet: str
    first: int
    row: int
    headings: tuple[str, ...]
    columns: dict[str, int]
    doubled: frozenset[str]
    head: Sequence[tuple[Cell, ...]]

    def column(self, *names: str) -> int | None:
        """The column with one of these headings, the first that there is, or None.

        One without a heading is called as `stand_in` says.
        """
        places = (self._place(spelling(name)) for name in names)
        return next((place for place in places if place is not None), None)

    def _place(self, name: str) -> int | None:
        letters = None if name in self.columns else _STAND_IN.fullmatch(name)
        if letters is None:
            return self.columns.get(name)
        place = cell_place(f"{letters[1].upper()}1")
        column = place[1] if place else len(self.headings)
        return column if column < len(self.headings) and not self.headings[column] else None

    @property
    def width(self) -> int:
        """The number of columns up to the last heading."""
        return max((column + 1 for column, text in enumerate(self.headings) if text), default=0)


class SheetHead:
    """The first rows of a sheet, in which headings are looked for."""

    def __init__(self, name: str, rows: Sequence[tuple[Cell, ...]]) -> None:
        self.name = name
        self.rows = rows
        self.words = frozenset(spelling(text_of(cell)) for row in rows[:_TOP_WITHIN] for cell in row)
        # A sheet is asked for the same heading by every layout.
        self._header = cache(self._made)

    def headers(self, most_rows: int) -> Iterator[Header]:
        """Every heading of up to so many rows that the sheet may have: those of fewest rows first.

        Of a very wide sheet only those of few rows.
        """
        width = max(map(len, self.rows[:_TOP_WITHIN]), default=0)
        for size in range(1, most_rows + 1):
            if size > 1 and size * width * _TOP_WITHIN > _MOST_CELLS:
                return
            for first in range(min(len(self.rows), _TOP_WITHIN) - size + 1):
                if not all(blank(cell) for cell in self.rows[first]):
                    yield self._header(first, size)

    def _made(self, first: int, size: int) -> Header:
        block = [[text_of(cell).strip() for cell in row] for row in self.rows[first : first + size]]
        width = max(map(len, block))
        own = [row + [""] * (width - len(row)) for row in block]
        filled = [*(_continued(row) for row in own[:-1]), own[-1]]
        headings = [_joined(texts) for texts in zip(*filled, strict=True)]
        names = [spelling(heading) for heading in headings]
        columns: dict[str, int] = {}
        for column, name in enumerate(names):
            if name:
                columns.setdefault(name, column)
        if size > 1:
            _also(columns, [spelling(_joined(texts)) for texts in zip(*own, strict=True)])
            _also(columns, [spelling(_last(texts)) for texts in zip(*own, strict=True)])
        return Header(
            self.name,
            first,
            first + size - 1,
            tuple(headings),
            columns,
            frozenset(name for name, count in Counter(names).items() if name and count > 1),
            self.rows,
        )


def _continued(row: Sequence[str]) -> list[str]:
    """A row of headings in which a blank cell says what the cell to its left says."""
    texts: list[str] = []
    for text in row:
        texts.append(text or (texts[-1] if texts else ""))
    return texts


def _joined(texts: Sequence[str]) -> str:
    """Texts above each other as one; a text that is repeated below itself counts once."""
    said = [text for text in texts if text]
    return BETWEEN.join(text for place, text in enumerate(said) if not place or said[place - 1] != text)


def _last(texts: Sequence[str]) -> str:
    return next((text for text in reversed(texts) if text), "")


def _also(columns: dict[str, int], names: Sequence[str]) -> None:
    """Let columns be found by these names too, where only one column has it and none is called so."""
    once = Counter(names)
    for column, name in enumerate(names):
        if name and once[name] == 1:
            columns.setdefault(name, column)
