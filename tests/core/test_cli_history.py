"""The commands for what was read in before: list, open, take back and put back."""

import json
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from raadsapp import paths
from raadsapp.cli.main import main
from raadsapp.domain.observation import Observation, ObservationKey, Status
from raadsapp.domain.period import Period
from raadsapp.services.opening import open_session
from raadsapp.store import batches

AT = datetime(2026, 3, 2, 12, tzinfo=UTC)
Command = Callable[..., int]


def _observation(value: float, year: int, status: Status = Status.FINAL) -> Observation:
    return Observation(ObservationKey("IND-03", "GM0917", Period(year)), value, status, "Rapport")


@pytest.fixture
def command(tmp_path: Path) -> Command:
    """Run the command line on a store with two deliveries; gives the exit status."""
    path = tmp_path / "d.raadsapp"
    session = open_session(path, paths.data_dir())
    first = [_observation(year, year, Status.PROVISIONAL) for year in range(2000, 2025)]
    second = [_observation(year + (year > 2001), year) for year in range(2001, 2026)]
    for number, delivered in enumerate((first, second)):
        batches.add(
            session.store,
            file=f"jaar{number}.csv",
            sha256=f"{number}",
            layout="long",
            by="Griffie",
            at=AT + number * timedelta(days=1),
            observations=delivered,
            supplier=("ISD BOL", "")[number],
            note=("", "Herziene cijfers")[number],
        )
    session.close()

    def run(*arguments: str) -> int:
        with pytest.raises(SystemExit) as ended:
            main([*arguments, "--store", str(path)])
        assert isinstance(ended.value.code, int)
        return ended.value.code

    return run


def test_a_delivery_is_opened_with_what_it_changed(
    command: Command, capsys: pytest.CaptureFixture[str]
) -> None:
    assert command("batch", "3") == 0
    told = capsys.readouterr().out
    assert "Levering 3: jaar1.csv" in told
    assert "Opmerking         Herziene cijfers" in told
    assert "SHA-256           1" in told
    assert "1 nieuw, 24 gewijzigd, 0 gelijk" in told
    assert "25 van 25 waarden, in 1 reeks" in told
    assert "Wijzigde: IND-03, GM0917, 2001: 2.001, voorlopig → definitief" in told
    assert "Wijzigde: IND-03, GM0917, 2002: 2.002 → 2.003 (bron: Rapport)" in told
    assert "… en nog 4 wijzigingen" in told
    assert "Leverancier" not in told


def test_a_delivery_as_json_holds_every_value_with_what_stood_before(
    command: Command, capsys: pytest.CaptureFixture[str]
) -> None:
    command("withdraw", "3", "--by", "Anna")
    command("withdraw", "3", "--undo", "--by", "Bert")
    capsys.readouterr()
    assert command("batch", "3", "--json") == 0
    told = json.loads(capsys.readouterr().out)
    assert [(event["event"], event["by"]) for event in told["events"]] == [
        ("withdrawn", "Anna"),
        ("brought back", "Bert"),
    ]
    assert (told["note"], told["counting"], len(told["values"])) == ("Herziene cijfers", 25, 25)
    assert told["values"][1] == {
        "indicator": "IND-03",
        "municipality": "GM0917",
        "period": "2002JJ00",
        "breakdown": "",
        "difference": "changed",
        "old": {"value": 2002.0, "status": "voorlopig", "source": "Rapport", "fictional": False},
        "new": {"value": 2003.0, "status": "definitief", "source": "Rapport", "fictional": False},
    }
    assert told["values"][-1]["old"] is None


def test_what_was_written_later_is_told_with_who_and_when(
    command: Command, capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    session = open_session(tmp_path / "d.raadsapp", paths.data_dir())
    later = AT + timedelta(days=30)
    batches.describe(session.store, 2, supplier="ISD BOL", approved_by="Raad", note="", by="Cees", at=later)
    session.close()
    assert command("batch", "2", "--json") == 0
    (event,) = json.loads(capsys.readouterr().out)["events"]
    assert (event["event"], event["by"], event["approved_by"]) == ("described", "Cees", "Raad")
    assert command("batch", "2") == 0
    assert "Daarna            toegelicht op 1 april 2026" in capsys.readouterr().out
    assert command("batches") == 0
    assert "      Leverancier: ISD BOL; Goedgekeurd door: Raad" in capsys.readouterr().out


def test_a_withdrawal_is_undone(command: Command, capsys: pytest.CaptureFixture[str]) -> None:
    assert command("withdraw", "3", "--undo") == 2
    assert "is niet ingetrokken" in capsys.readouterr().err
    assert command("withdraw", "3", "--by", "Anna") == 0
    capsys.readouterr()
    assert command("batch", "3") == 0
    assert "0 van 25 waarden" in capsys.readouterr().out
    assert command("withdraw", "3", "--undo", "--by", "Bert") == 0
    assert "telt weer mee, teruggezet door Bert" in capsys.readouterr().out
    assert command("batches", "--json") == 0
    newest = json.loads(capsys.readouterr().out)[0]
    assert (newest["withdrawn_at"], newest["supplier"], newest["note"]) == (None, "", "Herziene cijfers")


@pytest.mark.parametrize("asked", [("indicators", "--json"), ("export", "--out", "{folder}/uit.csv")])
def test_a_day_before_the_first_figures_says_so_and_a_day_to_come_is_refused(
    command: Command, capsys: pytest.CaptureFixture[str], tmp_path: Path, asked: tuple[str, ...]
) -> None:
    arguments = [word.format(folder=tmp_path) for word in asked]
    assert command(*arguments, "--as-of", "2026-03-01") == 0
    assert "kies met --as-of die dag of een latere" in capsys.readouterr().err
    assert command(*arguments, "--as-of", "2026-03-02") == 0
    assert not capsys.readouterr().err
    assert command(*arguments, "--as-of", "2999-01-01") == 2
    assert "2999-01-01 is nog niet geweest." in capsys.readouterr().err


def test_an_unknown_delivery_is_told_in_words(command: Command, capsys: pytest.CaptureFixture[str]) -> None:
    assert command("batch", "99") == 2
    assert "Er is geen levering 99" in capsys.readouterr().err


def test_a_note_of_several_lines_is_told_on_one(
    command: Command, capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    session = open_session(tmp_path / "d.raadsapp", paths.data_dir())
    note = "Weggelaten: rij 3.\n\nUitgelegd: 'Heerle'\r\nbetekent Heerlen."
    batches.describe(session.store, 2, supplier="", approved_by="", note=note, by="Cees", at=AT)
    session.close()
    for arguments in (("batches",), ("batch", "2")):
        assert command(*arguments) == 0
        assert "Weggelaten: rij 3. Uitgelegd: 'Heerle' betekent Heerlen." in capsys.readouterr().out
