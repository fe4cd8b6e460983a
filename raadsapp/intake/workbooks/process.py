"""The program's side of the reading process: start it ahead, ask it for a workbook, stop it at any moment."""

import os
import subprocess
import sys
import weakref
from collections.abc import Iterable
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from threading import Lock, Timer
from types import TracebackType
from typing import TYPE_CHECKING, BinaryIO, Self, cast

import msgspec

import raadsapp
from raadsapp.errors import UserError
from raadsapp.intake.sheets import Sheet
from raadsapp.intake.workbooks.messages import (
    Begun,
    Done,
    Hidden,
    HiddenRows,
    Message,
    Reason,
    Refused,
    Rows,
    told,
)
from raadsapp.intake.workbooks.refusals import refusal

if TYPE_CHECKING:
    from raadsapp.intake.cells import Cell

SECONDS = 60.0
_HEAD = 8
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

    def read(self, content: bytes, name: str) -> Workbook:
        """The workbook that `content` is, of the file called `name`.

        Raises UserError, and nothing else, for whatever cannot be read within the bounds.
        """
        try:
            with self._lock:
                worker = self._ready()
        except OSError:
            raise UserError(
                "De app kan het hulpprogramma voor werkmappen niet starten.",
                "Sluit andere programma's en kies het bestand opnieuw, of sla het blad op als CSV UTF-8.",
            ) from None
        read = worker.read(content, self._seconds)
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

    def read(self, content: bytes, seconds: float) -> Workbook | Reason:
        """The workbook, or why there is none; then the process has ended."""
        late = Timer(seconds, self.stop, (Reason.TOO_SLOW,))
        late.start()
        try:
            requests, answers = cast("BinaryIO", self._process.stdin), cast("BinaryIO", self._process.stdout)
            requests.write(len(content).to_bytes(_HEAD, "big"))
            requests.write(content)
            requests.flush()
            read = _collected(told(answers))
        except (OSError, ValueError, msgspec.MsgspecError):
            read = None
        finally:
            late.cancel()
        if read is None:
            read = self._stopped or self._reason()
        if isinstance(read, Reason):
            self._end()
        return read

    def _reason(self) -> Reason:
        """Why the process ended by itself, from what it said last."""
        self._process.kill()
        said = self._process.stderr.read() if self._process.stderr else b""
        return Reason.MEMORY if b"memory" in said.lower() else Reason.BROKEN


def _collected(messages: Iterable[Message]) -> Workbook | Reason | None:
    """What the messages tell; None when they break off."""
    sheets: list[tuple[str, list[tuple[Cell, ...]]]] = []
    hidden: list[str] = []
    with_hidden_rows: set[str] = set()
    for message in messages:
        match message:
            case Hidden(name):
                hidden.append(name)
            case Begun(name):
                sheets.append((name, []))
            case Rows(rows):
                sheets[-1][1].extend(rows)
            case HiddenRows():
                with_hidden_rows.add(sheets[-1][0])
            case Refused(reason):
                return reason
            case Done():
                filled = tuple(
                    Sheet(name, tuple(rows), name in with_hidden_rows) for name, rows in sheets if any(rows)
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
