"""Context sessions and worksheets on the command line."""

import json
from datetime import date
from pathlib import Path

import pytest

from raadsapp import paths
from raadsapp.cli.main import main
from raadsapp.domain.context_session import Answer, ContextSession
from raadsapp.services import context_sessions as service
from raadsapp.services.opening import open_session
from tests.core.pdf_text import pdf_text

Output = pytest.CaptureFixture[str]


@pytest.fixture
def store(tmp_path: Path) -> Path:
    return tmp_path / "d.raadsapp"


def run(store: Path, *arguments: str) -> int:
    with pytest.raises(SystemExit) as ended:
        main([*arguments, "--store", str(store)])
    assert isinstance(ended.value.code, int)
    return ended.value.code


def keep(store: Path, **others: object) -> None:
    plan: dict[str, object] = {
        "title": "Avond",
        "held_on": date(2026, 12, 3),
        "cases": ("VC-01",),
        "size": 7,
        "minutes": 60,
    }
    session = open_session(store, paths.data_dir())
    kept, _ = service.save(session, ContextSession(**(plan | others)))  # type: ignore[arg-type]
    said = Answer(case="VC-01", step="begin", group=2, choice="tips", words="Zelf verder", why="Dat kan nu.")
    service.write(session, kept.number, [said])
    session.close()


def test_without_sessions_the_list_says_so(store: Path, capsys: Output) -> None:
    assert run(store, "sessions", "list") == 0
    assert capsys.readouterr().out == "Er is nog geen contextsessie bewaard.\n"


def test_sessions_are_listed_in_words_and_as_json(store: Path, capsys: Output) -> None:
    keep(store)
    run(store, "sessions", "list")
    told = (
        "1  Avond, 3 december 2026: Ouders gaan uit elkaar · 7 mensen, 60 minuten · 1 antwoord vastgelegd\n"
    )
    assert capsys.readouterr().out == told
    run(store, "sessions", "list", "--json")
    assert json.loads(capsys.readouterr().out) == [
        {
            "number": 1,
            "title": "Avond",
            "held_on": "2026-12-03",
            "cases": ["VC-01"],
            "size": 7,
            "minutes": 60,
            "taken_along": "",
            "answer_count": 1,
        }
    ]


def test_a_session_is_shown_with_its_agenda_and_what_was_chosen(store: Path, capsys: Output) -> None:
    keep(store)
    assert run(store, "sessions", "show", "1") == 0
    said = capsys.readouterr().out
    assert "Welkom en uitleg" in said
    assert "| 2 | Zelf verder | Dat kan nu. |" in said
    run(store, "sessions", "show", "1", "--json")
    found = json.loads(capsys.readouterr().out)
    assert found["groups"] == [4, 3]
    assert sum(part["minutes"] for part in found["agenda"]) == 60
    assert found["answers"] == [
        {
            "case": "VC-01",
            "step": "begin",
            "group": 2,
            "choice": "tips",
            "words": "Zelf verder",
            "why": "Dat kan nu.",
        }
    ]


def test_a_session_that_is_too_short_or_has_no_case_says_so(store: Path, capsys: Output) -> None:
    keep(store, minutes=10)
    keep(store, cases=())
    run(store, "sessions", "show", "1")
    assert "10 minuten is te kort voor 1 casus" in capsys.readouterr().out
    run(store, "sessions", "show", "1", "--json")
    assert json.loads(capsys.readouterr().out)["agenda"] == []
    run(store, "sessions", "show", "2")
    assert "Kies één tot drie casussen." in capsys.readouterr().out
    run(store, "sessions", "show", "2", "--json")
    assert json.loads(capsys.readouterr().out)["needed_minutes"] is None


def test_the_report_of_a_session_is_written(store: Path, tmp_path: Path, capsys: Output) -> None:
    keep(store)
    assert run(store, "sessions", "show", "1", "--out", str(tmp_path / "verslag.pdf")) == 0
    assert capsys.readouterr().out == f"Het verslag is bewaard als {tmp_path / 'verslag.pdf'}.\n"
    assert "Dat kan nu." in pdf_text(tmp_path / "verslag.pdf")
    assert run(store, "sessions", "show", "9") == 2
    assert "Kies uit 1." in capsys.readouterr().err


def test_a_damaged_session_is_named_beside_the_others(store: Path, capsys: Output) -> None:
    keep(store)
    keep(store, title="Kapot")
    session = open_session(store, paths.data_dir())
    with session.store.writing() as connection:
        connection.execute("UPDATE context_session SET held_on = 'ooit' WHERE number = 2")
    session.close()
    assert run(store, "sessions", "list") == 0
    said = capsys.readouterr()
    assert "Avond" in said.out
    assert "‘Kapot’ (nummer 2)" in said.err
    assert run(store, "sessions", "show", "2") == 2
    assert "Contextsessie 2 is beschadigd" in capsys.readouterr().err


def test_the_worksheet_of_a_case_is_written_for_the_group_or_the_presenter(
    store: Path, tmp_path: Path, capsys: Output
) -> None:
    sheet, copy = tmp_path / "werkblad.pdf", tmp_path / "presentator.pdf"
    assert run(store, "cases", "worksheet", "vc-01", "--out", str(sheet)) == 0
    told = f"Het werkblad van ‘Ouders gaan uit elkaar’ is bewaard als {sheet}.\n"
    assert capsys.readouterr().out == told
    assert "FICTIEF" in pdf_text(sheet)
    more = ("--presenter", "--municipality", "GM0917")
    assert run(store, "cases", "worksheet", "VC-01", "--out", str(copy), *more) == 0
    assert "Hoe het kan eindigen" in pdf_text(copy)
    assert run(store, "cases", "worksheet", "VC-99", "--out", str(sheet)) == 2
    assert "Kies uit VC-01, VC-02" in capsys.readouterr().err
