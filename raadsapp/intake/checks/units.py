"""In which unit values stand: that of their series, which may be another than that of the indicator."""

from collections.abc import Callable

import numpy as np
from numpy.typing import NDArray

from raadsapp.domain.goals import Indicator
from raadsapp.intake import keys
from raadsapp.intake.entries import Entries
from raadsapp.intake.lookup import Subject


def own_unit(subject: Subject) -> str:
    """The unit of the series without breakdown."""
    return subject.own_unit if isinstance(subject, Indicator) else subject.unit


def with_unit(entries: Entries, wanted: Callable[[str], bool]) -> NDArray[np.bool_]:
    """Of each value whether its unit is wanted."""
    names = entries.vocabulary
    fits = np.array([wanted(own_unit(subject)) for subject in names.subjects], np.bool_)
    other = [
        (number, breakdown)
        for number, subject in enumerate(names.subjects)
        for split in (subject.splits if isinstance(subject, Indicator) else ())
        if (breakdown := names.breakdowns.find(split.breakdown)) is not None
        and wanted(split.unit) != fits[number]
    ]
    if not len(entries) or (not fits.any() and not other):
        return np.zeros(len(entries), np.bool_)
    found = []
    for some in keys.in_blocks(np.asarray(entries.keys)):
        right = fits[keys.subject_of(some)]
        for number, breakdown in other:
            right ^= (keys.subject_of(some) == number) & (keys.breakdown_of(some) == breakdown)
        found.append(right)
    return np.concatenate(found)
