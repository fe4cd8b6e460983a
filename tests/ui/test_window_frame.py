from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import QSize, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from raadsapp.ui.main_window.appearance import Appearance
from raadsapp.ui.main_window.settings import WindowSettings, load_settings, save_settings
from raadsapp.ui.main_window.trail import Trail
from raadsapp.ui.main_window.window import MainWindow
from raadsapp.ui.pages import PAGES
from raadsapp.ui.state import AppState, Notice, Place
from raadsapp.ui.theme.tokens import PALETTES, Mode, Theme
from raadsapp.ui.widgets.page import Page
from raadsapp.ui.widgets.text import Text

CONTROL = Qt.KeyboardModifier.ControlModifier
ALT = Qt.KeyboardModifier.AltModifier


@pytest.fixture
def open_window(window: MainWindow, state: AppState) -> MainWindow:
    """A window with the dossier open."""
    window.attach(state)
    window.resize(1280, 800)
    window.show()
    window.activateWindow()
    QApplication.processEvents()
    return window


def test_the_frame_is_painted_before_a_dossier_is_there(window: MainWindow, qtbot: QtBot) -> None:
    with qtbot.waitSignal(window.first_painted):
        window.show()
    assert not window.rail.isEnabled()
    assert "Het dossier wordt geopend" in texts(window)
    assert pixel(window, QSize(3, 3)) == PALETTES[Mode.LIGHT].raised


def test_the_rail_has_every_page_and_no_other(window: MainWindow) -> None:
    assert list(window.rail.buttons) == [entry.key for entry in PAGES]
    assert [button.text() for button in window.rail.buttons.values()] == [entry.title for entry in PAGES]


def test_pages_are_built_when_they_are_first_shown(open_window: MainWindow, state: AppState) -> None:
    before = open_window.stack.count()
    state.go("goals")
    state.go("recommendations")
    state.go("goals")
    assert open_window.stack.count() == before + 2


def test_ctrl_and_a_figure_opens_a_page(open_window: MainWindow) -> None:
    for number, entry in enumerate(PAGES, 1):
        QTest.keyClick(open_window, Qt.Key(Qt.Key.Key_0 + number), CONTROL)
        assert open_window.controls.page == entry.key
        assert open_window.rail.buttons[entry.key].isChecked()
        assert open_window.windowTitle() == f"{entry.title} – Raadsapp"


def test_an_item_is_named_in_the_breadcrumb_and_alt_left_goes_back(
    open_window: MainWindow, state: AppState
) -> None:
    goal = state.session.catalog.goals[0]
    state.go("goals", goal.key)
    assert open_window.windowTitle() == f"{goal.title} – Raadsapp"
    QTest.keyClick(open_window, Qt.Key.Key_Left, ALT)
    assert open_window.controls.page == PAGES[0].key
    assert not open_window.controls.top_bar.crumbs.back.isEnabled()


def test_the_rail_opens_the_start_of_a_page_also_after_an_item_and_another_page(
    open_window: MainWindow, state: AppState
) -> None:
    goal = state.session.catalog.goals[0]
    asked: list[str] = []
    state.go("goals", goal.key)
    page = open_window.stack.currentWidget()
    assert isinstance(page, Page)
    page.open_item = asked.append  # type: ignore[assignment,method-assign] # only to see what is asked
    state.go("data")
    open_window.rail.buttons["goals"].click()
    open_window.rail.buttons["data"].click()
    open_window.rail.buttons["goals"].click()
    assert asked == [""]


def test_the_municipality_is_chosen_from_those_of_the_dossier(
    open_window: MainWindow, state: AppState
) -> None:
    bar = open_window.controls.top_bar
    seen: list[str] = []
    state.on_municipality(seen.append)
    bar.municipality_chosen.emit(state.session.catalog.dossier.municipalities[1])
    assert seen == [state.session.catalog.dossier.municipalities[1]]
    assert open_window.controls.municipality == seen[0]


def test_a_day_is_chosen_in_the_calendar_and_today_shows_everything(
    open_window: MainWindow, state: AppState
) -> None:
    button = open_window.controls.top_bar.as_of
    days: list[object] = []
    state.on_as_of(days.append)
    button.open_panel()
    calendar = QApplication.focusWidget()
    assert calendar is not None
    QTest.keyClick(calendar, Qt.Key.Key_Left)
    QTest.keyClick(calendar, Qt.Key.Key_Return)
    assert button.isChecked()
    assert isinstance(days[0], date)
    assert str(days[0].year) in button.text()
    button.open_panel()
    panel = QApplication.activePopupWidget()
    assert panel is not None
    QTest.mouseClick(panel.findChildren(QPushButton)[-1], Qt.MouseButton.LeftButton)
    assert days[1:] == [None]
    assert button.text() == "Stand van vandaag"


def test_a_day_before_the_first_figures_is_explained(open_window: MainWindow, state: AppState) -> None:
    assert open_window.controls.top_bar.as_of.isEnabled()
    told: list[Notice] = []
    state.on_notice(told.append)
    state.set_as_of(date(2020, 1, 1))
    assert "Op 1 januari 2020 stonden er nog geen cijfers in dit dossier." in told[0].message
    state.set_as_of(None)
    assert len(told) == 1


def test_words_leave_the_rail_when_room_is_short(open_window: MainWindow, state: AppState) -> None:
    wide = open_window.rail.width()
    state.set_theme(Theme(scale=2.0))
    QApplication.processEvents()
    assert open_window.rail.width() < wide
    open_window.resize(1920, 1080)
    QApplication.processEvents()
    assert open_window.rail.width() > wide


