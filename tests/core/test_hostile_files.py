"""Files as strangers make them end in a preview in which no number is another, or in one clear refusal."""

import re
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from raadsapp.domain.problem import Severity
from raadsapp.errors import UserError
from raadsapp.intake.layouts import load_layout
from raadsapp.intake.numbers import NOT_WORKED_OUT
from raadsapp.intake.reading import read
from raadsapp.intake.recognition import recognise
from raadsapp.intake.workbooks.messages import MAX_SHEETS
from raadsapp.paths import data_dir
from raadsapp.services import deliveries
from raadsapp.services.layouts import known_layouts, save_layout
from raadsapp.services.opening import Session
from tests.core.workbook_files import HEADER, ROW, sheet_xml, xlsx, xlsx_parts, zipped

LINES = (";".join(HEADER), "IND-03;Heerlen;2019-Q1;;12;;;", "IND-03;Heerlen;2019-Q2;;14;;;")
KNOWN = {("2019KW01", 12.0), ("2019KW02", 14.0)}


def _preview(
    session: Session, folder: Path, content: str | bytes, name: str = "cijfers.csv"
) -> deliveries.Preview:
    path = folder / name
    path.write_bytes(content if isinstance(content, bytes) else content.encode())
    return deliveries.preview(session, path)


def _values(preview: deliveries.Preview) -> set[tuple[str, float]]:
    return {(it.key.period.code, it.value) for it in preview.observations}


@pytest.mark.parametrize(
    "text",
    [
        "\n".join(LINES).replace(";", "|"),
        "\n".join(LINES).replace("indicator", "\ufeffindi\u00adcator\u200b"),
        "\n".join(LINES).replace(";12;", ";\u200e12\u200b;"),
    ],
)
def test_other_separators_and_signs_that_show_nothing_do_not_matter(
    shipped_session: Session, tmp_path: Path, text: str
) -> None:
    assert _values(_preview(shipped_session, tmp_path, text)) == KNOWN


def test_rows_with_another_separator_are_named_and_not_taken_for_notes(
    shipped_session: Session, tmp_path: Path
) -> None:
    preview = _preview(shipped_session, tmp_path, "\n".join((*LINES[:2], LINES[2].replace(";", ","))))
    assert _values(preview) == {("2019KW01", 12.0)}
    assert ("A3", "row-uncut") in {(problem.cell, problem.code) for problem in preview.problems}


def test_a_file_of_which_every_row_is_one_cell_is_refused_as_that(
    shipped_session: Session, tmp_path: Path
) -> None:
    with pytest.raises(UserError, match="heeft maar één kolom"):
        _preview(shipped_session, tmp_path, "\n".join(f'"{line}"' for line in LINES))


def test_a_formula_without_an_outcome_is_no_missing_value(shipped_session: Session, tmp_path: Path) -> None:
    parts = xlsx_parts({"Blad": (HEADER, ROW)}, {})
    sheet = str(parts["xl/worksheets/sheet1.xml"])
    for left in ("", "<v/>", "<v></v>"):
        changed = re.sub(r'<c r="E2">.*?</c>', f'<c r="E2"><f>SUM(A1:A2)</f>{left}</c>', sheet)
        content = zipped({**parts, "xl/worksheets/sheet1.xml": changed})
        preview = _preview(shipped_session, tmp_path, content, "formule.xlsx")
        (problem,) = (it for it in preview.problems if it.severity is Severity.BLOCKING)
        assert (problem.cell, problem.code) == ("E2", "failed-formula")
        assert "geen uitkomst" in problem.message
    empty_text = '<row r="1"><c r="A1" t="str"><f>""</f><v></v></c><c r="B1"><v>1</v></c></row>'
    path = tmp_path / "leeg.xlsx"
    path.write_bytes(zipped({**parts, "xl/worksheets/sheet1.xml": sheet_xml(empty_text)}))
    assert NOT_WORKED_OUT not in next(iter(read(path).sheets[0].rows))


def test_numbers_without_end_are_no_numbers(shipped_session: Session, tmp_path: Path) -> None:
    content = xlsx({"Blad": (HEADER, (*ROW[:4], float("inf")), (*ROW[:4], float("nan")))})
    codes = {
        problem.code for problem in _preview(shipped_session, tmp_path, content, "oneindig.xlsx").problems
    }
    assert "not-a-number" in codes
    assert "too-precise" not in codes


def test_a_workbook_of_very_many_sheets_is_refused_soon(shipped_session: Session, tmp_path: Path) -> None:
    parts = xlsx_parts({"Blad": (HEADER, ROW)}, {})
    book = str(parts["xl/workbook.xml"])
    many = "".join(f'<sheet name="B{number}" sheetId="{number}" r:id="rId1"/>' for number in range(1, 50_000))
    parts["xl/workbook.xml"] = re.sub("<sheets>.*</sheets>", f"<sheets>{many}</sheets>", book)
    with pytest.raises(UserError, match=f"heeft meer dan {MAX_SHEETS} bladen"):
        _preview(shipped_session, tmp_path, zipped(parts), "bladen.xlsx")


def test_of_layouts_that_fit_as_well_the_own_one_is_taken(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("raadsapp.paths.user_data_dir", lambda: tmp_path / "home")
    kept = save_layout(load_layout(data_dir() / "layouts" / "long.toml"), "Onze tabel")
    path = tmp_path / "cijfers.csv"
    path.write_text("\n".join(LINES))
    assert recognise(read(path), known_layouts().all, None)[0] == kept


_STRANGE = ("1.234", "1,5", "x", "<5", "#N/B", "", '"', "1e3", "−3", "½", "\u202e12", "2019-Q9", "GM0917")
_CELLS = st.sampled_from(_STRANGE) | st.text(st.characters(codec="utf-8"), max_size=6)


# Nothing is stored, so that every cell may be tried on one session.
@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(row=st.integers(1, 2), column=st.integers(0, 7), cell=_CELLS)
def test_one_strange_cell_never_touches_another_row_silently(
    shipped_session: Session, row: int, column: int, cell: str
) -> None:
    lines = [line.split(";") for line in LINES]
    lines[row][column] = cell
    other = sorted(KNOWN)[2 - row]
    with TemporaryDirectory() as folder:
        try:
            preview = _preview(shipped_session, Path(folder), "\n".join(";".join(line) for line in lines))
        except UserError as error:
            assert error.hint  # noqa: PT017 - either is right
        else:
            assert other in _values(preview) or preview.problems
