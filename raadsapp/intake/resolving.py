"""From the text of a cell to what it means in the dossier, each distinct text worked out once."""

import re
from collections.abc import Callable, Mapping
from math import isfinite
from typing import Generic, TypeVar

from raadsapp.domain.catalog import Catalog
from raadsapp.domain.municipality import normalised
from raadsapp.domain.observation import Status
from raadsapp.domain.period import Period, PeriodKind
from raadsapp.intake import faults
from raadsapp.intake.cells import Cell, text_of
from raadsapp.intake.faults import Fault
from raadsapp.intake.formulas import restored
from raadsapp.intake.layouts import BreakdownField
from raadsapp.intake.lookup import Subject, municipality_code, municipality_codes, spelling, subjects_by_name
from raadsapp.intake.numbers import Unread, read_number, scaled
from raadsapp.intake.periods import period_of_day, read_period

T = TypeVar("T")


class Resolved(dict[Cell, T], Generic[T]):
    """Meanings by cell; a cell that is not there yet is worked out and kept."""

    def __init__(self, meaning: Callable[[Cell], T]) -> None:
        super().__init__()
        self._meaning = meaning

    def __missing__(self, cell: Cell) -> T:
        found = self[cell] = self._meaning(cell)
        return found


def by_text(meaning: Callable[[str], T]) -> Resolved[T]:
    """Meanings of what a cell says, be it a number or a text."""
    return Resolved(lambda cell: meaning(text_of(cell)))


def municipalities(catalog: Catalog) -> Resolved[str | Fault]:
    """CBS code by name or code; names are compared loosely."""
    known = {municipality.code for municipality in catalog.municipalities}
    by_name = municipality_codes(catalog)

    def code(text: str) -> str | Fault:
        written = municipality_code(text)
        if written is not None:
            return written if written in known else faults.unknown_municipality(text)
        found = by_name.get(normalised(text), frozenset())
        if len(found) == 1:
            return next(iter(found))
        return (
            faults.ambiguous_municipality(text, sorted(found)) if found else faults.unknown_municipality(text)
        )

    return by_text(code)


def periods(of_days: PeriodKind | None) -> Resolved[Period | Fault]:
    """Period by any of its written forms; a day means its period `of_days`, or nothing."""

    def period(text: str) -> Period | Fault:
        day = period_of_day(text, of_days) if of_days else None
        return day or read_period(text) or faults.unknown_period(text)

    return by_text(period)


def indicators(catalog: Catalog) -> Resolved[Subject | Fault]:
    """Indicator or series by key or title."""
    known = subjects_by_name(catalog)
    return by_text(lambda text: known.get(spelling(restored(text))) or faults.unknown_indicator(text))


def variants(known: frozenset[str]) -> Resolved[str | Fault]:
    """A sort of figures that the layout knows."""

    def variant(text: str) -> str | Fault:
        written = spelling(text)
        return written if written in known else faults.unknown_variant(text, sorted(known))

    return by_text(variant)


def breakdowns(field: BreakdownField) -> Resolved[str | Fault]:
    """`dimensie=waarde`, from a cell that says both or from one that begins with a code."""

    def said(text: str) -> str | Fault:
        dimension, sign, value = restored(text.strip()).partition("=")
        if not dimension and not sign:
            return ""
        dimension, value = dimension.strip(), value.strip()
        return f"{dimension}={value}" if dimension and value else faults.unknown_breakdown(text)

    def coded(text: str) -> str | Fault:
        match = re.fullmatch(field.pattern, text.strip())
        return f"{field.dimension}={match[1]}" if match else faults.unknown_code(text, field.column)

    return by_text(coded if field.dimension else said)


def statuses(usual: Status) -> Resolved[Status | Fault]:
    """Status by its Dutch word; an empty cell means the usual one."""
    known: Mapping[str, Status] = {"": usual} | {status.value: status for status in Status}
    return by_text(lambda text: known.get(spelling(text)) or faults.unknown_status(text))


def origins(usual: str) -> Resolved[str]:
    """The source that a cell names; an empty cell means the usual one."""
    return by_text(lambda text: restored(text.strip()) or usual)


def units(unit: str) -> Resolved[Fault | None]:
    """Whether the unit in a cell is that of the series, or one of several that an indicator has."""
    known = {"", *(spelling(part) for part in (unit, *unit.split(",")))}
    return by_text(
        lambda text: None if spelling(restored(text)) in known else faults.other_unit(text.strip(), unit)
    )


def numbers(decimal: str, factor: float) -> Resolved[float | Unread]:
    """Value in the unit of the series, or why there is none; a number in a cell means what it is."""

    def value(cell: Cell) -> float | Unread:
        read = read_number(cell, decimal) if isinstance(cell, str) else cell
        if isinstance(read, Unread):
            return read
        product = scaled(read, factor)
        return product if isfinite(product) else Unread.TOO_PRECISE

    return Resolved(value)
