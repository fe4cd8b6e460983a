"""The commands for figures: in, out, back, and what they show."""

import getpass
import io
import json
import os
import re
import sys
from pathlib import Path
from typing import Any

import pytest

from raadsapp.cli import progress_line
from raadsapp.cli.main import main

HEADER = "indicator;gemeente;periode;uitsplitsing;waarde;eenheid;status;bron\n"


class _Terminal(io.StringIO):
    """Where somebody types, or looks."""

    def isatty(self) -> bool:
        return True


@pytest.fixture
def quarter(tmp_path: Path) -> Path:
    path = tmp_path / "kwartaal.csv"
    path.write_text(
        HEADER + "IND-03;Heerlen;2019-Q1;;120;;;\nIND-03;Landgraaf;2019-Q1;;x;;;\n", encoding="utf-8"
    )
    return path


@pytest.fixture
def faulty(tmp_path: Path) -> Path:
    path = tmp_path / "fout.csv"
    rows = [f"IND-03;Atlantis;{year};;1;;;" for year in range(2000, 2025)]
    path.write_text(
        HEADER + "\n".join([*rows, "IND-03;Heerlen;2019-Q2;;5.000;;;", "IND-03;Heerlen;2019-Q3;;1,5;;;"])
    )
    return path


def _run(tmp_path: Path, *arguments: str | Path) -> int:
    with pytest.raises(SystemExit) as ended:
        main([*map(str, arguments), "--store", str(tmp_path / "d.raadsapp")])
    assert isinstance(ended.value.code, int)
    return ended.value.code


def _json(capsys: pytest.CaptureFixture[str]) -> Any:  # noqa: ANN401 - whatever JSON was printed
    return json.loads(capsys.readouterr().out)


