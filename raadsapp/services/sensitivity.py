"""What a figure counts, as far as that decides whether a member may see it."""

from enum import StrEnum

from raadsapp.domain.goals import Counting, Indicator

MEASURE = "maat"
"""The dimension of what stands beside an indicator and is no part of it, such as a number per 1.000."""

_COUNT = "aantal"
_SHARE = "%"


class Nature(StrEnum):
    """What kind of figure a series holds."""

    OPEN = "open"
    COUNT = "count"
    SHARE = "share"
    OTHER = "other"


def nature(indicator: Indicator | None, breakdown: str) -> Nature:
    """What the series of one breakdown holds.

    OPEN is not about persons: an indicator that the dossier calls not sensitive, or a series that someone
    else published. A COUNT is of persons or of what happens to them, a SHARE is of them, and anything else
    (a median, a number per 1.000) is OTHER.
    """
    if indicator is None or indicator.sensitive.startswith("nee"):
        return Nature.OPEN
    split = indicator.split(breakdown)
    if split.unit == _COUNT:
        return Nature.COUNT
    return Nature.SHARE if split.unit == _SHARE and split.counting is Counting.SHARE else Nature.OTHER


def is_flow(indicator: Indicator, breakdown: str) -> bool:
    """Whether the counts of successive periods can be added up."""
    return indicator.split(breakdown).counting is Counting.FLOW
