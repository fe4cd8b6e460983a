"""‘Wat als?’: levers move the money line and its sentence, by mouse, by typing and by keyboard alone."""

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QPaintEvent, QRegion
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QGraphicsView, QWidget
from pytestqt.qtbot import QtBot

from raadsapp.services.scenario import outcome, scenario
from raadsapp.services.scenario_reconciliation import reconciliation
from raadsapp.services.scenario_sentences import money_sentence
from raadsapp.texts import euro
from raadsapp.ui.pages.scenario import build
from raadsapp.ui.pages.scenario.page import LEVERS, ScenarioPage
from raadsapp.ui.pages.scenario.two_panes import TwoPanes
from raadsapp.ui.state import AppState
from raadsapp.ui.theme.applying import apply_theme
from raadsapp.ui.theme.tokens import Theme
from raadsapp.ui.widgets.lever_choice import ChoiceRow
from raadsapp.ui.widgets.lever_number import NumberRow
from raadsapp.ui.widgets.lever_row import LeverRow
from raadsapp.ui.widgets.text import Text

if TYPE_CHECKING:
    from raadsapp.ui.pages.scenario.session import Result

# The platform without a screen has no use for the size hints of windows, and says so.
pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints")

HEERLEN = "GM0917"


@pytest.fixture
def page(qtbot: QtBot, state: AppState) -> ScenarioPage:
    shown = build(state)
    qtbot.addWidget(shown)
    shown.resize(1080, 740)
    with qtbot.waitActive(shown):
        shown.show()
        shown.activateWindow()
    qtbot.waitUntil(lambda: shown.money.place.chart is not None)
    return shown


def _row(page: ScenarioPage, key: str) -> LeverRow:
    return next(row for group in page.groups for row in group.rows if row.lever.key == key)


def _number(page: ScenarioPage, key: str) -> NumberRow:
    row = _row(page, key)
    assert isinstance(row, NumberRow)
    return row


def _choice(page: ScenarioPage, key: str) -> ChoiceRow:
    row = _row(page, key)
    assert isinstance(row, ChoiceRow)
    return row


def _sentence(state: AppState, municipality: str = "", **changes: float | str) -> str:
    catalog, code = state.session.catalog, municipality or state.municipality
    asked = scenario(catalog, code, changes)
    return money_sentence(asked, outcome(asked))


def _costs(page: ScenarioPage) -> list[str | int]:
    return [row[2] for row in page.money.place.fill().table().rows]


def _computed(state: AppState, **changes: float | str) -> list[int]:
    asked = scenario(state.session.catalog, state.municipality, changes)
    return [round(float(cost)) for cost in outcome(asked).demand_cost[0]]


def test_the_page_begins_with_the_budget_and_its_shortage(page: ScenarioPage, state: AppState) -> None:
    assert page.money.words.title == _sentence(state)
    assert "€ 305.000 meer dan het vaste bedrag" in page.money.words.title
    assert page.money.words.mark == ""
    assert _costs(page)[:4] == [1_461_718, 1_475_568, 1_491_422, 1_504_819]


def test_the_four_levers_stand_in_two_groups(page: ScenarioPage) -> None:
    keys = [[row.lever.key for row in group.rows] for group in page.groups]
    assert keys == [["base_year", "demand_growth", "price_index"], ["savings_scenario"]]
    assert {key for group in keys for key in group} == set(LEVERS)


def test_a_moved_slider_moves_line_and_sentence(qtbot: QtBot, page: ScenarioPage, state: AppState) -> None:
    _number(page, "demand_growth").track.setValue(20)
    qtbot.waitUntil(lambda: page.money.words.title == _sentence(state, demand_growth=5.0))
    assert _costs(page) == _computed(state, demand_growth=5.0)


def test_many_moves_in_one_turn_are_worked_out_once(qtbot: QtBot, page: ScenarioPage) -> None:
    results: list[Result] = []
    page.scenario.on_result(results.append)
    track = _number(page, "demand_growth").track
    for position in range(12, 20):
        track.setValue(position)
    assert results == []
    qtbot.waitUntil(lambda: bool(results))
    assert len(results) == 1
    assert dict(results[0].asked.values)["demand_growth"] == 4.5


def test_setting_a_lever_to_what_it_is_works_nothing_out(qtbot: QtBot, page: ScenarioPage) -> None:
    results: list[Result] = []
    page.scenario.on_result(results.append)
    page.scenario.set_lever("price_index", 1.4)
    qtbot.wait(20)
    assert results == []


def test_another_start_and_other_savings_are_chosen_by_button(page: ScenarioPage, state: AppState) -> None:
    _choice(page, "base_year").options["2017"].click()
    _choice(page, "savings_scenario").options["none"].click()
    QApplication.processEvents()
    assert page.money.words.title == _sentence(state, base_year="2017", savings_scenario="none")


def test_each_group_is_put_back_on_its_own(page: ScenarioPage, state: AppState) -> None:
    assumptions, policy = page.groups
    assert not assumptions.reset.isEnabled()
    _number(page, "price_index").track.setValue(30)
    _choice(page, "savings_scenario").options["low"].click()
    assert assumptions.reset.isEnabled()
    assumptions.reset.click()
    QApplication.processEvents()
    assert not assumptions.reset.isEnabled()
    assert policy.reset.isEnabled()
    assert page.money.words.title == _sentence(state, savings_scenario="low")


