"""The command line speaks Dutch, and every fault ends in a line and a hint, never in a traceback."""

import subprocess
import sys
from pathlib import Path

import click
import pytest

from raadsapp.cli.main import _COMMANDS, main, status_of

ROOT = Path(__file__).parents[2]


def _end(arguments: list[str]) -> int:
    with pytest.raises(SystemExit) as ended:
        main(arguments)
    assert isinstance(ended.value.code, int)
    return ended.value.code


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["vensters"], "De opdracht 'vensters' bestaat niet."),
        (["store", "info", "--stroe", "x"], "De optie --stroe bestaat niet. Bedoelt u --store"),
        (["store", "inof"], "De opdracht 'inof' bestaat niet. Bedoelt u info?"),
        (["store", "backup"], "Er ontbreekt iets: "),
        (["scenario"], "Er ontbreekt een opdracht."),
        (["store", "info", "--store"], "Achter --store hoort een waarde."),
        (["store", "info", "te-veel"], "Deze opdracht begrijp ik niet."),
        (["scenario", "run", "--draws", "veel"], "--draws wil een heel getal"),
        (["export", "--format", "xml", "--out", "x"], "--format: kies uit csv, xlsx, ods."),
        (["indicators", "--as-of", "gisteren"], "--as-of wil een datum, zoals 2026-03-31."),
    ],
)
def test_a_command_line_that_cannot_be_read_ends_with_a_dutch_line_and_a_hint(
    arguments: list[str], said: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert _end(arguments) == 2
    errors = capsys.readouterr().err
    assert errors.startswith("Fout: ")
    assert said in errors
    assert "--help" in errors.splitlines()[1]
    assert "Traceback" not in errors


@pytest.mark.parametrize(
    "arguments", [["--help"], ["store", "--help"], ["import", "--help"], ["scenario", "run", "--help"]]
)
def test_help_is_dutch(arguments: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    assert _end(arguments) == 0
    shown = capsys.readouterr().out
    assert shown.startswith("Gebruik: raadsapp")
    assert "Toont deze uitleg." in shown
    assert not [word for word in ("Usage", "Options:", "Commands:", "[ARGS]", "Show this") if word in shown]
    assert "..." not in shown


def test_the_version_is_one_line(capsys: pytest.CaptureFixture[str]) -> None:
    assert _end(["--version"]) == 0
    assert capsys.readouterr().out.startswith("raadsapp ")


def test_a_store_may_be_named_before_the_command_as_well_as_after_it(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    before, after = tmp_path / "voor.raadsapp", tmp_path / "na.raadsapp"
    assert _end(["--store", str(before), "batches"]) == 0
    assert "basishulp-jeugd" in capsys.readouterr().out
    assert _end(["--store", str(before), "batches", "--store", str(after)]) == 0
    assert before.is_file()
    assert after.is_file()
    assert _end(["--store", str(tmp_path / "nergens.raadsapp"), "store", "info"]) == 2


def test_a_folder_where_nothing_can_be_written_is_said_in_words(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    in_the_way = tmp_path / "bestand"
    in_the_way.write_text("geen map")
    assert _end(["store", "info", "--store", str(in_the_way / "dossier.raadsapp")]) == 2
    errors = capsys.readouterr().err
    assert errors.startswith("Fout: ")
    assert "Traceback" not in errors


def test_a_fault_in_the_program_leaves_a_report_and_a_line(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr("raadsapp.paths.user_log_dir", lambda: tmp_path)
    monkeypatch.setitem(_COMMANDS, "kapot", "raadsapp.cli.bestaat_niet:kapot")
    assert _end(["kapot"]) == 70
    errors = capsys.readouterr().err
    assert errors.startswith("Fout: Er ging iets mis in Raadsapp zelf.")
    assert str(tmp_path) in errors
    assert "ModuleNotFoundError" in (tmp_path / "raadsapp.log").read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("fault", "status", "said"),
    [
        (click.Abort(), 130, "Gestopt."),
        (KeyboardInterrupt(), 130, "Gestopt."),
        (OSError(28, "No space left on device"), 2, "Fout: Dat lukte niet"),
    ],
)
def test_stopping_and_a_full_disk_end_in_a_line(
    fault: BaseException, status: int, said: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert status_of(fault) == status
    assert capsys.readouterr().err.startswith(said)


def test_a_reader_that_has_seen_enough_ends_the_program_in_silence() -> None:
    program = [sys.executable, "-m", "raadsapp", "scenario", "levers", "--json"]
    started = subprocess.Popen(program, stdout=subprocess.PIPE, stderr=subprocess.PIPE, cwd=ROOT)
    assert started.stdout
    assert started.stderr
    started.stdout.close()
    started.wait(timeout=60)
    assert started.stderr.read() == b""
    started.stderr.close()
