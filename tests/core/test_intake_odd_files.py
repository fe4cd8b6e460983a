"""What clerks are sent: each odd file ends in the right figures, or in a sentence that says what to do."""

from collections.abc import Sequence
from pathlib import Path

import pytest

from raadsapp.domain.problem import Severity
from raadsapp.errors import UserError
from raadsapp.intake.workbooks.process import WorkbookProcess
from raadsapp.services import deliveries
from raadsapp.services.deliveries import Preview
from raadsapp.services.opening import Session
from tests.core.workbook_files import ROW, Row, ods, xlsx, zipped

HEADER = "indicator;gemeente;periode;uitsplitsing;waarde;eenheid;status;bron"
HEADINGS = HEADER.split(";")
GOOD = "IND-03;Heerlen;2019;;12;;;"


def _preview(session: Session, folder: Path, content: str | bytes, name: str = "levering.csv") -> Preview:
    path = folder / name
    path.write_bytes(content.encode() if isinstance(content, str) else content)
    with WorkbookProcess() as workbooks:
        return deliveries.preview(session, path, workbooks=workbooks)


def _table(*rows: str) -> str:
    return "\n".join((HEADER, *rows, ""))


def _values(preview: Preview) -> list[float]:
    return [observation.value for observation in preview.observations]


def _worth(preview: Preview) -> list[tuple[str, str]]:
    return [(found.code, found.cell) for found in preview.problems if found.severity is not Severity.NOTE]


@pytest.mark.parametrize(
    ("content", "values"),
    [
        (
            _table("IND-06;Heerlen;2019K1;;12.5;weken;;", "IND-06;Heerlen;2019K2;;1,234.5;weken;;"),
            [12.5, 1234.5],
        ),
        (_table(GOOD).encode("utf-16-le"), [12]),
        (("\ufeff" + _table(GOOD)).encode("utf-16-be"), [12]),
        (("\ufeff\ufeff" + _table(GOOD)).encode(), [12]),
        (_table(GOOD, "IND-03;Landgraaf;2019;;13;;;").replace("\n", "\r"), [12, 13]),
        (_table(GOOD).replace(";", "\t"), [12]),
        ("sep=|\n" + _table(GOOD).replace(";", "|"), [12]),
        (_table("IND-03;Heerlen;2019;;1\u00a0234;;;", "IND-03;Landgraaf;2019;;1\u202f234;;;"), [1234, 1234]),
        (_table(*[";;;;;;;"] * 50, GOOD), [12]),
        (_table("Kwartaalrapportage;;;;;;;", "Opgesteld door: afdeling;;;;;;;", GOOD), [12]),
        (_table("IND-03;Gem. Heerlen;2019;;12;;;", "IND-03;GEMEENTE LANDGRAAF;1e kw. 2024;;1;;;"), [12, 1]),
    ],
)
def test_dialects_of_every_kind_are_read(
    shipped_session: Session, tmp_path: Path, content: str | bytes, values: Sequence[float]
) -> None:
    preview = _preview(shipped_session, tmp_path, content)
    assert _values(preview) == values
    assert not preview.blocking


@pytest.mark.parametrize("text", ["nvt", "n.b.", "-", "–", "—", ".", "x", "<10", "< 5", "<=5", "*"])
def test_a_sign_for_nothing_or_for_a_secret_is_never_a_number(
    shipped_session: Session, tmp_path: Path, text: str
) -> None:
    preview = _preview(shipped_session, tmp_path, _table(f"IND-03;Heerlen;2019;;{text};;;"))
    assert not preview.observations
    assert {found.code for found in preview.problems} <= {"missing", "suppressed"}


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("43466", "'43466' is geen periode. Een rekenprogramma bewaart zo de dag 1 januari 2019."),
        ("1-1-2024", "'1-1-2024' is een dag, en geen periode. Schrijf bijvoorbeeld 2019"),
        ("31 maart 2024", "is een dag, en geen periode."),
        ("2024-03-31 00:00:00", "is een dag, en geen periode."),
        ("12345", "'12345' is geen periode die de app kent."),
        ("2024-13", "'2024-13' is geen periode die de app kent."),
        ("24Q1", "is geen periode die de app kent."),
        ("voorjaar 2024", "is geen periode die de app kent."),
        ("2022/2023", "is geen periode die de app kent."),
    ],
)
def test_what_is_no_period_says_what_it_is(
    shipped_session: Session, tmp_path: Path, text: str, said: str
) -> None:
    preview = _preview(shipped_session, tmp_path, _table(f"IND-03;Heerlen;{text};;12;;;"))
    assert not preview.observations
    assert _worth(preview) == [("unknown-period", "C2")]
    assert said in preview.problems[0].message


