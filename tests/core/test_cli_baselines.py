"""New beginnings of limits on the command line: listed, set and withdrawn, each with decision and reason."""

import json
from pathlib import Path

import pytest

from raadsapp.cli.main import main

Output = pytest.CaptureFixture[str]
LINE = (
    "IND-06  Wachttijd tot de start, alle gemeenten: vanaf 1e kwartaal 2021. "
    "Nieuw contract. (Besluit 8, 12 maart 2024)\n"
)


@pytest.fixture
def store(tmp_path: Path) -> Path:
    return tmp_path / "d.raadsapp"


def run(store: Path, *arguments: str) -> int:
    with pytest.raises(SystemExit) as ended:
        main(["baselines", *arguments, "--store", str(store)])
    assert isinstance(ended.value.code, int)
    return ended.value.code


def begin(store: Path, *more: str, since: str = "2021-Q1") -> int:
    why = ("--reason", "Nieuw contract.", "--decision", "Besluit 8", "--decided-on", "2024-03-12")
    return run(store, "set", "IND-06", since, *why, "--by", "Griffie", *more)


def test_without_a_decision_limits_begin_nowhere_anew(store: Path, capsys: Output) -> None:
    assert run(store, "list") == 0
    assert capsys.readouterr().out == "Nergens beginnen de grenzen opnieuw.\n"


def test_a_new_beginning_is_set_listed_and_withdrawn(store: Path, capsys: Output) -> None:
    assert begin(store) == 0
    told = "De grenzen van Wachttijd tot de start beginnen opnieuw bij 1e kwartaal 2021.\n"
    assert capsys.readouterr().out == told
    run(store, "list")
    assert capsys.readouterr().out == LINE
    assert run(store, "withdraw", "IND-06") == 0
    assert capsys.readouterr().out == "Het nieuwe begin van de grenzen is ingetrokken.\n"
    assert run(store, "withdraw", "IND-06") == 2
    assert "Dit nieuwe begin is er niet." in capsys.readouterr().err


def test_the_json_holds_period_reason_and_decision(store: Path, capsys: Output) -> None:
    begin(store, "--municipality", "986", "--breakdown", "hulpvorm=ambulant")
    capsys.readouterr()
    run(store, "list", "--json")
    (row,) = json.loads(capsys.readouterr().out)
    assert row.pop("at")
    assert row == {
        "indicator": "IND-06",
        "municipality": "GM0986",
        "breakdown": "hulpvorm=ambulant",
        "since": "2021KW01",
        "reason": "Nieuw contract.",
        "decision": "Besluit 8",
        "decided_on": "2024-03-12",
        "by": "Griffie",
    }
    run(store, "list")
    assert "Wachttijd tot de start (hulpvorm: ambulant), Voerendaal: vanaf" in capsys.readouterr().out
    run(store, "list", "--as-of", "2020-01-01")
    assert "Nergens" in capsys.readouterr().out


def test_what_is_no_period_is_refused(store: Path, capsys: Output) -> None:
    assert begin(store, since="ooit") == 2
    assert "De periode 'ooit' is niet te lezen." in capsys.readouterr().err
