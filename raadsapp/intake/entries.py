"""What was read of a file, as columns of numbers: 27 bytes a value, where an object for each takes 500.

What an observation is about is one integer, its key. From high to low it holds the codes of indicator,
municipality and breakdown, then the kind of period, then its place in time. In order of key a series, which
`series_of` tells, therefore stands together, oldest first.
"""

from array import array
from collections.abc import Collection, Hashable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Generic, TypeVar, overload

from raadsapp.domain.observation import Observation, ObservationKey, Status
from raadsapp.domain.period import Period, PeriodKind
from raadsapp.intake.lookup import Subject

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

T = TypeVar("T", bound=Hashable)

_KINDS = tuple(PeriodKind)
STATUSES = tuple(Status)
"""Statuses by their numbers."""
_FIRST_YEAR = 1900
_NUMBERS = 13
TIME_BITS = 12
_BREAKDOWN = TIME_BITS + 2
_MUNICIPALITY = _BREAKDOWN + 24
_SUBJECT = _MUNICIPALITY + 10
_STATUS = 2
_LAST_STATUS = 3
_BLOCK = 65_536
_BITS = {TIME_BITS: 2, _BREAKDOWN: 24, _MUNICIPALITY: 10, _SUBJECT: 15}


@dataclass(frozen=True, slots=True)
class Entry:
    """An observation, the unit of its indicator and the cell (from 0) of its sheet that it stands in."""

    observation: Observation
    unit: str
    row: int
    column: int
    sheet: str


class Names(Generic[T]):
    """Numbers from 0 for names, in order of appearance."""

    def __init__(self, names: Iterable[T] = ()) -> None:
        self.all: list[T] = []
        self._numbers: dict[T, int] = {}
        for name in names:
            self.number(name)

    def number(self, name: T) -> int:
        """The number of a name; a new name gets the next one."""
        number = self._numbers.setdefault(name, len(self.all))
        if number == len(self.all):
            self.all.append(name)
        return number

    def find(self, name: T) -> int | None:
        """The number of a name, None when it has none."""
        return self._numbers.get(name)


class Vocabulary:
    """What the codes in the keys of one file stand for."""

    def __init__(self) -> None:
        self._subjects: dict[str, Subject] = {}
        self.indicators: Names[str] = Names()
        self.municipalities: Names[str] = Names()
        self.breakdowns: Names[str] = Names()
        self.sources: Names[str] = Names()

    def subject(self, subject: Subject) -> int:
        """The part of a key that says what is counted."""
        self._subjects.setdefault(subject.key, subject)
        return _shifted(self.indicators.number(subject.key), _SUBJECT)

    def indicator(self, key: str) -> int:
        """The part of a key for a subject that is here already."""
        return _shifted(self.indicators.number(key), _SUBJECT)

    def municipality(self, code: str) -> int:
        """The part of a key that says where."""
        return _shifted(self.municipalities.number(code), _MUNICIPALITY)

    def breakdown(self, breakdown: str) -> int:
        """The part of a key that says of which part."""
        return _shifted(self.breakdowns.number(breakdown), _BREAKDOWN)

    def source(self, source: str) -> int:
        """The part of a standing that says who says so."""
        return self.sources.number(source) << _STATUS

    def standing(self, status: Status, source: str) -> int:
        """How sure a value is and who says so, in one number."""
        return self.source(source) | status_number(status)

    def key(self, key: int) -> ObservationKey:
        """What a key is about."""
        return ObservationKey(
            self.indicators.all[key >> _SUBJECT],
            self.municipalities.all[_between(key, _MUNICIPALITY)],
            period_of(key),
            self.breakdowns.all[_between(key, _BREAKDOWN)],
        )

    @property
    def units(self) -> list[str]:
        """The unit of each indicator, by its number."""
        return [self._subjects[key].unit for key in self.indicators.all]

    def unit(self, key: int) -> str:
        """The unit of what a key is about."""
        return self._subjects[self.indicators.all[key >> _SUBJECT]].unit


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


def in_blocks(keys: "NDArray[np.int64]") -> "Iterator[NDArray[np.int64]]":
    """Parts of the keys: what is worked out of a million at once takes much memory."""
    return (keys[begin : begin + _BLOCK] for begin in range(0, len(keys), _BLOCK))


def with_status(standings: int | list[int], status: Status) -> int | list[int]:
    """The same standings with this status."""
    number = status_number(status)
    if isinstance(standings, int):
        return standings & ~_LAST_STATUS | number
    return [standing & ~_LAST_STATUS | number for standing in standings]


def status_number(status: Status) -> int:
    """The number of a status, as in `Entries.statuses` and `Known.statuses`."""
    return STATUSES.index(status)


