"""A store that cannot be written is shown as it was, and says that nothing can be kept."""

import os
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator
from contextlib import closing
from datetime import date
from pathlib import Path

import pytest

from raadsapp.domain.commitment import Commitment
from raadsapp.errors import UserError
from raadsapp.services import commitments as service
from raadsapp.services.opening import READ_ONLY, Session, open_session
from raadsapp.store import commitments, copying, faults, upkeep
from raadsapp.store.reading import open_to_read

PROMISE = Commitment(recommendation="A1", text="Eén lijst", owner="College", made_on=date(2026, 1, 1))
# As someone who may only read there; what the command needs is loaded before, as it may be out of reach then.
AS_A_READER = """
import logging.handlers, os, platform, shutil, sys, tempfile
import raadsapp.reports
from raadsapp.cli.main import main
def run(*arguments):
    try:
        main(arguments)
    except SystemExit as ended:
        return ended.code
own, store, *command = sys.argv[1:]
run(*command, "--store", own)
print("--- only to read ---", flush=True)
print("--- only to read ---", file=sys.stderr, flush=True)
if hasattr(os, "geteuid") and os.geteuid() == 0:
    os.setuid(65534)
sys.exit(run(*command, "--store", store))
"""
posix_only = pytest.mark.skipif(not hasattr(os, "geteuid"), reason="Windows has other rights")


@pytest.fixture
def forbidden(session: Session, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A store with a commitment, still in its log, that this user may not write."""
    path = session.store.path
    commitments.add(session.store, PROMISE)
    access = os.access

    def refuse(file: Path, mode: int) -> bool:
        return access(file, mode) and not (mode == os.W_OK and Path(file) == path)

    monkeypatch.setattr(os, "access", refuse)
    return path


@pytest.fixture
def shared() -> Iterator[Callable[[str], Path]]:
    """Makes a folder that others than its owner can reach."""
    with tempfile.TemporaryDirectory() as made:
        Path(made).chmod(0o755)

        def folder(name: str) -> Path:
            inner = Path(made) / name
            inner.mkdir()
            return inner

        yield folder
        for inner in Path(made).iterdir():
            inner.chmod(0o755)


def _as_reader(own: Path, store: Path, *command: str) -> tuple[int, str, str]:
    done = subprocess.run(
        [sys.executable, "-c", AS_A_READER, str(own), str(store), *command],
        capture_output=True,
        text=True,
        check=False,
        timeout=60,
        # A measurement of coverage could not be written either.
        env={name: value for name, value in os.environ.items() if not name.startswith("COVERAGE")},
    )
    out, errors = (text.partition("--- only to read ---\n")[2] for text in (done.stdout, done.stderr))
    return done.returncode, out, errors


def test_everything_confirmed_can_be_read_and_a_write_is_refused(
    forbidden: Path, small_dossier: Path
) -> None:
    before = forbidden.read_bytes()
    opened = open_session(forbidden, small_dossier)
    assert opened.notice == READ_ONLY
    assert opened.store.path == forbidden
    assert [kept.text for kept in commitments.all_commitments(opened.store)] == ["Eén lijst"]
    with pytest.raises(UserError, match="niet worden geopend om in te schrijven"):
        service.save(opened, PROMISE)
    copy = opened.store.file
    assert copy.exists()
    opened.close()
    assert not copy.parent.exists()
    assert forbidden.read_bytes() == before


def test_an_ordinary_store_has_no_notice(session: Session) -> None:
    assert not session.notice
    assert session.store.file == session.store.path


def test_such_a_store_can_be_looked_over_and_copied(forbidden: Path, tmp_path: Path) -> None:
    with closing(open_to_read(forbidden, create=False)) as store:
        assert upkeep.info(store).commitments == 1
        assert upkeep.check(store) == ()
        upkeep.backup(store, tmp_path / "kopie.raadsapp")
    assert (tmp_path / "kopie.raadsapp").stat().st_size


def test_its_log_is_read_also_where_sqlite_can_make_no_files(
    forbidden: Path, small_dossier: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(path: Path, _target: Path) -> None:
        raise faults.not_writable(path)

    monkeypatch.setattr(copying, "copy", refuse)
    opened = open_session(forbidden, small_dossier)
    assert [kept.text for kept in commitments.all_commitments(opened.store)] == ["Eén lijst"]
    opened.close()


def test_without_room_for_a_copy_the_store_is_refused(
    forbidden: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_given: Path) -> None:
        raise faults.not_writable(tmp_path)

    def fill(_self: Path, *_given: object) -> bool:
        raise OSError

    monkeypatch.setattr(copying, "copy", refuse)
    monkeypatch.setattr("shutil.copyfile", fill)
    with pytest.raises(UserError, match="niet worden geopend om in te schrijven"):
        open_to_read(forbidden)


def test_where_there_is_nothing_to_read_and_nothing_can_be_made_the_place_is_refused(tmp_path: Path) -> None:
    (tmp_path / "bestand").touch()
    with pytest.raises(faults.NotWritableError):
        open_to_read(tmp_path / "bestand" / "dossier.raadsapp")


def test_a_store_of_a_newer_program_leaves_no_copy_behind(
    forbidden: Path, session: Session, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    session.store.connection.execute("PRAGMA user_version = 9000")
    session.store.connection.execute(
        "WITH RECURSIVE n (i) AS (VALUES (1) UNION ALL SELECT i + 1 FROM n)"
        " INSERT INTO _sqlite_migrations (migration_set, name, applied_at)"
        " SELECT 'later', i, '' FROM n LIMIT 9000 - (SELECT count(*) FROM _sqlite_migrations)"
    )
    with pytest.raises(UserError, match="nieuwere versie"):
        open_to_read(forbidden)
    assert not list(tmp_path.glob("raadsapp-*"))


def test_a_damaged_store_is_told_by_its_own_name(forbidden: Path, session: Session) -> None:
    session.close()
    forbidden.write_bytes(forbidden.read_bytes()[:9000])
    with pytest.raises(faults.DamagedError) as told:
        open_to_read(forbidden)
    assert str(forbidden) in told.value.message


@posix_only
@pytest.mark.parametrize("left_open", [False, True], ids=["closed", "with a log"])
def test_the_command_line_reads_a_store_in_a_folder_that_became_read_only(
    shared: Callable[[str], Path], small_dossier: Path, *, left_open: bool
) -> None:
    folder = shared("op slot")
    path = folder / "dossier.raadsapp"
    open_session(path, small_dossier).close()
    if left_open:
        # As after a program that was killed: what it confirmed is in the log only.
        code = "import os, sys; from tests.core.test_store_read_only import leave; leave(sys.argv[1])"
        subprocess.run([sys.executable, "-c", code, str(path)], check=False, timeout=60)
        assert Path(f"{path}-wal").stat().st_size
    folder.chmod(0o555)
    status, out, errors = _as_reader(shared("eigen") / "eigen.raadsapp", path, "store", "info")
    assert (status, errors) == (0, "")
    assert f"Toezeggingen:               {int(left_open)}" in out
    status, out, errors = _as_reader(shared("ook eigen") / "eigen.raadsapp", path, "batches")
    assert (status, errors.strip()) == (0, READ_ONLY)
    status, out, errors = _as_reader(shared("nog een") / "eigen.raadsapp", path, "withdraw", "1")
    assert status == 2
    assert "niet worden geopend om in te schrijven" in errors


def leave(path: str) -> None:
    """Add a commitment and end without closing the store."""
    commitments.add(open_to_read(Path(path)), PROMISE)
    os._exit(0)
