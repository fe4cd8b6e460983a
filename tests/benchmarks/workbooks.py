"""Reading a large workbook in the process that was started ahead, beside the reading library alone."""

from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory
from time import perf_counter, sleep

import python_calamine

from raadsapp.intake.reading import read
from raadsapp.intake.workbooks.process import WorkbookProcess
from tests.benchmarks.result import Result
from tests.core.workbook_files import HEADER, Row, ods, xlsx

ROWS = 100_000
TURNS = 3
_RATIO = 1.5
_STARTED = 1.0
"""Seconds that a clerk takes at least to choose a file."""


def run() -> Iterator[Result]:
    """One result for each kind of workbook; the best of several turns, one beside the other."""
    rows: list[Row] = [HEADER]
    for number in range(ROWS):
        period = f"{2000 + number % 20}-Q{1 + number % 4}"
        rows.append(
            ("IND-03", "Heerlen", period, f"groep={number // 80}", number % 97 + 0.5, "", "", "Rapport")
        )
    with TemporaryDirectory() as folder:
        for kind, made in (("xlsx", xlsx), ("ods", ods)):
            path = Path(folder) / f"groot.{kind}"
            path.write_bytes(made({"Blad1": rows}))
            turns = [(_alone(path), _apart(path)) for _ in range(TURNS)]
            reference, measured = map(min, zip(*turns, strict=True))
            yield Result(f"read {kind} of {ROWS:,} rows", measured, reference, _RATIO, "bare calamine")


def _alone(path: Path) -> float:
    began = perf_counter()
    with python_calamine.load_workbook(path) as workbook:
        for _ in workbook.get_sheet_by_index(0).iter_rows():
            pass
    return perf_counter() - began


def _apart(path: Path) -> float:
    with WorkbookProcess() as workbooks:
        workbooks.start()
        sleep(_STARTED)
        began = perf_counter()
        read(path, workbooks)
        return perf_counter() - began
