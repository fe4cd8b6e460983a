"""What a delivery changed when it came in, and what happened to it afterwards."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from raadsapp.domain.observation import Observation


class EventKind(StrEnum):
    """What can happen to a delivery after it was read in."""

    WITHDRAWN = "ingetrokken"
    BROUGHT_BACK = "teruggezet"
    DESCRIBED = "toegelicht"


@dataclass(frozen=True, slots=True, kw_only=True)
class BatchEvent:
    """Who did what with a delivery, and when; the last three say what was written when it was described."""

    kind: EventKind
    by: str
    at: datetime
    supplier: str = ""
    approved_by: str = ""
    note: str = ""


class Difference(StrEnum):
    """What a delivered value did to what counted when it came in."""

    CHANGED = "gewijzigd"
    NEW = "nieuw"
    UNCHANGED = "gelijk"


@dataclass(frozen=True, slots=True)
class DeliveredValue:
    """A value of a delivery and the one that counted before it; None when there was none."""

    value: Observation
    before: Observation | None

    @property
    def difference(self) -> Difference:
        """How it differs; it says the same when value and status are equal."""
        if self.before is None:
            return Difference.NEW
        same = self.before.value == self.value.value and self.before.status is self.value.status
        return Difference.UNCHANGED if same else Difference.CHANGED


@dataclass(frozen=True, slots=True, kw_only=True)
class SeriesShare:
    """How many values of a delivery fall in one series; `latest` are not replaced by a later delivery."""

    indicator: str
    municipality: str
    breakdown: str
    new: int
    changed: int
    unchanged: int
    latest: int
