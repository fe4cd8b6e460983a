"""A second look for names, with deduce in a process of its own, where deduce is installed."""

import json
import os
import subprocess
import sys
import weakref
from contextlib import suppress
from importlib.util import find_spec
from pathlib import Path
from threading import Lock, Timer
from types import TracebackType
from typing import Self

import raadsapp
from raadsapp import paths
from raadsapp.privacy.personal_data.finding import Certainty, Finding, Kind

_WORKER = "raadsapp.privacy.personal_data.deduce_worker"
SECONDS = 60.0


def is_installed() -> bool:
    """Whether deduce is here; without it own rules look alone."""
    return find_spec("deduce") is not None


class NameReader:
    """Asks deduce, one text at a time; making one starts its process and does not wait for it.

    The first time ever it makes its lists in `folder`, which takes some seconds; later less than one.
    A process that fails or takes longer than `seconds` is ended, and from then on `read` gives None.
    """

    def __init__(self, folder: Path | None = None, seconds: float = SECONDS) -> None:
        self._seconds = seconds
        self._lock = Lock()
        self._ready = False
        self._process = subprocess.Popen(  # noqa: S603 - this program itself
            [sys.executable, "-P", "-m", _WORKER, str(folder or paths.user_cache_dir())],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            encoding="utf-8",
            env=_environment(),
            creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),
        )
        self._end = weakref.finalize(self, _ended, self._process)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.stop()

    def stop(self) -> None:
        """End the process."""
        self._end()

    def read(self, text: str) -> tuple[Finding, ...] | None:
        """Names that deduce sees in a text; None when it cannot look (any more)."""
        late = Timer(self._seconds, self._process.kill)
        late.start()
        try:
            with self._lock:
                if not self._ready:
                    self._ready = self._answer() == "ready"
                return tuple(
                    Finding(start, end, Kind.NAME, Certainty.POSSIBLE) for start, end in self._asked(text)
                )
        except (OSError, ValueError):
            self.stop()
            return None
        finally:
            late.cancel()

    def _asked(self, text: str) -> list[tuple[int, int]]:
        assert self._process.stdin  # noqa: S101 - a pipe, see __init__
        self._process.stdin.write(json.dumps(text) + "\n")
        self._process.stdin.flush()
        answer = self._answer()
        return [(start, end) for start, end in answer] if isinstance(answer, list) else []

    def _answer(self) -> object:
        assert self._process.stdout  # noqa: S101 - a pipe, see __init__
        return json.loads(self._process.stdout.readline())


def _ended(process: "subprocess.Popen[str]") -> None:
    process.kill()
    process.wait()
    for stream in (process.stdin, process.stdout):
        if stream:
            with suppress(OSError):
                stream.close()


def _environment() -> dict[str, str]:
    """The surroundings of the process, which finds this program where this one found it."""
    places = [str(Path(raadsapp.__file__).parents[1]), os.environ.get("PYTHONPATH", "")]
    return {**os.environ, "PYTHONPATH": os.pathsep.join(filter(None, places))}
