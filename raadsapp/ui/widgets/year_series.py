"""What a small chart over years shows: series, and how each of them is drawn."""

from dataclasses import dataclass
from enum import Enum, auto

from raadsapp.ui.widgets.plot_marks import Range


class Look(Enum):
    """How a series is drawn; no two series of a chart may differ in colour alone."""

    LINE = auto()
    DASHED = auto()
    BAR = auto()
    HATCHED = auto()
    CROSSED = auto()
    DOTTED = auto()


@dataclass(frozen=True, slots=True)
class Series:
    """A value per year under one name; bars of a chart are stacked. `colour` counts in the theme's series."""

    name: str
    values: tuple[float, ...]
    look: Look = Look.LINE
    colour: int = 0
    spread: Range | None = None
