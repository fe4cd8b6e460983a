"""What a value is about as one integer, its key.

From high to low a key holds the numbers of indicator, municipality and breakdown (as `intake.vocabulary`
gives them), then the kind of period, then its place in time. In order of key a series, which `series_of`
tells, therefore stands together, oldest first.
"""

from typing import TYPE_CHECKING

from raadsapp.domain.period import Period, PeriodKind

if TYPE_CHECKING:
    from collections.abc import Iterator

    import numpy as np
    from numpy.typing import NDArray

_KINDS = tuple(PeriodKind)
_FIRST_YEAR = 1900
_NUMBERS = 13
TIME_BITS = 12
_BREAKDOWN = TIME_BITS + 2
WHENS = 1 << _BREAKDOWN
"""So many different values `when_of` may give, from 0."""
_MUNICIPALITY = _BREAKDOWN + 24
_SUBJECT = _MUNICIPALITY + 10
_BLOCK = 65_536
_BITS = {TIME_BITS: 2, _BREAKDOWN: 24, _MUNICIPALITY: 10, _SUBJECT: 15}


def subject(number: int) -> int:
    """The part of a key that says what is counted."""
    return _shifted(number, _SUBJECT)


def municipality(number: int) -> int:
    """The part of a key that says where."""
    return _shifted(number, _MUNICIPALITY)


def breakdown(number: int) -> int:
    """The part of a key that says of which part."""
    return _shifted(number, _BREAKDOWN)


def numbers_of(key: int) -> tuple[int, int, int]:
    """The numbers of indicator, municipality and breakdown in a key."""
    return key >> _SUBJECT, _between(key, _MUNICIPALITY), _between(key, _BREAKDOWN)


def period(when: Period) -> int:
    """The part of a key that says when."""
    return _KINDS.index(when.kind) << TIME_BITS | ((when.year - _FIRST_YEAR) * _NUMBERS + when.number)


def period_of(key: int) -> Period:
    """When a key is about."""
    year, number = divmod(key & (1 << TIME_BITS) - 1, _NUMBERS)
    return Period(_FIRST_YEAR + year, _KINDS[_between(key, TIME_BITS)], number)


def subject_of(keys: "NDArray[np.int64]") -> "NDArray[np.int64]":
    """The number of the indicator of each key, as in `Vocabulary.indicators`."""
    return keys >> _SUBJECT


def municipality_of(keys: "NDArray[np.int64]") -> "NDArray[np.int64]":
    """The number of the municipality of each key."""
    return keys >> _MUNICIPALITY & (1 << _BITS[_MUNICIPALITY]) - 1


def breakdown_of(keys: "NDArray[np.int64]") -> "NDArray[np.int64]":
    """The number of the breakdown of each key."""
    return keys >> _BREAKDOWN & (1 << _BITS[_BREAKDOWN]) - 1


def when_of(keys: "NDArray[np.int64]") -> "NDArray[np.int64]":
    """The part of each key that says when."""
    return keys & (1 << _BREAKDOWN) - 1


def series_of(keys: "NDArray[np.int64]") -> "NDArray[np.int64]":
    """Of each key what it shares with the same figure at other times; periods of other length never do."""
    return keys >> TIME_BITS


def with_breakdown(keys: "NDArray[np.int64]", breakdowns: "NDArray[np.int64]") -> "NDArray[np.int64]":
    """The same keys with other breakdowns, by their numbers."""
    return keys & ~(((1 << _BITS[_BREAKDOWN]) - 1) << _BREAKDOWN) | breakdowns << _BREAKDOWN


def with_municipality(keys: "NDArray[np.int64]", municipality: int) -> "NDArray[np.int64]":
    """The same keys about another municipality, by its number."""
    return keys & ~(((1 << _BITS[_MUNICIPALITY]) - 1) << _MUNICIPALITY) | municipality << _MUNICIPALITY


def about_subject(keys: "NDArray[np.int64]", subject: int) -> "NDArray[np.bool_]":
    """Which keys are about this indicator, by its number; without a copy of all keys."""
    return (keys >= subject << _SUBJECT) & (keys < (subject + 1) << _SUBJECT)


def with_subject(keys: "NDArray[np.int64]", subject: int) -> "NDArray[np.int64]":
    """The same keys about another indicator, by its number."""
    return keys & (1 << _SUBJECT) - 1 | subject << _SUBJECT


def renumbered(
    keys: "NDArray[np.int64]",
    subjects: "NDArray[np.int64]",
    municipalities: "NDArray[np.int64]",
    breakdowns: "NDArray[np.int64]",
) -> "NDArray[np.int64]":
    """The same keys with other numbers in them, given by those of now."""
    other = keys.copy()
    for some in in_blocks(other):
        where = municipalities[municipality_of(some)] << _MUNICIPALITY
        what = subjects[subject_of(some)] << _SUBJECT
        some[:] = when_of(some) | breakdowns[breakdown_of(some)] << _BREAKDOWN | where | what
    return other


def in_order(keys: "NDArray[np.int64]") -> "Iterator[NDArray[np.intp]]":
    """The places of the keys in order, those of one indicator at a time: all at once takes much memory."""
    import numpy as np

    present = np.zeros(1 << _BITS[_SUBJECT], np.bool_)
    for some in in_blocks(keys):
        present[subject_of(some)] = True
    for number in np.flatnonzero(present).tolist():
        places = np.flatnonzero(about_subject(keys, number))
        yield places[np.argsort(keys[places], kind="stable")]


def in_blocks(keys: "NDArray[np.int64]") -> "Iterator[NDArray[np.int64]]":
    """Parts of the keys: what is worked out of a million at once takes much memory."""
    return (keys[begin : begin + _BLOCK] for begin in range(0, len(keys), _BLOCK))


def _shifted(number: int, place: int) -> int:
    if number >> _BITS[place]:
        message = "more different names than a key has room for"
        raise OverflowError(message)
    return number << place


def _between(key: int, place: int) -> int:
    return key >> place & (1 << _BITS[place]) - 1
