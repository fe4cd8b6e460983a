"""A report of a fault says where the program was, and nothing about the user or the data."""

import logging
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest

from raadsapp import __version__
from raadsapp.reports import LOG, keep_log, report_of
from raadsapp.texts import euro

AT = datetime(2026, 11, 22, 20, 15, tzinfo=UTC)
PERSONAL = "Jan de Vries, € 12.345"


def _fault() -> Exception:
    try:
        try:
            euro(PERSONAL)  # type: ignore[arg-type] # the fault to report
        except TypeError as inner:
            raise ValueError(PERSONAL) from inner
    except ValueError as fault:
        return fault
    raise AssertionError


@pytest.fixture
def quiet_log() -> Iterator[None]:
    yield
    for handler in list(LOG.handlers):
        LOG.removeHandler(handler)
        handler.close()


def test_a_report_tells_the_versions_and_the_way_through_the_program() -> None:
    report = report_of(_fault(), AT, "Qt 6")
    assert f"Raadsapp {__version__}" in report
    assert "Qt 6" in report
    assert "2026-11-22 20:15" in report
    assert "raadsapp/texts.py:" in report
    assert report.index("ValueError") < report.index("TypeError")


def test_a_report_holds_no_message_no_value_and_no_folder() -> None:
    report = report_of(_fault(), AT)
    assert "Vries" not in report
    assert "12.345" not in report
    assert str(Path(__file__).parent) not in report
    assert "test_reports.py" in report


def _fault_instead_of_another() -> None:
    try:
        int(PERSONAL)
    except ValueError:
        raise KeyError from None


def test_a_report_leaves_out_a_fault_that_was_set_aside() -> None:
    with pytest.raises(KeyError) as caught:
        _fault_instead_of_another()
    assert "ValueError" not in report_of(caught.value, AT)


@pytest.mark.usefixtures("quiet_log")
def test_the_log_is_kept_in_the_folder_and_made_when_there_is_something_to_keep(tmp_path: Path) -> None:
    file = keep_log(tmp_path / "logboek")
    assert file is not None
    assert not file.exists()
    LOG.error("iets")
    assert "iets" in file.read_text(encoding="utf-8")
    assert logging.getLogger("raadsapp") is LOG


def test_without_a_folder_that_can_be_written_there_is_no_log(tmp_path: Path) -> None:
    in_the_way = tmp_path / "bestand"
    in_the_way.write_text("")
    assert keep_log(in_the_way / "logboek") is None
