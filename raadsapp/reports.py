"""Reports of faults in the program, and the log they are kept in; no data of the user in either."""

import logging
import platform
import traceback
from datetime import datetime
from logging.handlers import RotatingFileHandler
from pathlib import Path
from types import TracebackType

from raadsapp import __version__

LOG = logging.getLogger("raadsapp")
_LOG_BYTES = 500_000


def report_of(error: BaseException, at: datetime, *versions: str) -> str:
    """Versions and the way through the program, but no message, value or folder: those may tell of persons.

    `versions` are added to those of Raadsapp, Python and the system.
    """
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
        handler = RotatingFileHandler(file, maxBytes=_LOG_BYTES, backupCount=1, encoding="utf-8", delay=True)
        handler.setFormatter(logging.Formatter("%(asctime)s %(levelname)s %(name)s %(message)s"))
        LOG.addHandler(handler)
    except OSError:
        return None
    LOG.setLevel(logging.INFO)
    return file


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
