"""`raadsapp store` from the command line."""

import json
from pathlib import Path

import pytest

from raadsapp.cli.main import main
from raadsapp.services.opening import Session


def _run(capsys: pytest.CaptureFixture[str], *arguments: object) -> tuple[int, str, str]:
    with pytest.raises(SystemExit) as ended:
        main(["store", *(str(argument) for argument in arguments)])
    assert isinstance(ended.value.code, int)
    said = capsys.readouterr()
    return ended.value.code, said.out, said.err


def test_info_says_in_dutch_what_the_store_holds(
    session: Session, capsys: pytest.CaptureFixture[str]
) -> None:
    status, out, _ = _run(capsys, "info", "--store", session.store.path)
    lines = dict(line.split(":", 1) for line in out.splitlines())
    assert status == 0
    assert lines["Dossier"].strip() == "Klein dossier, versie 3"
    assert lines["Waarnemingen"].strip() == "26"
    assert lines["Laatste levering"].strip().startswith("1: klein versie 3, ")


def test_info_can_be_read_by_a_program(session: Session, capsys: pytest.CaptureFixture[str]) -> None:
    status, out, _ = _run(capsys, "info", "--json", "--store", session.store.path)
    found = json.loads(out)
    assert status == 0
    assert found["path"] == str(session.store.path)
    assert found["dossier"] == {"title": "Klein dossier", "version": 3}
    assert (found["batches"], found["observations"]) == (1, 26)
    assert found["last_batch"]["number"] == 1
    assert found["last_batch"]["withdrawn"] is False


def test_a_store_without_dossier_is_told_as_empty(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    from raadsapp.store.connection import open_store

    path = tmp_path / "leeg.raadsapp"
    open_store(path).close()
    out = _run(capsys, "info", "--store", path)[1]
    assert [line.split()[-1] for line in out.splitlines() if line.startswith(("Dossier:", "Laatste"))] == [
        "geen",
        "geen",
    ]
    assert json.loads(_run(capsys, "info", "--json", "--store", path)[1])["last_batch"] is None


def test_a_backup_can_be_checked_and_put_back(
    session: Session, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    copy, path = tmp_path / "kopie.raadsapp", session.store.path
    assert _run(capsys, "backup", copy, "--store", path)[:2] == (0, f"De reservekopie staat in '{copy}'.\n")
    assert _run(capsys, "check", "--store", copy)[:2] == (0, f"Het bestand '{copy}' is in orde.\n")
    status, out, _ = _run(capsys, "restore", copy, "--store", path)
    assert status == 0
    assert "is teruggezet" in out
    assert "Het vorige dossierbestand is bewaard als" in out
    assert "bewaard" not in _run(capsys, "restore", copy, "--store", tmp_path / "nieuw.raadsapp")[1]


def test_a_broken_store_ends_with_a_line_and_a_hint(
    session: Session, capsys: pytest.CaptureFixture[str]
) -> None:
    session.store.connection.execute("UPDATE item SET title = 'Iets anders'")
    status, _, errors = _run(capsys, "check", "--store", session.store.path)
    assert status == 2
    assert "is beschadigd" in errors
    assert "raadsapp store restore" in errors.splitlines()[1]


@pytest.mark.parametrize("command", ["info", "check"])
def test_a_store_that_is_not_there_is_named(
    command: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    status, _, errors = _run(capsys, command, "--store", tmp_path / "nergens.raadsapp")
    assert status == 2
    assert "nergens.raadsapp' bestaat niet" in errors
    assert not list(tmp_path.iterdir())
