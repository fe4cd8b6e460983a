"""Guesses for a file that no layout knows; a clerk looks at each of them before anything is read."""

import re
from collections.abc import Callable, Sequence
from dataclasses import replace

from raadsapp.domain.catalog import Catalog
from raadsapp.domain.municipality import normalised
from raadsapp.domain.period import PeriodKind
from raadsapp.intake.cells import blank, text_of
from raadsapp.intake.lookup import (
    municipality_code,
    municipality_codes,
    spelling,
    subjects,
    subjects_by_name,
)
from raadsapp.intake.numbers import Unread, read_number
from raadsapp.intake.periods import period_of_day
from raadsapp.intake.resolving import is_together
from raadsapp.services.layout_drafts import Decimal, Draft, Part, Place, ValueColumn, Where
from raadsapp.services.layout_finding import Means, found_in, names_municipality, names_period
from raadsapp.services.layout_headings import UNITS, YEAR, heading_rows, may_be_value
from raadsapp.services.layout_tables import Table

_TOGETHER = 2
_MOST = 0.6
_HALF = 0.5
_CODES = re.compile(r"gemeente|gm.?code|regio", re.IGNORECASE)
_COUNTED = re.compile(r"(?:nr|nummer|id|volgnummer|rij|#)\.?", re.IGNORECASE)
_REMARKS = re.compile(r"opmerking|toelichting|noot|bron", re.IGNORECASE)
_THOUSANDS = re.compile(r"[x×]\s*(?:€\s*)?1[. ]?000\b|duizend", re.IGNORECASE)
_MILLIONS = re.compile(r"\bmln\b|miljoen", re.IGNORECASE)
_TOTALS = re.compile(r"(?:sub)?totaal\b.*|samen|nederland|limburg|regio\b.*", re.IGNORECASE)
_SOURCE = re.compile(r"\s*bron(?:nen)?\s*:\s*(.+)", re.IGNORECASE)
_SIGNS: dict[str, Decimal] = {",": ",", ".": "."}


_LEAST_ROWS = 12
_MOST_CELLS = 20_000
"""Cells below the heading that are looked at, unless that is too few rows."""


def guess(table: Table, catalog: Catalog) -> Draft:
    """What can be seen in a sheet: where the headings are, and what each column is about."""
    return _Guesser(table, heading_rows(table), catalog).draft()


def guess_below(table: Table, headings: tuple[int, int], catalog: Catalog) -> Draft:
    """The same, where the clerk says which rows hold the headings."""
    return _Guesser(table, headings, catalog).draft()


