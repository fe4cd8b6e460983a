"""What the council decided about how an indicator is judged."""

from dataclasses import dataclass
from datetime import date, datetime

from raadsapp.domain.goals import Polarity
from raadsapp.domain.period import Period


@dataclass(frozen=True, slots=True, order=True)
class Judges:
    """The series that a decision is about; an empty `municipality` (CBS code) means all of them."""

    indicator: str
    municipality: str = ""
    breakdown: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Norm:
    """A norm in the unit of the series, with the decision that set it.

    `polarity` says which way is better, where the council decided that too. `by` entered it at `at`, which
    knows its time zone.
    """

    of: Judges
    value: float
    polarity: Polarity | None = None
    decision: str
    decided_on: date
    by: str
    at: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class Baseline:
    """A decision to draw limits anew from the period `since` on, for `reason`; further as `Norm`."""

    of: Judges
    since: Period
    reason: str
    decision: str
    decided_on: date
    by: str
    at: datetime


@dataclass(frozen=True, slots=True)
class Decisions:
    """All norms and baselines that stand."""

    norms: tuple[Norm, ...] = ()
    baselines: tuple[Baseline, ...] = ()

    def norm(self, indicator: str, municipality: str, breakdown: str = "") -> Norm | None:
        """The norm of a series: one set for this municipality goes before one set for all."""
        by_series = {norm.of: norm for norm in self.norms}
        own = by_series.get(Judges(indicator, municipality, breakdown))
        return own or by_series.get(Judges(indicator, "", breakdown))

    def baseline(self, indicator: str, municipality: str, breakdown: str = "") -> Baseline | None:
        """The new baseline of a series; see `norm`."""
        by_series = {baseline.of: baseline for baseline in self.baselines}
        own = by_series.get(Judges(indicator, municipality, breakdown))
        return own or by_series.get(Judges(indicator, "", breakdown))
