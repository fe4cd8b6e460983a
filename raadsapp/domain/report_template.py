"""What a supplier is asked to report each quarter: sheets of rows, each row one value per municipality."""

from dataclasses import dataclass
from enum import StrEnum

from raadsapp.domain.period import Period, PeriodKind

_QUARTERS = 4


class Every(StrEnum):
    """Over which kind of period a figure is reported."""

    QUARTER = "kwartaal"
    HALF_YEAR = "halfjaar"
    YEAR = "jaar"

    def last(self, quarter: Period) -> Period:
        """The last period of this kind that is over at the end of `quarter`."""
        if self is Every.QUARTER:
            return quarter
        if self is Every.HALF_YEAR:
            halves = quarter.number // 2
            return (
                Period(quarter.year, PeriodKind.HALF_YEAR, halves)
                if halves
                else Period(quarter.year - 1, PeriodKind.HALF_YEAR, 2)
            )
        return Period(quarter.year if quarter.number == _QUARTERS else quarter.year - 1)


@dataclass(frozen=True, slots=True, kw_only=True)
class AskedRow:
    """One value: `what` in words, its breakdown, and its unit where that is not the indicator's own."""

    what: str
    breakdown: str = ""
    unit: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """What is asked of one indicator; with `together` once for all municipalities, else of each of them."""

    indicator: str
    every: Every
    rows: tuple[AskedRow, ...]
    together: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class TemplateSheet:
    """The rows of one theme."""

    name: str
    asked: tuple[Asked, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ReportTemplate:
    """A whole report; `words` are what is told in words, `source` is what its figures name as theirs."""

    title: str
    source: str
    words: tuple[str, ...]
    sheet: tuple[TemplateSheet, ...]
