"""Findings: what is wrong with a cell or row, at its place; and many alike as one."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from raadsapp.domain.problem import Problem, Severity
from raadsapp.intake.cells import cell_name
from raadsapp.texts import enumeration, number, plural

AMBIGUOUS = "ambiguous-number"
CELLS_NAMED = 5
_MOST_QUOTED = 60
# Codes of what the dossier does not know.
UNKNOWN = frozenset(("unknown-municipality", "unknown-indicator", "unknown-breakdown", "unknown-variant"))


@dataclass(frozen=True, slots=True)
class Fault:
    """A fault without its place.

    With `together`, words that follow a number of rows, all rows of a sheet get one message.
    """

    severity: Severity
    code: str
    message: str
    together: str = ""


@dataclass(frozen=True, slots=True)
class Finding:
    """A fault at a cell, counted from 0; `row` is -1 when it is about the whole sheet.

    `count` is the number of cells with the same fault that it stands for.
    """

    fault: Fault
    row: int
    column: int
    sheet: str = ""
    count: int = 1

    def problem(self) -> Problem:
        """The finding as it is shown."""
        cell = cell_name(self.row, self.column) if self.row >= 0 else ""
        return Problem(self.sheet, cell, self.fault.severity, self.fault.code, self.fault.message)


def many_more(code: str, severity: Severity, count: int, first: tuple[int, int], sheet: str) -> Finding:
    """Cells with a fault that was told of many others before."""
    cells = plural(count, "cel heeft", "cellen hebben")
    text = f"Nog {cells} deze melding ook; de eerste is {cell_name(*first)}. Kijk of elke kolom goed staat."
    return Finding(Fault(severity, code, text), *first, sheet, count)


def about_rows(finding: Finding, count: int) -> Finding:
    """The finding of the first of `count` rows, as one on all of them."""
    fault = replace(finding.fault, message=f"{number(count)} {finding.fault.together}")
    return replace(finding, fault=fault, count=count)


def note(
    code: str,
    cells: Sequence[tuple[int, int]],
    one: str,
    many: str,
    *,
    count: int | None = None,
    sheet: str = "",
) -> Finding:
    """One note on all `cells` together, at the first: `{cells}` in the text becomes their names.

    `count` says how many they are where `cells` are the first of them only.
    """
    first = min(cells)
    named = [cell_name(*cell) for cell in sorted(cells)[:CELLS_NAMED]]
    total = len(cells) if count is None else count
    rest = total - len(named)
    names = enumeration([*named, f"{number(rest)} andere"] if rest else named)
    text = plural(total, one, many).replace("{cells}", names)
    return Finding(Fault(Severity.NOTE, code, text), *first, sheet)


def quoted(text: str) -> str:
    """The text of a cell in quotes, on one line and not too long; a sign that cannot be shown is `\ufffd`."""
    words = "".join(sign if sign.isprintable() else "\ufffd" for sign in " ".join(text.split()))
    return f"'{words[:_MOST_QUOTED]}…'" if len(words) > _MOST_QUOTED else f"'{words}'"


def noted(code: str, message: str) -> Fault:
    """Something that is not wrong, yet ought to be known."""
    return Fault(Severity.NOTE, code, message)


def warning(code: str, message: str) -> Fault:
    """A value that is imported and must be looked at."""
    return Fault(Severity.WARNING, code, message)


def blocking(code: str, message: str) -> Fault:
    """A value or row that is not imported."""
    return Fault(Severity.BLOCKING, code, message)
