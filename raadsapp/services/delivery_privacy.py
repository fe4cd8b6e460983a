"""Look for personal data in the cells of delivered sheets. A sheet that may hold some is not imported."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import islice
from operator import itemgetter
from types import MappingProxyType

from raadsapp.domain.catalog import Catalog
from raadsapp.domain.problem import Problem, Severity
from raadsapp.intake.applying import Reading
from raadsapp.intake.cells import Cell, cell_name, text_of
from raadsapp.intake.corrections import Corrections
from raadsapp.intake.headings import Header
from raadsapp.intake.mapping import SeeRows
from raadsapp.intake.sheets import Block, DeliveredFile, Row, Sheet, width_of
from raadsapp.privacy.personal_data import Kind
from raadsapp.privacy.personal_data.cells import is_about_persons, is_number, kind_in_cell
from raadsapp.privacy.personal_data.numbers import is_bsn
from raadsapp.privacy.personal_data.word_lists import shipped_lists

CODE = "personal-data"
_TOLD = 20
_AT_ONCE = 1000
# A column with more different texts than this is a list of codes, or was found out long before.
_DIFFERENT = 20_000
_BSN_DIGITS = 9
_BSNS = 3
_NOTHING: Mapping[int, Collection[Cell]] = MappingProxyType({})


@dataclass(frozen=True, slots=True)
class PersonalCell:
    """A cell (from 0) of a sheet in which personal data of this kind may stand; never what it says."""

    sheet: str
    row: int
    column: int
    kind: Kind

    def problem(self, *, imported: bool) -> Problem:
        """What keeps the sheet out; only a warning for a sheet that is not imported anyway."""
        end = "niet ingelezen" if imported else "toch al niet gelezen"
        message = (
            f"Hier staan mogelijk persoonsgegevens ({self.kind.label}). Dit blad wordt {end}. "
            "Haal persoonsgegevens uit het bestand en bewaar geen kopie ervan."
        )
        severity = Severity.BLOCKING if imported else Severity.WARNING
        return Problem(self.sheet, cell_name(self.row, self.column), severity, CODE, message)


class SheetCheck:
    """Looks at the rows of one sheet as they go by, at each different text of a column once.

    `headings` are those of the columns. Columns of `values` are passed by, unless their heading says BSN or
    such: a count is no BSN because it passes the eleven-test. `known` are texts that need no look, such as
    names of municipalities. `found` holds the first twenty cells.
    """

    def __init__(
        self, sheet: str, headings: Sequence[str], values: Collection[int] = (), known: Iterable[str] = ()
    ) -> None:
        self._sheet = sheet
        self._headings = headings
        self._persons = {column for column, heading in enumerate(headings) if is_about_persons(heading)}
        self._passed = frozenset(values) - self._persons
        self._known: frozenset[Cell] = frozenset(("", *known))
        self._seen: defaultdict[int, set[Cell]] = defaultdict(set)
        # How many BSNs a column holds that holds nothing else until now; None for other columns.
        self._bsns: dict[int, int | None] = {}
        self.found: list[PersonalCell] = []

    def look_above(self, rows: Sequence[Row], first: int = 0) -> None:
        """Look at the first rows of the sheet: notes above the table, and its heading."""
        for row, cells in enumerate(rows, start=first):
            for column, cell in enumerate(cells):
                kind = kind_in_cell("", text_of(cell), shipped_lists())
                if kind:
                    self._add(row, column, kind)

    def look(self, row: int, rows: Sequence[Row], fresh: Mapping[int, Collection[Cell]] = _NOTHING) -> None:
        """Look at rows of the table that follow each other, the first of them at `row`.

        In the columns of `fresh` only those texts were not looked at before.
        """
        for column in range(width_of(rows)):
            if column not in self._passed and len(self._seen[column]) <= _DIFFERENT:
                texts = fresh.get(column)
                if texts is None:
                    texts = _column_of(rows, column)
                if texts:
                    self._column(row, column, rows, texts)

    def _column(self, row: int, column: int, rows: Sequence[Row], texts: Collection[Cell]) -> None:
        seen = self._seen[column]
        heading = self._headings[column] if column < len(self._headings) else ""
        fresh = set(texts).difference(seen, self._known)
        if not fresh:
            return
        numbers = [] if column in self._persons else [cell for cell in fresh if _number(cell)]
        for cell in fresh.difference(numbers):
            seen.add(cell)
            kind = kind_in_cell(heading, text_of(cell), shipped_lists())
            if kind:
                self._add(row + _first(rows, column, {cell}), column, kind)
        if self._bsns.get(column, 0) is not None:
            self._bsns[column] = self._counted(column, numbers) if len(numbers) == len(fresh) else None
            if numbers and (self._bsns[column] or 0) >= _BSNS:
                self._add(row + _first(rows, column, set(numbers)), column, Kind.BSN)
                self._bsns[column] = None

    def _counted(self, column: int, numbers: Sequence[Cell]) -> int | None:
        """How many BSNs this column holds with these numbers; None when it holds anything else.

        Numbers of nine digits that all pass the eleven-test are no counts, whatever the heading.
        """
        texts = [text_of(cell) for cell in numbers]
        if all(len(text) == _BSN_DIGITS and is_bsn(text) for text in texts):
            return (self._bsns.get(column) or 0) + len(texts)
        return None

    def _add(self, row: int, column: int, kind: Kind) -> None:
        if len(self.found) < _TOLD:
            self.found.append(PersonalCell(self._sheet, row, column, kind))


def _column_of(rows: Sequence[Row], column: int) -> Sequence[Cell]:
    if isinstance(rows, Block):
        return rows.columns[column]
    try:
        return list(map(itemgetter(column), rows))
    except IndexError:
        return [cells[column] if column < len(cells) else "" for cells in rows]


def _first(rows: Sequence[Row], column: int, cells: set[Cell]) -> int:
    """Which of the rows is the first with one of these cells in this column."""
    return next(place for place, row in enumerate(rows) if row[column : column + 1] and row[column] in cells)


def _number(cell: Cell) -> bool:
    return isinstance(cell, float) or is_number(cell)


class PersonalDataLook:
    """Looks at the sheets of a file while they are read. Rows that the clerk leaves out do not count."""

    def __init__(self, catalog: Catalog, corrections: Corrections) -> None:
        self._known = {name for town in catalog.municipalities for name in (town.code, town.name)}
        self._excluded = corrections.excluded
        self._checks: dict[str, SheetCheck] = {}

    def begin(self, header: Header, values: frozenset[int]) -> SeeRows:
        """Look at a sheet that is read, of which these columns hold values."""
        check = self._checks[header.sheet] = SheetCheck(header.sheet, header.headings, values, self._known)
        below = header.row + 1
        excluded = {row for sheet, row in self._excluded if sheet == header.sheet}

        def see(row: int, rows: Sequence[Row], fresh: Mapping[int, Collection[Cell]]) -> None:
            counting = rows
            if any(row <= at < row + len(rows) for at in excluded):
                # Not looked at: what such a row says would pass for seen where another row says it too.
                counting = [() if at in excluded else cells for at, cells in enumerate(rows, start=row)]
            above = max(0, below - row)
            if above:
                check.look_above(counting[:above], row)
            check.look(row + above, counting[above:] if above else counting, fresh)

        return see

    def take(self, file: DeliveredFile, reading: Reading) -> tuple[Reading, tuple[Problem, ...]]:
        """What was read, without the sheets that may hold personal data, and the problems that say so.

        A sheet that was not read only gives warnings.
        """
        cells = [
            cell
            for sheet in file.sheets
            for cell in self._found(sheet)
            if (cell.sheet, cell.row) not in self._excluded
        ]
        refused = {cell.sheet for cell in cells}.intersection(reading.sheets)
        if refused:
            findings = tuple(finding for finding in reading.findings if finding.sheet not in refused)
            reading = replace(reading, entries=reading.entries.without_sheets(refused), findings=findings)
        return reading, tuple(cell.problem(imported=cell.sheet in reading.sheets) for cell in cells)

    def _found(self, sheet: Sheet) -> tuple[PersonalCell, ...]:
        if sheet.name in self._checks:
            return _in_order(self._checks[sheet.name])
        return personal_cells(sheet, (0, 0), known=self._known)


def personal_cells(
    sheet: Sheet, header: tuple[int, int], values: Collection[int] = (), known: Iterable[str] = ()
) -> tuple[PersonalCell, ...]:
    """Cells of a whole sheet that may hold personal data, in order of place, twenty at most.

    `header` is the first and last row of the heading (from 0); `values` and `known` as for `SheetCheck`.
    """
    first, last = header
    top = sheet.rows[: last + 1]
    width = max((len(row) for row in top), default=0)
    above = top[first:]
    headings = [
        " ".join(text_of(row[column]) for row in above if column < len(row) and row[column] != "")
        for column in range(width)
    ]
    check = SheetCheck(sheet.name, headings, values, known)
    check.look_above(top)
    rows, row = islice(sheet.rows, last + 1, None), last + 1
    while some := list(islice(rows, _AT_ONCE)):
        check.look(row, some)
        row += len(some)
    return _in_order(check)


def _in_order(check: SheetCheck) -> tuple[PersonalCell, ...]:
    return tuple(sorted(check.found, key=lambda cell: (cell.row, cell.column)))
