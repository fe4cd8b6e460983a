import logging
import sys
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path

import pytest
from PySide6.QtCore import qInstallMessageHandler, qWarning
from PySide6.QtWidgets import QApplication, QMessageBox, QPlainTextEdit, QPushButton
from pytestqt.qtbot import QtBot

from raadsapp.errors import UserError
from raadsapp.ui.main_window.crash import CrashHook, start_log
from raadsapp.ui.main_window.crash_dialog import CrashDialog
from raadsapp.ui.main_window.window import MainWindow

NOON = datetime.fromisoformat("2026-11-22T12:00")


@pytest.fixture
def fault() -> Exception:
    """A fault whose message holds a name that must not leave the machine."""
    with pytest.raises(KeyError) as caught:
        raise_with_names()
    return caught.value


@pytest.fixture
def log() -> Iterator[logging.Logger]:
    """The program's log, left as it was."""
    logger = logging.getLogger("raadsapp")
    before = list(logger.handlers)
    yield logger
    for handler in [one for one in logger.handlers if one not in before]:
        logger.removeHandler(handler)
        handler.close()


def test_the_report_can_be_copied(qtbot: QtBot) -> None:
    dialog = CrashDialog("Raadsapp 1\nFout")
    qtbot.addWidget(dialog)
    assert dialog.findChildren(QPlainTextEdit)[0].toPlainText() == "Raadsapp 1\nFout"
    dialog.findChildren(QPushButton)[0].click()
    assert QApplication.clipboard().text() == "Raadsapp 1\nFout"


def test_a_fault_is_logged_and_shown_once_at_a_time(
    window: MainWindow, fault: Exception, caplog: pytest.LogCaptureFixture
) -> None:
    hook = CrashHook(window)
    window.show()
    hook.take(type(fault), fault, fault.__traceback__)
    first = hook.dialog
    hook.take(type(fault), fault, fault.__traceback__)
    assert hook.dialog is first
    assert isinstance(first, CrashDialog)
    assert first.isVisible()
    assert len(caplog.records) == 2
    assert "Pietersen" not in caplog.text
    first.accept()
    hook.take(type(fault), fault, fault.__traceback__)
    assert hook.dialog is not first


def test_what_the_user_can_mend_is_said_in_its_own_words(window: MainWindow) -> None:
    error = UserError("De map is vol.", "Maak ruimte vrij.")
    hook = CrashHook(window)
    hook.take(UserError, error, None)
    assert isinstance(hook.dialog, QMessageBox)
    assert hook.dialog.text() == "De map is vol."
    assert hook.dialog.informativeText() == "Maak ruimte vrij."


def test_ctrl_c_still_ends_the_program(window: MainWindow, capsys: pytest.CaptureFixture[str]) -> None:
    hook = CrashHook(window)
    hook.take(KeyboardInterrupt, KeyboardInterrupt(), None)
    assert hook.dialog is None
    assert "KeyboardInterrupt" in capsys.readouterr().err


def test_the_hook_takes_what_nobody_caught(window: MainWindow, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "excepthook", sys.excepthook)
    hook = CrashHook(window)
    hook.install()
    assert sys.excepthook == hook.take


def test_the_log_is_a_file_that_holds_what_qt_says_too(tmp_path: Path, log: logging.Logger) -> None:
    before = qInstallMessageHandler(None)
    try:
        start_log(tmp_path / "log")
        log.error("fout in het programma")
        qWarning("let op")
    finally:
        qInstallMessageHandler(before)
    text = (tmp_path / "log" / "raadsapp.log").read_text(encoding="utf-8")
    assert "ERROR raadsapp fout in het programma" in text
    assert "WARNING raadsapp Qt: let op" in text


def test_without_a_place_for_the_log_the_program_runs_all_the_same(
    tmp_path: Path, log: logging.Logger
) -> None:
    (tmp_path / "log").write_text("geen map", encoding="utf-8")
    handlers = list(log.handlers)
    start_log(tmp_path / "log")
    assert log.handlers == handlers


def raise_with_names() -> None:
    try:
        int("Jansen, 14 jaar")
    except ValueError as cause:
        raise KeyError("Pietersen") from cause
