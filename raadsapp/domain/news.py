"""What changed since a day, for who was not there in between."""

from dataclasses import dataclass
from enum import StrEnum


class NewsKind(StrEnum):
    """What a piece of news is about."""

    SIGNAL = "signaal"
    LATE = "te laat"
    FIGURE = "gewijzigd"
    NEW = "nieuw"
    NORM = "norm"
    DELIVERY = "levering"


@dataclass(frozen=True, slots=True)
class News:
    """One thing that changed, as a sentence.

    `item` is the key of the indicator or recommendation it is about, or the number of the delivery; empty
    when it is about several.
    """

    kind: NewsKind
    sentence: str
    item: str = ""
