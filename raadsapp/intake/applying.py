"""A delivered file and the layouts to what can be imported from it."""

from collections.abc import Sequence
from dataclasses import dataclass

from raadsapp.domain.catalog import Catalog
from raadsapp.intake.checks import checked
from raadsapp.intake.faults import Finding
from raadsapp.intake.layouts import Layout
from raadsapp.intake.mapping import Entry, entries_of
from raadsapp.intake.reading import DeliveredFile
from raadsapp.intake.recognition import recognise


@dataclass(frozen=True, slots=True)
class Reading:
    """What a file says: its layout, the observations that may be imported, and the findings."""

    layout: Layout
    sheet: str
    entries: tuple[Entry, ...]
    findings: tuple[Finding, ...]


def apply(file: DeliveredFile, layouts: Sequence[Layout], wanted: str | None, catalog: Catalog) -> Reading:
    """Read the sheet of `file` with the layout it fits, or the one called `wanted`.

    Each key occurs once among the entries. Raises UserError when no layout fits or the file as a whole does
    not say enough; what is wrong with single cells is among the findings.
    """
    sheet = file.sheets[0]
    layout, header = recognise(sheet, layouts, wanted)
    entries, found = entries_of(layout, sheet, header, file.name, catalog)
    kept, findings = checked(entries, layout)
    return Reading(layout, sheet.name, tuple(kept), (*found, *findings))
