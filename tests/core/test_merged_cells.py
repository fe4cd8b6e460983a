"""A figure in cells that were merged is never read silently: nobody knows which row or column it is about."""

from collections.abc import Sequence
from pathlib import Path

import pytest

from raadsapp.domain.problem import Problem
from raadsapp.services import deliveries
from raadsapp.services.deliveries import Preview
from raadsapp.services.opening import Session
from tests.core.workbook_files import HEADER, ods_of, xlsb, xlsx_parts, zipped

Row = Sequence[str | float | None]
ROWS: tuple[Row, ...] = (
    HEADER,
    ("IND-03", "Heerlen", "2019-Q1", "", 300.0),
    ("IND-03", "Heerlen", "2019-Q2", "", None),
    ("IND-03", "Landgraaf", "2019-Q1", "", 120.0),
)


def _preview(session: Session, folder: Path, rows: Sequence[Row], *merged: str) -> Preview:
    parts = xlsx_parts({"Cijfers": rows}, {})
    cells = "".join(f'<mergeCell ref="{cell}"/>' for cell in merged)
    sheet = str(parts["xl/worksheets/sheet1.xml"])
    parts["xl/worksheets/sheet1.xml"] = sheet.replace(
        "</sheetData>", f"</sheetData><mergeCells>{cells}</mergeCells>"
    )
    path = folder / "werkmap.xlsx"
    path.write_bytes(zipped(parts))
    return deliveries.preview(session, path)


def _worth(preview: Preview) -> list[Problem]:
    return [problem for problem in preview.problems if problem.code == "merged-cell"]


def test_a_figure_of_two_rows_is_kept_out(shipped_session: Session, tmp_path: Path) -> None:
    preview = _preview(shipped_session, tmp_path, ROWS, "E2:E3")
    (problem,) = _worth(preview)
    assert (problem.sheet, problem.cell, problem.severity.value) == ("Cijfers", "E2", "blocking")
    assert problem.message.startswith("Dit cijfer staat in samengevoegde cellen (E2:E3)")
    assert [one.key.municipality for one in preview.observations] == ["GM0882"]


def test_a_figure_below_a_merged_cell_is_not_seen_and_kept_out(
    shipped_session: Session, tmp_path: Path
) -> None:
    rows = (ROWS[0], ROWS[1], ("IND-03", "Heerlen", "2019-Q2", "", 310.0), ROWS[3])
    preview = _preview(shipped_session, tmp_path, rows, "E2:E3")
    assert [problem.cell for problem in _worth(preview)] == ["E2", "E3"]


def test_headings_titles_and_texts_may_be_merged(shipped_session: Session, tmp_path: Path) -> None:
    rows = (("Cijfers van het kwartaal",), *ROWS, ("Bron: Sociaal domein",))
    preview = _preview(shipped_session, tmp_path, rows, "A1:H1", "A6:H6", "B3:B4", "F3:H3")
    assert not _worth(preview)
    assert len(preview.observations) == 2


def test_a_row_that_takes_two_rows_of_the_sheet_is_one_figure(
    shipped_session: Session, tmp_path: Path
) -> None:
    rows: tuple[Row, ...] = (ROWS[0], ROWS[1], (), ROWS[3], ())
    merged = [f"{letter}{row}:{letter}{row + 1}" for letter in "ABCDE" for row in (2, 4)]
    preview = _preview(shipped_session, tmp_path, rows, *merged)
    assert (_worth(preview), len(preview.observations)) == ([], 2)


def test_a_blank_cell_below_a_merged_text_says_what_to_do(shipped_session: Session, tmp_path: Path) -> None:
    rows = (ROWS[0], ROWS[1], ("IND-03", None, "2019-Q2", "", 310.0))
    (problem,) = _preview(shipped_session, tmp_path, rows, "B2:B3").problems
    assert (problem.code, problem.cell) == ("unknown-municipality", "B3")
    assert problem.message == (
        "Hier staat geen gemeente. Vul haar naam of CBS-code in, ook als de cel erboven is samengevoegd."
    )


@pytest.mark.parametrize("hidden", ["", ' table:visibility="collapse"'])
def test_merged_cells_of_an_ods_are_seen_too(shipped_session: Session, tmp_path: Path, hidden: str) -> None:
    def cell(text: str, more: str = "") -> str:
        kind = f'float" office:value="{text}' if text.isdigit() else "string"
        return (
            f'<table:table-cell office:value-type="{kind}"{more}><text:p>{text}</text:p></table:table-cell>'
        )

    heads = "".join(map(cell, HEADER[:5]))
    about = "".join(map(cell, ("IND-03", "Heerlen")))
    spans = ' table:number-columns-spanned="1" table:number-rows-spanned="2"'
    path = tmp_path / "werkmap.ods"
    path.write_bytes(
        ods_of(
            '<table:table table:name="Cijfers">'
            f"<table:table-row>{heads}</table:table-row>"
            f"<table:table-row>{about}{cell('2019')}<table:table-cell/>{cell('7', spans)}</table:table-row>"
            f"<table:table-row{hidden}>{about}{cell('2020')}<table:table-cell/><table:covered-table-cell/>"
            "</table:table-row></table:table>"
        )
    )
    (problem,) = _worth(deliveries.preview(shipped_session, path))
    assert problem.cell == "E2"


def test_merged_cells_and_failed_formulas_of_an_xlsb_are_seen_too(
    shipped_session: Session, tmp_path: Path
) -> None:
    path = tmp_path / "werkmap.xlsb"
    failed = ("IND-03", "Voerendaal", "2019-Q1", "", b"\x07")
    path.write_bytes(xlsb((*ROWS, failed), [(1, 4, 2, 4), (0, 5, 0, 7)]))
    preview = deliveries.preview(shipped_session, path)
    assert [(found.code, found.cell) for found in preview.problems if found.severity.value == "blocking"] == [
        ("merged-cell", "E2"),
        ("failed-formula", "E5"),
    ]
    assert "'#DEEL/0!'" in preview.problems[1].message
    assert [one.value for one in preview.observations] == [120]
