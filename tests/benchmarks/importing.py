"""Reading a large CSV and large workbooks in, checked and stored, beside what it takes without checks."""

import csv
import os
import subprocess
import sys
from collections.abc import Callable, Iterator
from importlib.util import find_spec
from itertools import chain, islice
from math import inf
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory
from time import perf_counter, sleep

import python_calamine

from raadsapp import paths
from raadsapp.intake.workbooks.process import WorkbookProcess
from raadsapp.services import deliveries
from raadsapp.services.opening import Session, open_session
from tests.benchmarks.result import Result
from tests.core.workbook_files import HEADER, Row, ods, xlsx

CSV_ROWS = 1_000_000
SOME_ROWS = 50_000
WORKBOOK_ROWS = 100_000
TURNS = 3
_CHUNK = 50
_STARTED = 1.0
"""Seconds that a clerk takes at least to choose a file."""
_MOST_MEMORY = 64
_HOLD = 0.05
"""Seconds that a window may be held up at most, in 99 of 100 of its beats."""
_STATUS = Path("/proc/self/status")
"""Where Linux tells how much memory a process took at most; elsewhere that is not measured."""


def run() -> Iterator[Result]:
    """One result for each kind of file; the best of several turns, one beside the other."""
    with TemporaryDirectory() as name:
        folder = Path(name)
        yield from _csv(folder)
        for kind, made in (("xlsx", xlsx), ("ods", ods)):
            path = folder / f"groot.{kind}"
            path.write_bytes(made({"Blad1": [HEADER, *_rows(WORKBOOK_ROWS)]}))
            turns = [(_timed(lambda: _bare(path)), _imported(folder, path)) for _ in range(TURNS)]  # noqa: B023 - called at once
            reference, measured = map(min, zip(*turns, strict=True))
            yield Result(
                f"import {kind} of {WORKBOOK_ROWS:,} rows", measured, reference, 1.5, "bare calamine"
            )


def _csv(folder: Path) -> Iterator[Result]:
    path = folder / "groot.csv"
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, delimiter=";")
        writer.writerow(HEADER)
        writer.writerows([_written(cell) for cell in row] for row in _rows(CSV_ROWS))
    turns = [
        (_timed(lambda: _parsed(path)) + _tuples_stored(folder), _imported(folder, path)) for _ in range(2)
    ]
    reference, measured = map(min, zip(*turns, strict=True))
    yield Result(f"import csv of {CSV_ROWS:,} rows", measured, reference, 1.4, "parsing and ready tuples")
    if _STATUS.exists():
        memory = float(_told(_MEASURE, folder, path))
        yield Result(
            "memory for it (MB as seconds)", memory, _MOST_MEMORY, 1.0, "most above the idle program"
        )
    held = float(_told(_BEATS, folder, path))
    yield Result("window held up during it, p99", held, _HOLD, 1.0, "the most that it may be")
    if find_spec("pandas"):
        plain = float(_told(_PANDAS, folder, path))
        yield Result(f"import csv of {CSV_ROWS:,} rows", measured, plain, 1.0, "pandas, which checks nothing")
    else:
        yield Result("import csv beside pandas", measured, measured, inf, "pandas is not installed")
    some = folder / "deel.csv"
    with path.open("rb") as whole:
        some.write_bytes(b"".join(islice(whole, SOME_ROWS + 1)))
    ours = min(_imported(folder, some) for _ in range(2))
    plain = _timed(lambda: _sqlite_utils(folder, some))
    yield Result(f"import csv of {SOME_ROWS:,} rows", ours, plain, 1.0, "sqlite-utils, which checks nothing")


