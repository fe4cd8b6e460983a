"""The program's side of the reading process: start it ahead, ask it for a workbook, stop it at any moment."""

import os
import subprocess
import sys
import weakref
from collections.abc import Iterable, Iterator
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from threading import Event, Lock, Thread
from time import monotonic
from types import TracebackType
from typing import BinaryIO, Self, cast

import msgspec

import raadsapp
from raadsapp.errors import UserError
from raadsapp.intake.progress import Progress, Tell, untold
from raadsapp.intake.sheets import Merged, Row, Sheet
from raadsapp.intake.sheets import Rows as SheetRows
from raadsapp.intake.workbooks.messages import (
    Begun,
    Done,
    Hidden,
    HiddenRows,
    MergedCells,
    Message,
    Reason,
    Refused,
    Rows,
    told,
    unpacked,
)
from raadsapp.intake.workbooks.refusals import refusal

SECONDS = 60.0
_HEAD = 8
_OFTEN = 0.1
_TOLD = "Werkmap lezen"
_WORKER = "raadsapp.intake.workbooks.worker"


@dataclass(frozen=True, slots=True)
class Workbook:
    """The sheets of a workbook that have cells and are shown, and the names of those that are hidden."""

    sheets: tuple[Sheet, ...]
    hidden: tuple[str, ...]


class WorkbookProcess:
    """Reads workbooks in another process, one at a time, each within `seconds`.

    `start` before it is needed saves the start; `stop`, from any thread, ends what is under way at once.
    """

    def __init__(self, seconds: float = SECONDS) -> None:
        self._seconds = seconds
        self._lock = Lock()
        self._reading = Lock()
        self._worker: _Worker | None = None

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.stop()

    def start(self) -> None:
        """Have a process ready; this does not wait for it."""
        with self._lock, suppress(OSError):
            self._ready()

    def stop(self) -> None:
        """End the process, whatever it does; a later `read` starts another."""
        with self._lock:
            worker, self._worker = self._worker, None
        if worker:
            worker.stop(Reason.STOPPED)

    def read(self, content: bytes, name: str, tell: Tell = untold) -> Workbook:
        """The workbook that `content` is, of the file called `name`.

        It waits for what another thread is reading. Raises UserError, and nothing else, for whatever cannot
        be read within the bounds. `tell` is also called in a thread of its own; what it raises ends the
        waiting or reading and is raised here.
        """
        while not self._reading.acquire(timeout=_OFTEN):
            tell(Progress(0, None, _TOLD))
        try:
            return self._read(content, name, tell)
        finally:
            self._reading.release()

    def _read(self, content: bytes, name: str, tell: Tell) -> Workbook:
        try:
            with self._lock:
                worker = self._ready()
        except OSError:
            raise UserError(
                "De app kan het hulpprogramma voor werkmappen niet starten.",
                "Sluit andere programma's en kies het bestand opnieuw, of sla het blad op als CSV UTF-8.",
            ) from None
        read = worker.read(content, name, self._seconds, tell)
        if isinstance(read, Reason):
            raise refusal(read, name)
        return read

    def _ready(self) -> "_Worker":
        if self._worker is None or not self._worker.alive:
            self._worker = _Worker()
        return self._worker