def test_a_window_that_begins_narrow_shows_whole_icons(window: MainWindow, state: AppState) -> None:
    window.resize(780, 700)
    window.attach(state)
    window.show()
    QApplication.processEvents()
    for button in window.rail.buttons.values():
        assert button.geometry().right() < window.rail.width()


@pytest.mark.parametrize("size", [QSize(1280, 800), QSize(1920, 1080)])
@pytest.mark.parametrize("scale", [1.0, 1.5, 2.0])
def test_the_frame_fits_in_the_window_at_every_text_size(
    open_window: MainWindow, state: AppState, size: QSize, scale: float
) -> None:
    state.set_theme(Theme(scale=scale))
    open_window.resize(size)
    QApplication.processEvents()
    bar = open_window.controls.top_bar
    whole = open_window.centralWidget()
    assert whole is not None
    assert bar.mapTo(open_window, bar.rect().bottomRight()).x() < size.width()
    for part in (bar.search, bar.as_of, bar.crumbs, *open_window.rail.buttons.values()):
        parent = part.parentWidget()
        assert parent is not None
        assert parent.rect().contains(part.geometry()), part
        assert part.height() >= part.minimumSizeHint().height()


def test_ctrl_plus_minus_and_zero_change_the_text_size(open_window: MainWindow, state: AppState) -> None:
    QTest.keyClick(open_window, Qt.Key.Key_Plus, CONTROL)
    QTest.keyClick(open_window, Qt.Key.Key_Equal, CONTROL)
    assert state.theme.scale == 1.2
    QTest.keyClick(open_window, Qt.Key.Key_Minus, CONTROL)
    assert state.theme.scale == 1.1
    QTest.keyClick(open_window, Qt.Key.Key_0, CONTROL)
    assert state.theme.scale == 1.0


@pytest.mark.parametrize("mode", Mode)
def test_the_frame_follows_the_theme(open_window: MainWindow, state: AppState, mode: Mode) -> None:
    state.set_theme(Theme(mode))
    QApplication.processEvents()
    assert pixel(open_window, QSize(3, 3)) == PALETTES[mode].raised
    assert pixel(open_window, QSize(215, 30)) == PALETTES[mode].background


def test_a_page_that_cannot_be_built_does_not_take_the_others_along(
    qtbot: QtBot, qapp: QApplication, state: AppState
) -> None:
    broken = replace(PAGES[0], module="no_such_module")
    window = MainWindow(WindowSettings(), Appearance(qapp, Mode.LIGHT), (broken, *PAGES[1:]))
    qtbot.addWidget(window)
    with qtbot.captureExceptions() as faults:
        window.attach(state)
    assert [kind for kind, *_ in faults] == [ModuleNotFoundError]
    assert "Dit onderdeel kan niet worden getoond." in texts(window)
    state.go("goals")
    assert window.controls.page == "goals"


def test_what_the_window_remembers_survives_a_restart(
    open_window: MainWindow, state: AppState, tmp_path: Path, qtbot: QtBot, qapp: QApplication
) -> None:
    file = tmp_path / "settings" / "raadsapp.ini"
    open_window.resize(760, 700)
    state.set_municipality(state.session.catalog.dossier.municipalities[2])
    state.set_theme(Theme(Mode.DARK, 1.4))
    state.go("recommendations")
    save_settings(file, open_window.current_settings())
    kept = load_settings(file)
    assert (kept.mode, kept.scale, kept.page) == (Mode.DARK, 1.4, "recommendations")
    again = MainWindow(kept, Appearance(qapp, kept.mode, kept.scale))
    qtbot.addWidget(again)
    fresh = AppState(state.session, Theme())
    again.attach(fresh)
    assert again.size() == open_window.size()
    assert fresh.municipality == state.municipality
    assert fresh.theme == Theme(Mode.DARK, 1.4)
    assert again.controls.page == "recommendations"


def test_settings_that_are_absent_or_damaged_are_the_default(tmp_path: Path) -> None:
    file = tmp_path / "raadsapp.ini"
    assert load_settings(file) == WindowSettings()
    file.write_text("[look]\nmode=paars\nscale=veel\n[window]\ngeometry=12\n", encoding="utf-8")
    assert load_settings(file) == WindowSettings()
    file.write_text("[look]\nscale=9\n", encoding="utf-8")
    assert load_settings(file) == WindowSettings()


def test_a_kept_page_or_municipality_that_is_gone_does_no_harm(
    qtbot: QtBot, qapp: QApplication, state: AppState
) -> None:
    window = MainWindow(WindowSettings(page="oud", municipality="GM9999"), Appearance(qapp, Mode.LIGHT))
    qtbot.addWidget(window)
    window.attach(state)
    assert window.controls.page == PAGES[0].key
    assert window.controls.municipality == state.session.catalog.dossier.municipalities[0]


def test_the_way_back_ends_where_the_reader_began() -> None:
    trail = Trail().visit(Place("a")).visit(Place("a")).visit(Place("b", "x"))
    assert trail.places == (Place("a"), Place("b", "x"))
    assert trail.back().here == Place("a")
    assert trail.back().back() == trail.back()
    assert not Trail().can_go_back
    assert Trail().here is None


def texts(widget: QWidget) -> set[str]:
    return {label.plain_text for label in widget.findChildren(Text)}


def pixel(window: MainWindow, at: QSize) -> str:
    return window.grab().toImage().pixelColor(at.width(), at.height()).name()
