"""Which layout a sheet has, and where its header stands."""

from collections.abc import Sequence
from dataclasses import dataclass

from raadsapp.errors import UserError
from raadsapp.intake.cells import text_of
from raadsapp.intake.layouts import Layout
from raadsapp.intake.lookup import spelling
from raadsapp.intake.reading import Sheet
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


def recognise(sheet: Sheet, layouts: Sequence[Layout], wanted: str | None) -> tuple[Layout, Header]:
    """The layout of `sheet`, the one called `wanted` if given, and its header.

    The layout with most headings wins. Raises UserError when none fits, saying what was looked for, when two
    fit equally well, and when there is no layout called `wanted`.
    """
    candidates = [layout for layout in layouts if wanted in {None, layout.key}]
    if not candidates:
        raise UserError(
            f"Er is geen indeling '{wanted}'.",
            f"Kies uit: {', '.join(layout.key for layout in layouts)}; of laat --layout weg.",
        )
    found = [
        (layout, header) for layout in candidates if (header := _header(sheet, layout.columns)) is not None
    ]
    if not found:
        sought = "; of ".join(f"{enumeration(list(layout.columns))} ({layout.key})" for layout in candidates)
        raise UserError(
            f"Geen enkele indeling past op '{sheet.name}'.",
            f"Gezocht is naar een rij met de kolomnamen {sought}.",
        )
    most = max(len(layout.columns) for layout, _ in found)
    best = [pair for pair in found if len(pair[0].columns) == most]
    if len(best) > 1:
        raise UserError(
            f"Op '{sheet.name}' passen meer indelingen: {', '.join(layout.key for layout, _ in best)}.",
            "Kies er een met --layout.",
        )
    return best[0]


def _header(sheet: Sheet, columns: tuple[str, ...]) -> Header | None:
    needed = {spelling(column) for column in columns}
    for number, row in enumerate(sheet.rows[:_HEADER_WITHIN]):
        names = [spelling(text_of(cell)) for cell in row]
        if needed.issubset(names):
            twice = sorted({name for name in names if name and names.count(name) > 1})
            if twice:
                raise UserError(
                    f"In '{sheet.name}' staat de kolom '{twice[0]}' twee keer.",
                    "Geef elke kolom een eigen naam, of haal er een weg.",
                )
            return Header(number, {name: column for column, name in enumerate(names) if name})
    return None
