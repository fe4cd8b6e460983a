"""An import tells how far it is and can be stopped at any moment: nothing is kept, all goes on working."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from raadsapp.errors import UserError
from raadsapp.intake.decoding import look_through
from raadsapp.intake.dialect import CsvRows
from raadsapp.intake.progress import Cancelled, Progress, untold
from raadsapp.intake.workbooks.process import WorkbookProcess
from raadsapp.services import deliveries
from raadsapp.services.opening import Session
from tests.core.importing import write_delivery
from tests.core.workbook_files import HEADER, Row, ods, xlsx

ROWS: list[Row] = [
    HEADER,
    *(("IND-03", "Heerlen", "2019", f"groep={it}", float(it), "", "", "") for it in range(3000)),
]
_SHARED = settings(max_examples=6, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])


class Listener:
    """Is told how far an import is, and stops it the `last`-th time."""

    def __init__(self, last: int | None = None) -> None:
        self.told: list[Progress] = []
        self._last = last

    def __call__(self, progress: Progress) -> None:
        self.told.append(progress)
        if len(self.told) == self._last:
            raise Cancelled


@pytest.fixture(scope="module")
def workbooks() -> Iterator[WorkbookProcess]:
    with WorkbookProcess() as process:
        yield process


def _csv(folder: Path) -> Path:
    path = folder / "lang.csv"
    write_delivery(path)
    return path


def _ods(folder: Path) -> Path:
    path = folder / "lang.ods"
    path.write_bytes(ods({"Blad1": ROWS}))
    return path


def _xlsx(folder: Path) -> Path:
    path = folder / "lang.xlsx"
    path.write_bytes(xlsx({"Blad1": ROWS}))
    return path


def _dump(session: Session) -> list[str]:
    return list(session.store.connection.iterdump())


@pytest.mark.parametrize("made", [_csv, _ods, _xlsx])
@_SHARED
@given(share=st.floats(0, 1))
def test_an_import_stopped_at_any_moment_leaves_nothing_and_can_begin_anew(
    shipped_session: Session,
    tmp_path: Path,
    workbooks: WorkbookProcess,
    made: Callable[[Path], Path],
    share: float,
) -> None:
    path, before = made(tmp_path), _dump(shipped_session)
    listener = Listener()
    preview = deliveries.preview(shipped_session, path, workbooks=workbooks, progress=listener)
    moment = 1 + round(share * (len(listener.told) - 1))
    try:
        deliveries.preview(shipped_session, path, workbooks=workbooks, progress=Listener(moment))
    except Cancelled:
        pass
    else:
        # How often a worker is waited for differs from one time to the next.
        assert path.suffix != ".csv"
    assert _dump(shipped_session) == before
    again = deliveries.preview(shipped_session, path, workbooks=workbooks)
    assert again.new == preview.new == 3000
    assert again.problems == preview.problems


@_SHARED
@given(moment=st.integers(1, 3))
def test_storing_that_is_stopped_is_rolled_back(
    shipped_session: Session, tmp_path: Path, moment: int
) -> None:
    path = tmp_path / "lang.csv"
    rows = [f"IND-03;Heerlen;2019;groep={it};{it};;;" for it in range(7000)]
    path.write_text("\n".join(("indicator;gemeente;periode;uitsplitsing;waarde;eenheid;status;bron", *rows)))
    before = _dump(shipped_session)
    preview = deliveries.preview(shipped_session, path)
    with pytest.raises(Cancelled):
        deliveries.commit(shipped_session, preview, "Sanne", progress=Listener(moment))
    assert _dump(shipped_session) == before
    with shipped_session.store.writing():
        batch, _ = deliveries.commit(shipped_session, preview, "Sanne", progress=Listener())
        assert batch.new == 7000
        shipped_session.store.connection.execute("ROLLBACK")
        shipped_session.store.connection.execute("BEGIN")


def test_progress_goes_on_from_one_part_to_the_next_and_never_back(
    shipped_session: Session, tmp_path: Path
) -> None:
    listener = Listener()
    preview = deliveries.preview(shipped_session, _csv(tmp_path), progress=listener)
    deliveries.commit(shipped_session, preview, "Sanne", progress=listener)
    told = list(dict.fromkeys(progress.what for progress in listener.told))
    assert told == ["Bestand lezen", "Rijen lezen", "Waarden nakijken", "Waarden bewaren"]
    reading = [progress for progress in listener.told if progress.what == "Rijen lezen"]
    assert [it.done for it in reading] == sorted(it.done for it in reading)
    assert reading[-1].done == 3001
    assert all(it.total is None or it.done <= it.total for it in listener.told)


@pytest.mark.parametrize("change", ["longer", "other", "gone"])
def test_a_file_that_changes_while_it_is_read_is_refused(tmp_path: Path, change: str) -> None:
    path = _csv(tmp_path)
    rows = CsvRows(path, look_through(path, untold))
    assert len(rows) == 3001
    text = path.read_text(encoding="utf-8")
    if change == "gone":
        path.unlink()
        expected = "niet meer te lezen"
    else:
        path.write_text(text + "\n" if change == "longer" else text.replace("groep=7;", "groep=8;"), "utf-8")
        expected = "is veranderd terwijl"
    with pytest.raises(UserError, match=expected):
        len(rows)
