"""The sheets of a file that no layout knows, as far as they are shown."""

from functools import cached_property
from pathlib import Path

from raadsapp.intake.cells import Cell, blank, text_of
from raadsapp.intake.headings import Header, SheetHead
from raadsapp.intake.reading import read
from raadsapp.intake.sheet_part import SheetPart
from raadsapp.intake.sheets import Sheet
from raadsapp.intake.workbooks.process import WorkbookProcess

_SHOWN = 200
_NO_HEADING = (-1, -1)


def tables_of(path: Path, workbooks: WorkbookProcess | None = None) -> tuple["Table", ...]:
    """The first rows of every sheet of a file; UserError when it cannot be read as a table at all."""
    file = read(path, workbooks)
    return tuple(Table(file.name, _top(sheet)) for sheet in file.sheets)


def _top(sheet: Sheet) -> SheetPart:
    """The first rows of a sheet. It is not read to its end to count them: of many, about how many is told."""
    rows = sheet.rows[: _SHOWN + 1]
    total = max(len(rows), sheet.expected) if len(rows) > _SHOWN else len(rows)
    return SheetPart(sheet.name, _NO_HEADING, tuple(enumerate(rows[:_SHOWN])), total)


class Table:
    """A sheet of a file as far as it is shown, and what its rows say."""

    def __init__(self, file: str, part: SheetPart) -> None:
        self.file = file
        self.part = part
        self.rows = dict(part.rows)
        # Asked for each column or part, and a wide sheet takes long.
        self._headers: dict[tuple[int, int], Header | None] = {}
        self._headings: dict[tuple[int, int], tuple[str, ...]] = {}
        self._below: dict[tuple[int, int], tuple[tuple[Cell, ...], ...]] = {}

    @property
    def name(self) -> str:
        """The name of the sheet; that of the file where it has no sheets."""
        return self.part.name

    @cached_property
    def width(self) -> int:
        """How many columns the widest row has."""
        return max((len(cells) for cells in self.rows.values()), default=0)

    def cell(self, row: int, column: int) -> Cell:
        """What stands there; an empty text outside the table."""
        cells = self.rows.get(row, ())
        return cells[column] if 0 <= column < len(cells) else ""

    def header(self, rows: tuple[int, int]) -> Header | None:
        """The heading that stands in these rows, as the layout will know it; None where there is none."""
        if rows not in self._headers:
            first, last = rows
            headers = self._head.headers(last - first + 1)
            found = (header for header in headers if (header.first, header.row) == rows)
            self._headers[rows] = next(found, None)
        return self._headers[rows]

    @cached_property
    def _head(self) -> SheetHead:
        return SheetHead(self.name, [self.rows.get(row, ()) for row in range(max(self.rows, default=-1) + 1)])

    def headings(self, rows: tuple[int, int]) -> tuple[str, ...]:
        """What each column is called by these rows; empty where it has no name."""
        if rows not in self._headings:
            header = self.header(rows)
            names = tuple(" ".join(text.split()) for text in header.headings) if header else ()
            self._headings[rows] = (*names, *("",) * (self.width - len(names)))
        return self._headings[rows]

    def below(self, rows: tuple[int, int]) -> tuple[tuple[Cell, ...], ...]:
        """The rows below the heading that hold more than a note, each as wide as the table."""
        if rows not in self._below:
            self._below[rows] = tuple(
                (*cells, *("",) * (self.width - len(cells)))
                for row, cells in sorted(self.rows.items())
                if row > rows[1] and sum(not blank(cell) for cell in cells) > 1
            )
        return self._below[rows]

    def texts(self, column: int, rows: tuple[int, int]) -> tuple[str, ...]:
        """What stands in a column below the heading, without empty cells."""
        return tuple(text_of(cells[column]).strip() for cells in self.below(rows) if not blank(cells[column]))
