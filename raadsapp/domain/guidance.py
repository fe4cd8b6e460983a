"""What a council can do when it sees something in the figures."""

from dataclasses import dataclass
from enum import StrEnum

from raadsapp.domain.source import Source


class Sight(StrEnum):
    """What a reader sees of an indicator."""

    CHANCE = "toeval"
    SIGNAL = "signaal"
    WORSE = "slechter"
    BETTER = "beter"
    MISSING = "ontbreekt"
    HIDDEN = "onderdrukt"
    BREAK = "breuk"


@dataclass(frozen=True, slots=True, kw_only=True)
class Guidance:
    """One row of the guide: what is seen, and what to do, from light to heavy.

    It holds for `indicators` (empty: for all) in any of the situations `seen` (empty: always), or when the
    newest value is above `above`. `light` and `heavy` are empty where there is nothing to do.
    """

    key: str
    title: str
    seen: tuple[Sight, ...] = ()
    indicators: tuple[str, ...] = ()
    above: float | None = None
    first: str
    light: str = ""
    heavy: str = ""
    moment: str
    expect: str
    caution: str
    sources: tuple[Source, ...]
