"""Agreements of council and executive (raadsakkoord): which sign calls for which response, by whom."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum


class Side(StrEnum):
    """On which side of its limit a measured value is the sign."""

    ABOVE = "above"
    BELOW = "below"


class SignState(StrEnum):
    """What the newest figures say of a sign."""

    REACHED = "teken bereikt"
    NOT_REACHED = "teken niet bereikt"
    UNKNOWN = "niet te zeggen"


@dataclass(frozen=True, slots=True, kw_only=True)
class Agreement:
    """One agreement; `number` is 0 until it is stored.

    `scenario` is the number of the saved scenario it was made from (0 for none), `scenario_name` its name at
    that moment. The sign is the indicator (a key of the dossier) above or below `limit`, in its own unit.
    """

    number: int = 0
    municipality: str
    scenario: int = 0
    scenario_name: str = ""
    indicator: str
    side: Side
    limit: float
    response: str
    owner: str
    review_on: date
    made_on: date
