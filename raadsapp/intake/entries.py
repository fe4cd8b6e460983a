"""What was read of a file, as columns of numbers: 27 bytes a value, where an object for each takes 500."""

from array import array
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, overload

from raadsapp.domain.observation import Observation
from raadsapp.intake.vocabulary import LAST_STATUS, STATUS_BITS, STATUSES, Names, Vocabulary

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray


@dataclass(frozen=True, slots=True)
class Entry:
    """An observation, the unit of its indicator and the cell (from 0) of its sheet that it stands in."""

    observation: Observation
    unit: str
    row: int
    column: int
    sheet: str


class Entries(Sequence[Entry]):
    """All values of a file, in reading order. Item `index` is made when it is asked for.

    `keys`, `values`, `standings`, `rows`, `columns` and `sheets` are columns of one length; the first and
    third as `vocabulary` says, the last by their place in `sheet_names`. `gaps` are the keys of values that
    the file names without giving a number; `withheld` of those the ones that it says are too small to tell.
    """

    def __init__(self, vocabulary: Vocabulary, sheet_names: Names[str]) -> None:
        self.vocabulary = vocabulary
        self.sheet_names = sheet_names
        self.keys = array("q")
        self.values = array("d")
        self.standings = array("i")
        self.rows = array("I")
        self.columns = array("H")
        self.sheets = array("H")
        self.gaps = array("q")
        self.withheld = array("q")

    def __len__(self) -> int:
        return len(self.keys)

    @overload
    def __getitem__(self, index: int) -> Entry: ...

    @overload
    def __getitem__(self, index: slice) -> tuple[Entry, ...]: ...

    def __getitem__(self, index: int | slice) -> Entry | tuple[Entry, ...]:
        if isinstance(index, slice):
            return tuple(self[place] for place in range(len(self))[index])
        unit = self.vocabulary.unit(self.keys[index])
        return Entry(self.observation(index), unit, self.rows[index], self.columns[index], self.sheet(index))

    def __iter__(self) -> Iterator[Entry]:
        return (self[index] for index in range(len(self)))

    def add(self, key: int, value: float, standing: int, row: int, column: int, sheet: int) -> None:
        """One more value."""
        self.keys.append(key)
        self.values.append(value)
        self.standings.append(standing)
        self.rows.append(row)
        self.columns.append(column)
        self.sheets.append(sheet)

    def add_all(
        self,
        keys: "NDArray[np.int64]",
        values: "NDArray[np.float64]",
        standings: "NDArray[np.int64]",
        rows: "NDArray[np.int64]",
        columns: "NDArray[np.int64]",
        sheet: int,
    ) -> None:
        """More values of one sheet."""
        self.keys.frombytes(keys.tobytes())
        self.values.frombytes(values.tobytes())
        self.standings.frombytes(standings.astype("i").tobytes())
        self.rows.frombytes(rows.astype("I").tobytes())
        self.columns.frombytes(columns.astype("H").tobytes())
        self.sheets.frombytes(array("H", [sheet]).tobytes() * len(keys))

    def observation(self, index: int) -> Observation:
        """The value as it will be stored."""
        standing = self.standings[index]
        source = self.vocabulary.sources.all[standing >> STATUS_BITS]
        key = self.vocabulary.key(self.keys[index])
        return Observation(key, self.values[index], STATUSES[standing & LAST_STATUS], source)

    def sheet(self, index: int) -> str:
        """The sheet in which a value stands."""
        return self.sheet_names.all[self.sheets[index]]

    def order(self) -> "NDArray[np.intp]":
        """The places of the values in order of key; of one key in reading order."""
        import numpy as np

        return np.argsort(np.asarray(self.keys), kind="stable")

    @property
    def statuses(self) -> "NDArray[np.int32]":
        """The number of the status of each value."""
        import numpy as np

        return np.asarray(self.standings) & LAST_STATUS

    @property
    def source_numbers(self) -> "NDArray[np.int32]":
        """The number of the source of each value."""
        import numpy as np

        return np.asarray(self.standings) >> STATUS_BITS

    def only(self, kept: "NDArray[np.bool_]") -> "Entries":
        """Those of which `kept` is true, in the same order."""
        import numpy as np

        left = Entries(self.vocabulary, self.sheet_names)
        left.gaps, left.withheld = self.gaps, self.withheld
        for mine, its in zip(self._all(), left._all(), strict=True):
            its.frombytes(np.asarray(mine)[kept].tobytes())
        return left

    def without_sheets(self, names: Collection[str]) -> "Entries":
        """Those that stand on other sheets."""
        import numpy as np

        from raadsapp.intake.number_sets import among

        numbers = [self.sheet_names.number(name) for name in names]
        left = self.only(~among(np.asarray(self.sheets), numbers))
        left.withheld = array("q")  # of which sheets these are is not known
        return left

    def _all(self) -> "Iterator[array[int] | array[float]]":
        yield from (self.keys, self.values, self.standings, self.rows, self.columns, self.sheets)


class Known:
    """What counts now of the series in a file, in order of key; codes as in the vocabulary of its entries."""

    def __init__(self) -> None:
        self.keys = array("q")
        self.values = array("d")
        self.statuses = array("b")

    def add(self, key: int, value: float, status: int) -> None:
        """One more value, in any order."""
        self.keys.append(key)
        self.values.append(value)
        self.statuses.append(status)

    def sort(self) -> None:
        """Put the values in order of key."""
        import numpy as np

        order = np.argsort(np.asarray(self.keys), kind="stable")
        for column in (self.keys, self.values, self.statuses):
            _replace(column, np.asarray(column)[order].tobytes())


def _replace(column: "array[int] | array[float]", content: bytes) -> None:
    del column[:]
    column.frombytes(content)
