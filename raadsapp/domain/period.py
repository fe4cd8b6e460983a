"""Periods with a type, written as CBS writes them: `2019JJ00`, `2019HJ01`, `2019KW01`, `2019MM01`."""

import re
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from raadsapp.texts import MONTHS

_FIRST_YEAR, _LAST_YEAR = 1900, 2100
_CODE = re.compile(r"(\d{4})(JJ|HJ|KW|MM)(\d{2})")


class PeriodKind(StrEnum):
    """Length of a period. Series of different kinds are never drawn as one."""

    YEAR = "JJ"
    HALF_YEAR = "HJ"
    QUARTER = "KW"
    MONTH = "MM"


_PER_YEAR = {PeriodKind.YEAR: 0, PeriodKind.HALF_YEAR: 2, PeriodKind.QUARTER: 4, PeriodKind.MONTH: 12}


@dataclass(frozen=True, slots=True, order=True)
class Period:
    """One calendar year, half-year, quarter or month; `number` is 0 for a whole year."""

    year: int
    kind: PeriodKind = PeriodKind.YEAR
    number: int = 0

    def __post_init__(self) -> None:
        last = _PER_YEAR[self.kind]
        if not (_FIRST_YEAR <= self.year <= _LAST_YEAR and min(1, last) <= self.number <= last):
            message = f"no such period: {self.year} {self.kind} {self.number}"
            raise ValueError(message)

    @property
    def code(self) -> str:
        """CBS code, such as `2019KW01`."""
        return f"{self.year}{self.kind}{self.number:02d}"

    @property
    def label(self) -> str:
        """Dutch wording: `2019`, `1e halfjaar 2019`, `1e kwartaal 2019`, `januari 2019`."""
        if self.kind is PeriodKind.YEAR:
            return str(self.year)
        if self.kind is PeriodKind.MONTH:
            return f"{MONTHS[self.number - 1]} {self.year}"
        word = "halfjaar" if self.kind is PeriodKind.HALF_YEAR else "kwartaal"
        return f"{self.number}e {word} {self.year}"

    @property
    def first_day(self) -> date:
        """The day it begins."""
        months = 12 // per_year(self.kind)
        return date(self.year, 1 + months * (max(self.number, 1) - 1), 1)

    @property
    def last_day(self) -> date:
        """The day it ends."""
        months = 12 // per_year(self.kind)
        until = self.first_day.month + months
        return date(self.year + until // 13, until % 13 or 1, 1) - timedelta(days=1)

    def within(self, kind: PeriodKind) -> "Period":
        """The period of a longer kind that this one lies in; ValueError when `kind` is shorter."""
        parts, rest = divmod(per_year(self.kind), per_year(kind))
        if rest or not parts:
            message = "a period lies within a longer one"
            raise ValueError(message)
        return Period(self.year, kind, 0 if kind is PeriodKind.YEAR else (self.number - 1) // parts + 1)

    def years_later(self, count: int) -> "Period | None":
        """The same part of another year, an earlier one with a negative count; None where the years end."""
        year = self.year + count
        return Period(year, self.kind, self.number) if _FIRST_YEAR <= year <= _LAST_YEAR else None


def per_year(kind: PeriodKind) -> int:
    """How many periods of this kind a year has."""
    return max(_PER_YEAR[kind], 1)


def period_of_code(code: str) -> Period:
    """The period of a CBS code; ValueError for anything else."""
    match = _CODE.fullmatch(code)
    if match is None:
        message = f"no period code: {code!r}"
        raise ValueError(message)
    return Period(int(match[1]), PeriodKind(match[2]), int(match[3]))
