"""The numbers that stand for names in the values of one file."""

from collections.abc import Hashable, Iterable
from typing import TYPE_CHECKING, Generic, TypeVar

from raadsapp.domain.observation import ObservationKey, Status
from raadsapp.intake import keys
from raadsapp.intake.lookup import Subject

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

T = TypeVar("T", bound=Hashable)

STATUSES = tuple(Status)
"""Statuses by their numbers."""
STATUS_BITS = 2
"""How many bits of a standing are the number of its status; the others are that of its source."""
LAST_STATUS = (1 << STATUS_BITS) - 1


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
        return keys.subject(self.indicators.number(subject.key))

    def indicator(self, key: str) -> int:
        """The part of a key for a subject that is here already."""
        return keys.subject(self.indicators.number(key))

    def municipality(self, code: str) -> int:
        """The part of a key that says where."""
        return keys.municipality(self.municipalities.number(code))

    def breakdown(self, breakdown: str) -> int:
        """The part of a key that says of which part."""
        return keys.breakdown(self.breakdowns.number(breakdown))

    def source(self, source: str) -> int:
        """The part of a standing that says who says so."""
        return self.sources.number(source) << STATUS_BITS

    def standing(self, status: Status, source: str) -> int:
        """How sure a value is and who says so, in one number."""
        return self.source(source) | status_number(status)

    def key(self, key: int) -> ObservationKey:
        """What a key is about."""
        indicator, municipality, breakdown = keys.numbers_of(key)
        return ObservationKey(
            self.indicators.all[indicator],
            self.municipalities.all[municipality],
            keys.period_of(key),
            self.breakdowns.all[breakdown],
        )

    @property
    def subjects(self) -> list[Subject]:
        """What each number of an indicator stands for."""
        return [self._subjects[key] for key in self.indicators.all]

    def unit(self, key: int) -> str:
        """The unit of what a key is about."""
        return self._subjects[self.indicators.all[keys.numbers_of(key)[0]]].unit


def with_status(standings: "int | NDArray[np.int64]", status: Status) -> "int | NDArray[np.int64]":
    """The same standings with this status."""
    return standings & ~LAST_STATUS | status_number(status)


def status_number(status: Status) -> int:
    """The number of a status, as in `Entries.statuses` and `Known.statuses`."""
    return STATUSES.index(status)
