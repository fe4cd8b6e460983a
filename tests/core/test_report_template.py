"""The quarterly report: what is filled in comes back from its cell, and an empty cell is no value."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from raadsapp import paths
from raadsapp.cli.main import main
from raadsapp.content.report_template import load_template
from raadsapp.domain.observation import Observation, ObservationKey, Status
from raadsapp.domain.period import Period, PeriodKind
from raadsapp.domain.problem import Severity
from raadsapp.domain.report_template import Every
from raadsapp.errors import UserError
from raadsapp.export.report_form import Form, FormRow, FormSheet, form_of, quarter_before, quarter_named
from raadsapp.export.sheet import Cell
from raadsapp.export.xlsx_form import COLUMNS, write_form
from raadsapp.intake.applying import Reading, apply
from raadsapp.intake.layouts import load_layouts
from raadsapp.intake.reading import read
from raadsapp.intake.sheets import Sheet
from raadsapp.intake.workbooks.process import WorkbookProcess
from tests.core.shipped import dossier

TEMPLATE = paths.data_dir() / "templates" / "kwartaalrapport.toml"
K2 = Period(2020, PeriodKind.QUARTER, 2)
THREE = ("GM0986", "GM0917", "GM0882")
MADE = datetime(2020, 7, 1, tzinfo=UTC)
Output = pytest.CaptureFixture[str]


@pytest.fixture(scope="module")
def workbooks() -> Iterator[WorkbookProcess]:
    with WorkbookProcess() as process:
        yield process


def _form(quarter: Period = K2, codes: tuple[str, ...] = THREE) -> Form:
    return form_of(load_template(TEMPLATE), dossier(), quarter, codes, MADE)


def _rows(form: Form) -> list[FormRow]:
    return [row for sheet in form.sheets for row in sheet.rows]


def _filled(form: Form, cells: Sequence[Cell], status: Status) -> Form:
    """The form with these values in order of its rows."""
    left = iter(cells)

    def sheet(of: FormSheet) -> FormSheet:
        return FormSheet(of.name, tuple(replace(row, value=next(left), status=status) for row in of.rows))

    return replace(form, sheets=tuple(map(sheet, form.sheets)))


def _delivered(form: Form) -> dict[ObservationKey, Observation]:
    """What a filled form says: a value for each cell that holds a number."""
    found = [
        Observation(
            ObservationKey(row.indicator.key, row.municipality.code, row.period, row.breakdown),
            row.value,
            row.status,
            row.source,
        )
        for row in _rows(form)
        if not isinstance(row.value, str)
    ]
    return {observation.key: observation for observation in found}


def _read(form: Form, workbooks: WorkbookProcess) -> tuple[Reading, dict[str, Sheet]]:
    with TemporaryDirectory() as folder:
        path = Path(folder) / "rapport.xlsx"
        write_form(path, form)
        file = read(path, workbooks)
    reading = apply(file, load_layouts(paths.data_dir() / "layouts"), None, dossier())
    assert reading.layout.key == "kwartaalrapport"
    return reading, {sheet.name: sheet for sheet in file.sheets}


def test_the_report_asks_for_every_indicator_and_for_no_figure_twice() -> None:
    rows = _rows(_form())
    assert {row.indicator.key for row in rows} == {indicator.key for indicator in dossier().indicators}
    asked = [(row.indicator.key, row.municipality.code, row.period, row.breakdown) for row in rows]
    assert len(asked) == len(set(asked))
    assert {row.municipality.name for row in rows} == {"Voerendaal", "Heerlen", "Landgraaf"}


def test_a_figure_in_another_unit_never_joins_the_series_of_its_indicator() -> None:
    for row in _rows(_form()):
        assert row.unit in row.indicator.unit
        assert row.unit == row.indicator.own_unit or row.breakdown


def test_every_value_comes_back_from_its_own_cell(workbooks: WorkbookProcess) -> None:
    form = _form()
    form = _filled(form, [number + 0.5 for number in range(len(_rows(form)))], Status.FINAL)
    reading, sheets = _read(form, workbooks)
    assert {entry.observation.key: entry.observation for entry in reading.entries} == _delivered(form)
    for entry in reading.entries:
        cells = sheets[entry.sheet].rows[entry.row]
        key = entry.observation.key
        assert (cells[0], (*cells, "")[len(COLUMNS) - 1]) == (key.indicator, key.breakdown)
        assert COLUMNS[entry.column].heading == "waarde"
        assert cells[entry.column] == entry.observation.value


written = st.sampled_from(["", "n.b.", "<10", "-"]) | st.floats(0, 1e6).map(lambda value: round(value, 3))


@settings(max_examples=15, deadline=None)
@given(st.data(), st.sampled_from(Status))
def test_what_is_filled_in_comes_back_and_what_is_left_open_gives_no_value(
    workbooks: WorkbookProcess, data: st.DataObject, status: Status
) -> None:
    form = _form(codes=THREE[:1])
    count = len(_rows(form))
    form = _filled(form, data.draw(st.lists(written, min_size=count, max_size=count)), status)
    reading, _ = _read(form, workbooks)
    assert {entry.observation.key: entry.observation for entry in reading.entries} == _delivered(form)
    assert not [finding for finding in reading.findings if finding.fault.severity is Severity.BLOCKING]


def test_a_form_that_nobody_filled_in_gives_no_value_and_no_error(workbooks: WorkbookProcess) -> None:
    reading, sheets = _read(_form(), workbooks)
    assert not reading.entries
    assert {finding.fault.code for finding in reading.findings} == {"other-sheets", "missing"}
    explained = {str(row[0]) for row in sheets["Toelichting"].rows if row}
    assert {indicator.key for indicator in dossier().indicators} <= explained


def test_the_same_form_is_the_same_file(tmp_path: Path) -> None:
    for name in ("een.xlsx", "twee.xlsx"):
        write_form(tmp_path / name, _form())
    assert (tmp_path / "een.xlsx").read_bytes() == (tmp_path / "twee.xlsx").read_bytes()


@pytest.mark.parametrize(
    ("number", "half_year", "year"),
    [(1, "2019HJ02", "2019JJ00"), (2, "2020HJ01", "2019JJ00"), (4, "2020HJ02", "2020JJ00")],
)
def test_a_longer_period_is_the_last_that_is_over(number: int, half_year: str, year: str) -> None:
    quarter = Period(2020, PeriodKind.QUARTER, number)
    assert Every.QUARTER.last(quarter) == quarter
    assert Every.HALF_YEAR.last(quarter).code == half_year
    assert Every.YEAR.last(quarter).code == year


def test_a_quarter_is_named_in_any_form_and_else_the_last_that_is_over() -> None:
    assert quarter_named("2e kw. 2020") == K2
    assert quarter_before(date(2020, 8, 31)) == K2
    assert quarter_before(date(2020, 2, 1)) == Period(2019, PeriodKind.QUARTER, 4)
    for text in ("2020", "iets"):
        with pytest.raises(UserError, match="geen kwartaal"):
            quarter_named(text)
    with pytest.raises(ValueError, match="2020"):
        _form(Period(2020))


def test_a_template_that_is_wrong_is_refused_by_name_and_fault(tmp_path: Path) -> None:
    with pytest.raises(UserError, match=r"weg\.toml klopt niet"):
        load_template(tmp_path / "weg.toml")
    text = TEMPLATE.read_text(encoding="utf-8")
    (tmp_path / "fout.toml").write_text(text.replace('"halfjaar"', '"soms"'), encoding="utf-8")
    with pytest.raises(UserError, match=r"fout\.toml klopt niet.*soms"):
        load_template(tmp_path / "fout.toml")
    (tmp_path / "vreemd.toml").write_text(text.replace("IND-07", "IND-77"), encoding="utf-8")
    with pytest.raises(UserError, match="IND-77, en die indicator staat niet in het dossier"):
        form_of(load_template(tmp_path / "vreemd.toml"), dossier(), K2, THREE, MADE)


def test_a_form_in_a_folder_that_is_not_there_is_an_error_of_the_system(tmp_path: Path) -> None:
    with pytest.raises(OSError, match="weg"):
        write_form(tmp_path / "weg" / "x.xlsx", _form())


def _command(*arguments: object) -> int | str | None:
    with pytest.raises(SystemExit) as ended:
        main(["template", *map(str, arguments)])
    return ended.value.code


def test_the_command_makes_a_form_for_a_municipality_and_a_quarter(
    tmp_path: Path, workbooks: WorkbookProcess, capsys: Output
) -> None:
    out = tmp_path / "leeg.xlsx"
    assert _command("--out", out, "--municipality", "0986", "--period", "2020-K2") == 0
    assert "2e kwartaal 2020" in capsys.readouterr().out
    sheets = read(out, workbooks).sheets
    assert {row[3] for sheet in sheets[:-1] for row in sheet.rows[4:]} == {"Voerendaal"}
    assert _command("--out", out) == 0
    assert "262 waarden zijn in te vullen" in capsys.readouterr().out


def test_the_command_refuses_another_kind_of_file_and_what_is_no_quarter(
    tmp_path: Path, capsys: Output
) -> None:
    assert _command("--out", tmp_path / "leeg.ods") == 2
    assert "eindigt niet op .xlsx" in capsys.readouterr().err
    assert _command("--out", tmp_path / "leeg.xlsx", "--period", "2020") == 2
    assert "geen kwartaal" in capsys.readouterr().err
    assert not list(tmp_path.iterdir())
