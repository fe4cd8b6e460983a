"""Looking for personal data: own rules, deduce with its memory, and the cells of a large delivery."""

import csv
import os
import subprocess
import sys
from collections.abc import Callable, Iterator
from io import StringIO
from math import inf, nan
from pathlib import Path
from tempfile import TemporaryDirectory
from time import perf_counter
from typing import NamedTuple

from raadsapp.intake.sheets import Sheet
from raadsapp.privacy.personal_data import find
from raadsapp.privacy.personal_data.name_reader import is_installed
from raadsapp.privacy.personal_data.word_lists import read_lists, shipped_lists
from raadsapp.services.delivery_privacy import personal_cells
from tests.benchmarks.result import Result
from tests.core.marked_sentences import OWN_SENTENCES, sentences

TURNS = 3
ROWS = 200_000
_WORKER = "raadsapp.privacy.personal_data.deduce_worker"
_DATA = Path(__file__).parents[2] / "data"


def run() -> Iterator[Result]:
    """Loading and looking with own rules, deduce ready in its process, and checking a table of cells."""
    yield _rules()
    if is_installed():
        yield _deduce()
    yield _cells()


def _rules() -> Result:
    loading = min(_timed(lambda: read_lists(_DATA)) for _ in range(TURNS))
    shipped_lists()
    texts = [sentence.text for sentence in sentences(OWN_SENTENCES)]
    looking = min(_timed(lambda: [find(text) for text in texts]) for _ in range(TURNS))
    details = f"lists loaded in {1000 * loading:.0f} ms, beside one sentence; {len(texts)} sentences"
    return Result("own rules look for personal data", looking, looking / len(texts), inf, details, 0.5)


def _deduce() -> Result:
    with TemporaryDirectory() as folder:
        made = _ready(folder)
        turns = [_ready(folder) for _ in range(TURNS)]
    bare = min(_timed(_import_alone) for _ in range(TURNS))
    best = min(turns, key=lambda turn: turn.seconds)
    details = (
        f"beside importing it alone; {best.busy:.2f} s of a processor; {best.megabytes:.0f} MB; "
        f"{made.seconds:.1f} s the first time"
    )
    return Result("deduce ready in its process", best.seconds, bare, 3, details, 1)


def _cells() -> Result:
    """A tidy table with a column of words, beside parsing it."""
    lines = "".join(
        f"IND-{n % 25:02};GM{n % 342:04};20{n % 20:02}-K{1 + n % 4};{n % 9973};CBS, tabel {n % 90}\n"
        for n in range(ROWS)
    )
    text = f"indicator;gemeente;periode;waarde;toelichting\n{lines}"
    rows = tuple(map(tuple, csv.reader(StringIO(text), delimiter=";")))
    parsing = min(_timed(lambda: list(csv.reader(StringIO(text), delimiter=";"))) for _ in range(TURNS))
    sheet = Sheet("groot.csv", rows)
    looking = min(_timed(lambda: personal_cells(sheet, (0, 0), {3})) for _ in range(TURNS))
    return Result(f"personal data in {ROWS:,} rows", looking, parsing, 0.5, "beside parsing the rows")


def _timed(work: Callable[[], object]) -> float:
    began = perf_counter()
    work()
    return perf_counter() - began


def _import_alone() -> None:
    subprocess.run([sys.executable, "-c", "import deduce"], check=True, stdout=subprocess.DEVNULL)


class _Ready(NamedTuple):
    """Seconds until the first answer, those the processor worked, and the most memory the process took."""

    seconds: float
    busy: float
    megabytes: float


def _ready(folder: str) -> _Ready:
    began = perf_counter()
    with subprocess.Popen(
        [sys.executable, "-P", "-m", _WORKER, folder],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    ) as process:
        assert process.stdin
        assert process.stdout
        process.stdin.write('"Sanne Hermans woont hier."\n')
        process.stdin.flush()
        process.stdout.readline()
        process.stdout.readline()
        seconds = perf_counter() - began
        # Not the most that the system tells at the end: that counts what this process took before it.
        status = Path(f"/proc/{process.pid}/status")
        told = status.read_text().splitlines() if status.exists() else ()
        most = next((int(line.split()[1]) / 1024 for line in told if line.startswith("VmHWM")), nan)
        process.stdin.close()
        process.returncode, usage = os.wait4(process.pid, 0)[1:]
    return _Ready(seconds, usage.ru_utime + usage.ru_stime, most)
