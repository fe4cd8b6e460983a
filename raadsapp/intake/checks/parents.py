"""Rows that are parts of other rows, such as task field 6.72a beside 6.72."""

from collections.abc import Iterator

import numpy as np
from numpy.typing import NDArray

from raadsapp.intake.checks import words
from raadsapp.intake.checks.against import Against
from raadsapp.intake.checks.figures import Keys, decimals
from raadsapp.intake.checks.found import Found, Noted, each
from raadsapp.intake.entries import Entries
from raadsapp.intake.keys import breakdown_of, municipality_of, with_breakdown
from raadsapp.intake.number_sets import among, distinct
from raadsapp.intake.patterns import fitting


def parents(entries: Entries, against: Against) -> Iterator[Found | Noted]:
    """Rows that are part of another row in the file: adding both would count double."""
    layout = against.layout
    pattern = layout.breakdown.parent if layout.breakdown else ""
    if not pattern:
        return
    keys = np.asarray(entries.keys)
    breakdowns = breakdown_of(keys)
    names = entries.vocabulary.breakdowns
    present = {names.all[number] for number in distinct(breakdowns)}
    parents = np.full(len(names.all), -1)
    for name in present:
        parent = _parent(name, pattern)
        if parent is not None and parent in present:
            parents[names.number(name)] = names.number(parent)
    above = parents[breakdowns]
    some = np.asarray(entries.values) != 0
    children = some & (above >= 0)
    double = some & among(keys, with_breakdown(keys[children], above[children]))
    yield Noted(
        np.flatnonzero(double),
        "parent-and-child",
        "waarde staat naast haar eigen delen ({cells}). De app bewaart alles en telt niets op.",
        "waarden staan naast hun eigen delen ({cells}). De app bewaart alles en telt niets op.",
    )
    towns = entries.vocabulary.municipalities
    mine = [
        number for code in against.catalog.dossier.municipalities if (number := towns.find(code)) is not None
    ]
    children &= among(municipality_of(keys), mine)
    yield _differing(entries, with_breakdown(keys[children], above[children]), np.flatnonzero(children))


def _differing(entries: Entries, parents: Keys, children: NDArray[np.intp]) -> Found:
    """Parents in the dossier that are something else than all their children together, rounding aside."""
    keys, values = np.asarray(entries.keys), np.asarray(entries.values)
    above, group = np.unique(parents, return_inverse=True)
    together = np.bincount(group, values[children], len(above))
    count = np.bincount(group, minlength=len(above))
    places = np.flatnonzero(among(keys, above) & (values != 0))
    at = np.searchsorted(above, keys[places])
    written = decimals(values[np.concatenate((places, children))])
    step = 10.0 ** -int(written.max()) if len(written) else 1.0
    differ = np.abs(together[at] - values[places]) > step * (count[at] + 1) / 2
    return each(places[differ], words.adds_up_otherwise, values[places[differ]], together[at][differ])


def _parent(breakdown: str, pattern: str) -> str | None:
    dimension, _, value = breakdown.partition("=")
    match = fitting(pattern, value, case=True)
    return f"{dimension}={match[1]}" if match and match[1] else None
