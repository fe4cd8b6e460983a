"""From starting the program to its first painted window, and to its first page with all charts.

Each start is a fresh process. The references are started in turn with ours: a bare `QMainWindow`, one whose
page is drawn with QPainter alone, and one with a single pyqtgraph plot. All run from bytecode, as
an installed program does.
"""

import os
import subprocess
import sys
from math import inf
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory
from time import monotonic

from raadsapp.paths import data_dir
from raadsapp.services.opening import open_session
from tests.benchmarks.result import Result

STARTS = 9
_PAINTED = 1.5
_COMPLETE = 1.3
_VARIANTS = ("bare", "painted", "window", "plot", "page")


def _seconds(variant: str, store: Path) -> float:
    """From starting the process until it says that it has painted."""
    # Some machines keep no bytecode beside the source: then only the references would have any.
    environment = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    environment["PYTHONPYCACHEPREFIX"] = str(store.parent / "bytecode")
    begin = monotonic()
    done = subprocess.run(
        [sys.executable, "-m", "tests.benchmarks.starting", variant, str(store)],
        capture_output=True,
        text=True,
        check=True,
        timeout=60,
        env=environment,
    )
    return float(done.stdout.split()[-1]) - begin


def run() -> list[Result]:
    """The middle of all starts of each kind."""
    with TemporaryDirectory() as folder:
        store = Path(folder) / "bench.raadsapp"
        open_session(store, data_dir()).close()
        starts = [[_seconds(variant, store) for variant in _VARIANTS] for _ in range(STARTS + 1)]
    # The first start of each writes the bytecode and fills the caches of the disk.
    bare, painted, window, plot, page = (median(times) for times in zip(*starts[1:], strict=True))
    details = f"middle of {STARTS} starts"
    return [
        Result("first painted window, beside a bare QMainWindow", window, bare, inf, details),
        Result("first painted window, beside a page drawn with QPainter", window, painted, _PAINTED, details),
        Result("first page with its charts, beside a window with one plot", page, plot, _COMPLETE, details),
    ]
