"""Bytes become cells that keep their place, or one Dutch error that names the file and the reason."""

import codecs
import json
import os
import stat
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given
from hypothesis import strategies as st

from raadsapp.errors import UserError
from raadsapp.intake import dialect, reading
from raadsapp.intake.cells import Cell, cell_name
from raadsapp.intake.reading import read

SHARED = Path(__file__).parents[2].parent / "shared" / "data"
SPECTRUM = SHARED / "csv-spectrum"

needs_samples = pytest.mark.skipif(
    not SHARED.is_dir(), reason="the real sample files are not beside the project"
)


def _rows(tmp_path: Path, content: bytes) -> tuple[tuple[Cell, ...], ...]:
    path = tmp_path / "tabel.csv"
    path.write_bytes(content)
    return tuple(read(path).sheets[0].rows)


def _refusal(path: Path) -> UserError:
    with pytest.raises(UserError) as caught:
        list(read(path).sheets[0].rows)
    return caught.value


@needs_samples
@pytest.mark.parametrize("path", sorted((SPECTRUM / "csvs").glob("*.csv")), ids=lambda path: str(path.stem))
def test_the_awkward_files_of_csv_spectrum_read_as_they_should(path: Path) -> None:
    expected = json.loads((SPECTRUM / "json" / f"{path.stem}.json").read_text(encoding="utf-8"))
    expected = expected if isinstance(expected, list) else [expected]
    header, *body = (row for row in read(path).sheets[0].rows if row)
    found = [dict(zip(header, row, strict=True)) for row in body]
    if path.stem == "location_coordinates":
        # This sample is about the coordinates; its expectation has another telephone number.
        expected[0]["Contact Phone Number"] = "2095257564"
    if path.stem == "newlines_crlf":
        # The sample lost its carriage returns; reading keeps line ends as they are.
        expected = [{name: cell.replace("\r\n", "\n") for name, cell in row.items()} for row in expected]
    assert found == expected


@pytest.mark.parametrize(
    ("encoding", "mark"),
    [
        ("utf-8", b""),
        ("utf-8", codecs.BOM_UTF8),
        ("utf-16-le", codecs.BOM_UTF16_LE),
        ("utf-16-be", codecs.BOM_UTF16_BE),
        ("utf-16-le", b""),
        ("utf-16-be", b""),
        ("cp1252", b""),
        ("iso-8859-1", b""),
    ],
)
def test_every_usual_encoding_is_recognised(tmp_path: Path, encoding: str, mark: bytes) -> None:
    content = mark + "gemeente;waarde\nSúdwest-Fryslân;1\n".encode(encoding)
    assert _rows(tmp_path, content) == (("gemeente", "waarde"), ("Súdwest-Fryslân", "1"))


@pytest.mark.parametrize("separator", [";", ",", "\t"])
@pytest.mark.parametrize("line_end", ["\n", "\r\n", "\r"])
def test_every_usual_separator_and_line_end_is_recognised(
    tmp_path: Path, separator: str, line_end: str
) -> None:
    content = line_end.join(
        separator.join(row) for row in [["a", "b", "c"], ["1", "2", "3"], ["4", "5", "6"]]
    )
    assert _rows(tmp_path, content.encode()) == (("a", "b", "c"), ("1", "2", "3"), ("4", "5", "6"))


@pytest.mark.parametrize("line", ["sep=,\r\n", '"sep=,"\n', "SEP=,\r"])
def test_a_first_line_that_names_the_separator_is_followed_and_is_no_row(tmp_path: Path, line: str) -> None:
    assert _rows(tmp_path, (line + "a;b,c\n1;2,3\n").encode()) == (("a;b", "c"), ("1;2", "3"))


def test_decimal_commas_do_not_pass_for_separators(tmp_path: Path) -> None:
    content = b"naam;jaar;waarde\na;2019;14,6\nb;2020;15,2\n"
    assert _rows(tmp_path, content)[1] == ("a", "2019", "14,6")


def test_quotes_keep_separators_and_line_ends_in_one_cell(tmp_path: Path) -> None:
    assert _rows(tmp_path, b'a;b\n"x;\ny";"zei ""ja"""\n')[1] == ("x;\ny", 'zei "ja"')


def test_empty_lines_count_so_that_cells_are_named_as_in_a_spreadsheet(tmp_path: Path) -> None:
    assert _rows(tmp_path, b"titel\n\na;b\n1;2\n")[3] == ("1", "2")
    assert [cell_name(11, 2), cell_name(0, 25), cell_name(0, 26), cell_name(4, 702)] == [
        "C12",
        "Z1",
        "AA1",
        "AAA5",
    ]


def test_a_file_is_known_by_its_bytes(tmp_path: Path) -> None:
    (tmp_path / "a.csv").write_bytes(b"a;b\n1;2\n")
    (tmp_path / "b.csv").write_bytes(b"a;b\n1;2\n")
    assert read(tmp_path / "a.csv").sha256 == read(tmp_path / "b.csv").sha256


