"""The window keeps backups by itself, and leads back to one when the store cannot be read."""

import os
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QMessageBox, QPushButton
from pytestqt.qtbot import QtBot

from raadsapp import paths
from raadsapp.domain.changes import Changes
from raadsapp.services.opening import Session
from raadsapp.store import backups
from raadsapp.ui.app import Opening
from raadsapp.ui.main_window import backing_up
from raadsapp.ui.main_window.backing_up import BackingUp
from raadsapp.ui.main_window.window import MainWindow
from raadsapp.ui.state import AppState, Notice
from raadsapp.ui.widgets.message_blocks import ErrorState
from raadsapp.ui.widgets.text import Text

CHANGED = Changes(frozenset(), "Bewaard.")


@pytest.fixture
def kept(session: Session) -> backups.Backup:
    made = backups.keep(session.store.path, datetime(2026, 11, 2, 9, 30, tzinfo=UTC))
    assert made
    return made


def _backups(session: Session) -> tuple[backups.Backup, ...]:
    return backups.all_backups(session.store.path)


def _buttons(window: MainWindow) -> dict[str, QPushButton]:
    blocks = window.stack.findChildren(ErrorState)
    return {button.text(): button for block in blocks for button in block.findChildren(QPushButton)}


def _said(window: MainWindow) -> str:
    return " ".join(text.plain_text for text in window.stack.findChildren(Text))


