"""`raadsapp scenario save`, `list`, `show` and `compare`: numbers as the page has them, and errors."""

import json
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from raadsapp import paths
from raadsapp.cli.main import main
from raadsapp.services import entered_figures, saved_scenarios
from raadsapp.services.opening import open_session
from tests.core.model_page import ENDLESS, HEERLEN, VOERENDAAL

Output = pytest.CaptureFixture[str]


@pytest.fixture
def dossier_file(tmp_path: Path) -> Path:
    """A store with the shipped dossier."""
    path = tmp_path / "eigen.raadsapp"
    open_session(path, paths.data_dir()).close()
    return path


def _said(capsys: Output, store: Path, *arguments: str) -> str:
    with pytest.raises(SystemExit) as ended:
        main(["scenario", *arguments, "--store", str(store)])
    assert ended.value.code == 0
    captured = capsys.readouterr()
    assert captured.err == ""
    return captured.out


def _json(capsys: Output, store: Path, *arguments: str) -> Any:  # noqa: ANN401 - whatever JSON holds
    def refuse(constant: str) -> None:
        raise AssertionError(constant)

    return json.loads(_said(capsys, store, *arguments, "--json"), parse_constant=refuse)


def _refused(capsys: Output, store: Path, *arguments: str) -> str:
    with pytest.raises(SystemExit) as ended:
        main(["scenario", *arguments, "--store", str(store)])
    assert ended.value.code == 2
    captured = capsys.readouterr()
    assert captured.out == ""
    assert "Traceback" not in captured.err
    return captured.err


def test_at_first_there_is_nothing_to_list(capsys: Output, dossier_file: Path) -> None:
    assert _said(capsys, dossier_file, "list") == "Er is nog geen scenario bewaard.\n"
    assert _json(capsys, dossier_file, "list") == []


def test_what_is_saved_is_what_run_says(capsys: Output, dossier_file: Path) -> None:
    asked = ("--municipality", VOERENDAAL, "--preset", "vraag-groeit", "--set", "waiting_share=50")
    words = ("--question", "Wat als?", "--author", "Griffie", "--decision", "Geen")
    saved = _json(capsys, dossier_file, "save", "Vraag groeit", *asked, *words)
    run = _json(capsys, dossier_file, "run", *asked, "--draws", "0")
    assert (saved["number"], saved["name"], saved["author"]) == (1, "Vraag groeit", "Griffie")
    assert (saved["question"], saved["decision"], saved["findings"]) == ("Wat als?", "Geen", "")
    for key in ("municipality", "estimated", "levers", "years", "central"):
        assert saved[key] == run[key]
    assert _json(capsys, dossier_file, "list") == [saved]
    shown = _json(capsys, dossier_file, "show", "1")
    assert shown | saved == shown
    assert shown["now"] == saved["central"]
    assert (shown["drift"]["sentences"], shown["forecasts"]) == ([], [])
    assert shown["drift"]["balance"]["now"] == saved["central"]["balance"][3]


def test_saving_says_under_which_number(capsys: Output, dossier_file: Path) -> None:
    assert _said(capsys, dossier_file, "save", " Een ") == "Scenario ‘Een’ is bewaard als nummer 1.\n"
    said = _said(capsys, dossier_file, "save", "Twee", "--municipality", HEERLEN)
    assert said == "Scenario ‘Twee’ is bewaard als nummer 2.\n"
    first, second = _said(capsys, dossier_file, "list").splitlines()
    assert first.startswith("   2  Twee (Heerlen, schatting: opgeschaald, ")
    assert second.startswith("   1  Een (Voerendaal, ")


def test_show_says_levers_words_then_and_now(capsys: Output, dossier_file: Path) -> None:
    words = ("--question", "Wat als de vraag groeit?", "--author", "Griffie")
    _said(capsys, dossier_file, "save", "Groei", "--set", "demand_growth=5", *words)
    said = _said(capsys, dossier_file, "show", "1")
    assert "Vraag: Wat als de vraag groeit?" in said
    assert "Groei van het gebruik (aanname): 5,0% per jaar (beginstand 0,0% per jaar)" in said
    assert "Sinds het bewaren is er niets veranderd." in said
    assert "Er zijn nog geen cijfers over een jaar" in said
    _said(capsys, dossier_file, "save", "Begin")
    assert "beginstand:\n  geen\n" in _said(capsys, dossier_file, "show", "2")


