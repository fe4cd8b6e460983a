"""One row of a sheet to values, with a finding for every cell that gives none."""

import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import TypeVar, cast

from raadsapp.domain.period import Period
from raadsapp.intake import faults
from raadsapp.intake import keys as packed
from raadsapp.intake.cells import Cell, blank, text_of
from raadsapp.intake.collecting import Cells, Findings
from raadsapp.intake.dialect import SEPARATORS
from raadsapp.intake.entries import Entries
from raadsapp.intake.findings import Fault
from raadsapp.intake.lookup import spelling
from raadsapp.intake.numbers import Doubtful, Unread, read_number
from raadsapp.intake.plan import Part, Plan, ValuePart
from raadsapp.intake.resolving import AS_ABOVE, is_together
from raadsapp.intake.sheets import Row

T = TypeVar("T")
_FOOTNOTE = re.compile(r"\s*(?:bron(?:nen)?|(?:voet)?noot|toelichting|opmerking(?:en)?)\s*:", re.IGNORECASE)
_FEW = 2
_NO_VALUE = frozenset((Unread.MISSING, Unread.SUPPRESSED))


@dataclass(slots=True)
class Collected:
    """What the rows of one sheet have given so far: values in `entries`, the rest of this sheet only.

    `above` is what each column that may leave it to the row above said last; `doubted` are the columns with
    a number that could be another.
    """

    sheet: int
    entries: Entries
    findings: Findings
    missing: Cells = field(default_factory=Cells)
    suppressed: Cells = field(default_factory=Cells)
    skipped: Cells = field(default_factory=Cells)
    valueless: Cells = field(default_factory=Cells)
    excluded: Cells = field(default_factory=Cells)
    loose: Cells = field(default_factory=Cells)
    above: dict[int, object] = field(default_factory=dict)
    doubted: set[int] = field(default_factory=set)

    def doubt(self, text: str, number: Doubtful, row: int, column: int) -> None:
        """Tell, once a column, of a number that could be another."""
        if column not in self.doubted:
            self.doubted.add(column)
            self.findings.add(faults.read_by_layout(text, number.decimal), row, column)


def take_row(plan: Plan, cells: Row, row: int, collected: Collected, *, below_header: bool = False) -> None:
    """Read the row with this number, if it is about values."""
    if _usable(plan, cells, row, collected, below_header=below_header):
        padded = cells if len(cells) >= plan.width else (*cells, *[""] * (plan.width - len(cells)))
        _read_row(plan, padded, row, collected)


def take_cell(value: ValuePart, cell: Cell, row: int, key: int, collected: Collected) -> float | None:
    """The number in a value cell; None, and noted, when there is none. `key` is what it is about."""
    number = value.numbers[cell]
    if isinstance(number, Doubtful):
        collected.doubt(text_of(cell), number, row, value.column)
    if isinstance(number, Unread):
        collected.entries.gaps.append(key)
    if number is Unread.MISSING:
        collected.missing.add(row, value.column)
    elif number is Unread.SUPPRESSED:
        collected.suppressed.add(row, value.column)
        collected.entries.withheld.append(key)
    elif isinstance(number, Unread):
        collected.findings.add(faults.no_number(number, text_of(cell)), row, value.column)
    else:
        return number
    return None


def is_footnote(cell: Cell) -> bool:
    """Whether a row that begins with this cell is a note below the table."""
    return isinstance(cell, str) and ":" in cell and _FOOTNOTE.match(cell) is not None


def is_too_long(plan: Plan, cells: Row) -> bool:
    """Whether a row has more cells than headings, as when a decimal comma cut a number in two.

    The cell too many may be blank; the decimals then stand where a source, status or unit ought to.
    """
    if len(cells) <= plan.width:
        return False
    if not all(blank(cell) for cell in cells[plan.width :]):
        return True
    if len(cells) <= max(map(len, plan.headings), default=0):
        return False
    words = {plan.origin.column, plan.status.column, plan.unit_column}
    words -= {plan.period.column if plan.period else None}  # a star at a period is its status
    beside = (column + 1 for column in plan.value_columns if column + 1 in words)
    return any(isinstance(cell := cells[column], str) and cell.strip().isdigit() for column in beside)


def is_loose(cells: Row) -> bool:
    """Whether a row has fewer than two cells in which something is seen."""
    return _first_filled(cells)[1] is None


def _usable(plan: Plan, cells: Row, row: int, collected: Collected, *, below_header: bool) -> bool:
    """Whether a row is about values; one that is not is noted. Units may stand below the header."""
    first, second = _first_filled(cells)
    if first is None:
        return False
    loose = second is None or is_footnote(cells[first])
    if second is None and _uncut(cells[first], plan.width):
        collected.findings.add(faults.row_uncut(), row, first)
        return False
    if loose or (below_header and _only_units(plan, cells)):
        collected.loose.add(row, first)
        return False
    if is_too_long(plan, cells):
        collected.findings.add(faults.row_too_long(len(cells), plan.width), row, plan.width)
        return False
    for skip in plan.skips:
        if skip.column < len(cells) and skip.fits[cells[skip.column]]:
            collected.skipped.add(row, skip.column)
            return False
    return True


