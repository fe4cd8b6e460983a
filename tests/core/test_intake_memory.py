"""What a large file takes of memory: of its rows nothing is kept but a few numbers each."""

import tracemalloc
from collections.abc import Callable
from pathlib import Path

from raadsapp.intake.reading import read
from raadsapp.services import deliveries
from raadsapp.services.opening import Session

ROWS = 20_000
BYTES_A_ROW = 120
"""A value is 35 bytes; comparing, putting in order and storing take as much again and some more."""
_HEADING = "indicator;gemeente;periode;uitsplitsing;waarde;eenheid;status;bron\n"


def _csv(folder: Path, rows: int) -> Path:
    path = folder / f"{rows}.csv"
    lines = (
        f"IND-01;Heerlen;{2000 + number % 20}-Q{1 + number // 20 % 4};groep={number // 80};{number % 97},5;"
        ";definitief;Rapport\n"
        for number in range(rows)
    )
    path.write_text(_HEADING + "".join(lines), encoding="utf-8")
    return path


def _most(work: Callable[[], object]) -> int:
    """The most bytes that are in use at once during this work, beyond those before it."""
    tracemalloc.start()
    try:
        work()
        return tracemalloc.get_traced_memory()[1]
    finally:
        tracemalloc.stop()


def test_going_through_rows_keeps_none_of_them(tmp_path: Path) -> None:
    def go_through(path: Path) -> int:
        return sum(len(cells) for cells in read(path).sheets[0].rows)

    few, many = (_csv(tmp_path, rows) for rows in (ROWS, 2 * ROWS))
    go_through(few)  # what is loaded once does not count
    assert _most(lambda: go_through(many)) < 1.1 * _most(lambda: go_through(few))


def test_a_file_twice_as_long_takes_a_few_numbers_a_row_more(session: Session, tmp_path: Path) -> None:
    def import_all(path: Path) -> None:
        batch, _ = deliveries.commit(session, deliveries.preview(session, path), "test")
        deliveries.withdraw(session, batch.number, "test")  # with nothing of it the next one is compared

    few, many = (_csv(tmp_path, rows) for rows in (ROWS, 2 * ROWS))
    import_all(_csv(tmp_path, 100))  # what is loaded once does not count
    least = _most(lambda: import_all(few))
    most = _most(lambda: import_all(many))
    assert most - least < BYTES_A_ROW * ROWS
