"""Which layout a sheet has, and where its header stands."""

from collections.abc import Sequence
from dataclasses import dataclass

from raadsapp.errors import UserError
from raadsapp.intake.cells import text_of
from raadsapp.intake.layouts import Layout
from raadsapp.intake.lookup import spelling
from raadsapp.intake.sheets import DeliveredFile, Sheet
from raadsapp.texts import enumeration

# Notes may stand above the table, but not more than this.
_HEADER_WITHIN = 12


@dataclass(frozen=True, slots=True)
class Header:
    """The row (from 0) in which the headings stand, and the column of each, as `spelling` spells it."""

    row: int
    columns: dict[str, int]

    def column(self, name: str) -> int | None:
        """The column with this heading, or None."""
        return self.columns.get(spelling(name))


def recognise(
    file: DeliveredFile, layouts: Sequence[Layout], wanted: str | None
) -> tuple[Layout, tuple[tuple[Sheet, Header], ...]]:
    """The layout of `file`, the one called `wanted` if given, and all sheets that it fits with their headers.

    The layout with most headings wins. Raises UserError when none fits, saying what was looked for, when two
    fit equally well, and when there is no layout called `wanted`.
    """
    candidates = [layout for layout in layouts if wanted in {None, layout.key}]
    if not candidates:
        raise UserError(
            f"Er is geen indeling '{wanted}'.",
            f"Kies uit: {', '.join(layout.key for layout in layouts)}; of laat --layout weg.",
        )
    found = {layout.key: _fitting(file, layout) for layout in candidates}
    fitting = [layout for layout in candidates if found[layout.key]]
    if not fitting:
        raise _unrecognised(file, candidates)
    most = max(len(layout.columns) for layout in fitting)
    best = [layout for layout in fitting if len(layout.columns) == most]
    if len(best) > 1:
        raise UserError(
            f"Op '{file.name}' passen meer indelingen: {', '.join(layout.key for layout in best)}.",
            "Kies er een met --layout.",
        )
    return best[0], found[best[0].key]


def _unrecognised(file: DeliveredFile, candidates: Sequence[Layout]) -> UserError:
    sought = "; of ".join(f"{enumeration(list(layout.columns))} ({layout.key})" for layout in candidates)
    sheets = ""
    if len(file.sheets) > 1 or file.hidden_sheets:
        sheets = f" Bekeken: {enumeration([sheet.name for sheet in file.sheets])}."
    if file.hidden_sheets:
        sheets += f" Niet bekeken, want verborgen: {enumeration(list(file.hidden_sheets))}."
    return UserError(
        f"Geen enkele indeling past op '{file.name}'.",
        f"Gezocht is naar een rij met de kolomnamen {sought}.{sheets}",
    )


def _fitting(file: DeliveredFile, layout: Layout) -> tuple[tuple[Sheet, Header], ...]:
    return tuple(
        (sheet, header)
        for sheet in file.sheets
        if (header := _header(sheet, layout.columns, file.name)) is not None
    )


def _header(sheet: Sheet, columns: tuple[str, ...], file: str) -> Header | None:
    needed = {spelling(column) for column in columns}
    for number, row in enumerate(sheet.rows[:_HEADER_WITHIN]):
        names = [spelling(text_of(cell)) for cell in row]
        if needed.issubset(names):
            twice = sorted({name for name in names if name and names.count(name) > 1})
            if twice:
                where = f"'{file}'" if sheet.name == file else f"het blad {sheet.name} van '{file}'"
                raise UserError(
                    f"In {where} staat de kolom '{twice[0]}' twee keer.",
                    "Geef elke kolom een eigen naam, of haal er een weg.",
                )
            return Header(number, {name: column for column, name in enumerate(names) if name})
    return None
