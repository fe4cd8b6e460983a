"""From what a clerk pointed at to a layout that reads this file, and the next one of its kind."""

import re
from collections import Counter
from collections.abc import Callable, Iterator, Sequence

import msgspec

from raadsapp.domain.catalog import Catalog
from raadsapp.errors import UserError
from raadsapp.intake.cells import blank, cell_name, column_name, text_of
from raadsapp.intake.headings import BETWEEN, stand_in
from raadsapp.intake.layouts import MAX_HEADING_ROWS, BreakdownField, Field, Layout, ValueField
from raadsapp.services.layout_drafts import Draft, Part, ValueColumn, Where, missing
from raadsapp.services.layout_finding import (
    Means,
    Span,
    found_in,
    names_municipality,
    names_period,
    pattern_around,
)
from raadsapp.services.layout_tables import Table

DRAFT_KEY = "eigen-indeling"
"""Key of a layout that was not saved yet."""

_FEW = 2
_NAMES = {Part.MUNICIPALITY: "gemeente", Part.PERIOD: "periode", Part.BREAKDOWN: "uitsplitsing"}
_FILE_END = re.compile(r"\.[^.]+$")


def layout_of(draft: Draft, table: Table, catalog: Catalog) -> Layout:
    """The layout that `draft` says, made with the file that it was pointed out in.

    UserError that says in Dutch what is still to be said, or why it cannot be so.
    """
    lacking = missing(draft)
    if lacking:
        raise UserError(lacking[0], "Daarna ziet u hier wat wordt ingelezen.")
    return _Builder(draft, table, catalog).layout()


def readable_headings(draft: Draft, table: Table) -> str:
    """What is wrong with the rows that were said to hold the headings; empty when nothing is."""
    first, last = draft.headings
    if last - first + 1 > MAX_HEADING_ROWS:
        return f"Kolomnamen staan in ten hoogste {MAX_HEADING_ROWS} rijen."
    if table.header(draft.headings) is None:
        return (
            "In deze rijen zoekt de app geen kolomnamen: ze staan te ver naar onder, of de bovenste is leeg."
        )
    return ""


