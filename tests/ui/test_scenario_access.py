"""‘Wat als?’ without eyes or without a mouse: what assistive technology finds, and the walk by keyboard."""

from collections.abc import Callable
from itertools import pairwise

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAccessible, QAccessibleEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QComboBox, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from raadsapp.services.saved_scenarios import list_scenarios
from raadsapp.texts import euro
from raadsapp.ui.pages.scenario import build
from raadsapp.ui.pages.scenario.money_view import MoneyView
from raadsapp.ui.pages.scenario.page import ScenarioPage
from raadsapp.ui.pages.scenario.payers_view import PayersView
from raadsapp.ui.pages.scenario.saved_view import SavedView
from raadsapp.ui.pages.scenario.sections import AGREEMENT, LEVERS, SAVED
from raadsapp.ui.pages.scenario.seek_view import SeekView
from raadsapp.ui.pages.scenario.start_view import StartView
from raadsapp.ui.pages.scenario.views import VIEWS
from raadsapp.ui.state import AppState
from raadsapp.ui.widgets.chart import Chart
from raadsapp.ui.widgets.chart_card import ChartCard
from raadsapp.ui.widgets.chart_place import ChartPlace
from raadsapp.ui.widgets.chart_table import TableView
from raadsapp.ui.widgets.lever_choice import ChoiceRow
from raadsapp.ui.widgets.lever_number import NumberRow

# The platform without a screen has no use for the size hints of windows, and says so.
pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints")

Role, Text = QAccessible.Role, QAccessible.Text


@pytest.fixture
def page(state: AppState, on_screen: Callable[[QWidget, int, int], None]) -> ScenarioPage:
    shown = build(state)
    on_screen(shown, 1072, 740)
    return shown


def _role(widget: QWidget) -> QAccessible.Role:
    return QAccessible.queryAccessibleInterface(widget).role()


def _said(widget: QWidget, what: QAccessible.Text = Text.Name) -> str:
    return QAccessible.queryAccessibleInterface(widget).text(what)


def _stops(page: ScenarioPage) -> list[QWidget]:
    """Everything the Tab key stops at, in its order, once around."""
    first = page.strip.sections.button(LEVERS)
    first.setFocus()
    found: list[QWidget] = [first]
    while True:
        QTest.keyClick(page, Qt.Key.Key_Tab)
        focused = QApplication.focusWidget()
        assert focused is not None
        if focused is first or len(found) > 400:
            return found
        found.append(focused)


def _described(widget: QWidget) -> str:
    return f"{type(widget).__name__} in {type(widget.parentWidget()).__name__}"


def _open_tab(page: ScenarioPage, view: type) -> None:
    page.results.tabs.open(VIEWS.index(view))


def _row(page: ScenarioPage, key: str) -> NumberRow:
    row = next(row for row in page.levers.rows if row.lever.key == key)
    assert isinstance(row, NumberRow)
    return row


def test_every_lever_has_a_role_a_name_and_its_value_with_unit(page: ScenarioPage) -> None:
    for row in page.levers.rows:
        if isinstance(row, ChoiceRow):
            for choice in row.lever.choices:
                button = row.options[choice.value]
                assert _role(button) == Role.RadioButton
                assert _said(button) == f"{row.lever.label}: {choice.label}"
            continue
        assert isinstance(row, NumberRow)
        assert _role(row.track) == Role.Slider
        assert _role(row.field) == Role.SpinBox
        unit = row.lever.unit.replace("%", "procent").replace("€", "euro")
        for part in (row.track, row.field):
            assert _said(part).startswith(row.lever.label)
            assert _said(part).endswith(unit)
        assert _said(row.less) != _said(row.more)


def test_a_lever_that_moved_is_called_by_its_new_value(page: ScenarioPage) -> None:
    row = _row(page, "demand_growth")
    row.set_value(2.5)
    assert _said(row.track) == "Groei van het gebruik, 2,5 procent per jaar"
    assert _said(row.field) == _said(row.track)


@pytest.mark.parametrize("section", [LEVERS, SAVED, AGREEMENT])
def test_every_stop_of_the_tab_key_has_a_name_and_none_that_its_neighbour_has(
    page: ScenarioPage, section: str
) -> None:
    for name in ("Een", "Twee"):
        _save_as(page, name)
    page.open_section(section)
    stops = _stops(page)
    assert [_described(stop) for stop in stops if not _said(stop)] == []
    # A number and its track are the same lever, in two roles.
    same = [
        (_said(one), _described(one))
        for one, next_one in pairwise(stops)
        if (_said(one), _role(one)) == (_said(next_one), _role(next_one))
    ]
    assert same == []


