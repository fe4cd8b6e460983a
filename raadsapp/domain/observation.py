"""What was observed, and in which delivery it came."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import NamedTuple

from raadsapp.domain.period import Period

FICTIONAL = "FICTIEF"
"""How the source of an invented value begins; so the mark goes wherever the value goes."""


class Status(StrEnum):
    """How sure the supplier is of a figure."""

    PROVISIONAL = "voorlopig"
    REVISED = "herzien"
    FINAL = "definitief"


class ObservationKey(NamedTuple):
    """What a value is about. `breakdown` is empty or `dimensie=waarde`; `municipality` is a CBS code.

    A tuple, as an observation is: of these there are many, and a tuple is made and looked up the fastest.
    """

    indicator: str
    municipality: str
    period: Period
    breakdown: str = ""


class Observation(NamedTuple):
    """One value in the unit of its indicator, as one batch delivered it."""

    key: ObservationKey
    value: float
    status: Status = Status.FINAL
    source: str = ""

    @property
    def fictional(self) -> bool:
        """Whether the value is invented, to practise with."""
        return self.source.startswith(FICTIONAL)


@dataclass(frozen=True, slots=True, kw_only=True)
class Batch:
    """One confirmed delivery. `sha256` is that of the file; counts are of observations.

    `fictional` says that there are invented values in it. `supplier`, `approved_by` and `note` are what the
    clerk wrote with it, empty when nothing.
    """

    number: int
    file: str
    sha256: str
    layout: str
    imported_at: datetime
    imported_by: str
    new: int
    changed: int
    unchanged: int
    withdrawn_at: datetime | None = None
    withdrawn_by: str = ""
    fictional: bool = False
    supplier: str = ""
    approved_by: str = ""
    note: str = ""

    @property
    def withdrawn(self) -> bool:
        """Whether its values no longer count."""
        return self.withdrawn_at is not None