class Entries(Sequence[Entry]):
    """All values of a file, in reading order. Item `index` is made when it is asked for.

    `keys`, `values`, `standings`, `rows`, `columns` and `sheets` are columns of one length; the first and
    third as `vocabulary` says, the last by their place in `sheet_names`.
    """

    def __init__(self, vocabulary: Vocabulary, sheet_names: Names[str]) -> None:
        self.vocabulary = vocabulary
        self.sheet_names = sheet_names
        self.keys = array("q")
        self.values = array("d")
        self.standings = array("i")
        self.rows = array("I")
        self.columns = array("H")
        self.sheets = array("H")

    def __len__(self) -> int:
        return len(self.keys)

    @overload
    def __getitem__(self, index: int) -> Entry: ...

    @overload
    def __getitem__(self, index: slice) -> tuple[Entry, ...]: ...

    def __getitem__(self, index: int | slice) -> Entry | tuple[Entry, ...]:
        if isinstance(index, slice):
            return tuple(self[place] for place in range(len(self))[index])
        unit = self.vocabulary.unit(self.keys[index])
        return Entry(self.observation(index), unit, self.rows[index], self.columns[index], self.sheet(index))

    def __iter__(self) -> Iterator[Entry]:
        return (self[index] for index in range(len(self)))

    def add(self, key: int, value: float, standing: int, row: int, column: int, sheet: int) -> None:
        """One more value."""
        self.add_all((key,), (value,), (standing,), (row,), (column,), sheet)

    def add_all(
        self,
        keys: Iterable[int],
        values: Iterable[float],
        standings: Iterable[int],
        rows: Iterable[int],
        columns: Iterable[int],
        sheet: int,
    ) -> None:
        """More values of one sheet."""
        self.keys.extend(keys)
        self.values.extend(values)
        self.standings.extend(standings)
        self.rows.extend(rows)
        self.columns.extend(columns)
        self.sheets.extend([sheet] * (len(self.keys) - len(self.sheets)))

    def observation(self, index: int) -> Observation:
        """The value as it will be stored."""
        standing = self.standings[index]
        source = self.vocabulary.sources.all[standing >> _STATUS]
        key = self.vocabulary.key(self.keys[index])
        return Observation(key, self.values[index], STATUSES[standing & _LAST_STATUS], source)

    def sheet(self, index: int) -> str:
        """The sheet in which a value stands."""
        return self.sheet_names.all[self.sheets[index]]

    def order(self) -> "NDArray[np.intp]":
        """The places of the values in order of key; of one key in reading order."""
        import numpy as np

        return np.argsort(np.asarray(self.keys), kind="stable")

    @property
    def statuses(self) -> "NDArray[np.int32]":
        """The number of the status of each value."""
        import numpy as np

        return np.asarray(self.standings) & _LAST_STATUS

    @property
    def source_numbers(self) -> "NDArray[np.int32]":
        """The number of the source of each value."""
        import numpy as np

        return np.asarray(self.standings) >> _STATUS

    def only(self, kept: "NDArray[np.bool_]") -> "Entries":
        """Those of which `kept` is true, in the same order."""
        import numpy as np

        left = Entries(self.vocabulary, self.sheet_names)
        for mine, its in zip(self._all(), left._all(), strict=True):
            its.frombytes(np.asarray(mine)[kept].tobytes())
        return left

    def without_sheets(self, names: Collection[str]) -> "Entries":
        """Those that stand on other sheets."""
        import numpy as np

        numbers = [self.sheet_names.number(name) for name in names]
        return self.only(~np.isin(np.asarray(self.sheets), numbers))

    def _all(self) -> "Iterator[array[int] | array[float]]":
        yield from (self.keys, self.values, self.standings, self.rows, self.columns, self.sheets)


class Known:
    """What counts now of the series in a file, in order of key; codes as in the vocabulary of its entries."""

    def __init__(self) -> None:
        self.keys = array("q")
        self.values = array("d")
        self.statuses = array("b")

    def add(self, key: int, value: float, status: int) -> None:
        """One more value, in any order."""
        self.keys.append(key)
        self.values.append(value)
        self.statuses.append(status)

    def sort(self) -> None:
        """Put the values in order of key."""
        import numpy as np

        order = np.argsort(np.asarray(self.keys), kind="stable")
        for column in (self.keys, self.values, self.statuses):
            _replace(column, np.asarray(column)[order].tobytes())


def _shifted(number: int, place: int) -> int:
    if number >> _BITS[place]:
        message = "more different names than a key has room for"
        raise OverflowError(message)
    return number << place


def _between(key: int, place: int) -> int:
    return key >> place & (1 << _BITS[place]) - 1


def _replace(column: "array[int] | array[float]", content: bytes) -> None:
    del column[:]
    column.frombytes(content)
