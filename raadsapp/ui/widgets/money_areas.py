"""The shapes between a step line and a line: where cost lies above the fixed amount, and where below it."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import groupby, pairwise
from typing import NamedTuple

from raadsapp.ui.widgets.plot_drawing import HALF_YEAR

Point = tuple[float, float]


@dataclass(frozen=True, slots=True)
class Area:
    """A closed outline in (year, euro); `shortage` when the cost is above the fixed amount."""

    shortage: bool
    outline: tuple[Point, ...]


def step_line(years: Sequence[float], values: Sequence[float]) -> list[Point]:
    """The step line: each value holds from half a year before to half a year after its year."""
    return [
        (year + side, value)
        for year, value in zip(years, values, strict=True)
        for side in (-HALF_YEAR, HALF_YEAR)
    ]


def areas(years: Sequence[float], fixed: Sequence[float], cost: Sequence[float]) -> list[Area]:
    """What lies between the steps `fixed` and the line `cost`, from the first year to the last."""
    pieces: list[_Piece] = []
    for left, right in pairwise(range(len(years))):
        middle = (years[left] + years[right]) / 2
        half = (cost[left] + cost[right]) / 2
        pieces += _split(fixed[left], (years[left], cost[left]), (middle, half))
        pieces += _split(fixed[right], (middle, half), (years[right], cost[right]))
    return [_outline(list(run), shortage=side > 0) for side, run in groupby(pieces, _side) if side]


class _Piece(NamedTuple):
    """A straight piece of the cost line beside its level, on one side of it."""

    level: float
    begin: Point
    end: Point


def _split(level: float, begin: Point, end: Point) -> list[_Piece]:
    before, after = begin[1] - level, end[1] - level
    if before * after >= 0:
        return [_Piece(level, begin, end)]
    share = before / (before - after)
    crossing = (begin[0] + (end[0] - begin[0]) * share, level)
    return [_Piece(level, begin, crossing), _Piece(level, crossing, end)]


def _side(piece: _Piece) -> int:
    above = piece.begin[1] + piece.end[1] - 2 * piece.level
    return (above > 0) - (above < 0)


def _outline(run: list[_Piece], *, shortage: bool) -> Area:
    floor = [(point[0], piece.level) for piece in run for point in (piece.begin, piece.end)]
    line = [run[0].begin, *(piece.end for piece in run)]
    return Area(shortage, (*floor, *reversed(line)))
