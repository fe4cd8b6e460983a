"""The same thing said twice, on one sheet or on several."""

from collections.abc import Iterator

import numpy as np

from raadsapp.intake.cells import cell_name
from raadsapp.intake.checks import words
from raadsapp.intake.checks.against import Against
from raadsapp.intake.checks.found import Found, Noted
from raadsapp.intake.entries import Entries
from raadsapp.intake.findings import Fault


def duplicates(entries: Entries, _against: Against) -> Iterator[Found | Noted]:
    """Noted when all say the same, and then only the first is imported; none is when they differ."""
    keys = np.sort(np.asarray(entries.keys))
    again = keys[1:] == keys[:-1]
    if not again.any():
        return
    order = entries.order()
    begins = np.flatnonzero(np.concatenate(([True], ~again)))
    lengths = np.diff(begins, append=len(order))
    first = np.repeat(order[begins], lengths)
    values, statuses = np.asarray(entries.values), entries.statuses
    differs = (values[order] != values[first]) | (statuses[order] != statuses[first])
    differing = np.repeat(np.logical_or.reduceat(differs, begins), lengths)
    sheets = np.asarray(entries.sheets)
    repeated = ~differing & (order != first)
    elsewhere = repeated & (sheets[order] != sheets[first])

    def group(place: int) -> list[int]:
        begin, end = np.searchsorted(keys, [entries.keys[place], entries.keys[place] + 1])
        return [int(member) for member in order[begin:end]]

    def differs_from(place: int) -> Fault:
        said = values[place], statuses[place]
        other = next(it for it in group(place) if (values[it], statuses[it]) != said)
        return words.duplicate_differs(_name(entries, other, place))

    yield Found(np.sort(order[differing]), differs_from)
    yield Noted(
        np.sort(order[elsewhere]),
        "duplicate",
        "waarde staat ook op een eerder blad en telt één keer ({cells}).",
        "waarden staan ook op een eerder blad en tellen één keer ({cells}).",
        repeated=True,
    )
    yield Noted(
        np.sort(order[repeated & ~elsewhere]),
        "duplicate",
        "waarde staat dubbel in het bestand en telt één keer ({cells}).",
        "waarden staan dubbel in het bestand en tellen één keer ({cells}).",
        repeated=True,
    )


def _name(entries: Entries, place: int, seen_from: int) -> str:
    """The name of a cell, with its sheet when that is another one."""
    name = cell_name(entries.rows[place], entries.columns[place])
    sheet = entries.sheet(place)
    return name if sheet == entries.sheet(seen_from) else f"{sheet}!{name}"