def test_an_import_as_json_has_the_promised_shape(
    tmp_path: Path, quarter: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert _run(tmp_path, "import", quarter, "--yes", "--json", "--by", "Griffie") == 0
    first = _json(capsys)
    assert first == {
        "file": "kwartaal.csv",
        "layout": "long",
        "observations": {"new": 1, "changed": 0, "unchanged": 0},
        "problems": [
            {
                "sheet": "kwartaal.csv",
                "cell": "E3",
                "severity": "note",
                "code": "missing",
                "message": "1 waarde ontbreekt en blijft leeg (E3).",
            }
        ],
        "batch": first["batch"],
    }
    assert isinstance(first["batch"], int)
    assert _run(tmp_path, "import", quarter, "--yes", "--json") == 0
    again = _json(capsys)
    assert again["batch"] is None
    assert again["observations"] == {"new": 0, "changed": 0, "unchanged": 1}
    assert "already-imported" in [problem["code"] for problem in again["problems"]]


def test_several_files_give_one_json_object_per_line_until_one_is_unusable(
    tmp_path: Path, quarter: Path, faulty: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert _run(tmp_path, "import", quarter, faulty, tmp_path / "weg.csv", "--yes", "--json") == 2
    printed = capsys.readouterr()
    assert [json.loads(line)["file"] for line in printed.out.splitlines()] == ["kwartaal.csv", "fout.csv"]
    assert printed.err.splitlines() == [
        "Fout: 'weg.csv' bestaat niet.",
        "Controleer de naam en de map.",
    ]


def test_a_dry_run_stores_nothing_even_with_yes(
    tmp_path: Path, quarter: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert _run(tmp_path, "import", quarter, "--dry-run", "--yes") == 0
    assert "Er is niets bewaard." in capsys.readouterr().out
    assert _run(tmp_path, "import", quarter, "--dry-run", "--json") == 0
    assert _json(capsys)["batch"] is None


def test_blocking_problems_give_status_1_and_the_good_rows_are_stored(
    tmp_path: Path, faulty: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert _run(tmp_path, "import", faulty, "--yes") == 1
    shown = capsys.readouterr().out
    assert "  Fout       B2        De gemeente 'Atlantis' is niet bekend." in shown
    assert re.search("… en nog [0-9]+ meldingen; --json toont ze alle", shown)
    assert "1 waarde uit 'fout.csv' ingelezen" in shown


def test_without_a_terminal_it_wants_yes_or_dry_run(
    tmp_path: Path, quarter: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "stdin", io.StringIO())
    assert _run(tmp_path, "import", quarter) == 2
    assert "Geef --yes om te bewaren, of --dry-run." in capsys.readouterr().err
    assert not (tmp_path / "d.raadsapp").exists()


def test_a_terminal_shows_how_far_it_is_and_keeps_nothing_of_that(
    tmp_path: Path, quarter: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    seen = _Terminal()
    monkeypatch.setattr(sys, "stderr", seen)
    monkeypatch.setattr(progress_line, "_SOON", 0.0)
    monkeypatch.setattr(progress_line, "_OFTEN", 0.0)
    assert _run(tmp_path, "import", quarter, "--yes") == 0
    lines = seen.getvalue().split("\r")
    assert "Bestand lezen …" in [line.strip() for line in lines]
    assert f"Bestand lezen [{'#' * 24}] 100%" in lines
    assert f"Waarden bewaren [{'-' * 24}] 0%" in lines
    assert lines[-1] == ""
    assert not lines[-2].strip()


def test_a_file_whose_name_cannot_be_shown_is_read_and_kept(
    tmp_path: Path, quarter: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    try:
        named = quarter.rename(tmp_path / "kwartaal\udcff\n.csv")
    except OSError:
        pytest.skip("this system has no such names")
    assert _run(tmp_path, "import", named, "--yes", "--json") == 0
    assert _json(capsys)["file"] == "kwartaal\ufffd\ufffd.csv"


@pytest.mark.parametrize(
    ("answer", "outcome"),
    [("j\n", "Levering 2: 1 waarde uit"), ("\n", "Er is niets bewaard."), ("nee\n", "Er is niets bewaard.")],
)
def test_on_a_terminal_it_asks_first(
    tmp_path: Path,
    quarter: Path,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
    answer: str,
    outcome: str,
) -> None:
    monkeypatch.setattr(sys, "stdin", _Terminal(answer))
    assert _run(tmp_path, "import", quarter) == 0
    printed = capsys.readouterr()
    assert "Bewaren? (j/N)" in printed.err
    assert outcome in printed.out


def test_changes_are_shown_old_beside_new(
    tmp_path: Path, quarter: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    _run(tmp_path, "import", quarter, "--yes")
    years = [f"IND-03;Heerlen;{year};;{year};;;" for year in range(2010, 2020)]
    before, after = tmp_path / "a.csv", tmp_path / "b.csv"
    before.write_text(HEADER + "\n".join(years))
    after.write_text(HEADER + "\n".join([*years, "IND-03;Heerlen;2019-Q1;;121,5;;;"]).replace(";;20", ";;19"))
    _run(tmp_path, "import", before, "--yes")
    capsys.readouterr()
    assert _run(tmp_path, "import", after, "--dry-run") == 0
    shown = capsys.readouterr().out
    assert "11 waarden: 0 nieuw, 11 gewijzigd, 0 gelijk" in shown
    assert "Wijzigt: IND-03, GM0917, 2010: 2.010 → 1.910" in shown
    assert "… en nog 6 wijzigingen" in shown


def test_a_file_without_a_usable_value_is_not_stored(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "leeg.csv"
    path.write_text(HEADER + "IND-03;Heerlen;2019;;x;;;\n")
    assert _run(tmp_path, "import", path, "--yes") == 0
    assert "geen bruikbare waarden" in capsys.readouterr().out


def test_who_supplied_and_approved_an_import_is_kept(
    tmp_path: Path, quarter: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    told = ("--supplier", "ISD BOL", "--approved-by", "M. de Vries", "--note", " Eerste levering ")
    assert _run(tmp_path, "import", quarter, "--yes", *told) == 0
    capsys.readouterr()
    assert _run(tmp_path, "batches", "--json") == 0
    newest = _json(capsys)[0]
    assert (newest["supplier"], newest["approved_by"], newest["note"]) == (
        "ISD BOL",
        "M. de Vries",
        "Eerste levering",
    )


def test_deliveries_are_listed_and_withdrawn(
    tmp_path: Path, quarter: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    _run(tmp_path, "import", quarter, "--yes", "--json", "--by", "Griffie")
    number = _json(capsys)["batch"]
    assert _run(tmp_path, "batches", "--json") == 0
    newest = _json(capsys)[0]
    assert (newest["batch"], newest["file"], newest["imported_by"], newest["withdrawn_at"]) == (
        number,
        "kwartaal.csv",
        "Griffie",
        None,
    )
    assert _run(tmp_path, "withdraw", str(number), "--by", "Griffier") == 0
    assert "is ingetrokken" in capsys.readouterr().out
    assert _run(tmp_path, "batches") == 0
    assert "kwartaal.csv (long), door Griffie: 1 nieuw, 0 gewijzigd, 0 gelijk, ingetrokken door Griffier" in (
        capsys.readouterr().out
    )
    assert _run(tmp_path, "withdraw", str(number)) == 2
    assert "al ingetrokken" in capsys.readouterr().err


def test_a_user_without_a_name_is_unknown(
    tmp_path: Path, quarter: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    def nobody() -> str:
        raise OSError

    monkeypatch.setattr(getpass, "getuser", nobody)
    _run(tmp_path, "import", quarter, "--yes")
    capsys.readouterr()
    _run(tmp_path, "batches", "--json")
    assert _json(capsys)[0]["imported_by"] == "onbekend"


def test_indicators_show_the_newest_figures_and_which_have_none(
    tmp_path: Path, quarter: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    _run(tmp_path, "import", quarter, "--yes")
    capsys.readouterr()
    assert _run(tmp_path, "indicators", "--municipality", "917") == 0
    shown = capsys.readouterr().out
    assert shown.startswith("Heerlen\n")
    assert "Jongeren met Basishulp: 120 " in shown
    assert "(1e kwartaal 2019)" in shown
    assert "nog geen cijfers" in shown
    assert "uitsplitsingen" in shown
    assert "Voerendaal" not in shown
    assert _run(tmp_path, "indicators") == 0
    assert "Voerendaal\n" in capsys.readouterr().out


def test_indicators_as_json_and_as_of_a_day(
    tmp_path: Path, quarter: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    _run(tmp_path, "import", quarter, "--yes")
    capsys.readouterr()
    assert _run(tmp_path, "indicators", "--municipality", "GM0917", "--json") == 0
    found = [row for row in _json(capsys) if row["indicator"] == "IND-03"]
    assert [(row["period"], row["value"], row["status"], row["title"]) for row in found] == [
        ("2019KW01", 120.0, "definitief", "Jongeren met Basishulp")
    ]
    assert _run(tmp_path, "indicators", "--as-of", "2020-01-01", "--json") == 0
    assert _json(capsys) == []


@pytest.mark.parametrize("code", ["GM9999", "Atlantis"])
def test_an_unknown_municipality_is_refused(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], code: str
) -> None:
    assert _run(tmp_path, "indicators", "--municipality", code) == 2
    assert f"De gemeente '{code}' is niet bekend." in capsys.readouterr().err


@pytest.mark.parametrize("name", ["Voerendaal", "gemeente voerendaal", "gm0986", "986"])
def test_a_municipality_is_named_as_people_write_it(
    tmp_path: Path, quarter: Path, capsys: pytest.CaptureFixture[str], name: str
) -> None:
    _run(tmp_path, "import", quarter, "--yes")
    capsys.readouterr()
    assert _run(tmp_path, "indicators", "--municipality", name, "--json") == 0
    assert {row["municipality"] for row in _json(capsys)} == {"GM0986"}
    assert _run(tmp_path, "scenario", "figures", "list", "--municipality", name) == 2
    assert "Voor ‘GM0986’ voert u geen cijfers in." in capsys.readouterr().err
    assert _run(tmp_path, "scenario", "levers", "--municipality", name) == 0
    assert capsys.readouterr().out.startswith("Voerendaal")


def test_all_together_can_be_asked_for_where_that_means_something(
    tmp_path: Path, quarter: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    _run(tmp_path, "import", quarter, "--yes")
    capsys.readouterr()
    assert _run(tmp_path, "indicators", "--municipality", "Samen") == 0
    assert capsys.readouterr().out.startswith("De gemeenten samen")
    out = tmp_path / "uit.csv"
    assert _run(tmp_path, "export", "--public", "--municipality", "samen", "--out", str(out)) == 0
    assert _run(tmp_path, "export", "--municipality", "samen", "--out", str(out)) == 2
    assert "Dit kan niet voor de gemeenten samen." in capsys.readouterr().err


def test_what_is_exported_imports_as_unchanged(
    tmp_path: Path, quarter: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    _run(tmp_path, "import", quarter, "--yes")
    out = tmp_path / "uit.csv"
    capsys.readouterr()
    assert _run(tmp_path, "export", "--format", "csv", "--out", out) == 0
    assert "waarden staan in" in capsys.readouterr().out
    assert _run(tmp_path, "import", out, "--dry-run", "--json") == 0
    counts = _json(capsys)["observations"]
    assert counts["new"] == counts["changed"] == 0
    assert counts["unchanged"] > 100
    assert _run(tmp_path, "export", "--out", out, "--municipality", "GM0917", "--as-of", "2020-01-01") == 0
    assert "0 waarden staan in" in capsys.readouterr().out


def test_an_export_is_of_the_kind_its_name_says_and_of_the_indicators_asked_for(
    tmp_path: Path, quarter: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    _run(tmp_path, "import", quarter, "--yes")
    for name, start in (("a.XLSX", b"PK"), ("a.ods", b"PK"), ("a.txt", b"\xef\xbb\xbf")):
        capsys.readouterr()
        assert _run(tmp_path, "export", "--out", tmp_path / name, "--indicator", "ind-03") == 0
        assert "1 waarde staat in" in capsys.readouterr().out
        assert (tmp_path / name).read_bytes().startswith(start)
    assert _run(tmp_path, "export", "--format", "ods", "--out", tmp_path / "a.txt") == 0
    assert (tmp_path / "a.txt").read_bytes().startswith(b"PK")
    assert _run(tmp_path, "export", "--out", tmp_path / "a.csv", "--indicator", "IND-99") == 2
    assert "De indicator 'IND-99' is niet bekend." in capsys.readouterr().err


def test_an_export_says_that_figures_entered_by_hand_are_not_in_it(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    ceilings = [f"plafond-{year}=10000000" for year in range(2019, 2023)]
    about = ("--municipality", "GM0917", "--source", "Raadsbrief", "--by", "Griffie")
    _run(tmp_path, "scenario", "figures", "set", *ceilings, *about)
    capsys.readouterr()
    assert _run(tmp_path, "export", "--out", tmp_path / "a.csv") == 0
    assert "4 cijfers die u zelf invoerde, staan er niet bij" in capsys.readouterr().out


def test_an_export_shows_on_a_terminal_how_far_it_is(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys.stderr, "isatty", lambda: True, raising=False)
    assert _run(tmp_path, "export", "--out", tmp_path / "a.csv") == 0
    assert "Exporteren" in capsys.readouterr().err
    monkeypatch.undo()
    assert _run(tmp_path, "export", "--out", tmp_path / "a.csv") == 0
    assert not capsys.readouterr().err


def test_what_was_read_in_or_withdrawn_is_backed_up_and_a_look_is_not(
    tmp_path: Path, quarter: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    folder = tmp_path / "d.raadsapp.reservekopieën"
    assert _run(tmp_path, "import", quarter, "--dry-run") == 0
    assert not folder.exists()
    assert _run(tmp_path, "import", quarter, "--yes") == 0
    (first,) = folder.iterdir()
    assert not list(tmp_path.glob("d.raadsapp-*"))
    assert "Levering 2" in capsys.readouterr().out
    os.utime(first, (0, 0))
    assert _run(tmp_path, "withdraw", "2") == 0
    (second,) = folder.iterdir()
    assert second.stat().st_mtime > 0
    assert _run(tmp_path, "batches") == 0


def test_a_backup_that_fails_is_told_and_the_import_stands(
    tmp_path: Path, quarter: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "d.raadsapp.reservekopieën").touch()
    assert _run(tmp_path, "import", quarter, "--yes") == 0
    printed = capsys.readouterr()
    assert "Levering 2: 1 waarde" in printed.out
    assert printed.err.startswith("Let op: Er kon geen reservekopie worden gemaakt")
