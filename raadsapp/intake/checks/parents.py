"""Rows that are parts of other rows, such as task field 6.72a beside 6.72."""

import re
from collections.abc import Iterator

import numpy as np

from raadsapp.intake.checks.against import Against
from raadsapp.intake.checks.found import Found, Noted
from raadsapp.intake.entries import Entries
from raadsapp.intake.keys import breakdown_of, with_breakdown


def parents(entries: Entries, against: Against) -> Iterator[Found | Noted]:
    """Rows that are part of another row in the file: adding both would count double."""
    layout = against.layout
    pattern = layout.breakdown.parent if layout.breakdown else ""
    if not pattern:
        return
    keys = np.asarray(entries.keys)
    breakdowns = breakdown_of(keys)
    names = entries.vocabulary.breakdowns
    present = {names.all[number] for number in np.unique(breakdowns)}
    parents = np.full(len(names.all), -1)
    for name in present:
        parent = _parent(name, pattern)
        if parent is not None and parent in present:
            parents[names.number(name)] = names.number(parent)
    above = parents[breakdowns]
    some = np.asarray(entries.values) != 0
    children = some & (above >= 0)
    double = some & np.isin(keys, with_breakdown(keys[children], above[children]))
    yield Noted(
        np.flatnonzero(double),
        "parent-and-child",
        "waarde staat naast haar eigen delen ({cells}). De app bewaart alles en telt niets op.",
        "waarden staan naast hun eigen delen ({cells}). De app bewaart alles en telt niets op.",
    )


def _parent(breakdown: str, pattern: str) -> str | None:
    dimension, _, value = breakdown.partition("=")
    match = re.fullmatch(pattern, value)
    return f"{dimension}={match[1]}" if match else None
