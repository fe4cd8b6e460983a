"""A delivered file as sheets of cells that keep their place."""

from abc import abstractmethod
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import chain, islice, repeat
from typing import overload

from raadsapp.intake.cells import Cell

Row = tuple[Cell, ...]
Merged = tuple[int, int, int, int]
"""Cells that were merged: the first row and column, and the last row and column, from 0."""
AT_ONCE = 300
"""Rows that are worked on together: more of them no longer fit the caches of a processor."""


class Block(Sequence[Row]):
    """So many rows that follow each other, kept as columns; a row ends with its last cell that is filled."""

    def __init__(self, columns: Sequence[tuple[Cell, ...]], count: int) -> None:
        self.columns = columns
        self._count = count

    def __len__(self) -> int:
        return self._count

    def __iter__(self) -> Iterator[Row]:
        rows = zip(*self.columns, strict=True) if self.columns else repeat((), self._count)
        return map(_without_end, rows)

    @overload
    def __getitem__(self, index: int) -> Row: ...

    @overload
    def __getitem__(self, index: slice) -> "Block": ...

    def __getitem__(self, index: int | slice) -> "Row | Block":
        if isinstance(index, slice):
            return Block([column[index] for column in self.columns], len(range(self._count)[index]))
        return _without_end(tuple(column[index] for column in self.columns))


def columns_of(rows: Sequence[Row], width: int) -> Sequence[tuple[Cell, ...]]:
    """The cells of so many columns of some rows, one at least; empty where a row is shorter."""
    if isinstance(rows, Block):
        return [*rows.columns[:width], *repeat(("",) * len(rows), width - len(rows.columns))]
    if {*map(len, rows)} != {width}:
        blanks = ("",) * width
        rows = [(*row, *blanks[len(row) :])[:width] for row in rows]
    return list(zip(*rows, strict=True))


def width_of(rows: Sequence[Row]) -> int:
    """The most cells that a row of these has, or may have."""
    return len(rows.columns) if isinstance(rows, Block) else max(map(len, rows), default=0)


def _without_end(cells: Row) -> Row:
    """A row without the empty cells at its end."""
    end = len(cells)
    while end and cells[end - 1] == "":
        end -= 1
    return cells if end == len(cells) else cells[:end]


class Rows(Sequence[Row]):
    """Rows that are not kept but read anew each time: go through them rather than ask for one by number."""

    @abstractmethod
    def blocks(self) -> Iterator[Sequence[Row]]:
        """All rows from the first, some at a time."""

    def __iter__(self) -> Iterator[Row]:
        return chain.from_iterable(self.blocks())

    def __len__(self) -> int:
        return sum(1 for _ in self)

    @overload
    def __getitem__(self, index: int) -> Row: ...

    @overload
    def __getitem__(self, index: slice) -> tuple[Row, ...]: ...

    def __getitem__(self, index: int | slice) -> Row | tuple[Row, ...]:
        if isinstance(index, int):
            return tuple(self)[index] if index < 0 else self[index : index + 1][0]
        begin, end, step = index.start or 0, index.stop, index.step or 1
        if begin < 0 or (end or 0) < 0 or step < 0:
            return tuple(self)[index]
        return tuple(islice(self, begin, end, step))

    def __eq__(self, other: object) -> bool:
        return tuple(self) == tuple(other) if isinstance(other, Sequence) else NotImplemented

    def __hash__(self) -> int:
        return hash(tuple(self))


def in_blocks(rows: Sequence[Row]) -> Iterator[Sequence[Row]]:
    """The rows, some at a time."""
    if isinstance(rows, Rows):
        return rows.blocks()
    return (rows[begin : begin + AT_ONCE] for begin in range(0, len(rows), AT_ONCE))


@dataclass(frozen=True, slots=True)
class Sheet:
    """A table as it was delivered; `rows[0][0]` is cell A1. Rows may differ in length.

    `expected` is about how many rows there are, 0 when nobody knows. `hidden_rows` says that the spreadsheet
    program does not show some of them, or some columns; they are here all the same. `merged` are the cells
    that it shows as one.
    """

    name: str
    rows: Sequence[Row]
    hidden_rows: bool = False
    expected: int = field(default=0, compare=False)
    merged: tuple[Merged, ...] = ()


@dataclass(frozen=True, slots=True)
class DeliveredFile:
    """One file: its name without folder, the SHA-256 of its bytes, and its sheets.

    `hidden_sheets` are the names of sheets that the spreadsheet program does not show; they are not read.
    """

    name: str
    sha256: str
    sheets: tuple[Sheet, ...]
    hidden_sheets: tuple[str, ...] = ()
