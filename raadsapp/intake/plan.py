"""What a layout means for one sheet: which column is what, and what the file name says."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Generic, TypeVar

from raadsapp.domain.catalog import Catalog
from raadsapp.domain.observation import Status
from raadsapp.domain.period import Period
from raadsapp.errors import UserError
from raadsapp.intake import resolving
from raadsapp.intake.cells import Cell
from raadsapp.intake.faults import Fault
from raadsapp.intake.layouts import Field, Layout
from raadsapp.intake.lookup import Subject, spelling, subjects
from raadsapp.intake.numbers import Unread
from raadsapp.intake.recognition import Header

T = TypeVar("T")
T_co = TypeVar("T_co", covariant=True)


@dataclass(frozen=True, slots=True)
class Part(Generic[T_co]):
    """Where one part of an observation is read; without a column `text` stands for every row."""

    meanings: Mapping[Cell, T_co | Fault]
    column: int | None
    text: str = ""

    def of(self, cells: tuple[Cell, ...]) -> T_co | Fault:
        """What the row says; a row that ends early has empty cells."""
        return self.meanings[self.text if self.column is None else cells[self.column]]


@dataclass(frozen=True, slots=True)
class ValuePart:
    """A value column; `subject` is None where the row itself names the indicator."""

    column: int
    variant: str
    subject: Subject | None
    numbers: Mapping[Cell, float | Unread]


@dataclass(frozen=True, slots=True, kw_only=True)
class Plan:
    """All parts of the rows of one sheet. `width` is the number of columns up to the last heading."""

    width: int
    skip_column: int | None
    skip: frozenset[str]
    municipality: Part[str]
    period: Part[Period]
    variant: Part[str]
    breakdown: Part[str]
    status: Part[Status]
    origin: Part[str]
    subject: Part[Subject] | None
    unit_column: int | None
    values: tuple[ValuePart, ...]

    @property
    def parts(self) -> tuple[Part[object], ...]:
        """All parts that say what a row is about, in the order in which a reader looks at them."""
        about: tuple[Part[object], ...] = (
            self.municipality,
            self.period,
            self.variant,
            self.breakdown,
            self.status,
            self.origin,
        )
        return (self.subject, *about) if self.subject else about

    @property
    def columns_read(self) -> frozenset[int]:
        """The columns that are looked at."""
        columns = [part.column for part in self.parts]
        columns += [self.unit_column, *(value.column for value in self.values)]
        return frozenset(column for column in columns if column is not None)


def plan_of(layout: Layout, header: Header, file: str, catalog: Catalog) -> Plan:
    """How to read the rows under `header` of the file called `file`.

    Raises UserError when neither table nor file name says the period or variant, or when the layout names a
    series that the dossier does not have.
    """
    variants = frozenset(value.variant for value in layout.value)
    breakdown = layout.breakdown
    return Plan(
        width=max(header.columns.values()) + 1,
        skip_column=header.column(layout.municipality.column),
        skip=frozenset(spelling(word) for word in layout.municipality.skip),
        municipality=_part(layout.municipality, resolving.municipalities(catalog), header, file),
        period=_part(layout.period, resolving.periods(layout.days), header, file),
        variant=_part(layout.variant, resolving.variants(variants), header, file)
        if layout.variant
        else Part({"": ""}, None),
        breakdown=Part(resolving.breakdowns(breakdown), header.column(breakdown.column))
        if breakdown
        else Part({"": ""}, None),
        status=_optional(layout.standing, resolving.statuses(layout.status), header),
        origin=_optional(layout.origin, resolving.origins(layout.source), header),
        subject=_part(layout.indicator, resolving.indicators(catalog), header, file)
        if layout.indicator
        else None,
        unit_column=header.column(layout.unit.column) if layout.unit else None,
        values=_values(layout, header, catalog),
    )


def _part(field: Field, meanings: Mapping[Cell, T | Fault], header: Header, file: str) -> Part[T]:
    column = header.column(field.column)
    if column is not None:
        return Part(meanings, column)
    found = set(re.findall(field.file_name, file, re.IGNORECASE)) if field.file_name else set()
    if len(found) == 1:
        return Part(meanings, None, found.pop())
    hint = f", of noem het bestand zoals {field.example}" if field.example else ""
    raise UserError(
        f"'{file}' heeft geen kolom '{field.column}', en de bestandsnaam zegt het ook niet.",
        f"Voeg die kolom toe{hint}.",
    )


def _optional(field: Field | None, meanings: Mapping[Cell, T | Fault], header: Header) -> Part[T]:
    return Part(meanings, header.column(field.column) if field else None)


def _values(layout: Layout, header: Header, catalog: Catalog) -> tuple[ValuePart, ...]:
    known = {subject.key: subject for subject in subjects(catalog)}
    values = []
    for value in layout.value:
        column = header.column(value.column)
        if value.series and value.series not in known:
            raise UserError(
                f"De indeling {layout.key} noemt de reeks '{value.series}', die niet in het dossier staat.",
                "Voeg de reeks toe aan series.toml of verbeter de indeling.",
            )
        if column is not None:
            numbers = resolving.numbers(layout.decimal, value.factor)
            values.append(
                ValuePart(column, value.variant, known[value.series] if value.series else None, numbers)
            )
    return tuple(values)
