"""How far slow work is, on a terminal."""

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from time import monotonic

from raadsapp.intake.progress import Progress, Tell, untold

_SOON = 0.3
_OFTEN = 0.1
_WIDTH = 24


@contextmanager
def progress_line() -> Iterator[Tell]:
    """What shows on a terminal how far it is, and elsewhere nothing; the line is gone afterwards.

    It stands on standard error. Work that is done at once shows nothing.
    """
    if not sys.stderr.isatty():
        yield untold
        return
    line = _Line()
    try:
        yield line.tell
    finally:
        line.clear()


class _Line:
    """The last line of the terminal, while it tells how far it is."""

    def __init__(self) -> None:
        self._next = monotonic() + _SOON
        self._shown = 0

    def tell(self, progress: Progress) -> None:
        """Show it, when the last time is not just past."""
        now = monotonic()
        if now < self._next:
            return
        self._next = now + _OFTEN
        text = f"{progress.what} {_bar(progress)}".rstrip()
        self._write(text.ljust(self._shown))
        self._shown = len(text)

    def clear(self) -> None:
        """Leave an empty line to write on."""
        if self._shown:
            self._write(" " * self._shown)
            self._write("")

    @staticmethod
    def _write(text: str) -> None:
        sys.stderr.write(f"\r{text}")
        sys.stderr.flush()


def _bar(progress: Progress) -> str:
    if not progress.total:
        return "…"
    share = min(1.0, progress.done / progress.total)
    filled = round(share * _WIDTH)
    return f"[{'#' * filled}{'-' * (_WIDTH - filled)}] {round(share * 100)}%"
