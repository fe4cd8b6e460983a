"""From a layout that was kept back to what the clerk pointed at: the inverse of `layout_building`."""

from collections.abc import Iterator

from raadsapp.errors import UserError
from raadsapp.intake.cells import cell_place
from raadsapp.intake.headings import Header
from raadsapp.intake.layouts import BreakdownField, Field, Layout, ValueField
from raadsapp.intake.placing import value_columns
from raadsapp.intake.recognition import recognise
from raadsapp.intake.sheets import DeliveredFile, Sheet
from raadsapp.services.layout_drafts import Draft, Part, Place, ValueColumn, Where
from raadsapp.services.layout_tables import Table


def draft_of(layout: Layout, table: Table) -> Draft | None:
    """What was pointed at for `layout`, in a sheet that it reads.

    None where the layout does not fit the sheet, or says more than can be pointed at.
    """
    if not _can_be_said(layout):
        return None
    rows = tuple(table.rows.get(row, ()) for row in range(max(table.rows, default=-1) + 1))
    try:
        _, ((_, header),) = recognise(
            DeliveredFile(table.file, "", (Sheet(table.name, rows),)), (layout,), layout.key
        )
    except UserError:
        return None
    values = value_columns(layout, header)
    breakdown = layout.breakdown
    return Draft(
        headings=(header.first, header.row),
        places=tuple(_places(layout, header, values)),
        values=_values(layout, values),
        dimension=breakdown.dimension if breakdown else "",
        decimal=layout.decimal,
        status=layout.status,
        source=layout.source,
        skip=layout.municipality.skip if layout.municipality else (),
        days=layout.days,
    )


def _can_be_said(layout: Layout) -> bool:
    """Whether the mapping screen has a place for all that a layout says."""
    more = (layout.refusal, layout.variant, layout.standing, layout.origin, layout.zero_means)
    others = [field for field in layout.fields if field is not layout.municipality]
    return not (
        any(more)
        or layout.blank != "missing"
        or layout.jump_floor
        or any(field.skip for field in others)
        or any(field.also or field.skip_pattern or field.unknown == "skip" for field in layout.fields)
        or any(field.fill == "other" for field in layout.fields)
        or any(value.also or value.variant or value.breakdown for value in layout.value)
        or _breaks_down_otherwise(layout.breakdown)
    )


def _breaks_down_otherwise(field: BreakdownField | None) -> bool:
    return field is not None and bool(field.kind or field.whole or field.whole_municipality or field.parent)


def _places(
    layout: Layout, header: Header, values: tuple[tuple[int, ValueField], ...]
) -> Iterator[tuple[Part, Place]]:
    fields = {
        Part.MUNICIPALITY: layout.municipality,
        Part.PERIOD: layout.period,
        Part.INDICATOR: layout.indicator,
        Part.BREAKDOWN: layout.breakdown,
        Part.UNIT: layout.unit,
    }
    for part in Part:
        field = fields[part]
        if field is not None:
            yield part, _place(field, header)
        elif part is Part.INDICATOR:
            yield part, _constant(values)


def _place(field: Field, header: Header) -> Place:
    """Where a part stands, of the one place that such a field names."""
    column = header.column(*field.names)
    if column is not None:
        return Place(Where.COLUMN, column)
    if field.heading:
        return Place(Where.HEADINGS)
    if cell := cell_place(field.cell):
        return Place(Where.CELL, column=cell[1], row=cell[0])
    if field.sheet_name:
        return Place(Where.SHEET)
    return Place(Where.FILE) if field.file_name else Place(Where.TEXT, text=field.text)


def _constant(values: tuple[tuple[int, ValueField], ...]) -> Place:
    """The series of all values, or that each column has its own."""
    series = {value.series for _, value in values}
    return Place(Where.TEXT, text=series.pop()) if len(series) == 1 else Place(Where.HEADINGS)


def _values(layout: Layout, values: tuple[tuple[int, ValueField], ...]) -> tuple[ValueColumn, ...]:
    """The value columns in order, each with its own series where they differ."""
    each = layout.indicator is None and len({value.series for _, value in values}) > 1
    return tuple(
        ValueColumn(column, value.series if each else "", value.factor)
        for column, value in sorted(dict(reversed(values)).items())
    )
