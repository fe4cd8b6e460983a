"""What the clerk says about one delivered file: what a text means, and which rows to leave out."""

from dataclasses import dataclass
from typing import Literal

MeantPart = Literal["indicator", "municipality", "period", "breakdown", "variant", "status", "unit"]


@dataclass(frozen=True, slots=True)
class Meaning:
    """In the part of the rows called `part`, `text` means `meaning`: a code or key."""

    part: MeantPart
    text: str
    meaning: str


@dataclass(frozen=True, slots=True)
class Corrections:
    """Meanings that go before those of the dossier, and rows (sheet, number from 0) that are left out."""

    meanings: tuple[Meaning, ...] = ()
    excluded: frozenset[tuple[str, int]] = frozenset()


AS_IT_IS = Corrections()
"""The file as it was delivered."""