class _Guesser:
    """What is known of a table while it is guessed."""

    def __init__(self, table: Table, rows: tuple[int, int], catalog: Catalog) -> None:
        self.table, self.rows, self.catalog = table, rows, catalog
        self.headings = table.headings(rows)
        # Of a very wide sheet fewer rows tell enough.
        self.below = table.below(rows)[: max(_LEAST_ROWS, _MOST_CELLS // max(table.width, 1))]
        self.texts = {
            column: tuple(text_of(cells[column]).strip() for cells in self.below if not blank(cells[column]))
            for column in range(table.width)
        }
        header = table.header(rows)
        named = len(header.headings) if header else 0
        self.free = [column for column in range(min(named, table.width)) if self.texts[column]]
        self.names = municipality_codes(catalog)
        self.codes = {municipality.code for municipality in catalog.municipalities}
        self.series_names = subjects_by_name(catalog)
        self.subjects = [
            (_words(name), subject.key)
            for subject in subjects(catalog)
            for name in (subject.key, subject.title)
        ]
        self.means: dict[Part, Means] = {
            Part.MUNICIPALITY: names_municipality(catalog),
            Part.PERIOD: names_period,
        }

    def draft(self) -> Draft:
        """All guesses together; a column is about one thing."""
        columns = {
            Part.MUNICIPALITY: self._take(self._municipality, _HALF),
            Part.PERIOD: self._take(self._period, _MOST),
            Part.INDICATOR: self._take(self._subject, _HALF),
            Part.UNIT: self._take(self._unit, _MOST),
        }
        # A column without a name may say what a row is about; values and breakdowns have one.
        self.free = [column for column in self.free if self.headings[column]]
        values = [column for column in self.free if self._numbers(column)]
        self.free = [column for column in self.free if column not in values]
        columns[Part.BREAKDOWN] = self._breakdown(
            [column for column in columns.values() if column is not None]
        )
        places = {part: Place(Where.COLUMN, column) for part, column in columns.items() if column is not None}
        for part in (Part.MUNICIPALITY, Part.PERIOD):
            if part not in places:
                place, values = self._elsewhere(part, values)
                if place:
                    places[part] = place
        draft = Draft(
            headings=self.rows,
            places=tuple((part, places[part]) for part in Part if part in places),
            values=tuple(ValueColumn(column, factor=self._factor(column)) for column in values),
            dimension=self._dimension(columns[Part.BREAKDOWN]),
            decimal=self._decimal(values),
            source=self._source(),
            skip=self._totals(columns[Part.MUNICIPALITY]),
            days=self._days(columns[Part.PERIOD]),
        )
        draft = self._about(draft)
        return replace(draft, guessed=frozenset(part for part, _ in draft.places))

    def _take(self, fits: Callable[[str, str], bool], share: float) -> int | None:
        """The first free column of which at least this share of the texts fits; it is then no longer free."""
        for column in self.free:
            texts, heading = self.texts[column], self.headings[column]
            if sum(fits(text, heading) for text in texts) >= share * len(texts):
                self.free.remove(column)
                return column
        return None

    def _municipality(self, text: str, heading: str) -> bool:
        if text.strip().isdigit() and not _CODES.search(heading):
            return False
        return municipality_code(text) in self.codes or len(self.names.get(normalised(text), ())) == 1

    def _period(self, text: str, _heading: str) -> bool:
        if text.isdigit():
            return YEAR.fullmatch(text) is not None
        return names_period(text) or period_of_day(text, PeriodKind.YEAR) is not None

    def _subject(self, text: str, _heading: str) -> bool:
        return spelling(text) in self.series_names

    def _unit(self, text: str, _heading: str) -> bool:
        return spelling(text) in UNITS

    def _numbers(self, column: int) -> bool:
        texts = self.texts[column]
        numbers = sum(may_be_value(text) for text in texts)
        return numbers >= _MOST * len(texts) and not _COUNTED.fullmatch(self.headings[column])

    def _breakdown(self, taken: Sequence[int]) -> int | None:
        """The first column of words that is left, where rows would say the same without it."""
        above = dict.fromkeys(taken, "")
        rows = []
        for cells in self.table.below(self.rows):
            above |= {column: text_of(cells[column]) for column in taken if not blank(cells[column])}
            rows.append(tuple(above.values()))
        if len(set(rows)) == len(rows):
            return None
        left = (column for column in self.free if not _REMARKS.match(self.headings[column]))
        return next(left, None)

    def _dimension(self, column: int | None) -> str:
        if column is None or all("=" in text for text in self.texts[column]):
            return ""
        return self.headings[column].rsplit("|", 1)[-1].casefold()

    def _elsewhere(self, part: Part, values: list[int]) -> tuple[Place | None, list[int]]:
        """Where a part stands outside the columns, and the columns of values that then remain."""
        means = self.means[part]
        named = [column for column in values if found_in(self.headings[column], means)]
        if len(named) >= _TOGETHER:
            return Place(Where.HEADINGS), named
        above = (
            (row, column)
            for row, cells in sorted(self.table.rows.items())
            for column, cell in enumerate(cells)
            if row < self.rows[0] and found_in(text_of(cell), means)
        )
        cell = next(above, None)
        if cell:
            return Place(Where.CELL, cell[1], cell[0]), values
        if self.table.name != self.table.file and found_in(self.table.name, means):
            return Place(Where.SHEET), values
        if found_in(self.table.file, means):
            return Place(Where.FILE), values
        return (Place(Where.HEADINGS), named) if named else (None, values)

    def _about(self, draft: Draft) -> Draft:
        """Which series the values are of: by the heading of their column, else by a title."""
        if draft.place(Part.INDICATOR).where is Where.COLUMN or not draft.values:
            return draft
        series = [self._series(self.headings[value.column]) for value in draft.values]
        titles = [
            text_of(cell) for row, cells in self.table.rows.items() if row < self.rows[0] for cell in cells
        ]
        named = set(series) if len(set(series)) == 1 else set()
        if not any(series):
            named = {self._series(text) for text in (*titles, self.table.name, self.table.file)} - {""}
        if len(named) == 1:
            return draft.with_place(Part.INDICATOR, Place(Where.TEXT, text=named.pop()))
        if not any(series):
            return draft
        values = tuple(replace(value, series=key) for value, key in zip(draft.values, series, strict=True))
        return replace(draft.with_place(Part.INDICATOR, Place(Where.HEADINGS)), values=values)

    def _series(self, text: str) -> str:
        """The key of the series whose key or title stands in a text; empty when there are several or none."""
        written = f" {_words(text)} "
        found = {words: key for words, key in self.subjects if f" {words} " in written}
        # A title may hold a shorter one.
        longest = [words for words in found if not any(words in other for other in found if other != words)]
        return found[longest[0]] if len({found[words] for words in longest}) == 1 else ""

    def _factor(self, column: int) -> float:
        if _MILLIONS.search(self.headings[column]):
            return 1_000_000.0
        return 1000.0 if _THOUSANDS.search(self.headings[column]) else 1.0

    def _decimal(self, values: Sequence[int]) -> Decimal:
        """The decimal sign that some numbers show; none when they do not, or show both."""
        texts = {
            text_of(cells[column])
            for cells in self.below
            for column in values
            if isinstance(cells[column], str)
        }
        signs = [
            sign
            for sign in _SIGNS
            if any(
                isinstance(read_number(text, sign), float) and isinstance(read_number(text, other), Unread)
                for text in texts
                for other in _SIGNS
                if other != sign
            )
        ]
        return _SIGNS[signs[0]] if len(signs) == 1 else ""

    def _source(self) -> str:
        for cells in self.table.rows.values():
            for cell in cells:
                match = _SOURCE.fullmatch(cell) if isinstance(cell, str) and ":" in cell else None
                if match:
                    return match[1].strip()
        return ""

    def _totals(self, column: int | None) -> tuple[str, ...]:
        if column is None:
            return ()
        texts = dict.fromkeys(self.texts[column])
        return tuple(
            text
            for text in texts
            if _TOTALS.fullmatch(text) and not is_together(text) and not self._municipality(text, "")
        )

    def _days(self, column: int | None) -> PeriodKind | None:
        """The kind of period that days stand for, by the months they fall in."""
        if column is None or any(names_period(text) for text in self.texts[column]):
            return None
        months = {day.number for text in self.texts[column] if (day := period_of_day(text, PeriodKind.MONTH))}
        if not months:
            return None
        if len(months) == 1:
            return PeriodKind.YEAR
        quarters = any(months <= set(range(first, 13, 3)) for first in (1, 2, 3))
        return PeriodKind.QUARTER if quarters else PeriodKind.MONTH


def _words(text: str) -> str:
    """A text as titles are looked for in it: its words, in one case."""
    return spelling(re.sub(r"[|_,;:()]+", " ", text))
