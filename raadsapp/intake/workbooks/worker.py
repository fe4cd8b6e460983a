"""The reading process: workbooks in, rows out. The only module that knows the reading library.

It runs apart (`python -m raadsapp.intake.workbooks.worker`) because the library can end its process on a
corrupt file, and because a process can be given bounds and be stopped at any moment.
"""

import gc
import signal
import sys
from collections.abc import Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from datetime import date, datetime, time, timedelta
from io import BytesIO
from itertools import islice, zip_longest
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import BinaryIO, cast

import python_calamine as calamine

from raadsapp.intake.cells import Cell
from raadsapp.intake.sheets import Merged
from raadsapp.intake.workbooks import package
from raadsapp.intake.workbooks.mark import MOST_MERGED, Marks
from raadsapp.intake.workbooks.marks import marks_of
from raadsapp.intake.workbooks.messages import (
    MAX_SHEETS,
    Begun,
    Done,
    Hidden,
    Message,
    Reason,
    Refused,
    Rows,
    packed_rows,
    tell,
)

HEAD = 8
MEMORY = 1024 * 1024 * 1024
# A million rows of eight cells.
MAX_CELLS = 8 * 1024 * 1024
# The program stops a workbook that takes too long; if it is gone itself, the system does, this much later.
_ORPHANED = 120
_ROWS_AT_ONCE = 1000
_CELLS_AT_ONCE = 64 * 1024
_PLAIN = frozenset((str, float))

_Found = str | float | int | bool | date | datetime | time | timedelta


def main() -> None:
    """Read workbooks from standard input until it ends, and tell on standard output what they hold."""
    _take_bounds()
    gc.disable()  # rows have no cycles, and looking for them costs a tenth of the time
    requests, answers = sys.stdin.buffer, sys.stdout.buffer
    while len(head := requests.read(HEAD)) == HEAD:
        content = requests.read(int.from_bytes(head, "big"))
        _alarm(_ORPHANED)
        serve(content, answers)
        _alarm(0)


def serve(content: bytes, answers: BinaryIO) -> None:
    """Tell what the workbook holds that `content` is, ending with `Done` or `Refused`."""
    try:
        for message in _messages(content):
            tell(answers, message)
    except calamine.PasswordError:
        tell(answers, Refused(Reason.PASSWORD))
    except MemoryError:
        tell(answers, Refused(Reason.MEMORY))
    except BrokenPipeError:
        raise
    except BaseException as error:  # noqa: BLE001 - a panic of the library is no Exception
        too_large = "limit exceeded" in str(error)
        tell(answers, Refused(Reason.TOO_LARGE if too_large else Reason.BROKEN))
    answers.flush()


def _messages(content: bytes) -> Iterator[Message]:
    reason = package.refused(content)
    if reason:
        yield Refused(reason)
        return
    cells = 0
    # The library lets other threads run while it reads.
    with ThreadPoolExecutor(1) as beside:
        finding = beside.submit(marks_of, content)
        workbook = _opened(content)
        listed = workbook.sheets_metadata
        refused = _refused_sheets([about.name for about in listed])
        if refused:
            yield Refused(refused)
            return
        shown = []
        for about in listed:
            if about.typ == calamine.SheetTypeEnum.WorkSheet:
                if about.visible == calamine.SheetVisibleEnum.Visible:
                    shown.append(about.name)
                else:
                    yield Hidden(about.name)
        for name in shown:
            sheet = workbook.get_sheet_by_name(name)
            marks = finding.result().get(name, Marks())
            merged = tuple(marks.merged) if content.startswith(b"PK") else _merged(sheet)
            expected = sheet.end[0] + 1 if sheet.end else 0
            yield Begun(name, expected, marks.hidden_rows, merged, name == shown[-1])
            for rows in _batches(sheet, marks):
                cells += rows.count * rows.width
                if cells > MAX_CELLS:
                    yield Refused(Reason.TOO_LARGE)
                    return
                yield rows
    yield Done()


def _refused_sheets(names: list[str]) -> Reason | None:
    """Why a workbook with sheets of these names is not read."""
    if len(names) > MAX_SHEETS:
        return Reason.SHEETS
    return Reason.SAME_NAME if len({*names}) < len(names) else None


def _opened(content: bytes) -> calamine.CalamineWorkbook:
    """The workbook, or the error that says why not.

    Without a file name the library guesses what a workbook is, and then says only that it cannot guess.
    """
    try:
        return calamine.load_workbook(BytesIO(content))
    except calamine.CalamineError:
        raise _reason(content) from None


def _reason(content: bytes) -> calamine.CalamineError:
    """Why a workbook does not open: because of a password, else what the library says."""
    reason = calamine.CalamineError()
    with TemporaryDirectory() as folder:
        for ending in package.endings(content):
            path = Path(folder) / f"werkmap{ending}"
            path.write_bytes(content)
            try:
                calamine.load_workbook(path).close()
            except calamine.PasswordError as error:
                return error
            except calamine.CalamineError as error:
                reason = error
    return reason


def _batches(sheet: calamine.CalamineSheet, marks: Marks) -> Iterator[Rows]:
    """Rows from the first of the sheet on, some at a time."""
    left = sheet.start[1] if sheet.start else 0
    at_once = max(1, min(_ROWS_AT_ONCE, _CELLS_AT_ONCE // (left + sheet.width + 1)))
    found = sheet.iter_rows()
    first = 0
    while batch := list(islice(found, at_once)):
        count = len(batch)
        columns: list[tuple[Cell, ...]] = [("",) * count] * left
        columns += [_cells(column) for column in zip_longest(*batch, fillvalue="")]
        for number in marks.errors.keys() & range(first, first + count):
            for column, error in marks.errors[number].items():
                columns += [("",) * count] * (column + 1 - len(columns))
                above, below = columns[column][: number - first], columns[column][number - first + 1 :]
                columns[column] = (*above, error, *below)
        yield packed_rows(columns, count)
        first += count


def _merged(sheet: calamine.CalamineSheet) -> tuple[Merged, ...]:
    """The merged cells of an XLS, which the library tells of; of other workbooks `marks_of` does."""
    ranges = islice(sheet.merged_cell_ranges or (), MOST_MERGED)
    return tuple((top, left, bottom, right) for (top, left), (bottom, right) in ranges)


def _cells(column: Sequence[_Found]) -> tuple[Cell, ...]:
    """A column as cells; where all are text or numbers already, which is soon seen, the same column."""
    plain = _PLAIN.issuperset(map(type, column))
    return cast("tuple[Cell, ...]", column) if plain else tuple(map(_cell, column))


def _cell(found: _Found) -> Cell:
    """What a cell holds, as text or number: a day is written 2019-03-31."""
    match found:
        case bool():
            return "WAAR" if found else "ONWAAR"
        case str() | float():
            return found
        case int():
            return float(found)
        case datetime():
            return found.isoformat(" ")
        case _:
            return str(found)


def _take_bounds() -> None:
    """Bound the memory of this process where the system can, and leave Ctrl+C to the program."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    if sys.platform != "win32":
        import resource

        for bound, most in ((resource.RLIMIT_AS, MEMORY), (resource.RLIMIT_CORE, 0)):
            with suppress(OSError, ValueError):
                resource.setrlimit(bound, (most, most))


def _alarm(seconds: int) -> None:
    """Let the system end this process after so long; 0 takes that back."""
    if sys.platform != "win32":
        signal.alarm(seconds)


if __name__ == "__main__":
    main()
