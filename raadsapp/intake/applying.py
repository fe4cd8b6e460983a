"""A delivered file and the layouts to what can be imported from it."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime

from raadsapp.domain.catalog import Catalog
from raadsapp.domain.goals import Indicator
from raadsapp.domain.problem import Severity
from raadsapp.intake import faults
from raadsapp.intake.corrections import AS_IT_IS, Corrections
from raadsapp.intake.entries import Entries, Known
from raadsapp.intake.findings import Finding
from raadsapp.intake.headings import Header
from raadsapp.intake.layouts import Layout
from raadsapp.intake.mapping import FOUND_SHOWN, ReadSheet, SeeRows, ignored, take_sheet
from raadsapp.intake.merged import MergedFigures, merged_figures
from raadsapp.intake.planning import plan_of
from raadsapp.intake.progress import Progress, Tell, untold
from raadsapp.intake.recognition import lacking, recognise
from raadsapp.intake.sheet_part import SheetPart
from raadsapp.intake.sheets import DeliveredFile, Sheet
from raadsapp.intake.vocabulary import Names, Vocabulary


@dataclass(frozen=True, slots=True)
class Reading:
    """What a file says: its layout, the sheets read with it, what may be imported from them, the findings.

    `known` is what counted when it was compared.
    """

    layout: Layout
    sheets: tuple[str, ...]
    parts: tuple[SheetPart, ...]
    entries: Entries
    findings: tuple[Finding, ...]
    known: Known


def nothing_known(_entries: Entries) -> Known:
    """What counts when nothing is stored."""
    return Known()


def unseen(_header: Header, _values: frozenset[int]) -> SeeRows:
    """Show the rows to nobody."""
    return lambda _first, _rows, _fresh: None


def apply(
    file: DeliveredFile,
    layouts: Sequence[Layout],
    wanted: str | None,
    catalog: Catalog,
    corrections: Corrections = AS_IT_IS,
    *,
    known_of: Callable[[Entries], Known] = nothing_known,
    see: Callable[[Header, frozenset[int]], SeeRows] = unseen,
    tell: Tell = untold,
    today: date | None = None,
) -> Reading:
    """Read all sheets of `file` that have the layout it fits, or the one called `wanted`.

    Each key occurs once among the entries. `known_of` gives what counts now of their series; `see`, given the
    heading of a sheet and the columns that hold values, may look at its rows as they go by. Raises UserError
    when no layout fits or the file as a whole does not say enough; what is wrong with single cells is among
    the findings. `tell` may raise Cancelled. `today` is the day on which it is read, None for this day.
    """
    # With numpy, which a start without a file does not need.
    from raadsapp.intake.checks.against import Against
    from raadsapp.intake.checks.registered import checked

    layout, fitting = recognise(file, layouts, wanted)
    tell(Progress(0, None, "Rijen lezen"))
    names = tuple(sheet.name for sheet, _ in fitting)
    findings = list(_about(file, layout, [sheet for sheet, _ in fitting]))
    entries = Entries(Vocabulary(), Names(names))
    read, merged = list[ReadSheet](), list[MergedFigures]()
    for sheet, header in fitting:
        plan = plan_of(layout, header, file.name, catalog, corrections)
        found = take_sheet(plan, sheet, header, entries, corrections, see(header, plan.value_columns), tell)
        read.append(found)
        merged += merged_figures(sheet, header, plan)
        findings += (*found.findings, *ignored(layout, plan, header))
    tell(Progress(0, None, "Waarden nakijken"))
    _name_denominators(entries.vocabulary, catalog)
    known, day = known_of(entries), today or datetime.now(UTC).date()
    kept, more = checked(entries, Against(layout, known, catalog, day, tuple(merged), _unsure(read)), tell)
    tell(Progress(0, None, "Waarden nakijken"))
    parts = tuple(
        _part(sheet, header, found, [it for it in more if it.sheet == sheet.name])
        for (sheet, header), found in zip(fitting, read, strict=True)
    )
    return Reading(layout, names, parts, kept, (*findings, *more), known)


def _unsure(read: Iterable[ReadSheet]) -> tuple[tuple[str, int], ...]:
    """The columns, each with its sheet, of which nobody knows how to read the numbers."""
    return tuple((found.name, column) for found in read for column in sorted(found.unsure))


def _name_denominators(vocabulary: Vocabulary, catalog: Catalog) -> None:
    """Let what is known of the counts under a percentage be looked up with it."""
    named = {key: catalog.find(key) for key in vocabulary.indicators.all}
    for indicator in named.values():
        if isinstance(indicator, Indicator) and indicator.denominator not in {"", *named}:
            denominator = catalog.find(indicator.denominator)
            if isinstance(denominator, Indicator):
                vocabulary.subject(denominator)


def _part(sheet: Sheet, header: Header, read: ReadSheet, found: Iterable[Finding]) -> SheetPart:
    """What is shown of a sheet: its first rows and those in which a value is kept out or worth a look."""
    wanted = {it.row for it in found if it.fault.severity is not Severity.NOTE} - read.shown.keys()
    rows = dict(read.shown)
    missing = set(sorted(wanted)[: max(0, FOUND_SHOWN - len(rows))])
    for number, cells in enumerate(sheet.rows if missing else ()):
        if number in missing:
            rows[number] = cells
            missing.remove(number)
            if not missing:
                break
    return SheetPart(sheet.name, (header.first, header.row), tuple(sorted(rows.items())), read.total)


def _about(file: DeliveredFile, layout: Layout, read: Sequence[Sheet]) -> Iterator[Finding]:
    """What of the workbook is not read, or read though it is not seen."""
    names = [sheet.name for sheet in read]
    unread = [sheet.name for sheet in file.sheets if sheet.name not in names]
    if unread:
        yield Finding(faults.other_sheets(names, unread), -1, 0, names[0])
    for sheet in file.sheets:
        column = lacking(sheet, layout) if sheet.name in unread else None
        if column is not None:
            yield Finding(faults.column_missing(sheet.name, column), -1, 0, names[0])
    if file.hidden_sheets:
        yield Finding(faults.hidden_sheets(file.hidden_sheets), -1, 0, names[0])
    for sheet in read:
        if sheet.hidden_rows:
            yield Finding(faults.hidden_rows(), -1, 0, sheet.name)
