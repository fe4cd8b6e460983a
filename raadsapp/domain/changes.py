"""What a write changed, so that views know whether to refresh."""

from dataclasses import dataclass
from enum import StrEnum


class Part(StrEnum):
    """Families of stored things."""

    CONTENT = "content"
    OBSERVATIONS = "observations"
    COMMITMENTS = "commitments"
    SCENARIOS = "scenarios"
    AGREEMENTS = "agreements"
    FIGURES = "figures"
    NORMS = "norms"
    SESSIONS = "sessions"


@dataclass(frozen=True, slots=True)
class Changes:
    """The families a write touched and one Dutch sentence that says what was done."""

    parts: frozenset[Part]
    message: str
