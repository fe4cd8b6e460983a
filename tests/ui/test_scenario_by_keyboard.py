"""‘Wat als?’ in the whole window with the keys alone, in light and dark, in a small and a large window."""

from collections.abc import Callable
from functools import partial

import pytest
from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QColor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from raadsapp.ui.main_window.window import MainWindow
from raadsapp.ui.pages.scenario.page import ScenarioPage
from raadsapp.ui.pages.scenario.reason_panel import ReasonPanel
from raadsapp.ui.state import AppState
from raadsapp.ui.theme.applying import applied_theme
from raadsapp.ui.theme.tokens import Mode, Theme
from raadsapp.ui.widgets.lever_number import NumberRow
from raadsapp.ui.widgets.source_line import SourceLine

# The platform without a screen has no use for the size hints of windows, and says so.
pytestmark = [
    pytest.mark.qt_log_ignore("propagateSizeHints"),
    pytest.mark.parametrize("mode", [Mode.LIGHT, Mode.DARK]),
    pytest.mark.parametrize("size", [QSize(1280, 800), QSize(1920, 1080)], ids=["small", "large"]),
]

CONTROL = Qt.KeyboardModifier.ControlModifier
ALT = Qt.KeyboardModifier.AltModifier


@pytest.fixture
def page(qtbot: QtBot, window: MainWindow, state: AppState, mode: Mode, size: QSize) -> ScenarioPage:
    window.attach(state)
    state.set_theme(Theme(mode))
    window.resize(size)
    with qtbot.waitActive(window):
        window.show()
        window.activateWindow()
    QTest.keyClick(window.windowHandle(), Qt.Key.Key_4, CONTROL)
    (shown,) = window.findChildren(ScenarioPage)
    qtbot.waitUntil(shown.results.isVisible)
    return shown


def _press(key: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    """Press a key, as the platform tells the window."""
    window = QApplication.focusWindow()
    QTest.keyClick(window, key, modifier)
    QApplication.processEvents()


def _tab_to(arrived: Callable[[QWidget], bool]) -> QWidget:
    for _ in range(400):
        _press(Qt.Key.Key_Tab)
        focused = QApplication.focusWidget()
        if focused is not None and arrived(focused):
            return focused
    pytest.fail("The Tab key does not get there.")


def _growth(page: ScenarioPage) -> NumberRow:
    row = next(row for row in page.levers.rows if row.lever.key == "demand_growth")
    assert isinstance(row, NumberRow)
    return row


def _shows_focus(widget: QWidget) -> bool:
    """Whether the part of it that is seen has the colour of the focus."""
    seen = widget.visibleRegion().boundingRect()
    picture = widget.grab(seen).toImage()
    colour = QColor(applied_theme().palette.focus)
    return not seen.isEmpty() and any(
        picture.pixelColor(x, y) == colour for y in range(picture.height()) for x in range(picture.width())
    )


def test_a_move_is_undone_redone_and_played_again_with_the_focus_in_sight(
    qtbot: QtBot, page: ScenarioPage
) -> None:
    row, before = _growth(page), page.headline.sentence
    _tab_to(lambda stop: stop is row.track)
    assert _shows_focus(row.track)
    _press(Qt.Key.Key_PageUp)
    assert page.scenario.value("demand_growth") == 5.0
    qtbot.waitUntil(lambda: page.headline.sentence != before)
    after = page.headline.sentence
    _press(Qt.Key.Key_Z, CONTROL)
    assert page.scenario.value("demand_growth") == 0.0
    qtbot.waitUntil(lambda: page.headline.sentence == before)
    _press(Qt.Key.Key_Y, CONTROL)
    assert page.scenario.value("demand_growth") == 5.0
    _press(Qt.Key.Key_R, CONTROL)
    assert page.scenario.value("demand_growth") != 5.0
    qtbot.waitUntil(lambda: page.scenario.value("demand_growth") == 5.0, timeout=10_000)
    qtbot.waitUntil(lambda: page.headline.sentence == after)
    assert page.scenario.history.next is None
    _press(Qt.Key.Key_Z, CONTROL)
    assert page.scenario.value("demand_growth") == 0.0
    assert QApplication.focusWidget() is row.track


def test_the_buttons_for_undo_redo_and_playing_again_work_by_keyboard_too(
    qtbot: QtBot, page: ScenarioPage
) -> None:
    _growth(page).set_value(4.0)
    qtbot.waitUntil(page.toolbar.undo.isEnabled)
    page.toolbar.presets.setFocus()
    _tab_to(lambda stop: stop is page.toolbar.replay)
    assert _shows_focus(page.toolbar.replay)
    _press(Qt.Key.Key_Space)
    qtbot.waitUntil(lambda: page.scenario.value("demand_growth") == 4.0)
    page.toolbar.presets.setFocus()
    _tab_to(lambda stop: stop is page.toolbar.undo)
    _press(Qt.Key.Key_Space)
    assert page.scenario.value("demand_growth") == 0.0
    _tab_to(lambda stop: stop is page.toolbar.redo)
    _press(Qt.Key.Key_Space)
    assert page.scenario.value("demand_growth") == 4.0


def test_a_figure_is_followed_down_to_a_document_that_can_be_read_and_back(
    qtbot: QtBot, page: ScenarioPage
) -> None:
    why = _tab_to(lambda stop: stop.accessibleName() == "Waarom dit getal? Tekort of overschot")
    assert _shows_focus(why)
    _press(Qt.Key.Key_Space)
    reasons = page.reasons.panel
    depth = 1
    while reasons.inputs.steps:
        assert QApplication.focusWidget() is reasons.inputs.steps[0]
        qtbot.waitUntil(partial(_shows_focus, reasons.inputs.steps[0]))
        _press(Qt.Key.Key_Return)
        depth += 1
        assert len(reasons.trail) == depth
    qtbot.waitUntil(lambda: _turned_to_the_end(reasons))
    source = [line for line in reasons.inputs.findChildren(SourceLine) if line.isVisible()][-1]
    assert source.plain_text.startswith("Bron: Rekenkamerrapport 2018, §3.3")
    _press(Qt.Key.Key_Left, ALT)
    assert len(reasons.trail) == depth - 1
    _press(Qt.Key.Key_Escape)
    assert not reasons.isVisible()
    assert QApplication.focusWidget() is why


def _turned_to_the_end(reasons: ReasonPanel) -> bool:
    _press(Qt.Key.Key_PageDown)
    last = [line for line in reasons.inputs.findChildren(SourceLine) if line.isVisible()][-1]
    return last.visibleRegion().boundingRect() == last.rect()
