"""The invented quarters: made by a script, marked FICTIEF on every sheet and value, and true to a story."""

from collections.abc import Iterator
from pathlib import Path
from zipfile import ZipFile

import pytest

from raadsapp import paths
from raadsapp.domain.observation import Observation, Status
from raadsapp.domain.problem import Severity
from raadsapp.intake.reading import read
from raadsapp.intake.workbooks.process import WorkbookProcess
from raadsapp.services import deliveries, measurements
from raadsapp.services.opening import Session, open_session
from tests.examples.books import MARK, write_books

EXAMPLES = sorted((paths.data_dir() / "examples").glob("*.xlsx"))
VOERENDAAL, HEERLEN, LANDGRAAF = "GM0986", "GM0917", "GM0882"


@pytest.fixture(scope="module")
def workbooks() -> Iterator[WorkbookProcess]:
    with WorkbookProcess() as process:
        yield process


@pytest.fixture(scope="module")
def loaded(tmp_path_factory: pytest.TempPathFactory, workbooks: WorkbookProcess) -> Iterator[Session]:
    """A session in which all quarters are imported, as a clerk would; no test changes it."""
    session = open_session(tmp_path_factory.mktemp("store") / "d.raadsapp", paths.data_dir())
    for path in EXAMPLES:
        preview = deliveries.preview(session, path, workbooks=workbooks)
        assert preview.layout == "kwartaalrapport"
        assert not preview.blocking
        deliveries.commit(session, preview, "Griffie")
    yield session
    session.close()


def _parts(path: Path) -> dict[str, bytes]:
    with ZipFile(path) as package:
        return {name: package.read(name) for name in package.namelist()}


def _series(session: Session, indicator: str, code: str, breakdown: str = "") -> tuple[Observation, ...]:
    return measurements.series(session, indicator, code, breakdown)


def test_the_script_makes_the_workbooks_that_are_shipped(tmp_path: Path) -> None:
    write_books(tmp_path)
    assert sorted(path.name for path in tmp_path.iterdir()) == [path.name for path in EXAMPLES]
    # The contents: another release of Python may pack the same contents differently.
    assert not [path.name for path in EXAMPLES if _parts(path) != _parts(tmp_path / path.name)]


def test_every_sheet_and_every_value_says_that_it_is_invented(workbooks: WorkbookProcess) -> None:
    for path in EXAMPLES:
        for sheet in read(path, workbooks).sheets:
            assert str(sheet.rows[0][0]).startswith(MARK)
            assert str(sheet.rows[1][0]).startswith(f"{MARK}: bedachte cijfers")
            if sheet.name != "Toelichting":
                assert all(str(row[9]).startswith(MARK) for row in sheet.rows[4:])


def test_every_quarter_is_there_and_every_value_keeps_its_mark(loaded: Session) -> None:
    spending = _series(loaded, "IND-01", VOERENDAAL)
    quarters = [f"{year}KW{number:02d}" for year in range(2019, 2023) for number in range(1, 5)]
    assert [observation.key.period.code for observation in spending] == quarters
    for code in (VOERENDAAL, HEERLEN, LANDGRAAF):
        for observation in measurements.latest(loaded, code):
            assert observation.source.startswith(MARK) is observation.key.indicator.startswith("IND-")


def test_more_young_people_are_helped_and_fewer_begin_in_summer(loaded: Session) -> None:
    for code in (VOERENDAAL, HEERLEN):
        helped = [observation.value for observation in _series(loaded, "IND-03", code)]
        assert helped[-1] > 1.15 * helped[0]
        started = [observation.value for observation in _series(loaded, "IND-04", code)]
        for year in range(4):
            assert min(started[4 * year : 4 * year + 4]) == started[4 * year + 2]


def test_parts_add_up_where_none_is_held_back(loaded: Session) -> None:
    names = ("volgens plan", "in overleg eerder", "door één kant", "anders")
    parts = [_series(loaded, "IND-05", HEERLEN, f"reden={name}") for name in names]
    assert [observation.value for observation in _series(loaded, "IND-05", HEERLEN)] == [
        sum(observation.value for observation in quarter) for quarter in zip(*parts, strict=True)
    ]


def test_a_correction_replaces_one_value_and_nothing_else(loaded: Session) -> None:
    correction = next(batch for batch in deliveries.batches(loaded) if "correctie" in batch.file)
    assert (correction.new, correction.changed, correction.unchanged) == (0, 1, 0)
    waiting = {found.key.period.code: found for found in _series(loaded, "IND-07", HEERLEN)}
    assert waiting["2020KW02"].status is Status.REVISED
    assert waiting["2020KW02"].value < 1.5 * waiting["2020KW01"].value


def test_what_was_not_delivered_is_missing_and_not_nothing(loaded: Session) -> None:
    quarters = {found.key.period.code for found in _series(loaded, "IND-03", LANDGRAAF)}
    assert len(quarters) == 15
    assert "2021KW03" not in quarters


def test_small_counts_are_held_back_by_the_supplier(loaded: Session, workbooks: WorkbookProcess) -> None:
    preview = deliveries.preview(loaded, EXAMPLES[0], workbooks=workbooks)
    assert any(found.code == "suppressed" and found.severity is Severity.NOTE for found in preview.problems)
    assert not _series(loaded, "IND-17", VOERENDAAL, "richting=afschalen")