def _rows(count: int) -> Iterator[Row]:
    """Quarters of ten indicators in three municipalities, that change a little from one to the next."""
    random = Random(7)  # noqa: S311 - the same figures each time
    for number in range(count):
        group, quarter = divmod(number, 40)
        about = f"IND-{1 + group % 10:02}", ("Heerlen", "Landgraaf", "Voerendaal")[group // 10 % 3]
        when = f"{2015 + quarter // 4}-Q{1 + quarter % 4}"
        value = round(40 + 30 * (group % 7) / 7 + random.uniform(-4, 4), 1)
        yield *about, when, f"groep={group // 30}", value, "", "definitief", "Rapport"


def _written(cell: str | float | None) -> str:
    return str(cell).replace(".", ",")


def _timed(work: Callable[[], None]) -> float:
    began = perf_counter()
    work()
    return perf_counter() - began


def _bare(path: Path) -> None:
    with python_calamine.load_workbook(path) as workbook:
        for _ in workbook.get_sheet_by_index(0).iter_rows():
            pass


def _parsed(path: Path) -> None:
    with path.open(encoding="utf-8", newline="") as file:
        for _ in csv.reader(file, delimiter=";"):
            pass


def _fresh(folder: Path) -> Session:
    for left in folder.glob("dossier.raadsapp*"):
        if left.is_file():
            left.unlink()
    return open_session(folder / "dossier.raadsapp", paths.data_dir())


def _tuples_stored(folder: Path) -> float:
    """Insert a million tuples of numbers that are ready, in order, into the same log."""
    session = _fresh(folder)
    connection = session.store.connection
    (batch,) = connection.execute("SELECT max(number) FROM batch").fetchone()
    names = range(10_000, 10_000 + CSV_ROWS // 1200 + 1)
    for table, count in (("indicator", 10), ("municipality", 3), ("breakdown", len(names)), ("source", 1)):
        rows = [(number, f"proef-{number}") for number in names[:count]]
        connection.executemany(f"INSERT INTO {table}_code (id, code) VALUES (?, ?)", rows)  # noqa: S608
    first = names[0]
    ready = [
        (first + about // 3, first + about % 3, group, 1000 * year + 200 + quarter, batch, 40.5, 2, first)
        for about in range(30)
        for group in names
        for year in range(2015, 2025)
        for quarter in range(1, 5)
    ][:CSV_ROWS]
    marks = f"INSERT INTO observation VALUES {', '.join(['(?, ?, ?, ?, ?, ?, ?, ?)'] * _CHUNK)}"  # noqa: S608
    began = perf_counter()
    with session.store.writing():
        for begin in range(0, len(ready), _CHUNK):
            connection.execute(marks, list(chain.from_iterable(ready[begin : begin + _CHUNK])))
    taken = perf_counter() - began
    session.close()
    return taken


def _imported(folder: Path, path: Path) -> float:
    """How long it takes to read, check and store the file in a new store, with the process ready."""
    session = _fresh(folder)
    with WorkbookProcess() as workbooks:
        workbooks.start()
        sleep(_STARTED)
        began = perf_counter()
        deliveries.commit(session, deliveries.preview(session, path, workbooks=workbooks), "proef")
        taken = perf_counter() - began
    session.close()
    return taken


_MEASURE = """
import sys
from pathlib import Path
from raadsapp import paths
from raadsapp.services import deliveries
from raadsapp.services.opening import open_session
session = open_session(Path(sys.argv[1]), paths.data_dir())
most = lambda: next(int(line.split()[1]) for line in open("/proc/self/status") if line.startswith("VmHWM"))
idle = most()
deliveries.commit(session, deliveries.preview(session, Path(sys.argv[2])), "proef")
print((most() - idle) / 1024)
"""


_BEATS = """
import sys
from pathlib import Path
from threading import Thread
from time import perf_counter
from PySide6.QtCore import QCoreApplication, Qt, QTimer
from raadsapp import paths
from raadsapp.services import deliveries
from raadsapp.services.opening import open_session
application, beats = QCoreApplication([]), []
def store():
    session = open_session(Path(sys.argv[1]), paths.data_dir())
    deliveries.commit(session, deliveries.preview(session, Path(sys.argv[2])), "proef")
thread = Thread(target=store)
def beat():
    beats.append(perf_counter())
    if not thread.is_alive():
        application.quit()
timer = QTimer(timerType=Qt.TimerType.PreciseTimer, interval=10)
timer.timeout.connect(beat)
timer.start()
thread.start()
application.exec()
late = sorted(after - before - 0.01 for before, after in zip(beats, beats[1:]))
print(late[len(late) * 99 // 100])
"""
_PANDAS = """
import sqlite3, sys
from time import perf_counter
import pandas
began = perf_counter()
connection = sqlite3.connect(sys.argv[1] + ".pandas")
table = pandas.read_csv(sys.argv[2], sep=";", decimal=",", keep_default_na=False)
table.to_sql("rows", connection, index=False, if_exists="replace")
connection.execute("CREATE INDEX place ON rows (indicator, gemeente, periode)")
connection.commit()
print(perf_counter() - began)
"""


def _told(script: str, folder: Path, path: Path) -> str:
    """What a script says of importing the file at `path` into a new store, in a process of its own."""
    _fresh(folder).close()
    command = [sys.executable, "-c", script, str(folder / "dossier.raadsapp"), str(path)]
    offscreen = {**os.environ, "QT_QPA_PLATFORM": "offscreen"}
    return subprocess.run(command, capture_output=True, text=True, check=True, env=offscreen).stdout


def _sqlite_utils(folder: Path, path: Path) -> None:
    target = str(folder / "plain.db")
    command = [sys.executable, "-m", "sqlite_utils", "insert", target, "rows", str(path), "--csv"]
    subprocess.run([*command, "--delimiter", ";", "--silent"], check=True, capture_output=True)
    subprocess.run(
        [
            sys.executable,
            "-m",
            "sqlite_utils",
            "create-index",
            target,
            "rows",
            "indicator",
            "gemeente",
            "periode",
        ],
        check=True,
    )
