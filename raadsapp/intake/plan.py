"""What is read where in the rows of one sheet: columns with meanings, and what headings fix."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Generic, TypeVar

from raadsapp.domain.observation import Status
from raadsapp.domain.period import Period
from raadsapp.intake.cells import Cell
from raadsapp.intake.findings import Fault, Finding
from raadsapp.intake.lookup import Subject
from raadsapp.intake.numbers import Unread

T_co = TypeVar("T_co", covariant=True)


@dataclass(frozen=True, slots=True)
class Part(Generic[T_co]):
    """Where one part of an observation is read; without a column `text` stands for every row.

    `carried`: a cell that means `resolving.AS_ABOVE` means what this part said in the row before, be it a
    fault; in the first row it is the fault that AS_ABOVE is. `by_year`: the meanings depend on the year of
    the period, and `in_year` is asked; `meanings` are then those of any year.
    """

    meanings: Mapping[Cell, T_co | Fault]
    column: int | None
    text: str = ""
    carried: bool = False
    by_year: Mapping[int, Mapping[Cell, T_co | Fault]] | None = None

    def of(self, cells: tuple[Cell, ...]) -> T_co | Fault:
        """What the row says; a row that ends early has empty cells."""
        return self.meanings[self.text if self.column is None else cells[self.column]]

    def in_year(self, cells: tuple[Cell, ...], year: int) -> T_co | Fault:
        """What the row says about this year."""
        if self.by_year is None:
            return self.of(cells)
        return self.by_year[year][self.text if self.column is None else cells[self.column]]


@dataclass(frozen=True, slots=True)
class Fixed:
    """What the heading of a value column says of all its values; None where the row says it."""

    municipality: str | None = None
    period: Period | None = None
    breakdown: str | None = None
    status: Status | None = None


@dataclass(frozen=True, slots=True)
class ValuePart:
    """A value column; `subject` is None where the row itself names the indicator.

    It holds values of the rows whose variant is `variant`.
    """

    column: int
    variant: str
    subject: Subject | None
    numbers: Mapping[Cell, float | Unread]
    fixed: Fixed = Fixed()


@dataclass(frozen=True, slots=True)
class Skip:
    """Rows that are left out: those of which this column holds a text that `fits`, such as `words`."""

    column: int
    fits: Mapping[Cell, bool]
    words: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Plan:
    """All parts of the rows of one sheet. `width` is the number of columns up to the last heading.

    What a value column fixes (`ValuePart.fixed`) goes before what the row says. `municipality`, `period`
    and `subject` are None where every value column fixes them; then no row is looked at for them. A row of
    which a part is a fault, and that has no value at all, says nothing and is no problem. `findings` are
    about the headings: those columns are not among `values`.
    """

    width: int
    skips: tuple[Skip, ...]
    municipality: Part[str] | None
    period: Part[Period] | None
    variant: Part[str]
    breakdown: Part[str]
    status: Part[Status]
    origin: Part[str]
    subject: Part[Subject] | None
    unit_column: int | None
    units: Mapping[str, Mapping[Cell, Fault | None]]
    values: tuple[ValuePart, ...]
    findings: tuple[Finding, ...] = ()
    headings: tuple[tuple[Cell, ...], ...] = ()

    @property
    def all_parts(self) -> tuple[Part[object] | None, ...]:
        """Subject, municipality, period, variant, breakdown, status, origin: as a reader looks at them."""
        return (
            self.subject,
            self.municipality,
            self.period,
            self.variant,
            self.breakdown,
            self.status,
            self.origin,
        )

    @property
    def parts(self) -> tuple[Part[object], ...]:
        """Those of `all_parts` that rows say."""
        return tuple(part for part in self.all_parts if part is not None)

    @property
    def value_columns(self) -> frozenset[int]:
        """The columns that hold values."""
        return frozenset(value.column for value in self.values)

    @property
    def columns_read(self) -> frozenset[int]:
        """The columns that are looked at."""
        columns = [part.column for part in self.parts]
        columns += [self.unit_column, *(value.column for value in self.values)]
        return frozenset(column for column in columns if column is not None)
