"""What a bar chart shows: rows of bars along one axis, with their words beside them."""

from dataclasses import dataclass
from enum import Enum, auto

from raadsapp.ui.widgets.chart_table import ChartTable


class Mark(Enum):
    """What a bar says, by its colour; words beside it and its direction say the same."""

    BETTER = auto()
    WORSE = auto()
    PLAIN = auto()


class Look(Enum):
    """How a bar is drawn: `POINT` marks a level and has no length."""

    SOLID = auto()
    HATCHED = auto()
    HOLLOW = auto()
    POINT = auto()


@dataclass(frozen=True, slots=True, kw_only=True)
class Bar:
    """A bar from `begin` to `end` with its value in words at the end, and a softer note below that.

    An infinite `end` is a bar that runs out of the picture.
    """

    begin: float
    end: float
    text: str
    note: str = ""
    mark: Mark = Mark.PLAIN
    look: Look = Look.SOLID


@dataclass(frozen=True, slots=True, kw_only=True)
class BarRow:
    """One or more bars on a line: its name, a softer note, and what is said of it aloud.

    `heading` stands above the row and begins a group.
    """

    label: str
    note: str = ""
    bars: tuple[Bar, ...]
    spoken: str
    heading: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Bars:
    """A whole bar chart.

    `lower` and `upper` are words for the two directions of the axis. `line` is a level that is drawn through
    all rows, with its words; it is part of the picture only where `line_fits` or the bars reach it. `joined`
    ties each row to the next, as steps. Bars end at `bounds`. `year` is the one that all rows are about, if
    there is one. `empty` is said where there are no rows.
    """

    rows: tuple[BarRow, ...]
    table: ChartTable
    lower: str = ""
    upper: str = ""
    line: float | None = None
    line_words: str = ""
    line_fits: bool = True
    joined: bool = False
    bounds: tuple[float, float] | None = None
    year: int | None = None
    empty: str = ""


NO_BARS = Bars(rows=(), table=ChartTable((), ()))
"""Before anything is shown."""
