"""From a layout and a heading to a plan: what headings, cells and names say is worked out once."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Generic, TypeVar

from raadsapp.domain.catalog import Catalog
from raadsapp.domain.observation import Status
from raadsapp.domain.period import Period
from raadsapp.errors import UserError
from raadsapp.intake import resolving
from raadsapp.intake.cells import Cell, blank, text_of
from raadsapp.intake.corrections import AS_IT_IS, Corrections, MeantPart
from raadsapp.intake.findings import Fault, Finding
from raadsapp.intake.heading_units import unit_above, unit_misfit
from raadsapp.intake.headings import Header
from raadsapp.intake.layouts import BreakdownField, Field, Layout, ValueField
from raadsapp.intake.lookup import Subject, spelling, subjects
from raadsapp.intake.numbers import Unread
from raadsapp.intake.periods import is_provisional
from raadsapp.intake.placing import counted, heading_text, place_of, value_columns
from raadsapp.intake.plan import Fixed, Part, Plan, Skip, ValuePart

T = TypeVar("T")
_BLANKS = {"missing": Unread.MISSING, "suppressed": Unread.SUPPRESSED}


def plan_of(
    layout: Layout, header: Header, file: str, catalog: Catalog, corrections: Corrections = AS_IT_IS
) -> Plan:
    """How to read the rows under `header` of the file called `file`.

    Meanings that the clerk gave go before those of the dossier. Raises UserError when the layout has nothing
    to read, when nothing says a part that the layout needs, or when the layout names a series that the
    dossier does not have.
    """
    if layout.municipality is None or layout.period is None:
        raise UserError(f"'{file}' bevat geen cijfers voor het dossier.", layout.refusal)
    table = _Table(layout, header, file, catalog, corrections, value_columns(layout, header))
    municipality = _municipality(table, layout.municipality)
    period = _located(table, layout.period, resolving.periods(layout.days, table.instead("period")))
    variants = frozenset(value.variant for value in layout.value)
    variant = _located(table, layout.variant, resolving.variants(variants, table.instead("variant")))
    breakdown = _breakdown(table, municipality, period)
    subject: _At[Subject] = _located(
        table, layout.indicator, resolving.indicators(catalog, table.instead("indicator"))
    )
    located = _Located(municipality, period, variant, breakdown, subject)
    values, findings = _values(table, located)
    return Plan(
        width=header.width,
        skips=tuple(_skips(table, located)),
        municipality=municipality.part,
        period=period.part,
        variant=variant.part or Part({"": ""}, None),
        breakdown=breakdown.part or Part({"": ""}, None),
        status=_status(table, period),
        origin=Part(resolving.origins(layout.source), _column(table, layout.origin)),
        subject=subject.part,
        unit_column=_column(table, layout.unit),
        units=resolving.Kept(lambda unit: resolving.units(unit, table.instead("unit"))),
        values=values,
        findings=findings,
        headings=tuple(header.head[header.first : header.row + 1]),
    )


@dataclass(frozen=True, slots=True)
class _Table:
    """What is known while a plan is made; `columns` are those of values, and what the layout says of each."""

    layout: Layout
    header: Header
    file: str
    catalog: Catalog
    corrections: Corrections
    columns: tuple[tuple[int, ValueField], ...]

    def meant(self, part: MeantPart) -> dict[str, str]:
        """What the clerk said that texts in this part mean."""
        return {
            spelling(meaning.text): meaning.meaning
            for meaning in self.corrections.meanings
            if meaning.part == part
        }

    def instead(self, part: MeantPart) -> Callable[[str], str]:
        """From a text in this part to what the clerk said it means, or to itself."""
        meant = self.meant(part)
        return lambda text: meant.get(spelling(text), text) if meant else text


@dataclass(frozen=True, slots=True)
class _At(Generic[T]):
    """A part that the rows say (`part`), or that the headings say by a pattern; neither: there is none."""

    meanings: Mapping[Cell, T | Fault]
    part: Part[T] | None = None
    heading: str = ""


@dataclass(frozen=True, slots=True)
class _Located:
    municipality: _At[str]
    period: _At[Period]
    variant: _At[str]
    breakdown: _At[str]
    subject: _At[Subject]


def _located(table: _Table, field: Field | None, meanings: Mapping[Cell, T | Fault]) -> _At[T]:
    """Where a part with these meanings stands in the table."""
    if field is None:
        return _At(meanings)
    place = place_of(field, table.header, table.file, table.columns)
    if place.heading:
        return _At(meanings, heading=field.heading)
    if place.column is None:
        return _At(meanings, Part(meanings, None, place.text))
    read = meanings
    if field.pattern and not (isinstance(field, BreakdownField) and field.dimension):
        read = resolving.Resolved(lambda cell: meanings[counted(text_of(cell), field.pattern)])
    if field.fill == "blank":
        read = resolving.filled_down(read)
    return _At(meanings, Part(read, place.column, carried=bool(field.fill)))


def _municipality(table: _Table, field: Field) -> _At[str]:
    instead = table.instead("municipality")
    meanings = resolving.municipalities(table.catalog, instead)
    column = table.header.column(*field.names)
    if field.fill == "other" and column is not None:
        first = counted(_first_text(table.header, column, field), field.pattern)
        meanings = resolving.heading_municipalities(table.catalog, first, instead)
    return _located(table, field, meanings)


def _first_text(header: Header, column: int, field: Field) -> str:
    """The first text below the heading in a column, of the rows that are not left out."""
    out = resolving.left_out(field, {})
    below = (row[column] for row in header.head[header.row + 1 :] if column < len(row))
    return next((text_of(cell) for cell in below if not blank(cell) and not out[cell]), "")


def _breakdown(table: _Table, municipality: _At[str], period: _At[Period]) -> _At[str]:
    field = table.layout.breakdown
    if field is None or not (_column(table, field) is not None or _elsewhere(field)):
        return _At({})
    meant = table.meant("breakdown")

    def meanings(year: int | None) -> Mapping[Cell, str | Fault]:
        return resolving.breakdowns(field, year, municipality.meanings, meant)

    if not field.depends_on_year:
        return _located(table, field, meanings(None))
    if period.part is not None and period.part.column is None:
        always = period.part.of(())
        return _located(table, field, meanings(always.year if isinstance(always, Period) else None))
    at = _located(table, field, meanings(None))
    return (
        replace(at, part=replace(at.part, by_year=resolving.Kept[int, Mapping[Cell, str | Fault]](meanings)))
        if at.part
        else at
    )


def _elsewhere(field: BreakdownField) -> bool:
    """Whether a breakdown may stand outside the columns; a table without its column has none."""
    return bool(field.heading or field.cell or field.sheet_name or field.file_name or field.text)


def _status(table: _Table, period: _At[Period]) -> Part[Status]:
    usual = table.layout.status
    column = _column(table, table.layout.standing)
    if column is not None or period.part is None:
        return Part(resolving.statuses(usual, table.instead("status")), column)
    return Part(resolving.statuses_of_periods(usual), period.part.column, period.part.text)


def _column(table: _Table, field: Field | None) -> int | None:
    return table.header.column(*field.names) if field else None


def _skips(table: _Table, at: _Located) -> Iterator[Skip]:
    layout = table.layout
    for field, part in (
        (layout.indicator, at.subject.part),
        (layout.municipality, at.municipality.part),
        (layout.period, at.period.part),
        (layout.variant, at.variant.part),
        (layout.breakdown, at.breakdown.part),
    ):
        if field is None or part is None or part.column is None:
            continue
        if field.skip or field.skip_pattern or field.unknown == "skip":
            yield Skip(part.column, resolving.left_out(field, part.meanings), field.skip)


def _values(table: _Table, at: _Located) -> tuple[tuple[ValuePart, ...], tuple[Finding, ...]]:
    """The value columns, and what is wrong with the headings of those that are left out."""
    known = {subject.key: subject for subject in subjects(table.catalog)}
    values: list[ValuePart] = []
    findings: list[Finding] = []
    for column, value in table.columns:
        if value.series and value.series not in known:
            raise UserError(
                f"De indeling {table.layout.key} noemt de reeks '{value.series}', die niet in het dossier"
                " staat.",
                "Voeg de reeks toe aan series.toml of verbeter de indeling.",
            )
        try:
            variant = _said(at.variant, table.header.headings[column])
            if variant in {None, value.variant}:
                values.append(_value_part(table, at, column, value, known.get(value.series)))
        except _HeadingError as error:
            findings.append(
                Finding(error.fault, table.header.row if error.row is None else error.row, column)
            )
    return tuple(values), tuple(findings)


def _value_part(
    table: _Table, at: _Located, column: int, value: ValueField, subject: Subject | None
) -> ValuePart:
    heading = table.header.headings[column]
    period = _said(at.period, heading)
    marked = period is not None and is_provisional(heading_text(heading, at.period.heading) or "")
    fixed = Fixed(
        municipality=_said(at.municipality, heading),
        period=period,
        breakdown=value.breakdown or _said(at.breakdown, heading),
        status=Status.PROVISIONAL if marked else None,
    )
    about = subject or _said(at.subject, heading)
    written, row = unit_above(table.header, column)
    misfit = unit_misfit(written, value, about, fixed.breakdown) if about else None
    if misfit:
        raise _HeadingError(misfit, row)
    unit = about.unit if about else ""
    numbers = resolving.numbers(table.layout.decimal, value.factor, _BLANKS[table.layout.blank], unit)
    variant = "" if at.variant.heading else value.variant
    return ValuePart(column, variant, about, numbers, fixed)


class _HeadingError(Exception):
    """The heading of a value column says something that nothing is known by, or another unit."""

    def __init__(self, fault: Fault, row: int | None = None) -> None:
        super().__init__(fault.message)
        self.fault = fault
        self.row = row


def _said(at: _At[T], heading: str) -> T | None:
    """What the heading of a value column says of a part, None when the rows say it."""
    text = heading_text(heading, at.heading) if at.heading else None
    if text is None:
        return None
    said = at.meanings[text]
    if isinstance(said, Fault):
        raise _HeadingError(said)
    return said