def test_what_an_earlier_use_left_behind_is_backed_up_some_time_after_the_start(
    qtbot: QtBot, window: MainWindow, session: Session, state: AppState, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(backing_up, "AFTER_OPENING_MS", 0)
    keeping = BackingUp(state, window)
    qtbot.waitUntil(lambda: bool(_backups(session)) and keeping.task is None)


def test_a_change_is_backed_up_once_it_is_quiet_and_nothing_is_said(
    qtbot: QtBot,
    window: MainWindow,
    session: Session,
    state: AppState,
    notices: list[Notice],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    keeping = BackingUp(state, window)
    assert keeping.timer.remainingTime() > 10_000
    monkeypatch.setattr(backing_up, "AFTER_A_CHANGE_MS", 0)
    state.announce(Changes(frozenset(), ""))
    qtbot.waitUntil(lambda: len(_backups(session)) == 1 and keeping.task is None)
    assert not notices


def test_changes_during_a_backup_get_one_of_their_own(
    qtbot: QtBot, window: MainWindow, session: Session, state: AppState, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(backing_up, "AFTER_A_CHANGE_MS", 1)
    keeping = BackingUp(state, window)
    keeping.begin()
    first = keeping.task
    keeping.begin()
    assert keeping.task is first
    assert keeping.timer.isActive()
    qtbot.waitUntil(lambda: bool(_backups(session)) and keeping.task is None and not keeping.timer.isActive())


@pytest.mark.parametrize("under_way", [True, False])
def test_what_was_changed_last_is_backed_up_at_the_end(
    window: MainWindow, session: Session, state: AppState, *, under_way: bool
) -> None:
    keeping = BackingUp(state, window)
    if under_way:
        keeping.begin()
    state.announce(CHANGED)
    keeping.finish()
    assert len(_backups(session)) == 1
    assert not keeping.timer.isActive()


def test_an_end_without_changes_makes_no_backup(
    window: MainWindow, session: Session, state: AppState
) -> None:
    BackingUp(state, window).finish()
    assert not _backups(session)


def test_a_backup_that_fails_is_told_once_and_work_goes_on(
    qtbot: QtBot, window: MainWindow, session: Session, state: AppState, notices: list[Notice]
) -> None:
    backups.folder_of(session.store.path).touch()
    keeping = BackingUp(state, window)
    for _ in range(2):
        keeping.begin()
        qtbot.waitUntil(lambda: keeping.task is None)
    (notice,) = notices
    assert notice.message.startswith("Er kon geen reservekopie worden gemaakt in de map ")
    state.announce(CHANGED)
    keeping.finish()


def test_a_store_that_turns_out_to_be_damaged_is_told_with_the_way_back(
    qtbot: QtBot, window: MainWindow, session: Session, state: AppState, kept: backups.Backup
) -> None:
    session.store.connection.execute("PRAGMA foreign_keys = OFF")
    session.store.connection.execute("INSERT INTO item_source VALUES (9999, 0, 'rapport', '§1')")
    keeping = BackingUp(state, window)
    keeping.begin()
    qtbot.waitUntil(lambda: keeping.task is None)
    (box,) = window.findChildren(QMessageBox)
    assert "is beschadigd" in box.text()
    assert "2 november 2026" in box.informativeText()
    assert "start het opnieuw" in box.informativeText()
    box.close()
    session.close()
    opening = Opening(window, session.store.path, paths.data_dir())
    opening.open()
    qtbot.waitUntil(lambda: "Terugzetten van 2 november 2026" in _buttons(window))
    assert kept == backups.newest_good(session.store.path)


@pytest.mark.parametrize(
    "spoil",
    [Path.unlink, lambda path: path.write_bytes(b""), lambda path: path.write_bytes(b"weg" * 9000)],
    ids=["gone", "empty", "overwritten"],
)
def test_at_the_start_the_newest_good_backup_is_offered_and_put_back(
    qtbot: QtBot,
    window: MainWindow,
    session: Session,
    kept: backups.Backup,
    spoil: Callable[[Path], object],
) -> None:
    path = session.store.path
    session.close()
    os.utime(path)
    newer = backups.keep(path, datetime(2026, 11, 3, 9, 30, tzinfo=UTC))
    assert newer
    newer.path.write_bytes(b"ook weg")
    spoil(path)
    opening = Opening(window, path, paths.data_dir())
    opening.open()
    assert not window.rail.isEnabled()
    assert list(_buttons(window)) == ["Opnieuw proberen"]
    qtbot.waitUntil(lambda: len(_buttons(window)) == 2)
    assert "Er is een goede reservekopie van 2 november 2026" in _said(window)
    _buttons(window)["Terugzetten van 2 november 2026"].click()
    qtbot.waitUntil(lambda: opening.state is not None)
    assert window.rail.isEnabled()
    assert window.controls.page == "overview"
    assert window.controls.snackbar.isVisibleTo(window)
    assert kept.path.exists()
    opening.close()


def test_when_putting_back_fails_the_reader_can_try_again(
    qtbot: QtBot, window: MainWindow, session: Session, kept: backups.Backup
) -> None:
    path = session.store.path
    session.close()
    path.write_bytes(b"weg" * 9000)
    opening = Opening(window, path, paths.data_dir())
    opening.open()
    qtbot.waitUntil(lambda: len(_buttons(window)) == 2)
    whole = kept.path.read_bytes()
    kept.path.unlink()
    _buttons(window)["Terugzetten van 2 november 2026"].click()
    qtbot.waitUntil(lambda: list(_buttons(window)) == ["Opnieuw proberen"])
    assert "bestaat niet" in _said(window)
    path.write_bytes(whole)
    _buttons(window)["Opnieuw proberen"].click()
    assert opening.state
    opening.close()


def test_a_retry_while_backups_are_looked_for_is_not_overtaken_by_what_is_found(
    qtbot: QtBot, window: MainWindow, session: Session, kept: backups.Backup
) -> None:
    path = session.store.path
    session.close()
    whole = path.read_bytes()
    path.write_bytes(b"weg" * 9000)
    opening = Opening(window, path, paths.data_dir())
    opening.open()
    path.write_bytes(whole)
    _buttons(window)["Opnieuw proberen"].click()
    qtbot.wait(200)
    assert opening.state
    assert window.rail.isEnabled()
    assert not _buttons(window)
    assert kept.path.exists()
    opening.close()


def test_backups_begin_once_the_window_has_started(
    window: MainWindow, session: Session, qapp: QApplication
) -> None:
    session.close()
    opening = Opening(window, session.store.path, paths.data_dir())
    opening.begin_backups()
    assert opening.backing_up is None
    opening.open()
    qapp.processEvents()
    assert opening.backing_up is None
    opening.begin_backups()
    opening.close()
    keeping = window.findChildren(BackingUp)
    assert [one.timer.isActive() for one in keeping] == [False]


def test_a_store_that_cannot_be_written_is_shown_and_says_that_nothing_is_kept(
    window: MainWindow, session: Session, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = session.store.path
    session.close()
    access = os.access
    monkeypatch.setattr(os, "access", lambda file, mode: file != path and access(file, mode))
    opening = Opening(window, path, paths.data_dir())
    opening.open()
    assert opening.state
    assert window.windowTitle().endswith("Raadsapp (alleen lezen)")
    assert window.controls.snackbar.isVisibleTo(window)
    opening.begin_backups()
    assert opening.backing_up is None
    opening.close()
