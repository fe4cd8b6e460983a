"""‘Waarom dit getal?’ of what was published: from every place where such a figure stands, and back."""

from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QMenu, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from raadsapp.services.scenario_backtest import backtest
from raadsapp.services.scenario_reconciliation import reconciliation
from raadsapp.texts import euro
from raadsapp.ui.pages.scenario import build
from raadsapp.ui.pages.scenario.backtest_view import BacktestView
from raadsapp.ui.pages.scenario.page import ScenarioPage
from raadsapp.ui.pages.scenario.start_view import StartView
from raadsapp.ui.state import AppState
from raadsapp.ui.theme.applying import apply_theme
from raadsapp.ui.theme.tokens import Theme
from raadsapp.ui.widgets.text import Text

# The platform without a screen has no use for the size hints of windows, and says so.
pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints")

HEERLEN = "GM0917"


@pytest.fixture
def page(qtbot: QtBot, state: AppState, on_screen: Callable[[QWidget, int, int], None]) -> ScenarioPage:
    shown = build(state)
    on_screen(shown, 1080, 740)
    qtbot.waitUntil(shown.results.isVisible)
    return shown


def _texts(widget: QWidget) -> str:
    return "\n".join(text.plain_text for text in widget.findChildren(Text) if text.isVisible())


def _open(page: ScenarioPage, title: str) -> QWidget:
    tab = next(button for button in page.results.tabs.buttons if button.text() == title)
    tab.click()
    return page.results.view


def _actions(menu: QMenu) -> Iterator[QAction]:
    for action in menu.actions():
        inner = action.menu()
        if isinstance(inner, QMenu):
            yield from _actions(inner)
        else:
            yield action


def _press(key: Qt.Key) -> None:
    here = QApplication.focusWidget()
    assert here is not None
    QTest.keyClick(here, key)


@pytest.fixture
def back(page: ScenarioPage) -> BacktestView:
    view = _open(page, "Terugkijken")
    assert isinstance(view, BacktestView)
    return view


@pytest.fixture
def start(page: ScenarioPage) -> StartView:
    view = _open(page, "Startpunt")
    assert isinstance(view, StartView)
    return view


def test_every_figure_of_looking_back_opens_and_escape_leads_to_its_button(back: BacktestView) -> None:
    asked = 0
    for button in back.buttons:
        menu = button.menu()
        for action in _actions(menu):
            button.setFocus()
            action.trigger()
            reason = back.reasons.reason
            assert reason is not None
            said = _texts(reason)
            assert "Ingevuld" in said
            assert "Wat erin gaat" in said
            _press(Qt.Key.Key_Escape)
            assert QApplication.focusWidget() is button
            asked += 1
    came = backtest(back.scenario.catalog).came_out
    drawn = sum(one.low is not None for one in came[0].expected)
    assert asked == sum(len(one.expected) for one in came) + 2 * 2 * drawn + 3


def test_looking_back_is_explained_on_its_own_levers_while_those_of_the_page_stay(
    page: ScenarioPage, back: BacktestView
) -> None:
    page.scenario.set_lever("demand_growth", 5.0)
    first = back.buttons[0]
    measured = next(action for action in _actions(first.menu()) if action.text().startswith("2017"))
    measured.trigger()
    reason = back.reasons.reason
    assert reason is not None
    one = next(one for one in backtest(back.scenario.catalog).came_out[0].expected if one.start == "2017")
    assert euro(one.difference) in _texts(reason)
    assert "startpunt" in _texts(back)
    assert page.scenario.value("demand_growth") == 5.0
    step = next(step for step in reason.panel.inputs.steps if "Kosten min vast bedrag" in step.input.label)
    step.click()
    assert euro(one.value) in _texts(reason)


