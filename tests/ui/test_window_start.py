import gc
import logging
import subprocess
import sys
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QApplication, QDialogButtonBox, QFileDialog, QLabel, QPushButton
from pytestqt.qtbot import QtBot

from raadsapp import paths
from raadsapp.__main__ import main
from raadsapp.errors import UserError
from raadsapp.ui import app as starting
from raadsapp.ui.app import Opening, speak_dutch
from raadsapp.ui.collecting import Collecting
from raadsapp.ui.main_window.window import MainWindow
from raadsapp.ui.widgets.message_blocks import ErrorState
from raadsapp.ui.widgets.text import Text

PAINT_ONLY = """
import sys
from raadsapp.ui.app import create_application
from raadsapp.ui.main_window.appearance import Appearance
from raadsapp.ui.main_window.settings import WindowSettings
from raadsapp.ui.main_window.window import MainWindow
app = create_application(["raadsapp"])
window = MainWindow(WindowSettings(), Appearance(app))
window.first_painted.connect(app.quit)
window.show()
app.exec()
print(*sorted(set(sys.modules) & {"numpy", "pyqtgraph", "sqlite3", "sqlite_utils", "msgspec", "click"}))
"""


def test_the_first_paint_loads_neither_store_nor_charts() -> None:
    ended = subprocess.run(
        [sys.executable, "-c", PAINT_ONLY], capture_output=True, text=True, check=True, timeout=60
    )
    assert ended.stdout.strip() == ""


ASK_NOTHING = """
import sys
from raadsapp.ui import app
def run(store):
    print(store, *sorted(set(sys.modules) & {"click"}))
    return 3
app.run = run
sys.argv = ["raadsapp"]
from raadsapp.__main__ import main
main()
"""


def test_an_empty_command_line_opens_the_own_dossier_and_loads_no_commands() -> None:
    ended = subprocess.run(
        [sys.executable, "-c", ASK_NOTHING], capture_output=True, text=True, check=False, timeout=60
    )
    assert (ended.stdout.strip(), ended.returncode) == ("None", 3), ended.stderr


def test_a_window_that_cannot_open_ends_in_a_line_and_a_hint_as_every_command_does(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def fail(_store: Path | None) -> int:
        message, hint = "Er is geen scherm.", "Start Raadsapp op een computer met een scherm."
        raise UserError(message, hint)

    monkeypatch.setattr(starting, "run", fail)
    with pytest.raises(SystemExit) as ended:
        main([])
    assert ended.value.code == 2
    assert capsys.readouterr().err == (
        "Fout: Er is geen scherm.\nStart Raadsapp op een computer met een scherm.\n"
    )


def test_a_new_store_is_made_and_its_first_page_shown(window: MainWindow, tmp_path: Path) -> None:
    opening = Opening(window, tmp_path / "dossier.raadsapp", paths.data_dir())
    opening.open()
    assert opening.state
    assert window.controls.page == "overview"
    assert window.rail.isEnabled()
    opening.close()


def test_a_file_that_is_no_store_is_said_in_the_window_and_can_be_tried_again(
    window: MainWindow, tmp_path: Path
) -> None:
    store = tmp_path / "dossier.raadsapp"
    store.write_bytes(b"dit is geen dossier" * 100)
    opening = Opening(window, store, paths.data_dir())
    opening.open()
    block = window.stack.findChildren(ErrorState)[0]
    assert not window.rail.isEnabled()
    assert all(label.plain_text for label in block.findChildren(Text))
    store.unlink()
    block.findChildren(QPushButton)[0].click()
    assert opening.state
    assert window.controls.page == "overview"
    opening.close()


def test_a_missing_dossier_folder_is_said_in_words(window: MainWindow, tmp_path: Path) -> None:
    Opening(window, tmp_path / "dossier.raadsapp", tmp_path / "weg").open()
    assert window.stack.findChildren(ErrorState)


def test_a_fault_while_opening_leaves_a_message_and_goes_to_the_crash_report(
    window: MainWindow, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(_store: Path, _data: Path) -> None:
        raise ZeroDivisionError

    monkeypatch.setattr("raadsapp.services.opening.open_session", fail)
    with pytest.raises(ZeroDivisionError):
        Opening(window, tmp_path / "dossier.raadsapp", paths.data_dir()).open()
    assert window.stack.findChildren(ErrorState)


def test_dialogs_of_qt_speak_dutch(qtbot: QtBot, qapp: QApplication) -> None:
    speak_dutch()
    box = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel)
    qtbot.addWidget(box)
    assert qapp.applicationDisplayName() == "Raadsapp"
    assert box.button(QDialogButtonBox.StandardButton.Cancel).text() == "Annuleren"


def test_the_file_dialog_of_qt_speaks_dutch_where_a_desktop_has_none(qtbot: QtBot) -> None:
    speak_dutch()
    dialog = QFileDialog(None, "Kies een bestand")
    qtbot.addWidget(dialog)
    dialog.setOption(QFileDialog.Option.DontUseNativeDialog)
    words = [label.text().replace("&", "") for label in dialog.findChildren(QLabel)]
    assert {"Zoeken in:", "Bestandsnaam:", "Bestandstype:"} <= set(words)
    assert QCoreApplication.translate("QAbstractFileIconProvider", "%1 File") == "%1-bestand"
    assert QCoreApplication.translate("QFileDialog", "Back") == "Terug"


def test_a_run_keeps_what_the_reader_chose(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, qapp: QApplication
) -> None:
    monkeypatch.setattr(paths, "user_settings_file", lambda: tmp_path / "raadsapp.ini")
    monkeypatch.setattr(paths, "user_log_dir", lambda: tmp_path / "log")
    monkeypatch.setattr(sys, "excepthook", sys.excepthook)
    monkeypatch.setattr(logging.getLogger("raadsapp"), "handlers", [])
    began = Opening.begin

    def begin_and_end(self: Opening) -> None:
        began(self)
        qapp.exit()

    monkeypatch.setattr(Opening, "begin", begin_and_end)
    assert starting.run(tmp_path / "dossier.raadsapp", paths.data_dir()) == 0
    assert "page=overview" in (tmp_path / "raadsapp.ini").read_text(encoding="utf-8")
    assert (tmp_path / "dossier.raadsapp").is_file()


def test_once_it_has_started_rubbish_is_looked_for_between_events(qapp: QApplication) -> None:
    before = len(qapp.findChildren(Collecting))
    starting.collect_rubbish()
    assert len(qapp.findChildren(Collecting)) == before + 1
    assert not gc.isenabled()