@pytest.mark.parametrize(
    ("name", "content", "reason"),
    [
        ("leeg.csv", b"", "is leeg"),
        ("wit.csv", b" \r\n\n", "is leeg"),
        ("merk.csv", codecs.BOM_UTF8, "is leeg"),
        ("map.xlsx", b"PK\x03\x04....[Content_Types].xml", "beschadigd of afgekapt"),
        ("oud.xls", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1...", "geen werkmap"),
        ("pagina.csv", b"<!DOCTYPE html><html><table></table></html>", "webpagina"),
        ("statline.xls", b"\n <table><tr><td>1</td></tr></table>", "webpagina"),
        ("blad.xml", b'<?xml version="1.0"?><Workbook/>', "webpagina of XML"),
        ("foto.csv", b"\x89PNG\r\n\x1a\n\x00\x00", "is een afbeelding"),
        ("rapport.pdf", b"%PDF-1.7\n", "is een pdf"),
        ("brief.csv", b"{\\rtf1 cijfers}", "is een tekstdocument"),
        ("cijfers.csv.gz", b"\x1f\x8b\x08\x00", "is een ingepakt bestand"),
        ("los.bin", b"\x00\x01\x02", "geen tekstbestand"),
        ("nul.csv", b"a;b\n1;\x00\n", "geen tekstbestand"),
        ("dos.csv", b"a;b\n1;\x81\x8d\n", "geen tekstbestand"),
        ("half.csv", codecs.BOM_UTF16_LE + b"a\x00;", "beschadigd"),
        ("stuk.csv", codecs.BOM_UTF8 + b"a;\xff\n", "beschadigd"),
        ("open.csv", b'a;b\n1;2\n"nooit gesloten;3\n4;5\n', "rij 3 kloppen de aanhalingstekens niet"),
        ("los.csv", b'a;b\n"x"y;2\n', "rij 2 kloppen de aanhalingstekens niet"),
        ("~$begroting.csv", b"x", "slotbestand"),
        (".~lock.begroting.csv#", b"x", "slotbestand"),
    ],
)
def test_a_file_that_is_no_table_is_refused_by_name_and_reason(
    tmp_path: Path, name: str, content: bytes, reason: str
) -> None:
    path = tmp_path / name
    path.write_bytes(content)
    error = _refusal(path)
    assert name in error.message
    assert reason in error.message
    assert error.hint


def test_a_folder_an_absent_file_and_a_pipe_are_refused(tmp_path: Path) -> None:
    assert "is een map" in _refusal(tmp_path).message
    assert "bestaat niet" in _refusal(tmp_path / "weg.csv").message
    assert "is niet te lezen (het systeem geeft een fout)" in _refusal(tmp_path / "a\0b").message
    if hasattr(os, "mkfifo"):
        os.mkfifo(tmp_path / "pijp.csv")
        assert "geen gewoon bestand" in _refusal(tmp_path / "pijp.csv").message


def test_a_file_without_permission_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "dicht.csv"
    path.write_bytes(b"a;b\n")
    path.chmod(stat.S_IWUSR)
    if os.access(path, os.R_OK):  # the administrator may read everything

        def refuse(*_: object) -> None:
            raise PermissionError

        monkeypatch.setattr(Path, "open", refuse)
    assert "is niet te lezen (geen toegang)" in _refusal(path).message


def test_what_is_too_large_is_refused_with_the_bound(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "groot.csv"
    path.write_bytes(b"a;b\n" * 10)
    monkeypatch.setattr(reading, "MAX_BYTES", 32)
    assert "te groot" in _refusal(path).message
    monkeypatch.setattr(reading, "MAX_BYTES", 100)
    monkeypatch.setattr(dialect, "MAX_ROWS", 9)
    assert "meer dan 9 rijen" in _refusal(path).message
    monkeypatch.setattr(dialect, "MAX_ROWS", 10)
    monkeypatch.setattr(dialect, "MAX_COLUMNS", 1)
    assert "1 kolommen" in _refusal(path).message


def test_a_cell_that_no_sheet_could_hold_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "lang.csv"
    path.write_bytes(b"a;b\n" + b"x" * 200_000 + b";1\n")
    assert "een cel veel te lang" in _refusal(path).message


@given(
    st.one_of(
        st.binary(max_size=300),
        st.text(alphabet='ab1;,\t"\r\n\x00é', max_size=200).map(lambda text: text.encode()),
        st.text(max_size=100).map(lambda text: codecs.BOM_UTF16_LE + text.encode("utf-16-le", "replace")),
    )
)
def test_any_bytes_end_in_a_sheet_or_in_one_user_error(content: bytes) -> None:
    with TemporaryDirectory() as folder:
        path = Path(folder) / "iets.csv"
        path.write_bytes(content)
        try:
            sheets = read(path).sheets
            assert all(list(sheet.rows) for sheet in sheets)
        except UserError:
            return