def test_each_line_of_the_reconciliation_opens_beside_its_figure(
    page: ScenarioPage, start: StartView
) -> None:
    buttons = start.reconciliation.findChildren(QAbstractButton)
    lines = reconciliation(page.scenario.catalog)
    assert len(buttons) == 2 * len(lines)
    for line, button in zip(lines, buttons[1::2], strict=True):
        assert line.title in button.accessibleName()
        button.setFocus()
        button.click()
        assert euro(line.difference) in _texts(page.reasons.panel)
        assert euro(line.published) in _texts(page.reasons.panel)
        _press(Qt.Key.Key_Escape)
        assert QApplication.focusWidget() is button


def test_budgeted_amounts_open_and_stay_those_of_voerendaal(page: ScenarioPage, start: StartView) -> None:
    buttons = start.budget.findChildren(QPushButton)
    why = next(button for button in buttons if button.text() == "Waarom dit getal?")
    chosen = next(action for action in _actions(why.menu()) if "2017" in action.text())
    chosen.trigger()
    panel = page.reasons.panel
    assert "3 × 1.107.909 − 929.262 − 1.127.042 = 1.267.423" in _texts(panel)
    page.scenario.set_municipality(HEERLEN)
    page.scenario.work_out()
    QTest.qWait(100)
    assert "3 × 1.107.909 − 929.262 − 1.127.042 = 1.267.423" in _texts(panel)
    assert "in Voerendaal" in _texts(panel)


def test_the_figure_stays_in_sight_while_it_is_explained_in_large_text_on_a_small_screen(
    page: ScenarioPage, qapp: QApplication
) -> None:
    apply_theme(qapp, Theme(scale=2.0))
    page.resize(1190, 650)
    QTest.qWait(50)
    (more,) = (button for button in page.headline.findChildren(QAbstractButton) if button.isVisible())
    more.click()
    why = next(
        button
        for button in page.headline.findChildren(QAbstractButton)
        if button.isVisible() and button.accessibleName().startswith("Waarom dit getal?")
    )
    why.setFocus()
    why.click()
    QTest.qWait(50)
    panel = page.reasons.panel
    assert QApplication.focusWidget() is panel.head.back
    assert not panel.head.back.visibleRegion().isEmpty()
    pinned = page.headline.parentWidget()
    assert isinstance(pinned, QWidget)
    for _ in range(3):
        assert "Kosten min vast bedrag, 2022: € 304.819" in _texts(pinned)
        _press(Qt.Key.Key_PageDown)
    panel.inputs.steps[0].click()
    assert "Kosten van de hulp, 2022: € 1.504.819" in _texts(pinned)
    _press(Qt.Key.Key_Escape)
    assert page.headline.isVisible()
    assert QApplication.focusWidget() is why


def test_looking_back_says_above_what_it_explains_and_stops_when_its_tab_is_left(
    page: ScenarioPage, back: BacktestView, qapp: QApplication
) -> None:
    apply_theme(qapp, Theme(scale=2.0))
    page.resize(1190, 650)
    QTest.qWait(50)
    next(_actions(back.buttons[0].menu())).trigger()
    pinned = page.headline.parentWidget()
    assert isinstance(pinned, QWidget)
    assert "Bekend gemaakt tekort min wat het model geeft, 2020: € 2.745.414" in _texts(pinned)
    _open(page, "Startpunt")
    assert page.headline.isVisible()
    _open(page, "Terugkijken")
    assert back.reasons.reason is None
    assert back.cards[0].isVisible()


def test_what_an_explanation_is_about_is_seen_when_it_opens(
    page: ScenarioPage, back: BacktestView, qapp: QApplication
) -> None:
    apply_theme(qapp, Theme(scale=2.0))
    page.resize(1190, 650)
    QTest.qWait(50)
    next(_actions(back.buttons[-1].menu())).trigger()
    QTest.qWait(50)
    reason = back.reasons.reason
    assert reason is not None
    about = next(text for text in reason.findChildren(Text) if text.plain_text.startswith("Terugkijken"))
    assert about.visibleRegion().boundingRect() == about.rect()
