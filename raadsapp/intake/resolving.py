"""From the text of a cell to what it means in the dossier, each distinct text worked out once."""

import re
from collections.abc import Callable, Mapping
from math import isfinite
from typing import Generic, TypeVar

from raadsapp.domain.catalog import Catalog
from raadsapp.domain.municipality import TOGETHER, normalised
from raadsapp.domain.observation import Status
from raadsapp.domain.period import Period, PeriodKind
from raadsapp.intake import faults
from raadsapp.intake.cells import Cell, blank, text_of
from raadsapp.intake.findings import UNKNOWN, Fault
from raadsapp.intake.formulas import restored
from raadsapp.intake.layouts import BreakdownField, Field
from raadsapp.intake.lookup import Subject, municipality_code, municipality_codes, spelling, subjects_by_name
from raadsapp.intake.numbers import Doubtful, Unread, read_number, scaled
from raadsapp.intake.patterns import fitting
from raadsapp.intake.periods import is_provisional, period_of_day, read_period

K = TypeVar("K")
T = TypeVar("T")
Instead = Callable[[str], str]
"""From a text to the one that the clerk said it means, or to itself."""


class Kept(dict[K, T], Generic[K, T]):
    """What is worked out of a key when it is asked for, and kept."""

    def __init__(self, worked_out: Callable[[K], T]) -> None:
        super().__init__()
        self._worked_out = worked_out

    def __missing__(self, key: K) -> T:
        found = self[key] = self._worked_out(key)
        return found


class Resolved(Kept[Cell, T]):
    """Meanings by cell."""


def by_text(meaning: Callable[[str], T]) -> Resolved[T]:
    """Meanings of what a cell says, be it a number or a text."""
    return Resolved(lambda cell: meaning(text_of(cell)))


def left_out(field: Field, meanings: Mapping[Cell, T | Fault]) -> Resolved[bool]:
    """Whether a row with this cell is left out; `meanings` are those of the part that `field` is."""
    words = {spelling(word) for word in field.skip}
    pattern = field.skip_pattern

    def out(cell: Cell) -> bool:
        text = text_of(cell)
        if spelling(text) in words or (pattern and fitting(pattern, text)):
            return True
        said = meanings[cell] if field.unknown == "skip" else None
        return said == TOGETHER or (isinstance(said, Fault) and said.code in UNKNOWN)

    return Resolved(out)


AS_ABOVE = faults.nothing_above()
"""What a cell means that says the same as the row above; the fault that it is in the first row."""


def filled_down(meanings: Mapping[Cell, T | Fault]) -> Resolved[T | Fault]:
    """These meanings, but a blank cell means what the row above says."""
    return Resolved(lambda cell: AS_ABOVE if blank(cell) else meanings[cell])


_TOGETHER = re.compile(
    r"(?:eind)?totaal(?: (?:generaal|samen|(?:(?:de|alle) )?(?:drie |3 )?gemeenten))?"
    r"|(?:de |alle )?(?:drie |3 )?gemeenten(?: samen)?|samen",
    re.IGNORECASE,
)


def is_together(text: str) -> bool:
    """Whether a text in the place of a municipality says that a row is about all of them."""
    return _TOGETHER.fullmatch(" ".join(text.split())) is not None


def municipalities(catalog: Catalog, instead: Instead) -> Resolved[str | Fault]:
    """CBS code by name or code; names are compared loosely. `Totaal` and the like are TOGETHER."""
    known = {municipality.code for municipality in catalog.municipalities}
    by_name = municipality_codes(catalog)

    def code(text: str) -> str | Fault:
        written = municipality_code(text)
        if written is not None:
            return written if written in known else faults.unknown_municipality(text)
        found = by_name.get(normalised(text), frozenset())
        if len(found) == 1:
            return next(iter(found))
        if not found and is_together(text):
            return TOGETHER
        return (
            faults.ambiguous_municipality(text, sorted(found)) if found else faults.unknown_municipality(text)
        )

    return by_text(lambda text: code(instead(text)))


def heading_municipalities(catalog: Catalog, first: str, instead: Instead) -> Resolved[str | Fault]:
    """Municipalities in a column that also names their districts: all but these mean the row above.

    A code tells which municipality it is. Without codes only `first`, the text of the first row, does: the
    name of another municipality may be that of a neighbourhood.
    """
    names = {normalised(municipality.name): municipality.code for municipality in catalog.municipalities}
    known = set(names.values())

    def code(text: str) -> str | Fault:
        written = municipality_code(text)
        if written is not None:
            return written if written in known else faults.unknown_municipality(text)
        named = names.get(normalised(text))
        if named is None or normalised(text) == normalised(instead(first)):
            return named or AS_ABOVE
        return faults.municipality_or_district(text)

    return by_text(lambda text: code(instead(text)))


