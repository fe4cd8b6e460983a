import os
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from raadsapp import paths
from raadsapp.services.opening import Session, open_session
from raadsapp.ui.app import create_application
from raadsapp.ui.main_window.appearance import Appearance
from raadsapp.ui.main_window.settings import WindowSettings
from raadsapp.ui.main_window.window import MainWindow
from raadsapp.ui.pages.scenario.session import ScenarioSession
from raadsapp.ui.state import AppState, Notice
from raadsapp.ui.theme.applying import apply_theme
from raadsapp.ui.theme.tokens import Mode, Theme

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")


def pytest_itemcollected(item: pytest.Item) -> None:
    """Let the platform without a screen say what it cannot do; any other remark of Qt fails the test."""
    item.add_marker(pytest.mark.qt_log_ignore("This plugin does not support", extend=True))


class KeepingBot(QtBot):
    """Keeps what is shown as long as the test lasts.

    A window that only a cycle refers to may be collected in the midst of its own painting, which is the end
    of the whole run.
    """

    def __init__(self, request: pytest.FixtureRequest) -> None:
        super().__init__(request)
        self._kept: list[QWidget] = []

    def addWidget(  # noqa: N802 - the name that pytest-qt gives it
        self, widget: QWidget, *, before_close_func: Callable[[QWidget], None] | None = None
    ) -> None:
        self._kept.append(widget)
        super().addWidget(widget, before_close_func=before_close_func)


@pytest.fixture
def qtbot(qapp: QApplication, request: pytest.FixtureRequest) -> QtBot:  # noqa: ARG001 - it must be there
    return KeepingBot(request)


@pytest.fixture(scope="session")
def qapp() -> QApplication:
    return create_application(["raadsapp"])


@pytest.fixture(autouse=True)
def _fresh_screen(qapp: QApplication) -> None:
    """Let the windows of the test before this one go, and begin in light colours."""
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    apply_theme(qapp, Theme())


@pytest.fixture(scope="session")
def filled_store(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A store with the dossier in it, to be copied."""
    path = tmp_path_factory.mktemp("store") / "dossier.raadsapp"
    open_session(path, paths.data_dir()).close()
    return path


@pytest.fixture
def session(filled_store: Path, tmp_path: Path) -> Iterator[Session]:
    """An open dossier of the test's own."""
    path = tmp_path / "dossier.raadsapp"
    shutil.copy(filled_store, path)
    opened = open_session(path, paths.data_dir())
    yield opened
    opened.close()


@pytest.fixture
def state(session: Session, tmp_path: Path) -> AppState:
    return AppState(session, Theme(), tmp_path / "raadsapp.ini")


@pytest.fixture
def levers(state: AppState) -> ScenarioSession:
    """The levers of ‘Wat als?’ for Voerendaal."""
    return ScenarioSession(state.session.catalog, "GM0986", state)


@pytest.fixture
def on_screen(qtbot: QtBot) -> Callable[[QWidget, int, int], None]:
    """Shows a widget, so wide and so high, in a window that has the keyboard."""

    def show(widget: QWidget, width: int, height: int) -> None:
        qtbot.addWidget(widget)
        widget.resize(width, height)
        with qtbot.waitActive(widget):
            widget.show()
            widget.activateWindow()
        QApplication.processEvents()

    return show


@pytest.fixture
def window(qtbot: QtBot, qapp: QApplication) -> MainWindow:
    """A window in light colours that shows no dossier yet."""
    shown = MainWindow(WindowSettings(), Appearance(qapp, Mode.LIGHT))
    qtbot.addWidget(shown)
    return shown


@pytest.fixture
def notices(state: AppState) -> list[Notice]:
    """What the pages tell the reader."""
    heard: list[Notice] = []
    state.on_notice(heard.append)
    return heard
