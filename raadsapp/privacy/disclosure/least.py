"""Let τ-ARGUS find the least that must be hidden, and hold against what can be found what it says."""

from collections.abc import Collection, Iterator, Sequence
from time import monotonic

from raadsapp.privacy.disclosure import tau_argus
from raadsapp.privacy.disclosure.table import Table, connected, part_of, small

_ROUNDS = 5


def least(tables: Sequence[Table], threshold: int, seconds: float) -> Iterator[frozenset[int] | None]:
    """For each table the places to hide, None where no way is found; see `protecting.Engine`.

    After `seconds` no new search begins; one that began takes a minute at most.
    """
    until = monotonic() + seconds
    for table in tables:
        yield _least(table, threshold, until) if monotonic() < until else None


def _least(table: Table, threshold: int, until: float) -> frozenset[int] | None:
    """First each period by itself, which is soon done, then as much more as all of it together needs."""
    hidden = frozenset(place for place, cell in enumerate(table.cells) if small(cell, threshold))
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


def _narrow(table: Table, threshold: int, hidden: Collection[int]) -> frozenset[int]:
    """Hidden cells that can be found too nearly."""
    return frozenset(
        place for place, width in tau_argus.widths(table, threshold, hidden).items() if width < threshold
    )
