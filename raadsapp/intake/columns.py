"""What the cells in a column of a sheet stand for, many at once, as numbers.

Each text is looked up in a dictionary that holds the bits it stands for in a key, or FAULT, whose bits are
all set: or-ing the parts of a row gives its key, or FAULT.
"""

import re
from collections.abc import Callable, Sequence
from typing import TypeVar, cast

import numpy as np
from numpy.typing import NDArray

from raadsapp.intake import keys as packed
from raadsapp.intake.cells import Cell
from raadsapp.intake.findings import Fault
from raadsapp.intake.number_sets import among
from raadsapp.intake.numbers import TRIALS, Doubtful, Unread
from raadsapp.intake.plan import Part, ValuePart

T = TypeVar("T")
FAULT = -1
_NAN = float("nan")
_HALF = 0.5
_KEPT = 20_000
"""Texts that are remembered of one column."""

Column = tuple[Cell, ...]
Bits = int | NDArray[np.int64]
"""Of all rows the same, or of each row."""
Values = NDArray[np.float64]


class Meant(dict[Cell, int]):
    """The bits that texts in a column stand for. `fresh` are the texts that were new of late."""

    def __init__(self, bits: Callable[[Cell], int]) -> None:
        super().__init__()
        self._bits = bits
        self.fresh: list[Cell] = []

    def __missing__(self, cell: Cell) -> int:
        self.fresh.append(cell)
        if len(self) >= _KEPT:
            self.clear()
        bits = self[cell] = self._bits(cell)
        return bits

    def of(self, column: Column) -> Bits:
        """The bits of the cells."""
        if column[0] == column[-1] and column.count(column[0]) == len(column):
            return self[column[0]]
        return np.fromiter(map(self.__getitem__, column), np.int64, len(column))


class Figures(dict[Cell, float]):
    """The numbers in a value column; not a number where there is none.

    `doubtful` are texts that were learned and mean a `Doubtful` number.
    """

    def __init__(self, value: ValuePart) -> None:
        super().__init__()
        self._value = value
        self.doubtful: dict[Cell, Doubtful] = {}
        self._noted = False
        signs = "".join(sign for text, sign in TRIALS.items() if value.numbers[text] == _HALF)
        # How most numbers are written; many of them are read in one go.
        self._plain = re.compile(rf"(?:-?[0-9]{{1,12}}(?:[{signs}][0-9]{{1,2}})?\n)+") if signs else None

    def of(self, column: Column) -> Values:
        """The numbers in these cells."""
        try:
            return np.array(list(map(self.__getitem__, column)))
        except KeyError:
            self._learn(set(column))
            return np.array(list(map(self.__getitem__, column)))

    def _learn(self, cells: set[Cell]) -> None:
        """Know the numbers in these cells too."""
        if len(self) >= _KEPT:
            self.clear()
            self.doubtful.clear()
        fresh = list(cells.difference(self))
        if self._plain is not None and {*map(type, fresh)} == {str}:
            lines = "\n".join((*cast("list[str]", fresh), ""))
            # A cell may hold lines of its own.
            if lines.count("\n") == len(fresh) and self._plain.fullmatch(lines):
                self._note_sign(cast("list[str]", fresh))
                self.update(zip(fresh, map(float, lines.replace(",", ".").split()), strict=True))
                return
        for cell in fresh:
            found = self._value.numbers[cell]
            if isinstance(found, Doubtful):
                self.doubtful[cell] = found
            self[cell] = _NAN if isinstance(found, Unread) else found

    def _note_sign(self, fresh: list[str]) -> None:
        """Read one number with decimals as others are, so that their sign is known to stand in the column."""
        if not self._noted:
            text = next((text for text in fresh if not text.removeprefix("-").isdigit()), None)
            self._noted = text is not None and isinstance(self._value.numbers[text], float)


class Units:
    """Whether the units in a column are those of what is counted."""

    def __init__(self, column: int, misfit: Callable[[int, Cell], bool]) -> None:
        self.column = column
        self._misfit = misfit
        self._cells: list[Cell] = []
        self.known = Meant(self._number)
        self._pairs: dict[int, bool] = {}

    def _number(self, cell: Cell) -> int:
        self._cells.append(cell)
        return len(self._cells) - 1

    def of(self, subjects: Bits, column: Column) -> Bits:
        """FAULT for each row of which the unit is another than that of its subject."""
        if len(self._cells) >= _KEPT:
            self._cells.clear()
            self.known.clear()
            self._pairs.clear()
        pairs = self.known.of(column) | subjects
        if isinstance(pairs, int):
            return FAULT if self._wrong(pairs) else 0
        wrong = [pair for pair in set(pairs.tolist()) if self._wrong(pair)]
        return np.where(among(pairs, wrong), FAULT, 0) if wrong else 0

    def _wrong(self, pair: int) -> bool:
        if pair < 0:
            return True
        if pair not in self._pairs:
            subject = packed.subject(packed.numbers_of(pair)[0])
            self._pairs[pair] = self._misfit(subject, self._cells[pair ^ subject])
        return self._pairs[pair]


class Reader:
    """The bits of one part: in a column, or (`always`) the same for every row."""

    def __init__(self, part: Part[T] | None, bits: Callable[[T], int]) -> None:
        def known(cell: Cell) -> int:
            meaning = part.meanings[cell] if part else None
            return FAULT if meaning is None or isinstance(meaning, Fault) else bits(meaning)

        self.column = part.column if part else None
        self.always = known(part.text) if part and part.column is None else 0
        self.known = Meant(known)

    def of(self, columns: Sequence[Column]) -> Bits:
        """The bits of each row."""
        return self.always if self.column is None else self.known.of(columns[self.column])
