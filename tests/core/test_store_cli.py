"""`raadsapp store` from the command line."""

import json
import os
import shlex
from datetime import UTC, datetime
from pathlib import Path

import pytest

from raadsapp.cli.main import main
from raadsapp.services.opening import Session
from raadsapp.store import backups
from raadsapp.store.backups import Backup
from raadsapp.texts import long_moment


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


@pytest.fixture
def kept(session: Session) -> Backup:
    """The newest of two backups of the store."""
    first = backups.keep(session.store.path, datetime(2026, 11, 2, 9, 30, tzinfo=UTC))
    os.utime(session.store.path)
    newest = backups.keep(session.store.path, datetime(2026, 11, 3, 9, 30, tzinfo=UTC))
    assert first
    assert newest
    return newest


def test_the_backups_are_listed_with_what_is_wrong_with_them(
    session: Session, kept: Backup, capsys: pytest.CaptureFixture[str]
) -> None:
    kept.path.write_bytes(b"")
    status, out, _ = _run(capsys, "backups", "--store", session.store.path)
    newest, wrong, first = out.splitlines()
    assert status == 0
    assert newest.startswith("3 november 2026 om ")
    assert newest.endswith("small-20261103T093000Z.raadsapp")
    assert "Niet bruikbaar" in wrong
    assert first.startswith("2 november 2026 om ")


def test_the_backups_can_be_read_by_a_program(
    session: Session, kept: Backup, capsys: pytest.CaptureFixture[str]
) -> None:
    found = json.loads(_run(capsys, "backups", "--json", "--store", session.store.path)[1])
    assert found[0] == {
        "path": str(kept.path),
        "made_at": "2026-11-03T09:30:00+00:00",
        "size": kept.path.stat().st_size,
        "fault": None,
    }
    assert len(found) == 2
    told = json.loads(_run(capsys, "info", "--json", "--store", session.store.path)[1])
    assert told["newest_backup"] == {name: found[0][name] for name in ("path", "made_at")}


def test_without_backups_the_list_says_so(session: Session, capsys: pytest.CaptureFixture[str]) -> None:
    assert "nog geen reservekopieën" in _run(capsys, "backups", "--store", session.store.path)[1]
    assert "geen goede reservekopie" in _run(capsys, "restore", "--newest", "--store", session.store.path)[2]


def test_the_newest_backup_is_put_back_or_the_one_of_that_name(
    session: Session, kept: Backup, capsys: pytest.CaptureFixture[str]
) -> None:
    path = session.store.path
    status, out, _ = _run(capsys, "restore", "--newest", "--store", path)
    assert status == 0
    assert f"'{kept.path}' is teruggezet" in out
    status, out, _ = _run(capsys, "restore", "small-20261102T093000Z.raadsapp", "--store", path)
    assert status == 0
    assert "20261102T093000Z.raadsapp' is teruggezet" in out


@pytest.mark.parametrize("which", [[], ["kopie.raadsapp", "--newest"]])
def test_which_backup_to_put_back_must_be_said_in_one_way(
    which: list[str], session: Session, capsys: pytest.CaptureFixture[str]
) -> None:
    status, _, errors = _run(capsys, "restore", *which, "--store", session.store.path)
    assert status == 2
    assert "--newest" in errors


@pytest.mark.parametrize("command", [["store", "info"], ["batches"]])
def test_of_a_store_that_cannot_be_read_the_newest_good_backup_is_named(
    command: list[str], session: Session, kept: Backup, capsys: pytest.CaptureFixture[str]
) -> None:
    path = session.store.path
    session.close()
    path.write_bytes(b"weg" * 5000)
    with pytest.raises(SystemExit) as ended:
        main([*command, "--store", str(path)])
    _, hint = capsys.readouterr().err.splitlines()
    assert ended.value.code == 2
    assert long_moment(kept.made_at.astimezone()) in hint
    assert _run(capsys, *shlex.split(hint.partition("raadsapp store ")[2]))[0] == 0
    assert _run(capsys, "check", "--store", path)[0] == 0
