"""Rows of a sheet to observations, with a finding for every cell that gives none."""

import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import TypeVar, cast

from raadsapp.domain.catalog import Catalog
from raadsapp.domain.observation import Observation, ObservationKey
from raadsapp.domain.period import Period
from raadsapp.intake import faults
from raadsapp.intake.cells import Cell, blank, column_name, text_of
from raadsapp.intake.corrections import Corrections
from raadsapp.intake.faults import Fault, Finding
from raadsapp.intake.headings import Header
from raadsapp.intake.layouts import Layout
from raadsapp.intake.numbers import Unread
from raadsapp.intake.plan import Part, Plan, ValuePart
from raadsapp.intake.planning import plan_of
from raadsapp.intake.resolving import AS_ABOVE
from raadsapp.intake.sheets import Sheet

T = TypeVar("T")
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
    valueless: list[tuple[int, int]] = field(default_factory=list)
    above: dict[int, object] = field(default_factory=dict)
    loose: list[tuple[int, int]] = field(default_factory=list)
    excluded: list[tuple[int, int]] = field(default_factory=list)


def entries_of(
    layout: Layout, sheet: Sheet, header: Header, file: str, catalog: Catalog, corrections: Corrections
) -> tuple[list[Entry], list[Finding]]:
    """All observations of `sheet` below its header, in reading order, and what was found on the way."""
    plan = plan_of(layout, header, file, catalog, corrections)
    collected = _Collected(sheet.name, findings=list(plan.findings))
    for number in range(header.row + 1, len(sheet.rows)):
        cells = sheet.rows[number]
        if (sheet.name, number) in corrections.excluded:
            collected.excluded.append((number, 0))
            continue
        if _usable(plan, cells, number, collected, below_header=number == header.row + 1):
            padded = cells if len(cells) >= plan.width else (*cells, *[""] * (plan.width - len(cells)))
            _read_row(plan, padded, number, collected)
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
    for skip in plan.skips:
        if skip.column < len(cells) and skip.fits[cells[skip.column]]:
            collected.skipped.append((row, skip.column))
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


def _read_row(plan: Plan, cells: tuple[Cell, ...], row: int, collected: _Collected) -> None:
    municipality = _of(plan.municipality, cells, collected) if plan.municipality else None
    period = _of(plan.period, cells, collected) if plan.period else None
    variant = plan.variant.of(cells)
    breakdown = _breakdown(plan.breakdown, cells, period, collected)
    status = plan.status.of(cells)
    origin = plan.origin.of(cells)
    named = _of(plan.subject, cells, collected) if plan.subject else None
    said = (named, municipality, period, variant, breakdown, status, origin)
    if (
        isinstance(municipality, Fault)
        or isinstance(period, Fault)
        or isinstance(variant, Fault)
        or isinstance(breakdown, Fault)
        or isinstance(status, Fault)
        or isinstance(origin, Fault)
        or isinstance(named, Fault)
    ):
        if all(value.numbers[cells[value.column]] in _NOTED for value in plan.values):
            collected.valueless.append((row, plan.values[0].column))
            return
        columns = (part.column if part else None for part in plan.all_parts)
        collected.findings.extend(
            Finding(meaning, row, column or 0)
            for meaning, column in zip(said, columns, strict=True)
            if isinstance(meaning, Fault)
        )
        return
    for value in plan.values:
        subject = value.subject or named
        place = value.fixed.municipality or municipality
        when = value.fixed.period or period
        if value.variant != variant or subject is None or place is None or when is None:
            continue
        if plan.unit_column is not None:
            misfit = plan.units[subject.unit][cells[plan.unit_column]]
            if misfit is not None:
                collected.findings.append(Finding(misfit, row, plan.unit_column))
                continue
        number = _number(value, cells, row, collected)
        if number is not None:
            key = ObservationKey(subject.key, place, when, value.fixed.breakdown or breakdown)
            observation = Observation(key, number, value.fixed.status or status, origin)
            collected.entries.append(Entry(observation, subject.unit, row, value.column, collected.sheet))


def _of(part: Part[T], cells: tuple[Cell, ...], collected: _Collected) -> T | Fault:
    """What the row says, or the row above where this one leaves it to that."""
    said = part.of(cells)
    if not part.carried or part.column is None:
        return said
    if said is AS_ABOVE:
        return cast("T | Fault", collected.above.get(part.column, said))
    collected.above[part.column] = said
    return said


def _breakdown(
    part: Part[str], cells: tuple[Cell, ...], period: Period | Fault | None, collected: _Collected
) -> str | Fault:
    if part.by_year is not None and isinstance(period, Period):
        return part.in_year(cells, period.year)
    return _of(part, cells, collected)


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


def _notes(
    layout: Layout, plan: Plan, sheet: Sheet, header: Header, collected: _Collected
) -> Iterator[Finding]:
    for reason, cells in collected.empty.items():
        yield faults.note(reason.value, cells, *_NOTED[reason])
    if collected.skipped:
        yield faults.note(
            "left-out",
            collected.skipped,
            "rij met een totaal of ander gebied is overgeslagen, zoals de indeling zegt ({cells}).",
            "rijen met een totaal of ander gebied zijn overgeslagen, zoals de indeling zegt ({cells}).",
        )
    if collected.valueless:
        yield faults.note(
            "no-value",
            collected.valueless,
            "rij zonder waarde is overgeslagen ({cells}).",
            "rijen zonder waarde zijn overgeslagen ({cells}).",
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
    ignored = sorted(
        {column for column, text in enumerate(header.headings) if text} - plan.columns_read - unread
    )
    if ignored:
        names = ", ".join(f"{column_name(column)} ({header.headings[column]})" for column in ignored)
        yield faults.note(
            "columns-ignored",
            [(header.row, column) for column in ignored],
            f"kolom hoort niet bij deze indeling en is niet gelezen: {names}.",
            f"kolommen horen niet bij deze indeling en zijn niet gelezen: {names}.",
        )
