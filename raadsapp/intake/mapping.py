"""Rows of a sheet to observations, with a finding for every cell that gives none."""

import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field

from raadsapp.domain.catalog import Catalog
from raadsapp.domain.observation import Observation, ObservationKey
from raadsapp.intake import faults
from raadsapp.intake.cells import Cell, blank, column_name, text_of
from raadsapp.intake.corrections import Corrections
from raadsapp.intake.faults import Fault, Finding
from raadsapp.intake.layouts import Layout
from raadsapp.intake.lookup import spelling
from raadsapp.intake.numbers import Unread
from raadsapp.intake.plan import Plan, ValuePart, plan_of
from raadsapp.intake.recognition import Header
from raadsapp.intake.resolving import Resolved, by_text, units
from raadsapp.intake.sheets import Sheet

_FOOTNOTE = re.compile(r"\s*(?:bron(?:nen)?|(?:voet)?noot|toelichting|opmerking(?:en)?)\s*:", re.IGNORECASE)
_NOTED = {
    Unread.MISSING: (
        "waarde ontbreekt en blijft leeg ({cells}).",
        "waarden ontbreken en blijven leeg ({cells}).",
    ),
    Unread.SUPPRESSED: (
        "waarde is afgeschermd door de leverancier en blijft leeg ({cells}).",
        "waarden zijn afgeschermd door de leverancier en blijven leeg ({cells}).",
    ),
}


@dataclass(frozen=True, slots=True)
class Entry:
    """An observation, the unit of its indicator and the cell (from 0) of its sheet that it stands in."""

    observation: Observation
    unit: str
    row: int
    column: int
    sheet: str


@dataclass(slots=True)
class _Collected:
    """What the rows of a sheet have given so far."""

    sheet: str
    entries: list[Entry] = field(default_factory=list)
    findings: list[Finding] = field(default_factory=list)
    empty: defaultdict[Unread, list[tuple[int, int]]] = field(default_factory=lambda: defaultdict(list))
    skipped: list[tuple[int, int]] = field(default_factory=list)
    loose: list[tuple[int, int]] = field(default_factory=list)
    excluded: list[tuple[int, int]] = field(default_factory=list)


def entries_of(
    layout: Layout, sheet: Sheet, header: Header, file: str, catalog: Catalog, corrections: Corrections
) -> tuple[list[Entry], list[Finding]]:
    """All observations of `sheet` below its header, in reading order, and what was found on the way."""
    plan = plan_of(layout, header, file, catalog)
    collected = _Collected(sheet.name)
    fitting = by_text(units)
    for number in range(header.row + 1, len(sheet.rows)):
        cells = sheet.rows[number]
        if (sheet.name, number) in corrections.excluded:
            collected.excluded.append((number, 0))
            continue
        if _usable(plan, cells, number, collected, below_header=number == header.row + 1):
            padded = cells if len(cells) >= plan.width else (*cells, *[""] * (plan.width - len(cells)))
            _read_row(plan, padded, number, fitting, collected)
    return collected.entries, [*collected.findings, *_notes(layout, plan, sheet, header, collected)]


def _only_units(plan: Plan, cells: tuple[Cell, ...]) -> bool:
    """Whether a row says nothing about which values these are, and holds no value."""
    about = [part.column for part in plan.parts if part.column is not None and part.column < len(cells)]
    values = [value for value in plan.values if value.column < len(cells)]
    return all(blank(cells[column]) for column in about) and all(
        isinstance(value.numbers[cells[value.column]], Unread) for value in values
    )


def _footnote(cell: Cell) -> bool:
    return isinstance(cell, str) and ":" in cell and _FOOTNOTE.match(cell) is not None


def _usable(
    plan: Plan, cells: tuple[Cell, ...], row: int, collected: _Collected, *, below_header: bool
) -> bool:
    """Whether a row is about values; one that is not is noted. Units may stand below the header."""
    first, second = _first_filled(cells)
    if first is None:
        return False
    loose = second is None or _footnote(cells[first])
    if loose or (below_header and _only_units(plan, cells)):
        collected.loose.append((row, first))
        return False
    if not all(blank(cell) for cell in cells[plan.width :]):
        collected.findings.append(Finding(faults.row_too_long(len(cells), plan.width), row, plan.width))
        return False
    column = plan.skip_column
    if (
        plan.skip
        and column is not None
        and column < len(cells)
        and spelling(text_of(cells[column])) in plan.skip
    ):
        collected.skipped.append((row, column))
        return False
    return True


