"""Figures of all municipalities together against those of each of them."""

from collections.abc import Iterator

import numpy as np
from numpy.typing import NDArray

from raadsapp.domain.municipality import TOGETHER
from raadsapp.intake.checks import words
from raadsapp.intake.checks.against import Against
from raadsapp.intake.checks.figures import STORED, Keys, Values, decimals, figures_of
from raadsapp.intake.checks.found import Found, Noted, each
from raadsapp.intake.checks.units import with_unit
from raadsapp.intake.entries import Entries
from raadsapp.intake.keys import breakdown_of, municipality_of, subject_of, with_breakdown, with_municipality
from raadsapp.intake.number_sets import distinct

AREA = "gebied=samen"
"""The breakdown of figures that there is one of, for all municipalities of the dossier."""
_NONE = -1
_NEAR = 1e-9


def together(entries: Entries, against: Against) -> Iterator[Found | Noted]:
    """Totals that are not the sum of the municipalities, and averages that lie below or above each of them.

    Rows of a total are not imported: figures are kept by municipality.
    """
    names = entries.vocabulary
    town, area = names.municipalities.find(TOGETHER), names.breakdowns.find(AREA)
    if town is None and area is None:
        return
    keys = np.asarray(entries.keys)
    total = municipality_of(keys) == (_NONE if town is None else town)
    about = total | (breakdown_of(keys) == (_NONE if area is None else area))
    units = [with_unit(entries, wanted.__eq__) for wanted in ("aantal", "€")]
    for subject in distinct(subject_of(keys[about])).tolist():
        places = np.flatnonzero(about & (subject_of(keys) == subject))
        yield from _differing(entries, against, subject, places, *(unit[places] for unit in units))
    yield Noted(
        np.flatnonzero(total),
        "total-row",
        "waarde van alle gemeenten samen is niet ingelezen ({cells}): de app bewaart cijfers per gemeente.",
        "waarden van alle gemeenten samen zijn niet ingelezen ({cells}): de app bewaart cijfers per"
        " gemeente.",
        repeated=True,
    )


def _differing(
    entries: Entries,
    against: Against,
    subject: int,
    places: NDArray[np.intp],
    counts: NDArray[np.bool_],
    amounts: NDArray[np.bool_],
) -> Iterator[Found]:
    """What is wrong with these figures of all together, of which counts and amounts are sums."""
    added = counts | amounts
    values = np.asarray(entries.values)[places]
    parts = _of_each(entries, against, subject, places)
    known = ~np.isnan(parts).any(axis=0) & (len(parts) > 1)
    finest = decimals(np.concatenate((parts.ravel(), values))).reshape(len(parts) + 1, -1).max(axis=0)
    step = 10.0**-finest
    sums = parts.sum(axis=0)
    room = np.where((finest <= 0) & counts, 0.0, step / 2 * (len(parts) + 1)) + _NEAR * np.abs(values)
    off = known & added & (np.abs(sums - values) > room)
    yield each(places[off], words.together_differs, sums[off], values[off])
    least, most = parts.min(axis=0), parts.max(axis=0)
    off = known & ~added & ((values < least - step) | (values > most + step))
    yield each(places[off], words.together_outside, values[off], least[off], most[off])


def _of_each(entries: Entries, against: Against, subject: int, places: NDArray[np.intp]) -> Values:
    """A row for each municipality, of the file or the dossier: its value for each place, NaN for none."""
    names = entries.vocabulary
    figures = figures_of(entries, against, subject)
    own = {names.municipalities.find(code) for code in against.catalog.dossier.municipalities}
    delivered: Keys = np.concatenate((np.asarray(entries.keys), np.asarray(entries.gaps)))
    found = distinct(municipality_of(delivered[subject_of(delivered) == subject])).tolist()
    towns = sorted({*found, *own} - {names.municipalities.find(TOGETHER)} - {None})
    asked = np.asarray(entries.keys)[places]
    area = names.breakdowns.find(AREA)
    if area is not None:
        of_area = breakdown_of(asked) == area
        asked = np.where(of_area, with_breakdown(asked, np.array(names.breakdowns.number(""))), asked)
    parts = np.full((len(towns) + (None in own), len(asked)), np.nan)
    for row, town in enumerate(towns):
        at = figures.at(with_municipality(asked, town))
        parts[row, at != STORED] = figures.values[at[at != STORED]]
    return parts