def periods(of_days: PeriodKind | None, instead: Instead) -> Resolved[Period | Fault]:
    """Period by any of its written forms; a day means its period `of_days`, or nothing."""

    def period(text: str) -> Period | Fault:
        written = instead(text)
        day = period_of_day(written, of_days) if of_days else None
        return day or read_period(written) or faults.unknown_period(text)

    return by_text(period)


def indicators(catalog: Catalog, instead: Instead) -> Resolved[Subject | Fault]:
    """Indicator or series by key or title."""
    known = subjects_by_name(catalog)
    return by_text(
        lambda text: known.get(spelling(restored(instead(text)))) or faults.unknown_indicator(text)
    )


def variants(known: frozenset[str], instead: Instead) -> Resolved[str | Fault]:
    """A sort of figures that the layout knows."""

    def variant(text: str) -> str | Fault:
        written = spelling(instead(text))
        return written if written in known else faults.unknown_variant(text, sorted(known))

    return by_text(variant)


_WHOLE = frozenset({"totaal", "eindtotaal", "totaal generaal"})
"""What stands for all parts of a dimension together: the figure without breakdown."""


def breakdowns(
    field: BreakdownField,
    year: int | None,
    municipalities: Mapping[Cell, str | Fault],
    meant: Mapping[str, str],
) -> Resolved[str | Fault]:
    """`dimensie=waarde` for a text in this year; None where no kind of the field depends on the year.

    `municipalities` are those that may stand in the same column, `meant` what the clerk said of a text.
    """
    kinds = [(kind.dimension, kind.pattern) for kind in field.kinds if year is None or kind.holds_in(year)]
    whole = {spelling(text) for text in field.whole}

    def of_kind(text: str) -> str | Fault:
        written = text.strip()
        for dimension, pattern in kinds:
            match = fitting(pattern, written, case=True)
            value = (match[1] or "").strip() if match else ""
            if value:
                return f"{dimension}={value}"
        return faults.unknown_code(text, field.column)

    def breakdown(text: str) -> str | Fault:
        known = meant.get(spelling(text))
        if known is not None:
            return _named_breakdown(known)
        if spelling(text) in whole or (field.dimension and spelling(text) in _WHOLE):
            return ""
        if field.whole_municipality and not isinstance(municipalities[text], Fault):
            return ""
        return of_kind(text) if field.kinds else _named_breakdown(text)

    return by_text(breakdown)


def _named_breakdown(text: str) -> str | Fault:
    """`dimensie=waarde`, or nothing where the text says nothing or that it is the whole."""
    dimension, sign, value = restored(text.strip()).partition("=")
    if not dimension and not sign:
        return ""
    dimension, value = dimension.strip(), value.strip()
    if dimension and spelling(value) in _WHOLE:
        return ""
    return f"{dimension}={value}" if dimension and value else faults.unknown_breakdown(text)


def statuses(usual: Status, instead: Instead) -> Resolved[Status | Fault]:
    """Status by its Dutch word; an empty cell means the usual one."""
    known: Mapping[str, Status] = {"": usual} | {status.value: status for status in Status}
    return by_text(lambda text: known.get(spelling(instead(text))) or faults.unknown_status(text))


def statuses_of_periods(usual: Status) -> Resolved[Status | Fault]:
    """Status by how a period is written: CBS marks a provisional one with a star."""
    return by_text(lambda text: Status.PROVISIONAL if is_provisional(text) else usual)


def origins(usual: str) -> Resolved[str | Fault]:
    """The source that a cell names; an empty cell means the usual one."""
    return by_text(lambda text: restored(text.strip()) or usual)


def units(unit: str, instead: Instead) -> Resolved[Fault | None]:
    """Whether the unit in a cell is that of the series, or one of several that an indicator has."""
    known = {"", *(spelling(part) for part in (unit, *unit.split(",")))}

    def misfit(text: str) -> Fault | None:
        fits = spelling(restored(instead(text))) in known
        return None if fits else faults.other_unit(text.strip(), unit)

    return by_text(misfit)


def numbers(decimal: str, factor: float, empty: Unread, unit: str) -> Resolved[float | Unread]:
    """Value in the unit of the series, or why there is none; a number in a cell means what it is.

    A blank cell is `empty`. `unit` is that of the series where the column has one; a sign of it may stand
    with the number, but not where values count in another size: `€ 5` among thousands says two things.
    A text that only `decimal` makes one number is `Doubtful`.
    """
    sign = unit if factor == 1 else ""

    def value(cell: Cell) -> float | Unread:
        if blank(cell):
            return empty
        read = read_number(cell, decimal, sign) if isinstance(cell, str) else cell
        if isinstance(read, Unread):
            return read
        if not isfinite(read):
            return Unread.NOT_A_NUMBER
        product = scaled(read, factor)
        if not isfinite(product):
            return Unread.TOO_PRECISE
        doubtful = decimal and isinstance(cell, str) and read_number(cell, "", sign) is Unread.AMBIGUOUS
        return Doubtful(product, decimal) if doubtful else product

    return Resolved(value)
