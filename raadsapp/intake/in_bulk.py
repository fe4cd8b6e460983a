"""Many rows of a sheet to values at once, column by column: a fraction of the time of one row after another.

Rows with a fault, and all that could be something else than values, are left to `intake.rows`.
"""

from collections.abc import Iterable, Iterator, Sequence
from typing import Self

import numpy as np
from numpy.typing import NDArray

from raadsapp.intake import keys as packed
from raadsapp.intake.cells import Cell, blank, text_of
from raadsapp.intake.columns import FAULT, Bits, Column, Figures, Meant, Reader, Units, Values
from raadsapp.intake.findings import Fault
from raadsapp.intake.plan import Plan, Skip, ValuePart
from raadsapp.intake.rows import Collected, is_footnote, is_loose, is_too_long, take_cell, take_row
from raadsapp.intake.sheets import Row, columns_of, width_of
from raadsapp.intake.vocabulary import status_number, with_status


class Bulk:
    """Reads rows by a plan that is plain: no part of a row depends on another row or another part."""

    def __init__(self, plan: Plan, collected: Collected) -> None:
        self._plan = plan
        self._collected = collected
        words = collected.entries.vocabulary
        variants = {value.variant: number for number, value in enumerate(plan.values)}
        self._subject = Reader(plan.subject, words.subject)
        self._municipality = Reader(plan.municipality, words.municipality)
        self._period = Reader(plan.period, packed.period)
        self._breakdown = Reader(plan.breakdown, words.breakdown)
        self._status = Reader(plan.status, status_number)
        self._source = Reader(plan.origin, words.source)
        self._variant = Reader(plan.variant, lambda name: variants.get(name, len(plan.values)))
        self._wanted = [variants[value.variant] for value in plan.values]
        self._numbers = [Figures(value) for value in plan.values]
        self._places = np.array([value.column for value in plan.values])
        self._unusual = tuple(_unusual(plan))
        self._units = None if plan.unit_column is None else Units(plan.unit_column, self._misfit)
        parts = (self._subject, self._municipality, self._period, self._breakdown)
        self._known = [
            (reader.column, reader.known)
            for reader in (*parts, self._status, self._source, self._variant)
            if reader.column is not None
        ]
        if self._units:
            self._known.append((self._units.column, self._units.known))

    @classmethod
    def of(cls, plan: Plan, collected: Collected) -> Self | None:
        """A reader of many rows at once; None when rows must be read one by one."""
        needed = (plan.subject, plan.municipality, plan.period)
        plain = (
            plan.values
            and not any(part.carried or part.by_year is not None for part in plan.parts)
            and any(part is not None and part.column is not None for part in needed)
            and (plan.unit_column is None or all(value.subject is None for value in plan.values))
            and not any(part.column is None and isinstance(part.of(()), Fault) for part in plan.parts)
        )
        return cls(plan, collected) if plain else None

    def take(self, rows: Sequence[Row], first: int) -> dict[int, list[Cell]]:
        """Read these rows, of which the first has number `first`.

        Gives of columns that hold no values the texts that were not read before.
        """
        for _, known in self._known:
            known.fresh = []
        self._take(rows, first)
        return {column: known.fresh for column, known in self._known}

    def _take(self, rows: Sequence[Row], first: int) -> None:
        columns = columns_of(rows, self._plan.width)
        about = [
            part.of(columns) for part in (self._subject, self._municipality, self._period, self._breakdown)
        ]
        standing = self._status.of(columns) | self._source.of(columns)
        variants = self._variant.of(columns)
        numbers = [
            known.of(columns[value.column])
            for known, value in zip(self._numbers, self._plan.values, strict=True)
        ]
        faulty = self._faulty(rows, columns, (*about, standing, variants), numbers)
        if faulty:
            self._take_around(rows, first, faulty)
        else:
            self._add(columns, first, about, standing, variants, numbers)

    def _faulty(
        self,
        rows: Sequence[Row],
        columns: Sequence[Column],
        said: tuple[Bits, ...],
        numbers: Sequence[Values],
    ) -> list[int]:
        """The rows that must be looked at one by one."""
        odd: list[Bits] = [known.of(columns[column]) for column, known in self._unusual]
        if self._units:
            odd.append(self._units.of(said[0], columns[self._units.column]))
        if width_of(rows) > self._plan.width:
            odd.append(np.array([FAULT if is_too_long(self._plan, row) else 0 for row in rows]))
        flags = _joined((*said, *odd))
        if isinstance(flags, int):
            found = set(range(len(rows))) if flags < 0 else set()
        else:
            found = set((flags < 0).nonzero()[0].tolist())
        for column in numbers:
            found.update(place for place in np.isnan(column).nonzero()[0].tolist() if is_loose(rows[place]))
        return sorted(found)

    def _take_around(self, rows: Sequence[Row], first: int, faulty: list[int]) -> None:
        """Read the `faulty` rows one by one, and those between them together."""
        begin = 0
        for place in (*faulty, len(rows)):
            if len(faulty) * 8 > len(rows):
                for number, row in enumerate(rows[begin:place], start=first + begin):
                    take_row(self._plan, row, number, self._collected)
            elif place > begin:
                self._take(rows[begin:place], first + begin)
            if place < len(rows):
                take_row(self._plan, rows[place], first + place, self._collected)
            begin = place + 1

    def _add(
        self,
        columns: Sequence[Column],
        first: int,
        about: Sequence[Bits],
        standing: Bits,
        variants: Bits,
        numbers: Sequence[Values],
    ) -> None:
        """Add the values of rows without faults, row after row."""
        count, values = len(columns[0]), self._plan.values
        keys = _by_row([_joined(self._about(value, about)) for value in values], count)
        standings = _by_row([self._standing(value, standing) for value in values], count)
        read = numbers[0] if len(numbers) == 1 else np.column_stack(numbers).ravel()
        wanted = _by_row([variants == number for number in self._wanted], count).astype(np.bool_)
        for index in (np.isnan(read) & wanted).nonzero()[0].tolist():
            row, place = divmod(index, len(values))
            cell = columns[values[place].column][row]
            take_cell(values[place], cell, first + row, int(keys[index]), self._collected)
            wanted[index] = False
        self._doubt(columns, first, wanted.reshape(count, len(values)))
        rows = np.arange(first * len(values), (first + count) * len(values)) // len(values)
        places = np.broadcast_to(self._places, (count, len(values))).ravel()
        found = keys, read, standings, rows, places
        if not wanted.all():
            found = keys[wanted], read[wanted], standings[wanted], rows[wanted], places[wanted]
        self._collected.entries.add_all(*found, self._collected.sheet)

    def _doubt(self, columns: Sequence[Column], first: int, wanted: NDArray[np.bool_]) -> None:
        """Tell of the first number of a column that could be another, of the cells that are `wanted`."""
        for place, (known, value) in enumerate(zip(self._numbers, self._plan.values, strict=True)):
            if known.doubtful and value.column not in self._collected.doubted:
                cells = columns[value.column]
                for row in wanted[:, place].nonzero()[0].tolist():
                    number = known.doubtful.get(cells[row])
                    if number is not None:
                        self._collected.doubt(text_of(cells[row]), number, first + row, value.column)
                        break

    def _about(self, value: ValuePart, about: Sequence[Bits]) -> Iterator[Bits]:
        """What a value is about: as its column says, else as the rows say."""
        words, fixed = self._collected.entries.vocabulary, value.fixed
        subject, municipality, period, breakdown = about
        yield words.subject(value.subject) if value.subject else subject
        yield words.municipality(fixed.municipality) if fixed.municipality else municipality
        yield packed.period(fixed.period) if fixed.period else period
        yield words.breakdown(fixed.breakdown) if fixed.breakdown else breakdown

    def _standing(self, value: ValuePart, standing: Bits) -> Bits:
        return standing if value.fixed.status is None else with_status(standing, value.fixed.status)

    def _misfit(self, subject: int, cell: Cell) -> bool:
        """Whether the unit in a cell is not that of what is counted."""
        unit = self._collected.entries.vocabulary.unit(subject)
        return self._plan.units[unit][cell] is not None


def _joined(parts: Iterable[Bits]) -> Bits:
    """The bits of all parts together."""
    joined: Bits = 0
    for part in parts:
        joined = joined | part
    return joined


def _by_row(columns: Sequence[Bits | NDArray[np.bool_]], count: int) -> NDArray[np.int64]:
    """The items of columns of `count` rows, row after row."""
    found = np.empty((count, len(columns)), np.int64)
    for number, column in enumerate(columns):
        found[:, number] = column
    return found.ravel()


def _left_out(skip: Skip) -> Meant:
    return Meant(lambda cell: FAULT if skip.fits[cell] else 0)


def _unusual(plan: Plan) -> Iterator[tuple[int, Meant]]:
    """Columns with texts, FAULT among their bits, that make a row something else than one with values."""
    for skip in plan.skips:
        yield skip.column, _left_out(skip)
    needed = (plan.subject, plan.municipality, plan.period)
    if all(part is None or part.column != 0 for part in needed):
        yield 0, Meant(lambda cell: FAULT if blank(cell) or is_footnote(cell) else 0)
