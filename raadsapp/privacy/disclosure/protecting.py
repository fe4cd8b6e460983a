"""Decide which cells of a table stay hidden."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from raadsapp.privacy.disclosure.table import Standing, Table, connected, part_of, small, without_idle_totals

Engine = Callable[[Sequence[Table], int, float], Iterable[frozenset[int] | None]]
"""Tables, threshold and seconds in; for each table the places to hide, or None where no way was found.

It may answer fewer tables than it was asked: those were for when its time was up.
"""


@dataclass(frozen=True, slots=True)
class Protected:
    """The places of the cells that stay hidden; `bluntly` says that more are than would be needed."""

    hidden: frozenset[int]
    bluntly: bool = False


def protect(table: Table, threshold: int, engine: Engine | None = None, seconds: float = 0.0) -> Protected:
    """Hide every small cell, and so many others that each hidden one lies in an interval of `threshold` wide.

    That holds for who knows all the sums and every cell that is shown. Where there is no engine, or it finds
    no way within `seconds`, all that hangs together with a small cell is hidden, save what was shown before.
    """
    hidden = {place for place, cell in enumerate(table.cells) if small(cell, threshold)}
    asked = [
        (part, places)
        for part, places in (part_of(table, margins) for margins in connected(without_idle_totals(table)))
        if not hidden.isdisjoint(places) and any(cell.standing is Standing.FREE for cell in part.cells)
    ]
    # What is soon done first: where time runs out, it does so for the last.
    asked.sort(key=lambda one: len(one[0].cells))
    answers = engine([part for part, _ in asked], threshold, seconds) if engine and asked else ()
    found = [*answers, *[None] * len(asked)][: len(asked)]
    for (part, places), answer in zip(asked, found, strict=True):
        hidden.update(places[place] for place in (_all_there_is(part) if answer is None else answer))
    return Protected(frozenset(hidden), bluntly=None in found)


def _all_there_is(table: Table) -> frozenset[int]:
    return frozenset(place for place, cell in enumerate(table.cells) if cell.standing is not Standing.KNOWN)
