"""Figures that a clerk enters for a municipality of which the dossier prints none."""

from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class EnteredFigure:
    """A figure of a municipality (CBS code), in place of the printed one with `key`.

    `value` is in the unit of that printed figure; None says that nothing is entered any more. `source` is
    where the figure comes from, in the words of `by`, who entered it.
    """

    municipality: str
    key: str
    value: float | None
    source: str
    by: str
    at: datetime
