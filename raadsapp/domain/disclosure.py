"""What was decided about showing a count to members."""

from dataclasses import dataclass

from raadsapp.domain.observation import ObservationKey


@dataclass(frozen=True, slots=True)
class Count:
    """A count that someone could know: what of, how many, and whether it is invented."""

    key: ObservationKey
    value: float
    fictional: bool = False


@dataclass(frozen=True, slots=True)
class Decision:
    """Whether a count was `shown`; a count that was not stays hidden."""

    count: Count
    shown: bool