def test_the_axes_hold_while_a_slider_is_dragged(qtbot: QtBot, page: ScenarioPage) -> None:
    chart = page.money.place.fill()
    before = chart.frame()
    row = _number(page, "demand_growth")
    QTest.mousePress(row.track, Qt.MouseButton.LeftButton, pos=row.track.rect().center())
    row.track.setSliderPosition(row.track.maximum())
    QApplication.processEvents()
    assert chart.frame() == before
    QTest.mouseRelease(row.track, Qt.MouseButton.LeftButton, pos=row.track.rect().center())
    qtbot.waitUntil(lambda: chart.frame().high > 2_500_000)


def test_shorter_words_do_not_move_the_chart(page: ScenarioPage) -> None:
    QApplication.processEvents()
    area = page.money.place.fill().frame().area
    _choice(page, "savings_scenario").options["none"].click()
    QApplication.processEvents()
    assert page.money.place.fill().frame().area == area


def test_another_municipality_keeps_what_was_changed_and_is_marked_as_estimate(
    page: ScenarioPage, state: AppState
) -> None:
    _number(page, "demand_growth").track.setValue(16)
    state.set_municipality(HEERLEN)
    assert page.money.words.title == _sentence(state, HEERLEN, demand_growth=3.0)
    assert page.money.words.mark == "schatting: opgeschaald"
    assert page.money.words.subtitle.startswith("Heerlen")
    assert _number(page, "demand_growth").value == 3.0
    assert _choice(page, "savings_scenario").value == "middle"
    assert not _row(page, "savings_scenario").is_changed


def test_reconciliation_shows_published_computed_and_difference_with_sources(
    page: ScenarioPage, state: AppState
) -> None:
    named = [widget.accessibleName() for widget in page.findChildren(QWidget)]
    words = " ".join(text.plain_text for text in page.findChildren(Text))
    for line in reconciliation(state.session.catalog):
        assert any(euro(line.published) in name and euro(line.computed) in name for name in named)
        assert line.title in words
    assert "−€ 234.220" in words
    assert "Bron: Rekenkamerrapport 2018, §4.1 Financieel" in words


def test_everything_is_reached_by_tab_in_reading_order(page: ScenarioPage) -> None:
    rows = [row for group in page.groups for row in group.rows]
    options = {button: button.isChecked() for row in rows for button in getattr(row, "options", {}).values()}
    stops = [stop for group in page.groups for stop in group.stops()]
    expected = [stop for stop in stops if stop.isEnabled() and options.get(stop, True)]
    expected[0].setFocus()
    visited = [expected[0]]
    for _ in range(len(expected) + 2):
        QTest.keyClick(page, Qt.Key.Key_Tab)
        focused = QApplication.focusWidget()
        assert focused is not None
        visited.append(focused)
    assert visited[: len(expected)] == expected
    assert visited[len(expected)] is page.money.place.fill()
    assert [getattr(button, "text", str)() for button in visited[-2:]] == ["Tabel", "Kopiëren of bewaren"]
    assert all(stop.accessibleName() for stop in expected)


def test_a_lever_is_set_by_keyboard_alone(qtbot: QtBot, page: ScenarioPage, state: AppState) -> None:
    row = _number(page, "price_index")
    row.field.setFocus()
    row.field.selectAll()
    QTest.keyClicks(row.field, "2,5")
    QTest.keyClick(row.field, Qt.Key.Key_Tab)
    qtbot.waitUntil(lambda: page.money.words.title == _sentence(state, price_index=2.5))
    assert QApplication.focusWidget() is row.track
    QTest.keyClick(row.track, Qt.Key.Key_Home)
    qtbot.waitUntil(lambda: page.money.words.title == _sentence(state, price_index=0.0))


def test_result_and_levers_stand_beside_each_other_and_stack_at_twice_the_text(
    qtbot: QtBot, page: ScenarioPage
) -> None:
    panes = page.findChildren(TwoPanes)[0]
    assert not panes.is_stacked
    app = QApplication.instance()
    assert isinstance(app, QApplication)
    try:
        apply_theme(app, Theme(scale=2.0))
        qtbot.waitUntil(lambda: panes.is_stacked)
        QApplication.processEvents()
        assert page.money.mapTo(page, page.money.rect().topLeft()).y() < page.height() / 2
        first = page.groups[0]
        assert first.mapTo(page, first.rect().topLeft()).y() > page.height() / 2
    finally:
        apply_theme(app, Theme())


def test_the_sentence_is_told_to_assistive_technology_once_the_levers_rest(
    qtbot: QtBot, page: ScenarioPage
) -> None:
    track = _number(page, "demand_growth").track
    for position in (12, 14, 16):
        track.setValue(position)
        QApplication.processEvents()
    assert page.accessibleDescription() != page.money.words.title
    qtbot.waitUntil(lambda: page.accessibleDescription() == page.money.words.title)


class _Painted(QObject):
    """Gathers which part of a widget is painted."""

    def __init__(self) -> None:
        super().__init__()
        self.region = QRegion()

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QPaintEvent):
            self.region += event.region()
        return False


def test_a_moved_slider_paints_all_of_the_chart_anew(qtbot: QtBot, state: AppState) -> None:
    page = build(state)
    qtbot.addWidget(page)
    page.resize(1280, 800)
    page.show()
    chart = page.money.place.fill()
    page.money.hold_axes()  # nothing but its size gives the chart a reason to lay itself out
    qtbot.wait(300)
    viewport = chart.findChildren(QGraphicsView)[0].viewport()
    painted = _Painted()
    viewport.installEventFilter(painted)
    _number(page, "demand_growth").track.setValue(20)
    qtbot.waitUntil(lambda: painted.region.boundingRect() == viewport.rect())


def test_building_the_page_opens_no_other_window(page: ScenarioPage) -> None:
    assert [widget for widget in QApplication.topLevelWidgets() if widget.isVisible()] == [page]
