"""What a figure counts, as far as that decides whether a member may see it."""

from enum import StrEnum

from raadsapp.domain.goals import Counting, Indicator

MEASURE = "maat"
"""The dimension of what stands beside an indicator in another unit, such as a number per 1.000."""

_COUNT = "aantal"
_SHARE = "%"


class Nature(StrEnum):
    """What kind of figure a series holds."""

    OPEN = "open"
    COUNT = "count"
    SHARE = "share"
    MIDDLE = "middle"
    BESIDE = "beside"


def nature(indicator: Indicator | None, breakdown: str) -> Nature:
    """What the series of one breakdown holds.

    OPEN is not about persons: an indicator that the dossier calls not sensitive, or a series that someone
    else published. A COUNT is of persons or of what happens to them. What stands BESIDE an indicator is in
    another unit, which the dossier does not name for each series: a whole number there may be a count.
    """
    if indicator is None or indicator.sensitive.startswith("nee"):
        return Nature.OPEN
    dimension = breakdown.partition("=")[0]
    if indicator.own_unit == _COUNT:
        return Nature.BESIDE if dimension == MEASURE else Nature.COUNT
    if dimension and dimension not in indicator.breakdowns:
        return Nature.BESIDE if _COUNT in indicator.unit else _of_persons(indicator)
    return _of_persons(indicator)


def _of_persons(indicator: Indicator) -> Nature:
    middle = indicator.counting is Counting.MIDDLE
    return Nature.SHARE if indicator.own_unit == _SHARE and not middle else Nature.MIDDLE
