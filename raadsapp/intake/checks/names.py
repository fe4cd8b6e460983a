"""Names that may be mistakes: a breakdown spelled in another way, part of a number as a source."""

from collections import defaultdict
from collections.abc import Iterator

import numpy as np

from raadsapp.intake.checks import words
from raadsapp.intake.checks.against import Against
from raadsapp.intake.checks.found import Found, Noted
from raadsapp.intake.entries import Entries
from raadsapp.intake.findings import Fault
from raadsapp.intake.keys import breakdown_of
from raadsapp.intake.number_sets import among, distinct

_SHORT = 3
"""A source that is a longer number may well be a year."""


def spelled_otherwise(entries: Entries, against: Against) -> Iterator[Found | Noted]:
    """Breakdowns that differ in capitals only from one that came before: they would be two series."""
    names = entries.vocabulary.breakdowns.all
    if len(set(map(str.casefold, names))) == len(names):
        return
    alike: defaultdict[str, list[int]] = defaultdict(list)
    for number, name in enumerate(names):
        alike[name.casefold()].append(number)
    known = set(distinct(breakdown_of(np.asarray(against.known.keys))).tolist())
    mine = breakdown_of(np.asarray(entries.keys))
    for numbers in alike.values():
        if len(numbers) == 1:
            continue
        usual = next((number for number in numbers if number in known), numbers[0])
        for number in numbers:
            if number == usual or number in known:
                continue

            def fault(_place: int, usual: int = usual) -> Fault:
                return words.breakdown_spelled_otherwise(names[usual])

            yield Found(np.flatnonzero(mine == number)[:1], fault)


def numbers_as_sources(entries: Entries, _against: Against) -> Iterator[Found | Noted]:
    """Sources that are a short number: perhaps what stood behind a decimal comma."""
    sources = entries.vocabulary.sources.all
    odd = [number for number, name in enumerate(sources) if len(name) <= _SHORT and name.isdigit()]
    if odd:
        numbers = entries.source_numbers
        yield Found(
            np.flatnonzero(among(numbers, odd)), lambda place: words.number_as_source(sources[numbers[place]])
        )
