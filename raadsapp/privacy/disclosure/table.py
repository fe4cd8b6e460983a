"""Counts that add up: the cells, what is known of them already, and which are the sum of which."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from enum import StrEnum


class Standing(StrEnum):
    """What is already settled about a cell."""

    FREE = "free"
    KNOWN = "known"
    HIDDEN = "hidden"
    UNSEEN = "unseen"


@dataclass(frozen=True, slots=True)
class Cell:
    """A count, at least 0.

    KNOWN was shown before and cannot be taken back, HIDDEN must stay hidden, UNSEEN is not going to be shown
    though nothing is against it, such as a quarter where only years are shown. `weight` says how much is
    lost when it is hidden, at least 1.
    """

    value: float
    standing: Standing = Standing.FREE
    weight: int = 1


@dataclass(frozen=True, slots=True)
class Margin:
    """One cell is the sum of others; both by their place in the table.

    `over_time` says that the parts are shorter periods of the total. It only tells where to begin.
    """

    total: int
    parts: tuple[int, ...]
    over_time: bool = False


@dataclass(frozen=True, slots=True)
class Table:
    """Cells, and every way in which they add up."""

    cells: tuple[Cell, ...]
    margins: tuple[Margin, ...] = ()


def small(cell: Cell, threshold: int) -> bool:
    """Whether a cell must be protected: it counts fewer than `threshold`, and was never shown.

    Zero too. Shown zeros would tell that every hidden count is at least one, and a zero says something about
    everybody in its row, as 0 % and 100 % do.
    """
    if cell.standing is Standing.KNOWN:
        return False
    return cell.standing is Standing.HIDDEN or cell.value < threshold


def without_idle_totals(table: Table) -> tuple[Margin, ...]:
    """The margins that tell something: not that of an UNSEEN total which is in no other margin.

    Such a total can be anything, so its sum tells nothing about its parts.
    """
    margins = list(table.margins)
    while True:
        uses = [0] * len(table.cells)
        for margin in margins:
            for cell in (margin.total, *margin.parts):
                uses[cell] += 1
        left = [
            margin
            for margin in margins
            if table.cells[margin.total].standing is not Standing.UNSEEN or uses[margin.total] > 1
        ]
        if len(left) == len(margins):
            return tuple(left)
        margins = left


def connected(margins: Iterable[Margin]) -> tuple[tuple[Margin, ...], ...]:
    """Margins in groups that share no cell."""
    found: dict[int, int] = {}

    def root(cell: int) -> int:
        found.setdefault(cell, cell)
        while found[cell] != cell:
            found[cell] = found[found[cell]]
            cell = found[cell]
        return cell

    kept = tuple(margins)
    for margin in kept:
        for part in margin.parts:
            found[root(part)] = root(margin.total)
    groups: dict[int, list[Margin]] = {}
    for margin in kept:
        groups.setdefault(root(margin.total), []).append(margin)
    return tuple(tuple(group) for group in groups.values())


def part_of(table: Table, margins: Iterable[Margin]) -> tuple[Table, tuple[int, ...]]:
    """The table of only these margins and their cells, and where each of its cells stands in the whole."""
    kept = tuple(margins)
    places = tuple(sorted({cell for margin in kept for cell in (margin.total, *margin.parts)}))
    at = {place: number for number, place in enumerate(places)}
    return Table(
        tuple(table.cells[place] for place in places),
        tuple(replace(one, total=at[one.total], parts=tuple(at[part] for part in one.parts)) for one in kept),
    ), places
