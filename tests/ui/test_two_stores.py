"""No page shows, says or draws anything of a figure that is hidden; only ‘Gegevens’ does."""

from collections.abc import Iterator
from hashlib import sha256
from itertools import product
from pathlib import Path

import pytest
from PySide6.QtCore import QAbstractItemModel, QAbstractListModel, Qt, QThreadPool
from PySide6.QtGui import QAction
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QApplication,
    QComboBox,
    QGroupBox,
    QLabel,
    QLineEdit,
    QTextEdit,
    QWidget,
)
from pytestqt.qtbot import QtBot

from raadsapp import paths
from raadsapp.services.opening import open_session
from raadsapp.ui.main_window.appearance import Appearance
from raadsapp.ui.main_window.settings import WindowSettings
from raadsapp.ui.main_window.window import MainWindow
from raadsapp.ui.pages.scenario.page import ScenarioPage
from raadsapp.ui.pages.scenario.sections import AGREEMENT, LEVERS, SAVED
from raadsapp.ui.pages.scenario.views import VIEWS
from raadsapp.ui.state import AppState
from raadsapp.ui.theme.tokens import Mode, Theme
from raadsapp.ui.widgets.chart_card import ChartCard
from tests.core.two_stores import DAYS, LANDGRAAF, NAME, VOERENDAAL, two_stores

INDICATORS = ("IND-03", "IND-05", "IND-08")
_TURNS, _TURN = 4, 20
# Those of Qt, and those of our own.
_ROLES = (*range(16), *range(Qt.ItemDataRole.UserRole, Qt.ItemDataRole.UserRole + 8))


def settle(app: QApplication) -> None:
    """Let work under way end, and let what was put off be painted."""
    for _ in range(_TURNS):
        QThreadPool.globalInstance().waitForDone()
        app.processEvents()
        QTest.qWait(_TURN)


def words(widget: QWidget) -> tuple[str, ...]:
    """Everything a widget says, to the eye, to the mouse and to a screen reader."""
    said = [widget.toolTip(), widget.accessibleName(), widget.accessibleDescription(), widget.whatsThis()]
    match widget:
        case QLabel() | QAbstractButton() | QLineEdit():
            said.append(widget.text())
        case QComboBox():
            said += [widget.itemText(place) for place in range(widget.count())]
        case QTextEdit():
            said.append(widget.toPlainText())
        case QGroupBox():
            said.append(widget.title())
        case QAbstractItemView():
            said += cells(widget.model())
    return (type(widget).__name__, *said)


def cells(model: QAbstractItemModel) -> Iterator[str]:
    """Every role of every cell, and of the headings."""
    columns = 1 if isinstance(model, QAbstractListModel) else model.columnCount()
    for column in range(columns):
        yield str(model.headerData(column, Qt.Orientation.Horizontal))
    for row, column, role in product(range(model.rowCount()), range(columns), _ROLES):
        value = model.index(row, column).data(role)
        if isinstance(value, str | int | float):
            yield str(value)


def picture(widget: QWidget) -> str:
    """Every pixel, in short."""
    image = widget.grab().toImage()
    return sha256(bytes(image.constBits())).hexdigest()


def said(page: QWidget, folder: Path, endings: tuple[str, ...]) -> dict[str, object]:
    """All that a page shows and says, and the pictures and tables that can be made of its charts."""
    found: dict[str, object] = {
        # Not of the page itself: what is read aloud of ‘Wat als?’ comes when nothing has moved for a while.
        "words": [words(one) for one in page.findChildren(QWidget)],
        "actions": [(one.text(), one.toolTip()) for one in page.findChildren(QAction)],
        "picture": picture(page),
    }
    for number, card in enumerate(one for one in page.findChildren(ChartCard) if one.isVisible()):
        for ending in endings:
            path = folder / f"grafiek{ending}"
            card.save(path)
            found[f"{number}{ending}"] = path.read_bytes()
        card.copy_data()
        found[f"{number} as a table"] = QApplication.clipboard().text()
    return found


def walk(
    window: MainWindow, state: AppState, app: QApplication, folder: Path
) -> Iterator[tuple[str, dict[str, object]]]:
    """Every page but ‘Gegevens’, indicators one by one, the parts of ‘Wat als?’, and an earlier day."""

    def seen(*endings: str) -> dict[str, object]:
        settle(app)
        page = window.stack.currentWidget()
        assert page
        return said(page, folder, endings)

    for page in ("overview", "goals", "cases", "recommendations"):
        state.go(page)
        yield page, seen()
    state.go("goals", INDICATORS[0])
    yield "goals, item", seen()
    for day in (DAYS[0], None):
        state.set_as_of(day)
        state.go("indicators")
        yield f"indicators, {day}", seen()
        for key in INDICATORS:
            state.go("indicators", key)
            yield f"{key}, {day}", seen(".png", ".svg")
    state.set_municipality(LANDGRAAF)
    state.go("scenario")
    settle(app)
    (scenario,) = window.findChildren(ScenarioPage)
    for place, view in enumerate(VIEWS):
        scenario.results.tabs.open(place)
        yield view.__name__, seen()
    for section in (SAVED, AGREEMENT, LEVERS):
        scenario.open_section(section)
        yield section, seen()
    scenario.results.tabs.open(0)
    for outcome in ("clients", "gap"):
        scenario.reasons.take_question((outcome, 2022))
        yield f"why {outcome}", seen()


def test_no_page_shows_anything_of_a_hidden_figure(
    tmp_path: Path, qtbot: QtBot, qapp: QApplication, monkeypatch: pytest.MonkeyPatch
) -> None:
    found = []
    for folder in two_stores(tmp_path, 3):
        monkeypatch.chdir(folder)
        session = open_session(folder / NAME, paths.data_dir())
        window = MainWindow(WindowSettings(municipality=VOERENDAAL), Appearance(qapp, Mode.LIGHT))
        qtbot.addWidget(window)
        state = AppState(session, Theme(), folder / "raadsapp.ini")
        window.attach(state)
        window.resize(1280, 800)
        window.show()
        found.append(dict(walk(window, state, qapp, folder)))
        window.hide()
        session.close()
    for place, there in found[0].items():
        for part, value in there.items():
            assert value == found[1][place][part], (place, part)
    assert found[0].keys() == found[1].keys()
