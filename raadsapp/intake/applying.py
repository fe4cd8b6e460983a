"""A delivered file and the layouts to what can be imported from it."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import islice

from raadsapp.domain.catalog import Catalog
from raadsapp.domain.problem import Severity
from raadsapp.intake import faults
from raadsapp.intake.checks import across_sheets, checked
from raadsapp.intake.corrections import AS_IT_IS, Corrections
from raadsapp.intake.faults import Finding
from raadsapp.intake.headings import Header
from raadsapp.intake.layouts import Layout
from raadsapp.intake.mapping import Entry, entries_of
from raadsapp.intake.recognition import recognise
from raadsapp.intake.sheet_part import SheetPart
from raadsapp.intake.sheets import DeliveredFile, Sheet

_FIRST_SHOWN = 200
_FOUND_SHOWN = 1000


@dataclass(frozen=True, slots=True)
class Reading:
    """What a file says: its layout, the sheets read with it, what may be imported from them, the findings."""

    layout: Layout
    sheets: tuple[str, ...]
    parts: tuple[SheetPart, ...]
    entries: tuple[Entry, ...]
    findings: tuple[Finding, ...]


def apply(
    file: DeliveredFile,
    layouts: Sequence[Layout],
    wanted: str | None,
    catalog: Catalog,
    corrections: Corrections = AS_IT_IS,
) -> Reading:
    """Read all sheets of `file` that have the layout it fits, or the one called `wanted`.

    Each key occurs once among the entries. Raises UserError when no layout fits or the file as a whole does
    not say enough; what is wrong with single cells is among the findings.
    """
    layout, fitting = recognise(file, layouts, wanted)
    sheets = tuple(sheet for sheet, _ in fitting)
    entries: list[Entry] = []
    findings = list(_about(file, sheets))
    for sheet, header in fitting:
        read, found = entries_of(layout, sheet, header, file.name, catalog, corrections)
        kept, more = checked(read, layout)
        entries += kept
        findings += [replace(finding, sheet=sheet.name) for finding in (*found, *more)]
    if len(sheets) > 1:
        entries, more = across_sheets(entries)
        findings += more
    parts = tuple(_part(sheet, header, findings, corrections) for sheet, header in fitting)
    return Reading(layout, tuple(sheet.name for sheet in sheets), parts, tuple(entries), tuple(findings))


def _part(sheet: Sheet, header: Header, findings: Sequence[Finding], corrections: Corrections) -> SheetPart:
    """What is shown of a sheet: its first rows, those that are left out and those that are worth a look."""
    rows = set(range(min(_FIRST_SHOWN, len(sheet.rows))))
    found = (it.row for it in findings if it.sheet == sheet.name and it.fault.severity is not Severity.NOTE)
    rows.update(row for name, row in corrections.excluded if name == sheet.name and row < len(sheet.rows))
    rows.update(islice((row for row in found if row >= 0), _FOUND_SHOWN))
    shown = tuple((row, sheet.rows[row]) for row in sorted(rows))
    return SheetPart(sheet.name, (header.row, header.row), shown, len(sheet.rows))


def _about(file: DeliveredFile, read: Sequence[Sheet]) -> Iterator[Finding]:
    """What of the workbook is not read, or read though it is not seen."""
    names = [sheet.name for sheet in read]
    unread = [sheet.name for sheet in file.sheets if sheet.name not in names]
    if unread:
        yield Finding(faults.other_sheets(names, unread), -1, 0, names[0])
    if file.hidden_sheets:
        yield Finding(faults.hidden_sheets(file.hidden_sheets), -1, 0, names[0])
    for sheet in read:
        if sheet.hidden_rows:
            yield Finding(faults.hidden_rows(), -1, 0, sheet.name)
