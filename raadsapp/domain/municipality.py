"""Municipalities by their CBS code."""

import re
from dataclasses import dataclass

from raadsapp.texts import without_marks

_TOWN_HALL = re.compile(r"^(?:de )?gem(?:eente)? | gemeente$")

TOGETHER = "samen"
"""In place of a CBS code: all municipalities of the dossier, added up."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Municipality:
    """A municipality; `code` as `GM0986`, `names` the other and former names it is written with."""

    code: str
    name: str
    names: tuple[str, ...] = ()


def normalised(name: str) -> str:
    """A name as it is compared: without case, accents, punctuation, double spaces and "gemeente".

    `Gemeente Súdwest-Fryslân` becomes `sudwest fryslan`, `Bergen (NH.)` becomes `bergen nh`.
    """
    words = " ".join(re.sub(r"[^a-z0-9]+", " ", without_marks(name)).split())
    return _TOWN_HALL.sub("", words)