class _Worker:
    """One process. It ends with this object."""

    def __init__(self) -> None:
        self._process = subprocess.Popen(  # noqa: S603 - this program itself
            [sys.executable, "-P", "-m", _WORKER],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            env=_environment(),
            creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),
        )
        self._stopped: Reason | None = None
        self._end = weakref.finalize(self, _ended, self._process)

    @property
    def alive(self) -> bool:
        """Whether it can be asked for a workbook."""
        return self._stopped is None and self._process.poll() is None

    def stop(self, reason: Reason) -> None:
        """End the process; what it was asked for is refused for this reason, unless there was one before."""
        self._stopped = self._stopped or reason
        self._process.kill()

    def read(self, content: bytes, name: str, seconds: float, tell: Tell) -> Workbook | Reason:
        """The workbook, or why there is none; then the process has ended."""
        watch = _Watch(self, seconds, tell)
        watch.start()
        read: Workbook | Reason | None = None
        try:
            requests, answers = cast("BinaryIO", self._process.stdin), cast("BinaryIO", self._process.stdout)
            requests.write(len(content).to_bytes(_HEAD, "big"))
            requests.write(content)
            requests.flush()
            read = _collected(told(answers), name)
        except (OSError, ValueError, msgspec.MsgspecError):
            read = None
        except BaseException:
            self._end()  # what it still has to tell is not about the next workbook
            raise
        finally:
            watch.end()
        if read is None:
            read = self._stopped or self._reason()
        if isinstance(read, Reason):
            self._end()
        if watch.raised:
            raise watch.raised
        return read

    def _reason(self) -> Reason:
        """Why the process ended by itself, from what it said last."""
        self._process.kill()
        said = self._process.stderr.read() if self._process.stderr else b""
        return Reason.MEMORY if b"memory" in said.lower() else Reason.BROKEN


class _Watch(Thread):
    """Tells now and then that a workbook is being read, and stops the process when it should end."""

    def __init__(self, worker: _Worker, seconds: float, tell: Tell) -> None:
        super().__init__(daemon=True)
        self.raised: BaseException | None = None
        self._worker = worker
        self._until = monotonic() + seconds
        self._tell = tell
        self._ended = Event()

    def run(self) -> None:
        """Watch until `end` is called."""
        while not self._ended.wait(min(_OFTEN, max(0.0, self._until - monotonic()))):
            if monotonic() >= self._until:
                self._worker.stop(Reason.TOO_SLOW)
                return
            try:
                self._tell(Progress(0, None, _TOLD))
            except BaseException as error:  # noqa: BLE001 - raised again in the thread that reads
                self.raised = error
                self._worker.stop(Reason.STOPPED)
                return

    def end(self) -> None:
        """There is no more to watch."""
        self._ended.set()
        self.join()


class _PackedRows(SheetRows):
    """The rows of a sheet, unpacked anew each time: packed they take a tenth of the memory."""

    def __init__(self, file: str) -> None:
        self._file = file
        self._packed: list[msgspec.Raw] = []
        self.total = 0
        self.filled = False

    def add(self, rows: Rows) -> None:
        """The next rows."""
        self._packed.append(rows.packed)
        self.total += rows.count
        self.filled |= rows.filled

    def blocks(self) -> Iterator[list[Row]]:
        """The rows, some at a time."""
        try:
            yield from map(unpacked, self._packed)
        except msgspec.MsgspecError:
            raise refusal(Reason.BROKEN, self._file) from None


def _collected(messages: Iterable[Message], file: str) -> Workbook | Reason | None:
    """What the messages tell; None when they break off."""
    sheets: list[tuple[str, _PackedRows]] = []
    hidden: list[str] = []
    with_hidden_rows: set[str] = set()
    merged: dict[str, tuple[Merged, ...]] = {}
    for message in messages:
        match message:
            case Hidden(name):
                hidden.append(name)
            case Begun(name):
                sheets.append((name, _PackedRows(file)))
            case Rows():
                sheets[-1][1].add(message)
            case HiddenRows():
                with_hidden_rows.add(sheets[-1][0])
            case MergedCells(places):
                merged[sheets[-1][0]] = places
            case Refused(reason):
                return reason
            case Done():
                filled = tuple(
                    Sheet(name, rows, name in with_hidden_rows, rows.total, merged.get(name, ()))
                    for name, rows in sheets
                    if rows.filled
                )
                return Workbook(filled, tuple(hidden))
    return None


def _ended(process: subprocess.Popen[bytes]) -> None:
    """End a process and let go of everything it held."""
    process.kill()
    process.wait()
    for stream in (process.stdin, process.stdout, process.stderr):
        if stream:
            with suppress(OSError):
                stream.close()


def _environment() -> dict[str, str]:
    """The surroundings of the process, which finds this program where this one found it."""
    places = [str(Path(raadsapp.__file__).parents[1]), os.environ.get("PYTHONPATH", "")]
    return {**os.environ, "PYTHONPATH": os.pathsep.join(filter(None, places))}
