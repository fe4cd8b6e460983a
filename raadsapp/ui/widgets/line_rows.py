"""What a line chart shows: named lines over the same years."""

from collections.abc import Callable
from dataclasses import dataclass
from enum import Enum, auto


class Marker(Enum):
    """The shape at each year, so that lines differ in more than colour; `NONE` draws steps."""

    NONE = auto()
    CIRCLE = auto()
    SQUARE = auto()
    TRIANGLE = auto()
    DIAMOND = auto()
    CROSS = auto()


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """A line by year; `colour` is a place in the series of the palette, `strong` makes it stand out."""

    name: str
    values: tuple[float, ...]
    colour: int
    marker: Marker
    strong: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Lines:
    """A whole line chart. What comes after `firm_until` is dashed, and named `later` in the picture.

    `written` says how a value reads; in the table `whole_euros` are plain numbers. `sum_name` names the sum
    of all lines, which is read but not drawn; empty where they have none.
    """

    years: tuple[int, ...]
    lines: tuple[Line, ...]
    written: Callable[[float], str]
    whole_euros: bool = False
    firm_until: int = 0
    later: str = ""
    sum_name: str = ""

    def figures(self, position: int) -> tuple[tuple[str, float], ...]:
        """Names and values of a year, the sum of all lines last."""
        found = tuple((line.name, line.values[position]) for line in self.lines)
        return (*found, (self.sum_name, sum(value for _, value in found))) if self.sum_name else found
