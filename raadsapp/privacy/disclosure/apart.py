"""τ-ARGUS in a process of its own: a search of it cannot be stopped from within, a process can."""

import os
import subprocess
import sys
from collections.abc import Callable, Sequence
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory, TemporaryFile
from time import monotonic

import msgspec

import raadsapp
from raadsapp.privacy.disclosure import tau_argus
from raadsapp.privacy.disclosure.protecting import Engine
from raadsapp.privacy.disclosure.table import Table

SECONDS = 45.0
"""A search that takes longer is ended."""
_WORKER = "raadsapp.privacy.disclosure.engine_worker"
_OFTEN = 0.1
# Where it keeps its files, which hold the counts: an ended process leaves them behind.
_FOLDER = ("TMPDIR", "TEMP", "TMP")


@dataclass(frozen=True, slots=True)
class Asked:
    """What the process is asked: see `protecting.Engine`."""

    tables: tuple[Table, ...]
    threshold: int
    seconds: float


def engine_apart(tell: Callable[[], object]) -> Engine | None:
    """The engine in a process of its own; None where it is not installed.

    `tell` is called now and then during a search, and what it raises ends that.
    """
    if not tau_argus.available():
        return None

    def ask(tables: Sequence[Table], threshold: int, seconds: float) -> list[frozenset[int] | None]:
        request = msgspec.json.encode(Asked(tuple(tables), threshold, seconds)) + b"\n"
        with TemporaryDirectory(prefix="raadsapp-") as folder:
            return _answers(_told(request, folder, seconds, tell))

    return ask


def _told(request: bytes, folder: str, seconds: float, tell: Callable[[], object]) -> bytes:
    """What the process told until it ended, or was ended because its time was up."""
    try:
        # From a file: what does not fit a pipe at once is lost when the process is slow to begin reading.
        with TemporaryFile(dir=folder) as question:
            question.write(request)
            question.seek(0)
            process = subprocess.Popen(  # noqa: S603 - this program itself
                [sys.executable, "-P", "-m", _WORKER],
                stdin=question,
                stdout=subprocess.PIPE,
                stderr=subprocess.DEVNULL,
                env=_environment(folder),
                creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),
            )
    except OSError:
        return b""
    until = monotonic() + seconds
    with process:
        try:
            while monotonic() < until:
                tell()
                with suppress(subprocess.TimeoutExpired):
                    return process.communicate(timeout=_OFTEN)[0]
        finally:
            process.kill()
        return process.communicate()[0]


def _answers(told: bytes) -> list[frozenset[int] | None]:
    """The answers that were told whole: the last line may have been cut off."""
    decoder = msgspec.json.Decoder(frozenset[int] | None)
    whole, _, _ = told.rpartition(b"\n")
    try:
        return [decoder.decode(line) for line in whole.splitlines()]
    except msgspec.DecodeError:
        return []


def _environment(folder: str) -> dict[str, str]:
    """The surroundings of the process, which finds this program where this one found it."""
    places = [str(Path(raadsapp.__file__).parents[1]), os.environ.get("PYTHONPATH", "")]
    own = {"PYTHONPATH": os.pathsep.join(filter(None, places)), **dict.fromkeys(_FOLDER, folder)}
    return {**os.environ, **own}
