"""Reports of faults in the program, and the log they are kept in; no data of the user in either."""

import logging
import traceback
from datetime import datetime
from pathlib import Path
from types import TracebackType

from raadsapp import __version__

LOG = logging.getLogger("raadsapp")
_LOG_BYTES = 500_000


def report_of(error: BaseException, at: datetime, *versions: str) -> str:
    """Versions and the way through the program, but no message, value or folder: those may tell of persons.

    `versions` are added to those of Raadsapp, Python and the system.
    """
    import platform  # seldom needed, and not light

    lines = [
        f"Raadsapp {__version__}",
        ", ".join((f"Python {platform.python_version()}", *versions)),
        f"{platform.system()} {platform.release()} ({platform.machine()})",
        f"{at:%Y-%m-%d %H:%M}",
    ]
    step: BaseException | None = error
    while step is not None:
        lines += ["", type(step).__name__, *_frames(step.__traceback__)]
        step = step.__cause__ or (None if step.__suppress_context__ else step.__context__)
    return "\n".join(lines)


def keep_log(folder: Path) -> Path | None:
    """Log to a file in `folder`; None, and no log, when that folder cannot be written."""
    file = folder / "raadsapp.log"
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError:
        return None
    LOG.addHandler(_LogFile(file))
    LOG.setLevel(logging.INFO)
    return file


class _LogFile(logging.Handler):
    """Opens the file at the first message: most runs have none, and loading `logging.handlers` takes long."""

    def __init__(self, file: Path) -> None:
        super().__init__()
        self._file = file
        self._opened: logging.Handler | None = None

    def emit(self, record: logging.LogRecord) -> None:
        if self._opened is None:
            from logging.handlers import RotatingFileHandler

            self._opened = RotatingFileHandler(
                self._file, maxBytes=_LOG_BYTES, backupCount=1, encoding="utf-8", delay=True
            )
            self._opened.setFormatter(logging.Formatter("%(asctime)s %(levelname)s %(name)s %(message)s"))
        self._opened.handle(record)

    def close(self) -> None:
        if self._opened is not None:
            self._opened.close()
        super().close()


def _frames(trace: TracebackType | None) -> list[str]:
    return [
        f"  {_short(frame.filename)}:{frame.lineno} {frame.name}" for frame in traceback.extract_tb(trace)
    ]


def _short(file: str) -> str:
    """The path from the package on; of anything else the name of the file only."""
    parts = Path(file).parts
    if "raadsapp" not in parts:
        return Path(file).name
    start = len(parts) - 1 - parts[::-1].index("raadsapp")
    return "/".join(parts[start:])
