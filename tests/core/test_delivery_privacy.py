"""A sheet in which personal data may stand is not imported, and the problem never repeats that data."""

from dataclasses import replace
from pathlib import Path

import pytest

from raadsapp.domain.problem import Severity
from raadsapp.errors import UserError
from raadsapp.intake.corrections import Corrections
from raadsapp.intake.sheets import Sheet
from raadsapp.services import deliveries
from raadsapp.services.delivery_privacy import personal_cells
from raadsapp.services.opening import Session

HEADER = "indicator;gemeente;periode;uitsplitsing;waarde;eenheid;status;bron"
ROW = "jongeren;Heerlen;2019;;10;;;"


def _kinds(heading: str, *cells: str | float) -> list[str]:
    rows: tuple[tuple[str | float, ...], ...] = ((heading, "Aantal"), *((cell, 12.0) for cell in cells))
    return [cell.kind.value for cell in personal_cells(Sheet("Blad1", rows), (0, 0), {1})]


@pytest.mark.parametrize(
    ("heading", "cell", "kind"),
    [
        ("BSN", "999976989", "bsn"),
        ("Burgerservicenummer", 999976989.0, "bsn"),
        ("Opmerking", "BSN 999976989", "bsn"),
        ("Naam", "Sanne Hermans", "name"),
        ("naam", "R. van den Bosch", "name"),
        ("Voornaam", "Xayven", "name"),
        ("Cliënt", "Fatima", "name"),
        ("Toelichting", "Moeder Ayse belde over de wachttijd", "name"),
        ("Toelichting", "mevrouw Kusters belt terug", "name"),
        ("Geboortedatum", "03-07-2009", "date"),
        ("E-mailadres", "x@voorbeeld.nl", "email"),
        ("Bron", "j.habets@voorbeeld.nl", "email"),
        ("Toelichting", "bel 06-12345678", "phone"),
        ("Telefoon", 612345678.0, "phone"),
        ("Rekening", "NL91ABNA0417164300", "iban"),
        ("Adres", "Akerstraat 112", "address"),
        ("Postcode", "6411 AB", "postcode"),
        ("Cliëntnummer", "A-00451", "file-number"),
    ],
)
def test_personal_data_is_seen_in_a_cell(heading: str, cell: str | float, kind: str) -> None:
    assert _kinds(heading, cell) == [kind]


@pytest.mark.parametrize(
    ("heading", "cell"),
    [
        ("Gemeente", "Voerendaal"),
        ("Naam", "Voerendaal"),
        ("Naam", "Totaal"),
        ("Naam gemeente", "Bergen (L.)"),
        ("Wijken en buurten", "Prins Bernhardbuurt"),
        ("Aanbieder", "William Schrikker Stichting"),
        ("Kinderen", "1.245"),
        ("Aantal cliënten", 337.0),
        ("Postcode", "6411"),
        ("Cliënt", "onbekend"),
        ("Code", "GM0882"),
        ("Indicator", "Unieke cliënten per kwartaal"),
        ("Bron", "CBS, tabel 85099NED, 12 april 2024"),
        ("Toelichting", "De moeder belde over de wachttijd."),
        ("Toelichting", "Ingevuld door P. Jansen"),
        ("Bedrag", "929262000"),
    ],
)
def test_ordinary_cells_are_left_alone(heading: str, cell: str | float) -> None:
    assert _kinds(heading, cell) == []


def test_a_count_is_no_bsn_because_it_passes_the_eleven_test() -> None:
    rows = (("Gemeente", "Aantal"), ("GM0986", "999976989"), ("GM0917", "999980683"), ("GM0882", "999985206"))
    assert personal_cells(Sheet("Blad1", rows), (0, 0), {1}) == ()


def test_a_column_of_nothing_but_bsns_is_seen_under_any_heading() -> None:
    assert _kinds("Nummer", "999976989", "999980683", "999985206") == ["bsn"]
    assert _kinds("Nummer", "999976989", "999980683") == []
    assert _kinds("Nummer", "999976989", "999980683", "123", "999985206", "999900602") == []


def test_notes_above_the_table_are_looked_at_too() -> None:
    sheet = Sheet("Blad1", (("Casus van Lotte Kusters",), ("Gemeente", "Aantal"), ("GM0986", "3")))
    (cell,) = personal_cells(sheet, (1, 1), {1})
    assert (cell.row, cell.column) == (0, 0)


def test_no_more_than_twenty_cells_are_told() -> None:
    names = [f"Sanne Hermans {letter}" for letter in "abcdefghijklmnopqrstuvwxyz"]
    assert len(_kinds("Naam", *names)) == 20


def _file(folder: Path, *rows: str) -> Path:
    file = folder / "kwartaal.csv"
    file.write_text("\n".join((f"{HEADER};toelichting", *rows)), encoding="utf-8")
    return file


def test_a_sheet_with_personal_data_is_refused_and_the_data_is_not_repeated(
    session: Session, tmp_path: Path
) -> None:
    file = _file(tmp_path, f"{ROW};rustig", ROW.replace("2019", "2020") + ";moeder Ayse belde")
    preview = deliveries.preview(session, file)
    assert preview.observations == ()
    problem = preview.problems[0]
    assert (problem.cell, problem.severity, problem.code) == ("I3", Severity.BLOCKING, "personal-data")
    assert "naam" in problem.message
    assert "Ayse" not in problem.message
    with pytest.raises(UserError):
        deliveries.commit(session, preview, "griffier")


def test_a_row_with_personal_data_can_be_left_out(session: Session, tmp_path: Path) -> None:
    file = _file(tmp_path, f"{ROW};rustig", ROW.replace("2019", "2020") + ";moeder Ayse belde")
    name = deliveries.preview(session, file).problems[0].sheet
    preview = deliveries.preview(session, file, corrections=Corrections(excluded=frozenset({(name, 2)})))
    assert len(preview.observations) == 1
    assert not [problem for problem in preview.problems if problem.code == "personal-data"]


def test_a_row_left_out_hides_no_other_row_that_says_the_same(session: Session, tmp_path: Path) -> None:
    said = [ROW.replace("2019", str(year)) + ";moeder Ayse belde" for year in range(2001, 2024)]
    file = _file(tmp_path, *said)
    name = deliveries.preview(session, file).problems[0].sheet
    without = frozenset((name, row) for row in range(1, 22))
    preview = deliveries.preview(session, file, corrections=Corrections(excluded=without))
    assert preview.observations == ()
    assert [problem.cell for problem in preview.problems if problem.code == "personal-data"] == ["I23"]


def test_a_sheet_that_is_not_read_only_warns() -> None:
    (cell,) = personal_cells(Sheet("Blad2", (("Naam",), ("Sanne Hermans",))), (0, 0))
    assert cell.problem(imported=False).severity is Severity.WARNING
    assert replace(cell, row=5).problem(imported=True).cell == "A6"
