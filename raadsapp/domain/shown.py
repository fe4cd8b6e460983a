"""What a member may see of a measurement."""

from dataclasses import dataclass

from raadsapp.domain.observation import FICTIONAL, Status
from raadsapp.domain.period import Period


@dataclass(frozen=True, slots=True)
class Shown:
    """One period of a series: its value, or None.

    `suppressed` says that there is a value that may not be shown, because it is about too few persons.
    `added_up` says that it was not delivered but worked out from shorter periods or from municipalities.
    """

    period: Period
    value: float | None
    suppressed: bool = False
    status: Status = Status.FINAL
    source: str = ""
    added_up: bool = False

    @property
    def fictional(self) -> bool:
        """Whether the value is invented, to practise with."""
        return self.source.startswith(FICTIONAL)
