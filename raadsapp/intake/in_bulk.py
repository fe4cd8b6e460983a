"""Many rows of a sheet to values at once, column by column: a fraction of the time of one row after another.

Each text is looked up in a dictionary that holds the bits it stands for in a key, or FAULT, whose bits are
all set: or-ing the parts of a row gives its key, or FAULT. Rows with a fault, and all that could be something
else than values, are left to `intake.rows`.
"""

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import chain, compress, repeat
from math import isnan
from operator import or_
from typing import Self, TypeVar, cast

from raadsapp.intake import keys as packed
from raadsapp.intake.cells import Cell, blank
from raadsapp.intake.faults import Fault
from raadsapp.intake.numbers import Unread
from raadsapp.intake.plan import Part, Plan, Skip, ValuePart
from raadsapp.intake.rows import Collected, is_footnote, is_loose, take_cell, take_row
from raadsapp.intake.sheets import Row
from raadsapp.intake.vocabulary import status_number, with_status

T = TypeVar("T")
FAULT = -1
_NAN = float("nan")
_PROBE = 1.5
_KEPT = 20_000
"""Texts that are remembered of one column."""

Column = Sequence[Cell]
Bits = int | list[int]
"""Of all rows the same, or of each row."""


class _Known(dict[object, int]):
    """The bits that texts in a column stand for."""

    def __init__(self, bits: Callable[[Cell], int]) -> None:
        super().__init__()
        self._bits = bits

    def __missing__(self, cell: Cell) -> int:
        if len(self) >= _KEPT:
            self.clear()
        bits = self[cell] = self._bits(cell)
        return bits


class _Numbers(dict[Cell, float]):
    """The numbers in a value column; not a number where there is none."""

    def __init__(self, value: ValuePart) -> None:
        super().__init__()
        self._value = value
        signs = "".join(sign for sign in ",." if value.numbers[f"1{sign}5"] == _PROBE)
        # How most numbers are written; a column of them is read in one go.
        self._plain = re.compile(rf"(?:-?[0-9]{{1,12}}(?:[{signs}][0-9]{{1,2}})?\n)+") if signs else None

    def __missing__(self, cell: Cell) -> float:
        if len(self) >= _KEPT:
            self.clear()
        found = self._value.numbers[cell]
        number = self[cell] = _NAN if isinstance(found, Unread) else found
        return number

    def of(self, column: Column) -> list[float]:
        """The numbers in these cells."""
        if self._plain is not None and {*map(type, column)} == {str}:
            lines = "\n".join((*cast("Sequence[str]", column), ""))
            if self._plain.fullmatch(lines):
                return list(map(float, lines.replace(",", ".").split()))
        return list(map(self.__getitem__, column))


class _Reader:
    """The bits of one part: in a column, or (`always`) the same for every row."""

    def __init__(self, part: Part[T] | None, bits: Callable[[T], int]) -> None:
        def known(cell: Cell) -> int:
            meaning = part.meanings[cell] if part else None
            return FAULT if meaning is None or isinstance(meaning, Fault) else bits(meaning)

        self.column = part.column if part else None
        self.always = known(part.text) if part and part.column is None else 0
        self._known = _Known(known)

    def of(self, columns: Sequence[Column]) -> Bits:
        """The bits of each row."""
        if self.column is None:
            return self.always
        return list(map(self._known.__getitem__, columns[self.column]))


