"""Decide which cells of a table stay hidden."""

from collections.abc import Collection
from dataclasses import dataclass
from time import monotonic

from raadsapp.privacy.disclosure import tau_argus
from raadsapp.privacy.disclosure.table import Standing, Table, connected, part_of, small, without_idle_totals

_ROUNDS = 5
SECONDS = 20.0
"""After this no new search for the least to hide begins; one that began takes a minute at most."""


@dataclass(frozen=True, slots=True)
class Protected:
    """The places of the cells that stay hidden; `bluntly` says that more are than would be needed."""

    hidden: frozenset[int]
    bluntly: bool = False


def protect(
    table: Table, threshold: int, *, engine: bool | None = None, seconds: float = SECONDS
) -> Protected:
    """Hide every small cell, and so many others that each hidden one lies in an interval of `threshold` wide.

    That holds for who knows all the sums and every cell that is shown. Where the engine is not there
    (`engine` False; None: see for yourself), finds no way or has had its `seconds`, all that hangs together
    with a small cell is hidden, save what was shown before.
    """
    with_engine = tau_argus.available() if engine is None else engine
    hidden = set(_small_ones(table, threshold))
    until = monotonic() + seconds
    bluntly = False
    for margins in connected(without_idle_totals(table)):
        part, places = part_of(table, margins)
        undecided = any(cell.standing is Standing.FREE for cell in part.cells)
        if hidden.isdisjoint(places) or not undecided:
            continue
        in_time = with_engine and monotonic() < until
        found = _by_engine(part, threshold, until) if in_time else None
        bluntly |= found is None
        hidden.update(places[place] for place in (_all_there_is(part) if found is None else found))
    return Protected(frozenset(hidden), bluntly)


def _by_engine(table: Table, threshold: int, until: float) -> frozenset[int] | None:
    """First each period by itself, which is soon done, then as much more as all of it together needs."""
    hidden = _small_ones(table, threshold)
    if not _narrow(table, threshold, hidden):
        return hidden
    for margins in connected(one for one in table.margins if not one.over_time):
        if monotonic() >= until:
            return None
        part, places = part_of(table, margins)
        more = tau_argus.more_to_hide(part, threshold, ())
        hidden |= {places[place] for place in more or ()}
    must = hidden
    for _ in range(_ROUNDS):
        narrow = _narrow(table, threshold, hidden)
        if not narrow:
            return hidden
        if monotonic() >= until:
            return None
        must = hidden if narrow <= must else must | narrow
        more = tau_argus.more_to_hide(table, threshold, must)
        if more is None:
            return None
        hidden = must | more
    return None


def _small_ones(table: Table, threshold: int) -> frozenset[int]:
    return frozenset(place for place, cell in enumerate(table.cells) if small(cell, threshold))


def _narrow(table: Table, threshold: int, hidden: Collection[int]) -> frozenset[int]:
    """Hidden cells that can be found too nearly."""
    return frozenset(
        place for place, width in tau_argus.widths(table, threshold, hidden).items() if width < threshold
    )


def _all_there_is(table: Table) -> frozenset[int]:
    return frozenset(place for place, cell in enumerate(table.cells) if cell.standing is not Standing.KNOWN)