class _Builder:
    """What is known while a layout is made."""

    def __init__(self, draft: Draft, table: Table, catalog: Catalog) -> None:
        wrong = readable_headings(draft, table)
        if wrong:
            raise UserError(wrong, "Kies andere rijen.")
        self.draft, self.table = draft, table
        self.headings = table.headings(draft.headings)
        header = table.header(draft.headings)
        self.named = len(header.headings) if header else 0
        self.finders: dict[Part, Means] = {
            Part.MUNICIPALITY: names_municipality(catalog),
            Part.PERIOD: names_period,
        }
        self.varying = tuple(
            part
            for part, place in draft.places
            if place.where is Where.HEADINGS and part is not Part.INDICATOR
        )
        self.spans = {value.column: self._spans(self._name(value.column)) for value in draft.values}

    def layout(self) -> Layout:
        """All of it together."""
        draft, indicator = self.draft, self.draft.place(Part.INDICATOR)
        used = {place.column for _, place in draft.places if place.where is Where.COLUMN}
        said = used | {value.column for value in draft.values}
        unread = tuple(name for column, name in enumerate(self.headings) if name and column not in said)
        first, last = draft.headings
        return Layout(
            key=DRAFT_KEY,
            title="Eigen indeling",
            columns=self._recognised_by(sorted(used), unread),
            heading_rows=last - first + 1,
            decimal=draft.decimal,
            status=draft.status,
            source=draft.source.strip(),
            unread=unread,
            days=draft.days,
            indicator=None
            if indicator.where in {Where.TEXT, Where.HEADINGS}
            else self._field(Part.INDICATOR),
            municipality=self._field(Part.MUNICIPALITY),
            period=self._field(Part.PERIOD),
            breakdown=self._breakdown(),
            unit=self._field(Part.UNIT),
            value=self._values(),
        )

    def _recognised_by(self, used: Sequence[int], unread: tuple[str, ...]) -> tuple[str, ...]:
        """The headings that a file of this kind has: no fewer than needed to tell it from others."""
        values = [self._name(value.column) for value in self.draft.values if self.headings[value.column]]
        names = [self._name(column) for column in used if self.headings[column]]
        if not self.varying:
            names += values
        if len(names) < _FEW:
            names += unread
        if not names and not values:
            raise UserError(
                "Geen van deze kolommen heeft een naam; zo is een volgend bestand niet te herkennen.",
                "Kies de rij waarin de namen staan, of zet er in het bestand namen boven.",
            )
        return tuple(names or values)

    def _name(self, column: int) -> str:
        if not 0 <= column < self.named:
            raise UserError(
                f"Kolom {column_name(column)} staat naast de kolomnamen.",
                "Kies ook de rij waarin de naam staat, of zet er in het bestand een naam boven.",
            )
        return self.headings[column] or stand_in(column)

    def _field(self, part: Part) -> Field | None:
        place = self.draft.place(part)
        match place.where:
            case Where.NOWHERE:
                return None
            case Where.COLUMN:
                return self._column_field(part, place.column)
            case Where.HEADINGS:
                field = Field(heading=self._heading_pattern(part))
            case Where.CELL:
                text = text_of(self.table.cell(place.row, place.column)).strip()
                field = Field(cell=cell_name(place.row, place.column), pattern=self._pattern(part, text))
            case Where.SHEET:
                field = Field(sheet_name=f"^{self._pattern(part, self.table.name) or '(.+)'}$")
            case Where.FILE:
                field = Field(file_name=self._file_pattern(part), example=self.table.file)
            case Where.TEXT:
                field = Field(text=place.text.strip())
        return field

    def _column_field(self, part: Part, column: int) -> Field:
        skip = self.draft.skip if part is Part.MUNICIPALITY else ()
        fills = part not in {Part.BREAKDOWN, Part.UNIT} and self._has_gaps(column)
        return Field(column=self._name(column), skip=skip, fill="blank" if fills else "")

    def _breakdown(self) -> BreakdownField | None:
        field = self._field(Part.BREAKDOWN)
        if field is None:
            return None
        return BreakdownField(
            column=field.column,
            pattern=field.pattern,
            heading=field.heading,
            cell=field.cell,
            sheet_name=field.sheet_name,
            file_name=field.file_name,
            text=field.text,
            fill=field.fill,
            dimension=" ".join(self.draft.dimension.split()),
        )

    def _has_gaps(self, column: int) -> bool:
        """Whether rows leave this column empty because it means what stands above."""
        cells = [row[column] for row in self.table.below(self.draft.headings)]
        return bool(cells) and not blank(cells[0]) and any(blank(cell) for cell in cells)

    def _pattern(self, part: Part, text: str) -> str:
        """Which part of a text counts, as a pattern; empty for all of it, or when nothing is found in it."""
        finder = self.finders.get(part)
        span = found_in(text, finder) if finder else None
        return pattern_around(text, span, self._spans(text)) if span else ""

    def _file_pattern(self, part: Part) -> str:
        stem = _FILE_END.sub("", self.table.file)
        return f"^{self._pattern(part, stem) or '(.+)'}" + r"\.[^.]+$"

    def _spans(self, text: str) -> tuple[Span, ...]:
        found = (found_in(text, finder) for finder in self.finders.values())
        return tuple(span for span in found if span)

    def _heading_pattern(self, part: Part) -> str:
        """The pattern that gives this part of the heading of every value column."""
        names = [self._name(value.column) for value in self.draft.values]
        finder = self.finders.get(part) or self._other_level
        for pattern in (*_by_level(names, finder), *self._around(names, finder)):
            if all(_says(name, pattern, finder) for name in names):
                return pattern
        raise UserError(
            f"Niet elke kolom met cijfers heeft een {_NAMES[part]} in haar naam.",
            "Kies alleen de kolommen die dat hebben, of zeg het anders.",
        )

    def _other_level(self, text: str) -> bool:
        """Whether a text may be what no other part says: it holds no part that varies."""
        return bool(text) and not any(
            found_in(text, finder) for part, finder in self.finders.items() if part in self.varying
        )

    def _around(self, names: Sequence[str], finder: Means) -> Iterator[str]:
        yield "(.+)"
        for name in names[:1]:
            span = found_in(name, finder)
            if span:
                yield pattern_around(name, span, self._spans(name)) or "(.+)"

    def _values(self) -> tuple[ValueField, ...]:
        """Value columns by heading, or by pattern where their headings vary; each way of reading once."""
        said = [self._value(value) for value in self.draft.values]
        fields = set(said)
        patterns = Counter(field.pattern for field in fields)
        # Headings alike that say different things: each says it for its own column alone.
        alone = [
            msgspec.structs.replace(field, pattern=re.escape(self._name(value.column)))
            if field.pattern and patterns[field.pattern] > 1
            else field
            for field, value in zip(said, self.draft.values, strict=True)
        ]
        return tuple(dict.fromkeys(alone))

    def _value(self, value: ValueColumn) -> ValueField:
        constant = self.draft.place(Part.INDICATOR)
        series = constant.text if constant.where is Where.TEXT else value.series
        name = self._name(value.column)
        if not self.varying:
            return ValueField(column=name, series=series, factor=value.factor)
        return ValueField(pattern=self._template(name), series=series, factor=value.factor)

    def _template(self, name: str) -> str:
        """A pattern for headings that are as this one but for what varies."""
        levels = name.split(BETWEEN)
        if Part.BREAKDOWN in self.varying:
            return r"\|".join(["[^|]+"] * len(levels))
        spans = [
            span
            for part in self.varying
            if (finder := self.finders.get(part)) and (span := found_in(name, finder))
        ]
        pattern, at = "", 0
        for start, end in sorted(spans):
            pattern += re.escape(name[at:start]) + "[^|]+?"
            at = end
        return pattern + re.escape(name[at:])


def _by_level(names: Sequence[str], finder: Means) -> Iterator[str]:
    """Patterns for one whole level of headings that stand in several rows."""
    counts = {name.count(BETWEEN) + 1 for name in names}
    if len(counts) != 1:
        return
    count = counts.pop()
    for level in range(count):
        if all(finder(name.split(BETWEEN)[level]) for name in names):
            yield r"\|".join("([^|]+)" if place == level else "[^|]+" for place in range(count))


def _says(name: str, pattern: str, finder: Callable[[str], bool]) -> bool:
    match = re.fullmatch(pattern, name, re.IGNORECASE)
    return match is not None and finder(match[1].strip())
