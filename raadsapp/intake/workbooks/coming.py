"""A workbook as the reading process tells of it; the rows of its last sheet may still be on their way."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

import msgspec

from raadsapp.intake.sheets import Block, Sheet
from raadsapp.intake.sheets import Rows as SheetRows
from raadsapp.intake.workbooks.messages import Begun, Done, Hidden, Message, Reason, Rows, unpacked
from raadsapp.intake.workbooks.refusals import refusal


@dataclass(frozen=True, slots=True)
class Workbook:
    """The sheets of a workbook that have cells and are shown, and the names of those that are hidden."""

    sheets: tuple[Sheet, ...]
    hidden: tuple[str, ...]


class Coming:
    """The workbook of the file called `name`, from `messages`, which raises what is wrong with it."""

    def __init__(self, messages: Iterator[Message], name: str) -> None:
        self._messages = messages
        self._name = name
        self._hidden: list[str] = []
        self._sheets: list[tuple[Sheet, _PackedRows]] = []
        self._at_last = False
        self.complete = False

    def workbook(self) -> Workbook:
        """The workbook, once all is known but rows of its last sheet; going through these waits for them."""
        while not self.complete and not (self._at_last and self._sheets[-1][1].filled):
            self._take()
        return Workbook(tuple(sheet for sheet, rows in self._sheets if rows.filled), tuple(self._hidden))

    def finish(self) -> None:
        """Wait until all rows are here."""
        while not self.complete:
            self._take()

    def _take(self) -> bool:
        """Take the next message; False when there is none."""
        if self.complete:
            return False
        match next(self._messages, None):
            case Hidden(name):
                self._hidden.append(name)
            case Begun(name, expected, hidden_rows, merged, last):
                rows = _PackedRows(self._name, self._take)
                self._sheets.append((Sheet(name, rows, hidden_rows, expected, merged), rows))
                self._at_last = last
            case Rows() as more:
                self._sheets[-1][1].add(more)
            case Done():
                self.complete = True
            case None:
                raise refusal(Reason.STOPPED, self._name)
        return True


class _PackedRows(SheetRows):
    """The rows of a sheet, unpacked anew each time: packed they take a tenth of the memory.

    `more` waits for the next of them; it is False when all are here.
    """

    def __init__(self, file: str, more: Callable[[], bool]) -> None:
        self._file = file
        self._more = more
        self._packed: list[Rows] = []
        self.filled = False

    def add(self, rows: Rows) -> None:
        """The next rows."""
        self._packed.append(rows)
        self.filled |= rows.width > 0

    def blocks(self) -> Iterator[Block]:
        """The rows, some at a time."""
        number = 0
        while number < len(self._packed) or self._more():
            for packed in self._packed[number:]:
                number += 1
                try:
                    yield unpacked(packed)
                except msgspec.MsgspecError:
                    raise refusal(Reason.BROKEN, self._file) from None