@pytest.mark.parametrize("view", VIEWS)
def test_every_button_and_chart_of_a_tab_has_a_name(qtbot: QtBot, page: ScenarioPage, view: type) -> None:
    _open_tab(page, view)
    qtbot.waitUntil(lambda: bool(_seen_charts(page)))
    for chart in _seen_charts(page):
        assert _said(chart), _described(chart)
        assert _said(chart, Text.Description), _described(chart)
    parts = [part for kind in (QAbstractButton, QComboBox, QLineEdit) for part in page.findChildren(kind)]
    seen = [part for part in parts if part.isVisible() and part.focusProxy() is None]
    unnamed = [_described(part) for part in seen if not _said(part)]
    assert unnamed == []


def _seen_charts(page: ScenarioPage) -> list[Chart]:
    charts = page.results.view.findChildren(Chart)
    return [chart for chart in charts if chart.isVisible() and not isinstance(chart.parentWidget(), Chart)]


@pytest.mark.parametrize("view", VIEWS)
def test_the_keyboard_goes_through_a_tab_in_reading_order(
    qtbot: QtBot, page: ScenarioPage, view: type
) -> None:
    _open_tab(page, view)
    qtbot.waitUntil(lambda: bool(_seen_charts(page)))
    for place in page.results.view.findChildren(ChartPlace):
        place.fill()
    QApplication.processEvents()
    stops = [stop for stop in _stops(page) if page.results.view.isAncestorOf(stop)]
    cards = [card for card in page.results.view.findChildren(ChartCard) if card.isVisible()]
    for card in cards:
        within = [stop for stop in stops if card.isAncestorOf(stop)]
        assert [isinstance(stop, Chart) for stop in within] == [True, *(len(within) - 1) * [False]]
    first = [next(place for place, stop in enumerate(stops) if card.isAncestorOf(stop)) for card in cards]
    corners = [card.mapTo(page.results.view, QPoint()) for card in cards]
    assert sorted(cards, key=lambda card: first[cards.index(card)]) == sorted(
        cards, key=lambda card: (corners[cards.index(card)].y(), corners[cards.index(card)].x())
    )


def test_a_changed_outcome_is_announced_as_its_sentence(
    qtbot: QtBot, page: ScenarioPage, monkeypatch: pytest.MonkeyPatch
) -> None:
    heard: list[str] = []

    def listen(event: QAccessibleEvent) -> None:
        if event.type() == QAccessible.Event.Announcement:
            heard.append(event.message())  # type: ignore[attr-defined]

    monkeypatch.setattr(QAccessible, "updateAccessibility", listen)
    _row(page, "demand_growth").set_value(3.0)
    qtbot.waitUntil(lambda: page.headline.sentence in heard)
    assert "tekort" in page.headline.sentence


def _as_tables(qtbot: QtBot, page: ScenarioPage, view: type) -> list[tuple[Chart, TableView]]:
    """Each chart of a tab with its table, which was open before the levers moved."""
    _open_tab(page, view)
    for place in page.results.view.findChildren(ChartPlace):
        place.fill()
    cards = [card for card in page.results.view.findChildren(ChartCard) if card.isVisible()]
    for card in cards:
        card.show_as_table(asked=True)
    for key, value in (("demand_growth", 4.0), ("waiting_share", 40.0), ("municipality_share", 50.0)):
        _row(page, key).set_value(value)
    qtbot.waitUntil(lambda: page.headline.line.startswith("Gewijzigd: Groei van het gebruik op 4,0%"))
    return [(card.place.fill(), card.findChildren(TableView)[0]) for card in cards]


def _cells(table: TableView) -> list[list[str]]:
    items = [[table.item(row, at) for at in range(table.columnCount())] for row in range(table.rowCount())]
    return [[item.text() for item in row if item] for row in items]


@pytest.mark.parametrize("view", [PayersView, StartView, SeekView])
def test_the_table_of_a_chart_says_what_its_points_say_and_follows_the_levers(
    qtbot: QtBot, page: ScenarioPage, view: type
) -> None:
    for chart, table in _as_tables(qtbot, page, view):
        rows = _cells(table)
        apart = (chart.count() - 1) // (len(rows) - 1)  # a curve has more points than its table has rows
        for place, row in enumerate(rows):
            said = chart.spoken(place * apart)
            assert [cell for cell in row if cell not in said and cell != "bron"] == []