def test_a_second_table_on_a_sheet_is_told_once(shipped_session: Session, tmp_path: Path) -> None:
    other = ("", "", "gemeente;periode;aantal;;;;;", "Heerlen;2019;44;;;;;", "Landgraaf;2019;45;;;;;")
    preview = _preview(shipped_session, tmp_path, _table(GOOD, *other))
    assert _values(preview) == [12]
    assert _worth(preview) == [("other-table", "A6")]
    assert preview.problems[0].message.startswith("2 rijen vanaf hier passen niet onder de kolomnamen")
    good = ("IND-03", "Heerlen", 2019, "", 12)
    numbers: list[Row] = [HEADINGS, good, [], ["gemeente", 2019, 2020], ["Heerlen", 1.0, 2.0]]
    preview = _preview(shipped_session, tmp_path, xlsx({"Cijfers": numbers}), "levering.xlsx")
    assert _worth(preview) == [("other-table", "A4")]


def test_notes_and_totals_below_a_table_are_no_second_one(shipped_session: Session, tmp_path: Path) -> None:
    below = ("Totaal;;;;;;;", "Bron: CBS 2019;12;;;;;;", "* voorlopig;;;;;;;", "IND-03;Heerlen;2020;;;;;")
    preview = _preview(shipped_session, tmp_path, _table(GOOD, *below))
    assert _values(preview) == [12]
    assert _worth(preview) == []


def test_decimals_that_a_comma_cut_off_are_never_lost(shipped_session: Session, tmp_path: Path) -> None:
    head = "indicator,gemeente,periode,waarde,bron\n"
    cut = _preview(
        shipped_session, tmp_path, head + "IND-06,Heerlen,2019K1,12,5,\nIND-06,Heerlen,2019K2,9,,\n"
    )
    assert _values(cut) == [9]
    assert _worth(cut) == [("row-too-long", "F2")]
    hidden = _preview(shipped_session, tmp_path, head + "IND-06,Heerlen,2019K1,12,5\n")
    assert _worth(hidden) == [("number-as-source", "D2")]
    assert "De bron is '5'. Zijn dit de decimalen van het getal?" in hidden.problems[0].message


def test_a_breakdown_spelled_otherwise_is_told_and_stays_another(
    shipped_session: Session, tmp_path: Path
) -> None:
    rows = ("IND-03;Heerlen;2019;hulpvorm=ambulant;12;;;", "IND-03;Heerlen;2020;hulpvorm=Ambulant;13;;;")
    preview = _preview(shipped_session, tmp_path, _table(*rows, rows[1].replace("2020", "2021")))
    assert _values(preview) == [12, 13, 13]
    assert _worth(preview) == [("breakdown-spelling", "E3")]
    deliveries.commit(shipped_session, _preview(shipped_session, tmp_path, _table(rows[0])), "Griffie")
    later = _preview(shipped_session, tmp_path, _table(rows[1]), "later.csv")
    assert _worth(later) == [("breakdown-spelling", "E2")]
    deliveries.commit(shipped_session, later, "Griffie")
    both = _preview(shipped_session, tmp_path, _table(*rows), "beide.csv")
    assert _worth(both) == []


@pytest.mark.parametrize(
    ("content", "name", "reason", "advice"),
    [
        (
            _table(GOOD).replace(HEADER, HEADER.replace(";", ",")),
            "x.csv",
            "staan de kolomnamen in één cel",
            "Zet overal hetzelfde teken",
        ),
        (f'"{HEADER}"\n"{GOOD}"\n', "x.csv", "heeft maar één kolom", "zonder aanhalingstekens"),
        ('[{"indicator": "IND-03"}]', "x.csv", "is een JSON-bestand", "als werkmap of CSV"),
        (b"\xef\xbb\xbf" + _table(GOOD + "caf\xe9").encode("cp1252"), "x.csv", "is beschadigd", "opnieuw op"),
        (_table(GOOD.replace("12", "1\0002")), "x.csv", "geen tekstbestand", "opgeslagen als CSV UTF-8"),
        (
            _table(GOOD).replace(";bron", ";waarde"),
            "x.csv",
            "de kolom 'waarde' twee keer",
            "Geef elke kolom een eigen naam",
        ),
        (zipped({"kwartaal.csv": _table(GOOD)}), "x.zip", "is een zip-bestand", "Pak het uit"),
        (ods({"A": []}), "x.ods", "is leeg", "Kies een bestand met een tabel"),
        (xlsx({"A": [HEADINGS, ROW] * 500})[:-300], "x.xlsx", "beschadigd of afgekapt", "opnieuw op"),
        (
            xlsx({"A": [["x"]], "B": [HEADINGS, ROW]}, {"B": "hidden"}),
            "x.xlsx",
            "Geen enkele indeling past",
            "want verborgen: B. Staan de cijfers daar, maak dat dan zichtbaar.",
        ),
        (
            xlsx({"A": [[*HEADINGS, None, *HEADINGS], [*ROW, None, *ROW]]}),
            "x.xlsx",
            "twee keer",
            "Geef elke kolom een eigen naam",
        ),
    ],
)
def test_a_file_that_cannot_be_read_says_why_and_what_to_do(
    shipped_session: Session, tmp_path: Path, content: str | bytes, name: str, reason: str, advice: str
) -> None:
    with pytest.raises(UserError) as refused:
        _preview(shipped_session, tmp_path, content, name)
    assert f"'{name}'" in refused.value.message
    assert reason in refused.value.message
    assert advice in refused.value.hint
