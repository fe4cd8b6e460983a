"""Faults found in a delivered file; collected, never raised."""

from dataclasses import dataclass
from enum import StrEnum


class Severity(StrEnum):
    """What a problem does to its cell: kept out, kept in but to be looked at, or only noted."""

    BLOCKING = "blocking"
    WARNING = "warning"
    NOTE = "note"


@dataclass(frozen=True, slots=True)
class Problem:
    """One fault at one place. `cell` is such as `C12`, empty when it is about the whole sheet."""

    sheet: str
    cell: str
    severity: Severity
    code: str
    message: str