def test_show_says_what_moved_since_and_works_on_entered_figures(capsys: Output, dossier_file: Path) -> None:
    _said(capsys, dossier_file, "save", "Heerlen", "--municipality", HEERLEN)
    session = open_session(dossier_file, paths.data_dir())
    ceilings = {f"plafond-{year}": 16_000_000.0 for year in range(2019, 2023)}
    entered_figures.enter(session, HEERLEN, ceilings, source="Begroting", by="Griffie")
    session.close()
    shown = _json(capsys, dossier_file, "show", "1")
    run = _json(capsys, dossier_file, "run", "--municipality", HEERLEN, "--draws", "0")
    assert shown["now"] == run["central"] != shown["central"]
    moved = {one["label"]: (one["before"], one["after"]) for one in shown["drift"]["moved"]}
    assert moved["Plafondbedrag (vast bedrag voor JenS) 2022, Heerlen"] == ("opgeschaald", "€ 16.000.000")
    assert shown["drift"]["sentences"][-2].startswith("De wachttijd in 2022")


def test_a_wait_without_end_is_null_in_json_and_words_in_text(capsys: Output, dossier_file: Path) -> None:
    changes = [part for key, value in ENDLESS.items() for part in ("--set", f"{key}={value}")]
    saved = _json(capsys, dossier_file, "save", "Eindeloos", *changes)
    assert None in saved["central"]["waiting_weeks"]
    assert "> 52 weken" in _said(capsys, dossier_file, "show", "1")
    assert _json(capsys, dossier_file, "show", "1")["now"] == saved["central"]


def test_show_puts_what_was_measured_beside_the_forecast(
    capsys: Output, dossier_file: Path, tmp_path: Path
) -> None:
    _said(capsys, dossier_file, "save", "Vroeg")
    session = open_session(dossier_file, paths.data_dir())
    (saved,) = saved_scenarios.list_scenarios(session)
    saved_scenarios.save(session, replace(saved, made_on=date(2019, 1, 1)))
    session.close()
    delivered = tmp_path / "cijfers.csv"
    delivered.write_text(
        "indicator;gemeente;periode;uitsplitsing;waarde;eenheid;status;bron\n"
        "IND-16;Voerendaal;2021;;23;aantal;definitief;JenS\n",
        encoding="utf-8",
    )
    with pytest.raises(SystemExit) as ended:
        main(["import", str(delivered), "--yes", "--store", str(dossier_file)])
    assert ended.value.code == 0
    capsys.readouterr()
    (forecast,) = _json(capsys, dossier_file, "show", "1")["forecasts"]
    assert (forecast["indicator"], forecast["period"], forecast["measured"]) == ("IND-16", "2021JJ00", 23)
    assert "gemeten 23. Bron: JenS." in _said(capsys, dossier_file, "show", "1")


def test_compare_shows_what_differs_and_what_comes_out(capsys: Output, dossier_file: Path) -> None:
    _said(capsys, dossier_file, "save", "Uitgeven")
    _said(capsys, dossier_file, "save", "Wachten", "--set", "waiting_share=100")
    _said(capsys, dossier_file, "save", "Heerlen", "--municipality", HEERLEN)
    found = _json(capsys, dossier_file, "compare", "1", "2")
    assert (found["names"], found["estimated"]) == (["Uitgeven", "Wachten"], [False, False])
    assert [row["kind"] for row in found["settings"]] == ["assumption"]
    assert found["outcomes"][2] == {"label": "Saldo in 2022", "cells": ["−€ 304.819", "€ 0"]}
    text = _said(capsys, dossier_file, "compare", "1", "2", "3")
    assert "schatting: opgeschaald" in text
    assert "verschillende gemeenten" in text
    assert "Schuiven die verschillen:" in text
    same = _said(capsys, dossier_file, "compare", "1", "1")
    assert "Schuiven die verschillen:" in same
    assert "geen" in same


def test_a_scenario_that_is_not_there_is_told_with_those_that_are(capsys: Output, dossier_file: Path) -> None:
    _said(capsys, dossier_file, "save", "Een")
    assert "Kies uit 1." in _refused(capsys, dossier_file, "show", "4")
    assert "nummer 4" in _refused(capsys, dossier_file, "compare", "1", "4")
    assert "dit zijn er 1" in _refused(capsys, dossier_file, "compare", "1")


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("save", "  "), "nog geen naam"),
        (("save", "Een", "--set", "demand_growth"), "geen stand van een schuif"),
        (("save", "Een", "--set", "demand_growth=99"), "buiten het bereik"),
        (("save", "Een", "--municipality", "GM9999"), "hoort niet bij dit dossier"),
        (("save", "Een", "--preset", "weg"), "bestaat niet"),
        (("save",), "ontbreekt"),
        (("show", "een"), "heel getal"),
        (("compare",), "ontbreekt"),
    ],
)
def test_what_cannot_be_done_is_said_in_dutch(
    capsys: Output, dossier_file: Path, arguments: tuple[str, ...], said: str
) -> None:
    assert said in _refused(capsys, dossier_file, *arguments)
    assert _json(capsys, dossier_file, "list") == []
