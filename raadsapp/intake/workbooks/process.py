"""The program's side of the reading process: start it ahead, ask it for a workbook, stop it at any moment."""

import os
import subprocess
import sys
import weakref
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from threading import Event, Lock, Thread
from time import monotonic
from types import TracebackType
from typing import BinaryIO, Self, cast

import msgspec

import raadsapp
from raadsapp.errors import UserError
from raadsapp.intake.progress import Progress, Tell, untold
from raadsapp.intake.workbooks.coming import Coming, Workbook
from raadsapp.intake.workbooks.messages import Done, Message, Reason, Refused, told
from raadsapp.intake.workbooks.refusals import refusal

SECONDS = 60.0
_HEAD = 8
_OFTEN = 0.1
_TOLD = "Werkmap lezen"
_WORKER = "raadsapp.intake.workbooks.worker"


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
        """The whole workbook that `content` is, of the file called `name`; as `opened`."""
        with self.opened(content, name, tell) as workbook:
            pass
        return workbook

    @contextmanager
    def opened(self, content: bytes, name: str, tell: Tell = untold) -> Iterator[Workbook]:
        """The workbook that `content` is, of the file called `name`; rows of its last sheet may still come.

        It waits for what another thread is reading. Raises UserError, and nothing else, for whatever cannot
        be read within the bounds; going through rows that still come may too. `tell` is also called in a
        thread of its own while nothing comes; what it raises ends the waiting or reading and is raised here.
        """
        while not self._reading.acquire(timeout=_OFTEN):
            tell(Progress(0, None, _TOLD))
        try:
            with self._at_hand().reading(content, name, self._seconds, tell) as workbook:
                yield workbook
        finally:
            self._reading.release()

    def _at_hand(self) -> "_Worker":
        try:
            with self._lock:
                return self._ready()
        except OSError:
            raise UserError(
                "De app kan het hulpprogramma voor werkmappen niet starten.",
                "Sluit andere programma's en kies het bestand opnieuw, of sla het blad op als CSV UTF-8.",
            ) from None

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

    @contextmanager
    def reading(self, content: bytes, name: str, seconds: float, tell: Tell) -> Iterator[Workbook]:
        """The workbook; UserError when there is none, or no more of it, and then the process has ended."""
        watch = _Watch(self, seconds, tell)
        coming = Coming(self._messages(content, name, watch), name)
        watch.start()
        try:
            yield coming.workbook()
            coming.finish()
        finally:
            watch.end()
            if not coming.complete:
                self._end()  # what it still has to tell is not about the next workbook

    def _messages(self, content: bytes, name: str, watch: "_Watch") -> Iterator[Message]:
        """What the process tells of the workbook up to `Done`; raises what it refuses, or what stopped it."""
        requests, answers = cast("BinaryIO", self._process.stdin), cast("BinaryIO", self._process.stdout)
        reason = None
        with suppress(OSError, ValueError, msgspec.MsgspecError):
            requests.write(len(content).to_bytes(_HEAD, "big"))
            requests.write(content)
            requests.flush()
            for message in told(answers):
                watch.waiting = False
                if isinstance(message, Refused):
                    reason = message.reason
                    break
                if isinstance(message, Done):
                    watch.end()
                if watch.raised:
                    break
                yield message
                watch.waiting = True
        if watch.raised:
            raise watch.raised
        raise refusal(reason or self._stopped or self._reason(), name)

    def _reason(self) -> Reason:
        """Why the process ended by itself, from what it said last."""
        self._process.kill()
        said = self._process.stderr.read() if self._process.stderr else b""
        return Reason.MEMORY if b"memory" in said.lower() else Reason.BROKEN


class _Watch(Thread):
    """Tells now and then that a workbook is being read, and stops the process when it should end.

    Between two waits the one who works on rows tells of them.
    """

    def __init__(self, worker: _Worker, seconds: float, tell: Tell) -> None:
        super().__init__(daemon=True)
        self.waiting = True
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
                if self.waiting:
                    self._tell(Progress(0, None, _TOLD))
            except BaseException as error:  # noqa: BLE001 - raised again in the thread that reads
                self.raised = error
                self._worker.stop(Reason.STOPPED)
                return

    def end(self) -> None:
        """There is no more to watch."""
        self._ended.set()
        self.join()


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