def test_the_table_of_money_and_waiting_holds_the_numbers_of_the_model(
    qtbot: QtBot, page: ScenarioPage
) -> None:
    ((_, table),) = _as_tables(qtbot, page, MoneyView)
    result = page.scenario.result
    assert result.band is not None
    cost = result.band.find("demand_cost")
    assert cost is not None
    rows = _cells(table)
    assert len(rows) == len(result.asked.years)
    for place, year in enumerate(result.asked.years):
        assert rows[place][:3] == [str(year), euro(result.outcome.lumpsum[0, place]), euro(cost.p50[place])]
        assert rows[place][5:7] == [euro(cost.p10[place]), euro(cost.p90[place])]


def _save_as(page: ScenarioPage, name: str) -> None:
    QTest.keyClick(page, Qt.Key.Key_S, Qt.KeyboardModifier.ControlModifier)
    (view,) = page.findChildren(SavedView)
    assert view.form is not None
    QTest.keyClicks(view.form.name.field, name)
    QTest.keyClick(view.form.name.field, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert view.form is None


def _press(key: Qt.Key, *, control: bool = False) -> None:
    focused = QApplication.focusWidget()
    assert focused is not None
    modifier = Qt.KeyboardModifier.ControlModifier if control else Qt.KeyboardModifier.NoModifier
    QTest.keyClick(focused, key, modifier)


def _tab_to(page: ScenarioPage, arrived: Callable[[QWidget], bool]) -> QWidget:
    for _ in range(400):
        QTest.keyClick(page, Qt.Key.Key_Tab)
        focused = QApplication.focusWidget()
        if focused is not None and arrived(focused):
            return focused
    pytest.fail("The Tab key does not get there.")


def test_a_scenario_is_made_asked_about_saved_compared_and_restored_by_keyboard_alone(
    qtbot: QtBot, page: ScenarioPage, state: AppState
) -> None:
    page.strip.sections.button(LEVERS).setFocus()
    growth = _row(page, "demand_growth")
    _tab_to(page, lambda stop: stop is growth.track)
    _press(Qt.Key.Key_PageUp)
    assert page.scenario.value("demand_growth") == 5.0
    _press(Qt.Key.Key_Z, control=True)
    assert page.scenario.value("demand_growth") == 0.0
    _press(Qt.Key.Key_Y, control=True)
    assert page.scenario.value("demand_growth") == 5.0

    _tab_to(page, lambda stop: stop is page.results.tabs.button(0))
    for _ in range(VIEWS.index(SeekView)):
        _press(Qt.Key.Key_Right)
    seek = page.results.view
    assert isinstance(seek, SeekView)
    _tab_to(page, lambda stop: stop is seek.set_button)
    _press(Qt.Key.Key_Space)
    assert page.scenario.value("extra_budget") != 0.0

    _press(Qt.Key.Key_S, control=True)
    (saved,) = page.findChildren(SavedView)
    for word in "Rond":
        _press(getattr(Qt.Key, f"Key_{word.upper()}"))
    _press(Qt.Key.Key_Return, control=True)
    assert [one.name.lower() for one in list_scenarios(state.session)] == ["rond"]

    page.scenario.undo()
    _save_as(page, "Tekort")
    _tab_to(page, lambda stop: stop is saved.compare_button)
    _press(Qt.Key.Key_Space)
    assert saved.compare.isVisible()
    _press(Qt.Key.Key_Space)
    assert saved.list.isVisible()
    _tab_to(page, lambda stop: saved.list.isAncestorOf(stop) or stop is saved.list)
    _press(Qt.Key.Key_End)
    _press(Qt.Key.Key_Return)
    assert saved.detail is not None
    assert saved.detail.saved.name.lower() == "rond"
    qtbot.waitUntil(lambda: saved.detail is not None and saved.detail.restore.isVisible())
    _tab_to(page, lambda stop: saved.detail is not None and stop is saved.detail.restore)
    _press(Qt.Key.Key_Space)
    qtbot.waitUntil(lambda: page.scenario.value("extra_budget") != 0.0)
    assert page.levers.isVisible()
