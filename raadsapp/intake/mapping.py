"""The rows of a sheet to values, with what was found on the way."""

from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass

from raadsapp.intake.cells import Cell, column_name
from raadsapp.intake.collecting import Findings
from raadsapp.intake.corrections import Corrections
from raadsapp.intake.doubts import unsure_columns
from raadsapp.intake.entries import Entries
from raadsapp.intake.findings import AMBIGUOUS, Finding, note
from raadsapp.intake.headings import Header
from raadsapp.intake.layouts import Layout
from raadsapp.intake.plan import Plan
from raadsapp.intake.progress import Progress, Tell
from raadsapp.intake.rows import Collected, take_row
from raadsapp.intake.sheets import Row, Sheet, in_blocks
from raadsapp.intake.text_ends import ENDS, cut_off

_FIRST_SHOWN = 200
FOUND_SHOWN = 10_000
"""So many rows of a sheet are shown at most: those of every finding that is told, but for odd files."""
_NOTES = (
    ("missing", "waarde ontbreekt en blijft leeg ({cells}).", "waarden ontbreken en blijven leeg ({cells})."),
    (
        "suppressed",
        "waarde is afgeschermd door de leverancier en blijft leeg ({cells}).",
        "waarden zijn afgeschermd door de leverancier en blijven leeg ({cells}).",
    ),
    (
        "left-out",
        "rij met een totaal of ander gebied is overgeslagen, zoals de indeling zegt ({cells}).",
        "rijen met een totaal of ander gebied zijn overgeslagen, zoals de indeling zegt ({cells}).",
    ),
    (
        "no-value",
        "rij zonder waarde is overgeslagen ({cells}).",
        "rijen zonder waarde zijn overgeslagen ({cells}).",
    ),
    (
        "excluded-row",
        "rij is op uw verzoek overgeslagen ({cells}).",
        "rijen zijn op uw verzoek overgeslagen ({cells}).",
    ),
    (
        "loose-text",
        "rij met alleen een noot, eenheden of één gevulde cel is overgeslagen ({cells}).",
        "rijen met alleen een noot, eenheden of één gevulde cel zijn overgeslagen ({cells}).",
    ),
)


SeeRows = Callable[[int, Sequence[Row], Mapping[int, Collection[Cell]]], None]
"""Is shown rows that follow each other, the number of the first of them, and what is new in some columns:
whatever else these say was shown before.
"""


@dataclass(frozen=True, slots=True)
class ReadSheet:
    """What was found while a sheet was read, the rows to show of it, and how many it has.

    Of the columns `unsure` nobody knows how to read the numbers.
    """

    name: str
    findings: tuple[Finding, ...]
    shown: dict[int, Row]
    total: int
    unsure: frozenset[int]


def take_sheet(
    plan: Plan,
    sheet: Sheet,
    header: Header,
    entries: Entries,
    corrections: Corrections,
    see: SeeRows,
    tell: Tell,
) -> ReadSheet:
    """Add all values of `sheet` below its header to `entries`, in reading order; `see` is shown every row."""
    from raadsapp.intake.in_bulk import Bulk  # with numpy, which a start without a file does not need

    collected = Collected(entries.sheet_names.number(sheet.name), entries, Findings(sheet.name))
    for finding in plan.findings:
        collected.findings.add(finding.fault, finding.row, finding.column)
    excluded = {row for name, row in corrections.excluded if name == sheet.name}
    bulk = Bulk.of(plan, collected)
    shown: dict[int, Row] = {}
    number, ends = 0, tuple[Row, ...]()
    for rows in in_blocks(sheet.rows):
        first, number = number, number + len(rows)
        ends = (*ends, *rows[max(0, header.row + 1 - first) :][-ENDS:])[-ENDS:]
        if first < _FIRST_SHOWN:
            shown.update(zip(range(first, _FIRST_SHOWN), rows, strict=False))
        told = len(collected.findings.told)
        left_out = sorted(row for row in excluded if first <= row < number)
        together = bulk is not None and not left_out
        # Of the first row below the header it is not sure that it is about values.
        alone = min(len(rows), max(0, header.row + 2 - first)) if together else len(rows)
        for row, cells in enumerate(rows[:alone], start=first):
            if row in excluded:
                collected.excluded.add(row, 0)
            elif row > header.row:
                take_row(plan, cells, row, collected, below_header=row == header.row + 1)
        fresh: Mapping[int, Collection[Cell]] = {}
        if bulk is not None and alone < len(rows):
            fresh = bulk.take(rows[alone:] if alone else rows, first + alone)
        see(first, rows, {} if alone else fresh)
        for row in (*(finding.row for finding in collected.findings.told[told:]), *left_out):
            if len(shown) < FOUND_SHOWN:
                shown[row] = rows[row - first]
        tell(Progress(number, max(number, sheet.expected), "Rijen lezen"))
    shown.update((row, ends[-1]) for row in cut_off(sheet, plan, ends, number - 1, collected.findings))
    return _finished(plan, collected, shown, number)


def _finished(plan: Plan, collected: Collected, shown: dict[int, Row], total: int) -> ReadSheet:
    """What was found, now that all rows were seen."""
    unsure = unsure_columns(plan, collected)
    collected.findings.leave_out(AMBIGUOUS, unsure)
    findings = (*collected.findings, *_notes(collected))
    return ReadSheet(collected.findings.sheet, findings, shown, total, unsure)


def _notes(collected: Collected) -> Iterator[Finding]:
    """One note on each kind of cells or rows that give no value."""
    noted = (
        collected.missing,
        collected.suppressed,
        collected.skipped,
        collected.valueless,
        collected.excluded,
        collected.loose,
    )
    for cells, (code, one, many) in zip(noted, _NOTES, strict=True):
        if cells.count:
            yield note(code, cells.first, one, many, count=cells.count, sheet=collected.findings.sheet)


def ignored(layout: Layout, plan: Plan, header: Header) -> Iterator[Finding]:
    """A note on the columns that the layout does not know; of those with a fault that is told."""
    unread = {header.column(name) for name in layout.unread}
    headed = {column for column, text in enumerate(header.headings) if text}
    faulty = {finding.column for finding in plan.findings}
    columns = sorted(headed - plan.columns_read - unread - faulty)
    if columns:
        names = ", ".join(f"{column_name(column)} ({header.headings[column]})" for column in columns)
        yield note(
            "columns-ignored",
            [(header.row, column) for column in columns],
            f"kolom hoort niet bij deze indeling en is niet gelezen: {names}.",
            f"kolommen horen niet bij deze indeling en zijn niet gelezen: {names}.",
            sheet=header.sheet,
        )