class Bulk:
    """Reads rows by a plan that is plain: no part of a row depends on another row or another part."""

    def __init__(self, plan: Plan, collected: Collected) -> None:
        self._plan = plan
        self._collected = collected
        words = collected.entries.vocabulary
        variants = {value.variant: number for number, value in enumerate(plan.values)}
        self._subject = _Reader(plan.subject, words.subject)
        self._municipality = _Reader(plan.municipality, words.municipality)
        self._period = _Reader(plan.period, packed.period)
        self._breakdown = _Reader(plan.breakdown, words.breakdown)
        self._status = _Reader(plan.status, status_number)
        self._source = _Reader(plan.origin, words.source)
        self._variant = _Reader(plan.variant, lambda name: variants.get(name, len(plan.values)))
        self._wanted = [variants[value.variant] for value in plan.values]
        self._numbers = [_Numbers(value) for value in plan.values]
        self._unusual = tuple(_unusual(plan))
        self._units = _Known(lambda pair: self._misfit(*cast("tuple[int, Cell]", pair)))

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

    def take(self, rows: Sequence[Row], first: int) -> None:
        """Read these rows, of which the first has number `first`."""
        width = self._plan.width
        fitted = rows
        if {*map(len, rows)} != {width}:
            blanks = ("",) * width
            fitted = [(*row, *blanks[len(row) :])[:width] for row in rows]
        columns = list(zip(*fitted, strict=True))
        about = [
            part.of(columns) for part in (self._subject, self._municipality, self._period, self._breakdown)
        ]
        standing = _joined((self._status.of(columns), self._source.of(columns)))
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
        numbers: Sequence[list[float]],
    ) -> list[int]:
        """The rows that must be looked at one by one."""
        odd = [list(map(known.__getitem__, columns[column])) for column, known in self._unusual]
        if self._plan.unit_column is not None:
            subjects = repeat(said[0]) if isinstance(said[0], int) else said[0]
            odd.append(list(map(self._units.__getitem__, zip(subjects, columns[self._plan.unit_column]))))  # noqa: B905 - one may be endless
        if max(map(len, rows)) > self._plan.width:
            beyond = [row[self._plan.width :] for row in rows]
            odd.append([FAULT if any(not blank(cell) for cell in cells) else 0 for cells in beyond])
        flags = _joined((*said, *odd))
        found: set[int] = set()
        if not isinstance(flags, int) and min(flags) < 0:
            found.update(place for place, flag in enumerate(flags) if flag < 0)
        for column in numbers:
            if isnan(sum(column)):
                found.update(
                    place for place, value in enumerate(column) if isnan(value) and is_loose(rows[place])
                )
        return sorted(found)

    def _take_around(self, rows: Sequence[Row], first: int, faulty: list[int]) -> None:
        """Read the `faulty` rows one by one, and those between them together."""
        begin = 0
        for place in (*faulty, len(rows)):
            if len(faulty) * 8 > len(rows):
                for number, row in enumerate(rows[begin:place], start=first + begin):
                    take_row(self._plan, row, number, self._collected)
            elif place > begin:
                self.take(rows[begin:place], first + begin)
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
        numbers: Sequence[list[float]],
    ) -> None:
        """Add the values of rows without faults, row after row."""
        count, values = len(columns[0]), self._plan.values
        keys = _by_row([_each(_joined(self._about(value, about)), count) for value in values])
        standings = _by_row([_each(self._standing(value, standing), count) for value in values])
        read = _by_row(numbers)
        wanted = _by_row([_equal(variants, number, count) for number in self._wanted])
        if isnan(sum(read)):
            for index, number in enumerate(read):
                if isnan(number) and wanted[index]:
                    row, place = divmod(index, len(values))
                    cell = columns[values[place].column][row]
                    take_cell(values[place], cell, first + row, keys[index], self._collected)
                    wanted[index] = False
        rows = chain.from_iterable(zip(*[range(first, first + count)] * len(values), strict=True))
        places = [value.column for value in values] * count
        add_all, sheet = self._collected.entries.add_all, self._collected.sheet
        if all(wanted):
            add_all(keys, read, standings, rows, places, sheet)
        else:
            of = (compress(column, wanted) for column in (keys, standings, rows, places))
            kept_keys, kept_standings, kept_rows, kept_places = of
            add_all(kept_keys, compress(read, wanted), kept_standings, kept_rows, kept_places, sheet)

    def _about(self, value: ValuePart, about: Sequence[Bits]) -> Iterator[Bits]:
        """What a value is about: as its column says, else as the rows say."""
        words, fixed = self._collected.entries.vocabulary, value.fixed
        subject, municipality, period, breakdown = about
        yield words.subject(value.subject) if value.subject else subject
        yield words.municipality(fixed.municipality) if fixed.municipality else municipality
        yield packed.period(fixed.period) if fixed.period else period
        yield words.breakdown(fixed.breakdown) if fixed.breakdown else breakdown

    def _standing(self, value: ValuePart, standing: Bits) -> Bits:
        if value.fixed.status is None:
            return standing
        return with_status(standing, value.fixed.status)

    def _misfit(self, subject: int, cell: Cell) -> int:
        """FAULT when the unit in a cell is not that of what is counted."""
        if subject == FAULT:
            return FAULT
        unit = self._collected.entries.vocabulary.unit(subject)
        return 0 if self._plan.units[unit][cell] is None else FAULT


def _joined(parts: Iterable[Bits]) -> Bits:
    """The bits of all parts together."""
    always, each = 0, []
    for part in parts:
        if isinstance(part, int):
            always |= part
        else:
            each.append(part)
    if not each:
        return always
    joined: Iterable[int] = each[0]
    for part in each[1:]:
        joined = map(or_, joined, part)
    return [always | bits for bits in joined] if always else list(joined)


def _each(bits: Bits, count: int) -> list[int]:
    return [bits] * count if isinstance(bits, int) else bits


def _equal(bits: Bits, wanted: int, count: int) -> list[bool]:
    return [bits == wanted] * count if isinstance(bits, int) else [it == wanted for it in bits]


def _by_row(columns: Sequence[list[T]]) -> list[T]:
    """The items of columns of equal length, row after row."""
    return columns[0] if len(columns) == 1 else list(chain.from_iterable(zip(*columns, strict=True)))


def _left_out(skip: Skip) -> _Known:
    return _Known(lambda cell: FAULT if skip.fits[cell] else 0)


def _unusual(plan: Plan) -> Iterator[tuple[int, _Known]]:
    """Columns with texts, FAULT among their bits, that make a row something else than one with values."""
    for skip in plan.skips:
        yield skip.column, _left_out(skip)
    needed = (plan.subject, plan.municipality, plan.period)
    if all(part is None or part.column != 0 for part in needed):
        yield 0, _Known(lambda cell: FAULT if blank(cell) or is_footnote(cell) else 0)