def _first_filled(cells: tuple[Cell, ...]) -> tuple[int | None, int | None]:
    """Columns of the first two cells in which something is seen."""
    first = None
    for column, cell in enumerate(cells):
        # As `blank` says, without a call for every row.
        if isinstance(cell, str) and (not cell or cell.isspace()):
            continue
        if first is not None:
            return first, column
        first = column
    return first, None


def _read_row(
    plan: Plan,
    cells: tuple[Cell, ...],
    row: int,
    fitting: Resolved[Resolved[Fault | None]],
    collected: _Collected,
) -> None:
    municipality = plan.municipality.of(cells)
    period = plan.period.of(cells)
    variant = plan.variant.of(cells)
    breakdown = plan.breakdown.of(cells)
    status = plan.status.of(cells)
    origin = plan.origin.of(cells)
    named = plan.subject.of(cells) if plan.subject else None
    if (
        isinstance(municipality, Fault)
        or isinstance(period, Fault)
        or isinstance(variant, Fault)
        or isinstance(breakdown, Fault)
        or isinstance(status, Fault)
        or isinstance(origin, Fault)
        or isinstance(named, Fault)
    ):
        collected.findings.extend(_faults(plan, cells, row))
        return
    for value in plan.values:
        subject = value.subject or named
        if value.variant != variant or subject is None:
            continue
        if plan.unit_column is not None:
            misfit = fitting[subject.unit][cells[plan.unit_column]]
            if misfit is not None:
                collected.findings.append(Finding(misfit, row, plan.unit_column))
                continue
        number = _number(value, cells, row, collected)
        if number is not None:
            key = ObservationKey(subject.key, municipality, period, breakdown)
            said = Observation(key, number, status, origin)
            collected.entries.append(Entry(said, subject.unit, row, value.column, collected.sheet))


def _number(value: ValuePart, cells: tuple[Cell, ...], row: int, collected: _Collected) -> float | None:
    cell = cells[value.column]
    number = value.numbers[cell]
    if not isinstance(number, Unread):
        return number
    if number in _NOTED:
        collected.empty[number].append((row, value.column))
    else:
        collected.findings.append(Finding(faults.no_number(number, text_of(cell)), row, value.column))
    return None


def _faults(plan: Plan, cells: tuple[Cell, ...], row: int) -> Iterator[Finding]:
    """Every fault in the cells that say what a row is about."""
    for part in plan.parts:
        meaning = part.of(cells)
        if isinstance(meaning, Fault):
            yield Finding(meaning, row, part.column or 0)


def _notes(
    layout: Layout, plan: Plan, sheet: Sheet, header: Header, collected: _Collected
) -> Iterator[Finding]:
    for reason, cells in collected.empty.items():
        yield faults.note(reason.value, cells, *_NOTED[reason])
    if collected.skipped:
        words = ", ".join(layout.municipality.skip)
        yield faults.note(
            "no-municipality",
            collected.skipped,
            f"rij is overgeslagen, want {words} is geen gemeente ({{cells}}).",
            f"rijen zijn overgeslagen, want {words} is geen gemeente ({{cells}}).",
        )
    if collected.excluded:
        yield faults.note(
            "excluded-row",
            collected.excluded,
            "rij is op uw verzoek overgeslagen ({cells}).",
            "rijen zijn op uw verzoek overgeslagen ({cells}).",
        )
    if collected.loose:
        yield faults.note(
            "loose-text",
            collected.loose,
            "rij met alleen een noot, eenheden of één gevulde cel is overgeslagen ({cells}).",
            "rijen met alleen een noot, eenheden of één gevulde cel zijn overgeslagen ({cells}).",
        )
    unread = {header.column(name) for name in layout.unread}
    ignored = sorted(set(header.columns.values()) - plan.columns_read - unread)
    if ignored:
        names = ", ".join(
            f"{column_name(column)} ({text_of(sheet.rows[header.row][column]).strip()})" for column in ignored
        )
        yield faults.note(
            "columns-ignored",
            [(header.row, column) for column in ignored],
            f"kolom hoort niet bij deze indeling en is niet gelezen: {names}.",
            f"kolommen horen niet bij deze indeling en zijn niet gelezen: {names}.",
        )
