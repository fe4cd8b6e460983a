"""What is found in a sheet, without a million messages: of each kind the first are told, the rest counted."""

from collections import defaultdict
from collections.abc import Collection, Iterator
from dataclasses import dataclass, field
from operator import attrgetter
from typing import TYPE_CHECKING

from raadsapp.intake.findings import Fault, Finding, about_rows, many_more

if TYPE_CHECKING:
    from raadsapp.domain.problem import Severity

TOLD = 1000
"""So many findings of one kind in one sheet are told one by one."""
_NAMED = 6


@dataclass(slots=True)
class Cells:
    """Cells that share a note: how many, and the first few of them."""

    count: int = 0
    first: list[tuple[int, int]] = field(default_factory=list)

    def add(self, row: int, column: int) -> None:
        """One more cell, below or to the right of those before."""
        self.count += 1
        if len(self.first) < _NAMED:
            self.first.append((row, column))


class Findings:
    """The findings in one sheet, row after row, and at the end one for each kind for the rest of them."""

    def __init__(self, sheet: str) -> None:
        self.sheet = sheet
        self.told: list[Finding] = []
        self._counts: defaultdict[tuple[str, Severity], int] = defaultdict(int)
        self._beyond: dict[tuple[str, Severity], tuple[int, int]] = {}

    def add(self, fault: Fault, row: int, column: int) -> None:
        """One more, at a cell."""
        kind = fault.code, fault.severity
        self._counts[kind] += 1
        if fault.together and self._counts[kind] > 1:
            return
        if self._counts[kind] <= TOLD:
            self.told.append(Finding(fault, row, column, self.sheet))
        else:
            self._beyond.setdefault(kind, (row, column))

    def leave_out(self, code: str, columns: Collection[int]) -> None:
        """Let go of findings with this code in these columns: something else is said of those."""
        self.told = [it for it in self.told if it.fault.code != code or it.column not in columns]

    def __iter__(self) -> Iterator[Finding]:
        for finding in sorted(self.told, key=attrgetter("row", "column")):
            count = self._counts[finding.fault.code, finding.fault.severity]
            yield about_rows(finding, count) if finding.fault.together and count > 1 else finding
        for kind, (row, column) in self._beyond.items():
            yield many_more(*kind, self._counts[kind] - TOLD, (row, column), self.sheet)
