"""`raadsapp cases list|check|export|import`: own cases by file, kept only after both checks."""

import io
import json
from pathlib import Path

import pytest

from raadsapp.cli.main import main
from raadsapp.services import personal_data

CASE = Path(__file__).parents[2] / "data" / "cases" / "01-ouders-uit-elkaar.md"


@pytest.fixture(autouse=True)
def _own_rules_only(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(personal_data, "is_installed", lambda: False)


@pytest.fixture
def store(tmp_path: Path) -> Path:
    return tmp_path / "d.raadsapp"


def run(store: Path, *arguments: str | Path) -> int:
    with pytest.raises(SystemExit) as ended:
        main(["cases", *map(str, arguments), "--store", str(store)])
    code = ended.value.code
    assert isinstance(code, int)
    return code


def checked(path: Path, **more: str) -> Path:
    text = CASE.read_text(encoding="utf-8").replace(
        '"nog niet gedaan"', '"griffier, 2026-01-31, niemand herkend"'
    )
    for old, new in more.items():
        text = text.replace(old, new)
    path.write_text(text, encoding="utf-8")
    return path


def test_a_broken_case_is_told_with_file_step_and_reason(
    store: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    broken = tmp_path / "stuk.md"
    broken.write_text(CASE.read_text(encoding="utf-8").replace("Naar: vader", "Naar: weg"), encoding="utf-8")
    assert run(store, "check", CASE, broken) == 1
    good, bad = capsys.readouterr().out.split(f"{broken}: ")
    assert f"{CASE}: goed." in good
    assert "Leesgemak" in good
    assert bad.startswith("2 fouten.")
    assert "stuk.md, stap begin: keuze ‘tafel’ leidt naar stap ‘weg’, en die bestaat niet." in bad
    assert "stuk.md, stap vader: geen enkele keuze leidt hierheen." in bad
    assert run(store, "check", "--json", broken) == 1
    found = json.loads(capsys.readouterr().out)
    assert (found["case"], found["faults"][1]["step"]) == ("VC-01", "stap begin")


def test_a_long_sentence_is_warned_of(
    store: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    long = f"{'Dan komt er nog iets bij, en ' * 6}dan is het klaar."
    file = checked(tmp_path / "lang.md", **{"Vraag eerst wie de vader begrijpt.": long})
    assert run(store, "check", file) == 0
    assert "schrijf korter" in capsys.readouterr().out


def test_a_case_goes_out_and_comes_back_in_the_place_of_the_original(
    store: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = checked(tmp_path / "anders.md", **{"Ouders gaan uit elkaar": "Twee huizen"})
    assert run(store, "import", file, "--yes") == 0
    told = capsys.readouterr().out
    assert "lees de tekst ook zelf na" in told
    assert "alleen eigen regels" in told
    assert "Casus ‘Twee huizen’ bewaard." in told
    out = tmp_path / "uit.md"
    assert run(store, "export", "twee huizen", "--out", out) == 0
    assert run(store, "import", out, "--beside", "--yes") == 0
    capsys.readouterr()
    assert run(store, "list") == 0
    lines = capsys.readouterr().out.splitlines()
    assert lines[0].endswith("  Twee huizen")
    assert "eigen versie" in lines[0]
    assert "eigen casus" in lines[-1]
    assert run(store, "list", "--json") == 0
    listed = json.loads(capsys.readouterr().out)
    assert [one["own"] for one in listed].count(True) == 2
    assert listed[0]["replaces"]


def test_possible_personal_data_are_seen_before_anything_is_kept(
    store: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    file = checked(tmp_path / "naam.md", **{"Het CJG praat met de moeder": "Het CJG praat met Sanne Hermans"})
    assert run(store, "import", file) == 2
    assert "Geef --yes" in capsys.readouterr().err
    terminal = io.StringIO("n\n")
    monkeypatch.setattr(terminal, "isatty", lambda: True)
    monkeypatch.setattr("sys.stdin", terminal)
    assert run(store, "import", file) == 0
    told = capsys.readouterr().out
    assert "Stap 1 ‘De eerste vraag’: Wat er gebeurt: Waarschijnlijk naam of voorletters: ‘Sanne Herm" in told
    assert "Er is niets bewaard." in told


def test_nothing_comes_in_without_the_check_or_with_faults(
    store: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(store, "import", CASE, "--yes") == 2
    assert "wie heeft gekeken" in capsys.readouterr().err
    file = checked(tmp_path / "stuk.md", **{"Naar: vader": "Naar: weg"})
    assert run(store, "import", file, "--yes") == 2
    assert "stap begin" in capsys.readouterr().err
    assert run(store, "export", "geen", "--out", tmp_path / "x.md") == 2
    assert "Kies uit VC-01" in capsys.readouterr().err


def test_a_damaged_own_case_is_told(store: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(store, "list") == 0
    from datetime import UTC, datetime

    from raadsapp.store import own_cases
    from raadsapp.store.connection import open_store

    opened = open_store(store)
    own_cases.put(opened, own_cases.StoredCase("stuk", "Kapot", "+++\n", datetime.now(UTC)))
    opened.close()
    capsys.readouterr()
    assert run(store, "list") == 0
    said = capsys.readouterr()
    assert "Kapot (stuk)" in said.err
    assert len(said.out.splitlines()) == 13