def _uncut(cell: Cell, width: int) -> bool:
    """Whether a cell holds a row of so many cells, separated in another way than the other rows."""
    return (
        width > _FEW
        and isinstance(cell, str)
        and not is_footnote(cell)
        and any(cell.count(separator) >= width - 1 for separator in SEPARATORS)
    )


def _only_units(plan: Plan, cells: Row) -> bool:
    """Whether a row says nothing about which values these are, and holds no value."""
    about = [part.column for part in plan.parts if part.column is not None and part.column < len(cells)]
    values = [value for value in plan.values if value.column < len(cells)]
    return all(blank(cells[column]) for column in about) and all(
        isinstance(value.numbers[cells[value.column]], Unread) for value in values
    )


def _first_filled(cells: Row) -> tuple[int | None, int | None]:
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


def _read_row(plan: Plan, cells: Row, row: int, collected: Collected) -> None:
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
        _keep_out(plan, cells, row, said, collected)
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
                collected.findings.add(misfit, row, plan.unit_column)
                continue
        words = collected.entries.vocabulary
        key = (
            words.subject(subject)
            | words.municipality(place)
            | words.breakdown(value.fixed.breakdown or breakdown)
            | packed.period(when)
        )
        number = take_cell(value, cells[value.column], row, key, collected)
        if number is not None:
            standing = words.standing(value.fixed.status or status, origin)
            collected.entries.add(key, number, standing, row, value.column, collected.sheet)


def _keep_out(plan: Plan, cells: Row, row: int, said: Iterable[object], collected: Collected) -> None:
    """Note why a row gives no values: the faults in what it `said`; none when it has no value at all."""
    if _repeats_heading(plan, cells):
        collected.findings.add(faults.heading_again(), row, _first_filled(cells)[0] or 0)
        return
    if all(value.numbers[cells[value.column]] in _NO_VALUE for value in plan.values):
        if _of_other_table(plan, cells, said):
            collected.findings.add(faults.other_table(), row, _first_filled(cells)[0] or 0)
        else:
            collected.valueless.add(row, plan.values[0].column)
        return
    if _is_bare_total(plan, cells):
        collected.findings.add(faults.total_row(), row, _first_filled(cells)[0] or 0)
        return
    columns = (part.column if part else None for part in plan.all_parts)
    for meaning, column in zip(said, columns, strict=True):
        if isinstance(meaning, Fault):
            collected.findings.add(meaning, row, column or 0)


def _of_other_table(plan: Plan, cells: Row, said: Iterable[object]) -> bool:
    """Whether a row without values has figures elsewhere, below headings that do not fit what it says."""
    columns = (part.column if part else None for part in plan.all_parts)
    misplaced = {
        column
        for meaning, column in zip(said, columns, strict=True)
        if isinstance(meaning, Fault) and column is not None and not blank(cells[column])
    }
    return len(misplaced) >= _FEW and any(
        isinstance(cell if isinstance(cell, float) else read_number(cell), float)
        for column, cell in enumerate(cells)
        if column not in plan.value_columns
    )


def _is_bare_total(plan: Plan, cells: Row) -> bool:
    """Whether a row says that it is a total and nothing else; several columns ought to say something."""
    about = {part.column for part in plan.parts if part.column is not None}
    said = [text_of(cells[column]) for column in sorted(about) if not blank(cells[column])]
    return len(about) > 1 and len(said) == 1 and is_together(said[0])


def _repeats_heading(plan: Plan, cells: Row) -> bool:
    """Whether a row says what a row of the heading says."""
    said = [spelling(text_of(cell)) for cell in cells[: plan.width]]
    for heading in plan.headings:
        texts = [spelling(text_of(cell)) for cell in heading[: plan.width]]
        if said == texts + [""] * (len(said) - len(texts)):
            return True
    return False


def _of(part: Part[T], cells: Row, collected: Collected) -> T | Fault:
    """What the row says, or the row above where this one leaves it to that."""
    said = part.of(cells)
    if not part.carried or part.column is None:
        return said
    if said is AS_ABOVE:
        return cast("T | Fault", collected.above.get(part.column, said))
    collected.above[part.column] = said
    return said


def _breakdown(
    part: Part[str], cells: Row, period: Period | Fault | None, collected: Collected
) -> str | Fault:
    if part.by_year is not None and isinstance(period, Period):
        return part.in_year(cells, period.year)
    return _of(part, cells, collected)
