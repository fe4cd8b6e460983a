"""The norms of the council on the command line: listed, set and withdrawn, each with its decision."""

import json
from pathlib import Path

import pytest

from raadsapp.cli.main import main

Output = pytest.CaptureFixture[str]


@pytest.fixture
def store(tmp_path: Path) -> Path:
    return tmp_path / "d.raadsapp"


def run(store: Path, *arguments: str) -> int:
    with pytest.raises(SystemExit) as ended:
        main(["norms", *arguments, "--store", str(store)])
    assert isinstance(ended.value.code, int)
    return ended.value.code


def set_norm(store: Path, *more: str, value: str = "90") -> int:
    decided = ("--decision", "Besluit 7", "--decided-on", "2024-03-12", "--by", "Griffie")
    return run(store, "set", "IND-19", value, *decided, *more)


def test_without_a_decision_there_is_no_norm(store: Path, capsys: Output) -> None:
    assert run(store, "list") == 0
    assert capsys.readouterr().out == "De raad heeft nog geen normen gesteld.\n"


def test_a_norm_is_set_listed_and_withdrawn(store: Path, capsys: Output) -> None:
    assert set_norm(store) == 0
    told = "De norm van Veiligheid op tijd is 90%, besloten op 12 maart 2024.\n"
    assert capsys.readouterr().out == told
    run(store, "list")
    line = "IND-19  Veiligheid op tijd, alle gemeenten: 90% (Besluit 7, 12 maart 2024)\n"
    assert capsys.readouterr().out == line
    assert run(store, "withdraw", "IND-19") == 0
    assert capsys.readouterr().out == "De norm is ingetrokken.\n"
    assert run(store, "withdraw", "IND-19") == 2
    assert "Deze norm is er niet." in capsys.readouterr().err


def test_a_decision_that_names_a_person_is_kept_and_advised_about(store: Path, capsys: Output) -> None:
    assert set_norm(store, "--decision", "Toegezegd aan Sanne Hermans") == 0
    told = capsys.readouterr()
    assert told.out.startswith("De norm van Veiligheid op tijd is 90%")
    assert told.err.startswith("Mogelijk persoonsgegevens: naam of voorletters.")


def test_the_json_holds_the_decision_and_what_it_is_about(store: Path, capsys: Output) -> None:
    set_norm(store, "--municipality", "986", "--breakdown", "a=b", "--better", "lager", value="2,5%")
    capsys.readouterr()
    run(store, "list", "--json")
    (row,) = json.loads(capsys.readouterr().out)
    assert row.pop("at")
    assert row == {
        "indicator": "IND-19",
        "municipality": "GM0986",
        "breakdown": "a=b",
        "value": 2.5,
        "polarity": "down",
        "decision": "Besluit 7",
        "decided_on": "2024-03-12",
        "by": "Griffie",
    }
    run(store, "list")
    assert "Veiligheid op tijd (a: b), Voerendaal: 2,5%" in capsys.readouterr().out
    run(store, "list", "--as-of", "2020-01-01")
    assert "nog geen normen" in capsys.readouterr().out


@pytest.mark.parametrize("value", ["negentig", "%"])
def test_what_is_no_number_is_refused(store: Path, capsys: Output, value: str) -> None:
    assert set_norm(store, value=value) == 2
    assert "geen getal" in capsys.readouterr().err


def test_an_indicator_that_is_not_known_is_refused(store: Path, capsys: Output) -> None:
    assert run(store, "withdraw", "IND-99") == 2
    assert "De indicator 'IND-99' is niet bekend." in capsys.readouterr().err
