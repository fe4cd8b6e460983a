"""The stored figures as a file that the program itself imports as unchanged."""

from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from enum import StrEnum
from pathlib import Path

from raadsapp.errors import UserError
from raadsapp.export.explanation import explanation
from raadsapp.export.own_figures import own_sheet
from raadsapp.export.replacing import replacing
from raadsapp.export.sheet import MAX_ROWS, About, Cell, Column, Sheet
from raadsapp.intake.formulas import neutralised
from raadsapp.services.exporting import ExportRow, Extract, Selection, extract, rows
from raadsapp.services.opening import Session
from raadsapp.texts import number

COLUMNS = (
    Column("indicator", 22),
    Column("gemeente", 10),
    Column("periode", 11),
    Column("uitsplitsing", 26),
    Column("waarde", 14),
    Column("eenheid", 16),
    Column("status", 11),
    Column("bron", 60),
    Column("levering", 9),
)
"""The columns, with the headings of data/layouts/long.toml."""

_REPORT_EVERY = 1_000


class Format(StrEnum):
    """Which program the file is for; the value is the ending of its name."""

    CSV = "csv"
    XLSX = "xlsx"
    ODS = "ods"


def _silent(_done: int, _total: int) -> None:
    pass


def write(
    session: Session,
    path: Path,
    form: Format = Format.CSV,
    selection: Selection | None = None,
    progress: Callable[[int, int], None] = _silent,
) -> Extract:
    """Write the figures of `selection` (None: all that count now) to `path`; what was written.

    A text that a spreadsheet program would take for a formula begins with an apostrophe, in every format, so
    that it stays harmless when the table is saved as another. A workbook has the figures that someone entered
    on a sheet of their own, which import leaves aside; a CSV file has one table and no place for them.

    An existing file is replaced, and only by a complete one. `progress` hears how many values of all are
    written, and may end it by raising. UserError when it cannot be done.
    """
    chosen = extract(session, selection or Selection())
    if form is not Format.CSV and chosen.count >= MAX_ROWS:
        raise UserError(
            f"Meer dan {number(MAX_ROWS - 1)} waarden passen niet op één werkblad.",
            "Exporteer als CSV, of minder tegelijk.",
        )
    with replacing(path) as unfinished:
        if path.exists() and path.samefile(session.store.path):
            raise UserError("Op die plek staat het dossier zelf.", "Kies een andere bestandsnaam.")
        _write(form, unfinished, session, chosen, _told(rows(session, chosen), chosen.count, progress))
        progress(chosen.count, chosen.count)
    return chosen


def _write(
    form: Format, path: Path, session: Session, chosen: Extract, found: Iterator[tuple[Cell, ...]]
) -> None:
    if form is Format.CSV:
        from raadsapp.export.csv import write_csv

        write_csv(path, (column.heading for column in COLUMNS), found)
        return
    made = datetime.now(UTC)
    sheets = (
        Sheet("Cijfers", COLUMNS, found),
        *((own_sheet(chosen.entered),) if chosen.entered else ()),
        explanation(session.catalog, chosen, made),
    )
    about = About(
        f"Cijfers {session.catalog.dossier.title}", "Cijfers uit Raadsapp, één waarde per rij", made
    )
    if form is Format.XLSX:
        from raadsapp.export.xlsx import write_xlsx

        write_xlsx(path, sheets, about)
    else:
        from raadsapp.export.ods import write_ods

        write_ods(path, sheets, about)


def _told(
    found: Iterator[ExportRow], total: int, progress: Callable[[int, int], None]
) -> Iterator[tuple[Cell, ...]]:
    """The rows as cells, with a word about how far it is every now and then."""
    for done, row in enumerate(found):
        if done % _REPORT_EVERY == 0:
            progress(done, total)
        yield _cells(row)


def _cells(row: ExportRow) -> tuple[Cell, ...]:
    observation = row.observation
    key = observation.key
    return (
        neutralised(key.indicator),
        key.municipality,
        key.period.code,
        neutralised(key.breakdown),
        observation.value,
        neutralised(row.unit),
        observation.status.value,
        neutralised(observation.source),
        float(row.batch),
    )
