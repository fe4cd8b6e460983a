"""A delivered file and the layouts to what can be imported from it."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from raadsapp.domain.catalog import Catalog
from raadsapp.intake import faults
from raadsapp.intake.checks import across_sheets, checked
from raadsapp.intake.faults import Finding
from raadsapp.intake.layouts import Layout
from raadsapp.intake.mapping import Entry, entries_of
from raadsapp.intake.recognition import recognise
from raadsapp.intake.sheets import DeliveredFile, Sheet


@dataclass(frozen=True, slots=True)
class Reading:
    """What a file says: its layout, the sheets read with it, what may be imported from them, the findings."""

    layout: Layout
    sheets: tuple[str, ...]
    entries: tuple[Entry, ...]
    findings: tuple[Finding, ...]


def apply(file: DeliveredFile, layouts: Sequence[Layout], wanted: str | None, catalog: Catalog) -> Reading:
    """Read all sheets of `file` that have the layout it fits, or the one called `wanted`.

    Each key occurs once among the entries. Raises UserError when no layout fits or the file as a whole does
    not say enough; what is wrong with single cells is among the findings.
    """
    layout, fitting = recognise(file, layouts, wanted)
    sheets = tuple(sheet for sheet, _ in fitting)
    entries: list[Entry] = []
    findings = list(_about(file, sheets))
    for sheet, header in fitting:
        read, found = entries_of(layout, sheet, header, file.name, catalog)
        kept, more = checked(read, layout)
        entries += kept
        findings += [replace(finding, sheet=sheet.name) for finding in (*found, *more)]
    if len(sheets) > 1:
        entries, more = across_sheets(entries)
        findings += more
    return Reading(layout, tuple(sheet.name for sheet in sheets), tuple(entries), tuple(findings))


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
