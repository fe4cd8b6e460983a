"""What a benchmark measured, beside a reference measured in the same run: ratios hold where seconds drift."""

from dataclasses import dataclass
from math import isinf


@dataclass(frozen=True, slots=True)
class Result:
    """Seconds of what was measured and of its reference; `ratio_limit` is the highest ratio aimed for.

    `limit` is the highest time aimed for whatever the reference takes, in seconds; None where only the ratio
    counts. `details` says more, such as p50 and p99 of both.
    """

    name: str
    measured: float
    reference: float
    ratio_limit: float
    details: str = ""
    limit: float | None = None

    @property
    def ratio(self) -> float:
        """How many times the reference it takes."""
        return self.measured / self.reference

    @property
    def is_met(self) -> bool:
        """Whether ratio and time stay within what is aimed for."""
        return self.ratio <= self.ratio_limit and (self.limit is None or self.measured <= self.limit)

    @property
    def line(self) -> str:
        """All of it on one line."""
        aim = "no aim" if isinf(self.ratio_limit) else f"aim ≤ {self.ratio_limit:.2g} ×"
        if self.limit is not None:
            aim += f" and ≤ {1000 * self.limit:.0f} ms"
        mark = "ok  " if self.is_met else "MISS"
        times = f"{1000 * self.measured:7.1f} ms / {1000 * self.reference:7.1f} ms"
        return f"{mark} {self.ratio:5.2f} × ({aim})  {times}  {self.name}; {self.details}"
