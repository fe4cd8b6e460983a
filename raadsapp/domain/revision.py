"""What was known earlier of a figure that was delivered again with another value."""

from dataclasses import dataclass
from datetime import datetime

from raadsapp.domain.observation import Status
from raadsapp.domain.period import Period
from raadsapp.domain.shown import Shown


@dataclass(frozen=True, slots=True)
class Version:
    """What one delivery (its number) said of a period of a series, and when it came in (local time)."""

    period: Period
    value: float
    status: Status
    delivery: int
    at: datetime


@dataclass(frozen=True, slots=True)
class Earlier:
    """What members could know of a period after the delivery that came in at `at`."""

    delivery: int
    at: datetime
    shown: Shown


@dataclass(frozen=True, slots=True)
class Revision:
    """A period of which the figure was something else before; `earlier` is in order of time."""

    now: Shown
    earlier: tuple[Earlier, ...]
