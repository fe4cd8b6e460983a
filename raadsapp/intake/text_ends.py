"""The end of a text: whether its last row, or the last cell of it, may have been cut off on the way."""

from collections.abc import Sequence

from raadsapp.intake import faults
from raadsapp.intake.cells import text_of
from raadsapp.intake.collecting import Findings
from raadsapp.intake.dialect import CsvRows
from raadsapp.intake.findings import Fault
from raadsapp.intake.plan import Plan
from raadsapp.intake.rows import is_footnote, is_loose
from raadsapp.intake.sheets import Row, Sheet

ENDS = 20
"""So many rows at the end are looked at."""
_SEVERAL = 3


def cut_off(sheet: Sheet, plan: Plan, ends: Sequence[Row], row: int, findings: Findings) -> tuple[int, ...]:
    """Tell of the last row of a text, which has number `row`, when it may be cut off; the rows told of.

    `ends` are the last rows below the heading. A row that stops before the others do is cut, and one without
    an end of its line may be, within its last cell. A note below the table may stop anywhere.
    """
    if not isinstance(sheet.rows, CsvRows) or not ends or is_loose(ends[-1]) or is_footnote(ends[-1][0]):
        return ()
    found = _cut(ends[-1], ends[:-1], plan, ended=sheet.rows.ended)
    if found is None:
        return ()
    findings.add(found, row, len(ends[-1]) - 1)
    return (row,)


def _cut(last: Row, above: Sequence[Row], plan: Plan, *, ended: bool) -> Fault | None:
    """What to say of the last row; None where it seems whole."""
    if len(last) < plan.width and (not above or plan.width <= len(above[-1])):
        return faults.cut_off(len(last), plan.width)
    if ended or len(last) != plan.width:
        return None
    column = plan.width - 1
    cell = text_of(last[column]).strip()
    if _is_odd(cell, [text_of(cells[column]).strip() for cells in above if len(cells) > column]):
        return faults.cell_cut_off(cell)
    return faults.line_without_end(cell) if column in plan.value_columns else None


def _is_odd(cell: str, others: Sequence[str]) -> bool:
    """Whether a cell looks like the beginning of one such as the others: shorter, or with other decimals."""
    if len(others) < _SEVERAL or cell in others:
        return False
    decimals = {_decimals(other) for other in others}
    return (
        len(cell) < min(map(len, others))
        or (len(decimals) == 1 and 0 not in decimals and _decimals(cell) not in decimals)
        or (not cell.isdigit() and any(other.startswith(cell) for other in others))
    )


def _decimals(text: str) -> int:
    """How many signs stand behind the last decimal sign, if there is one."""
    sign = max(text.rfind(","), text.rfind("."))
    return len(text) - 1 - sign if sign >= 0 else 0
