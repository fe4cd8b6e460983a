"""The page Doelen on a real session: every item opens, links lead both ways, everything by keyboard."""

from collections.abc import Callable
from datetime import UTC, datetime
from typing import TypeVar

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QCheckBox, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from raadsapp.domain.case import Case
from raadsapp.domain.changes import Changes, Part
from raadsapp.domain.goals import Goal, Indicator, Recommendation
from raadsapp.domain.guidance import Guidance
from raadsapp.domain.lever import Lever, Preset
from raadsapp.domain.observation import Observation, ObservationKey
from raadsapp.domain.period import Period
from raadsapp.services.opening import Session
from raadsapp.services.related import relations
from raadsapp.store import batches
from raadsapp.ui.pages.goals import build
from raadsapp.ui.pages.goals.goals_page import VIEWS, GoalsPage
from raadsapp.ui.pages.goals.homes import View, home_of
from raadsapp.ui.pages.goals.sub_view import SubView
from raadsapp.ui.state import AppState, Place
from raadsapp.ui.theme.applying import apply_theme
from raadsapp.ui.theme.tokens import Theme
from raadsapp.ui.widgets.fact_figure import FactFigure
from raadsapp.ui.widgets.item_list import ItemList
from raadsapp.ui.widgets.item_view import ItemView
from raadsapp.ui.widgets.link_map import LinkMap
from raadsapp.ui.widgets.map_box import MapBox
from raadsapp.ui.widgets.segments import Segments
from raadsapp.ui.widgets.text import Text
from raadsapp.ui.widgets.timeline import Timeline

Found = TypeVar("Found", bound=QWidget)
Shown = Callable[[int, int], GoalsPage]


@pytest.fixture
def places(state: AppState) -> list[Place]:
    """Where the page asked the window to go."""
    asked: list[Place] = []
    state.on_place(asked.append)
    return asked


@pytest.fixture
def show(state: AppState, qtbot: QtBot) -> Shown:
    """The page in a window of this size; what it asks of the window is done."""

    def shown(width: int = 1600, height: int = 900) -> GoalsPage:
        page = build(state)

        def go(place: Place) -> None:
            if place.page == "goals":
                page.open_item(place.item)

        state.on_place(go)
        qtbot.addWidget(page)
        page.resize(width, height)
        page.show()
        qtbot.waitExposed(page)
        page.activateWindow()
        return page

    return shown


@pytest.fixture
def page(show: Shown) -> GoalsPage:
    return show(1600, 900)


def _the(parent: QWidget, kind: type[Found]) -> Found:
    """The one child of this kind."""
    found = parent.findChild(kind)
    assert isinstance(found, kind)
    return found


def _session(state: AppState) -> Session:
    return state.session


def _item(page: GoalsPage) -> ItemView:
    return _the(page, ItemView)


def _words(page: GoalsPage) -> str:
    """Everything that stands in the item that is open."""
    return " ".join(text.plain_text for text in _item(page).findChildren(Text) if text.isVisible())


def _view(page: GoalsPage, view: View) -> SubView:
    button = _the(page, Segments).button(view)
    button.click()
    shown = [found for found in page.findChildren(SubView) if found.isVisibleTo(page)]
    return shown[0]


def _press(widget: QWidget, key: Qt.Key) -> QWidget:
    QTest.keyClick(widget, key)
    focused = QApplication.focusWidget()
    assert focused is not None
    return focused


def test_the_page_opens_on_the_list_and_builds_other_views_when_they_are_chosen(page: GoalsPage) -> None:
    assert page.view == View.LIST
    assert len(page.findChildren(SubView)) == 1
    _view(page, View.MAP)
    assert len(page.findChildren(SubView)) == 2


def test_the_list_names_mission_goals_effects_and_indicators_and_marks_the_old_ones(page: GoalsPage) -> None:
    rows = {row.key: row for row in _the(page, ItemList).rows if row.key}
    expected = {"M1", "M2", *(f"D{n}" for n in range(1, 6)), *(f"OD{n}" for n in range(1, 7))}
    expected |= {*(f"E{n}" for n in range(1, 10)), "OE1", "OE2", *(f"IND-{n:02d}" for n in range(1, 26))}
    assert expected <= rows.keys()
    assert all("oud" in rows[f"OD{n}"].mark for n in range(1, 7))
    assert rows["OE1"].mark == "oud · niet gevolgd"
    assert rows["IND-06"].mark == "nog niet gemeten"


def test_the_list_says_what_is_measured_as_soon_as_figures_came_in(state: AppState, page: GoalsPage) -> None:
    batches.add(
        _session(state).store,
        file="levering.csv",
        sha256="1",
        layout="test",
        by="griffie",
        at=datetime(2026, 2, 1, tzinfo=UTC),
        observations=[Observation(ObservationKey("IND-06", "GM0986", Period(2025)), 6.0)],
    )
    state.announce(Changes(frozenset({Part.OBSERVATIONS}), ""))
    rows = {row.key: row for row in _the(page, ItemList).rows}
    assert rows["IND-06"].mark == "gemeten"
    page.open_item("IND-06")
    assert "Voerendaal, 2025: 6 weken (definitief)." in _words(page)
    assert rows["E8"].mark.startswith("1 van ")
    state.set_municipality("GM0917")
    rows = {row.key: row for row in _the(page, ItemList).rows}
    assert rows["IND-06"].mark == "nog niet gemeten"


def test_every_item_of_the_catalog_opens_in_the_view_where_it_is_at_home(
    state: AppState, show: Shown
) -> None:
    page = show(1600, 900)
    for key, item in _session(state).catalog.entries():
        page.open_item("")
        _the(page, Segments).button(View.ROLES).click()
        page.open_item(key)
        assert page.open_key == key
        assert _item(page).key == key
        assert _item(page).isVisible()
        assert page.view == home_of(item), key
        at_home = next(view for view in page.findChildren(SubView) if view.isVisible())
        if not isinstance(item, Case | Guidance | Lever | Preset):
            assert at_home.shows(key), key


def test_links_of_every_goal_effect_indicator_and_recommendation_lead_both_ways(
    state: AppState, page: GoalsPage
) -> None:
    catalog = _session(state).catalog
    groups: tuple[tuple[Goal | Indicator | Recommendation, ...], ...] = (
        catalog.goals,
        catalog.indicators,
        catalog.recommendations,
    )
    for item in (item for group in groups for item in group):
        page.open_item(item.key)
        links = _item(page).links.keys
        for effect in item.effects:
            assert effect in links
            page.open_item(effect)
            assert item.key in _item(page).links.keys
    page.open_item("rekenkamer-2018")
    assert {key for relation in relations(catalog, "rekenkamer-2018") for key in relation.keys} <= set(
        _item(page).links.keys
    )


def test_an_item_shows_its_text_sources_caveats_and_all_fields_of_an_indicator(page: GoalsPage) -> None:
    page.open_item("IND-16")
    catalog = page.state.session.catalog
    indicator = next(one for one in catalog.indicators if one.key == "IND-16")
    words = _words(page)
    assert "Voor Voerendaal zijn er nog geen cijfers." in words
    for part in (indicator.definition, indicator.unit, indicator.norm, indicator.period, indicator.pitfall):
        assert part in words
    rows = _item(page).links.rows
    assert any("nummer 16" in row.detail for row in rows)


def test_an_unknown_key_closes_what_is_open_and_breaks_nothing(page: GoalsPage) -> None:
    page.open_item("D1")
    page.open_item("bestaat-niet")
    assert page.open_key == ""
    assert not _item(page).isVisible()


def test_back_leads_through_the_items_to_the_row_one_came_from(page: GoalsPage) -> None:
    rows = _the(page, ItemList)
    rows.show_current("D5")
    rows.setFocus()
    QTest.keyClick(rows, Qt.Key.Key_Return)
    assert page.open_key == "D5"
    links = _item(page).links
    links.show_current("E9")
    links.setFocus()
    QTest.keyClick(links, Qt.Key.Key_Return)
    assert page.open_key == "E9"
    QTest.keyClick(_item(page).body, Qt.Key.Key_Escape)
    assert page.open_key == "D5"
    _item(page).back_button.click()
    assert page.open_key == ""
    assert QApplication.focusWidget() is rows
    assert rows.current_key() == "D5"


def test_an_item_of_another_view_brings_its_view_and_back_brings_the_first_one_back(page: GoalsPage) -> None:
    _view(page, View.MAP)
    page.open_item("E4")
    assert page.view == View.MAP
    page.open_item("VG-geld")
    assert page.view == View.COMPARISON
    page.open_item("E4")
    assert page.view == View.MAP
    page.open_item("")
    assert page.view == View.MAP


def test_recommendations_and_levers_are_left_to_their_own_pages(page: GoalsPage, places: list[Place]) -> None:
    catalog = page.state.session.catalog
    page.open_item("E9")
    for key in _item(page).links.keys:
        item = catalog.find(key)
        if isinstance(item, Recommendation | Lever):
            _item(page).links.show_current(key)
            QTest.keyClick(_item(page).links, Qt.Key.Key_Return)
            wanted = "recommendations" if isinstance(item, Recommendation) else "scenario"
            assert places[-1] == Place(wanted, key)
    assert page.open_key == "E9"


def test_at_narrow_width_an_item_takes_the_place_of_the_view(show: Shown) -> None:
    page = show(760, 700)
    page.open_item("D1")
    assert _item(page).isVisible()
    assert not _the(page, ItemList).isVisible()
    page.resize(1500, 800)
    assert next(view for view in page.findChildren(SubView)).isVisible()


def test_choosing_another_view_keeps_an_item_it_shows_and_closes_one_it_does_not(
    page: GoalsPage, places: list[Place]
) -> None:
    page.open_item("E2")
    _the(page, Segments).button(View.MAP).click()
    assert page.open_key == "E2"
    _the(page, Segments).button(View.TIMELINE).click()
    assert page.open_key == ""
    assert page.view == View.TIMELINE
    assert places[-1] == Place("goals")


def test_on_the_map_only_what_hangs_together_stands_out(page: GoalsPage) -> None:
    view = _view(page, View.MAP)
    drawn = _the(view, LinkMap)
    assert drawn.lit() == frozenset()
    drawn.focus_item("IND-01")
    assert drawn.lit() == {"IND-01", "E9", "D2", "D5"}
    box = QApplication.focusWidget()
    assert isinstance(box, MapBox)
    assert "E9 Lagere kosten" in box.accessibleDescription()
    assert box.accessibleName() == "Indicatoren: IND-01 Besteding van het vaste bedrag"


def test_arrow_keys_walk_the_map_along_its_lines_and_enter_opens(page: GoalsPage) -> None:
    view = _view(page, View.MAP)
    _the(view, LinkMap).focus_item("D5")
    box = QApplication.focusWidget()
    assert isinstance(box, MapBox)
    box = _press(box, Qt.Key.Key_Right)
    assert isinstance(box, MapBox)
    assert box.key == "E9"
    box = _press(box, Qt.Key.Key_Up)
    assert isinstance(box, MapBox)
    assert box.key == "E8"
    box = _press(box, Qt.Key.Key_Home)
    assert isinstance(box, MapBox)
    assert box.key == "E1"
    box = _press(box, Qt.Key.Key_Left)
    assert isinstance(box, MapBox)
    assert box.key == "D1"
    QTest.keyClick(box, Qt.Key.Key_Return)
    assert page.open_key == "D1"
    page.open_item("")
    assert QApplication.focusWidget() is box


def test_every_box_of_the_map_can_be_reached_by_arrow_keys_alone(page: GoalsPage) -> None:
    drawn = _the(_view(page, View.MAP), LinkMap)
    drawn.focus_item(drawn.keys[0])
    seen, waiting = set[str](), [drawn.keys[0]]
    while waiting:
        key = waiting.pop()
        seen.add(key)
        for arrow in (Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_Left, Qt.Key.Key_Right):
            drawn.focus_item(key)
            box = QApplication.focusWidget()
            assert box is not None
            there = _press(box, arrow)
            assert isinstance(there, MapBox)
            if there.key not in seen and there.key not in waiting:
                waiting.append(there.key)
    assert seen == set(drawn.keys)


def test_old_goals_come_onto_the_map_when_asked_for(page: GoalsPage) -> None:
    view = _view(page, View.MAP)
    drawn = _the(view, LinkMap)
    assert "OD1" not in drawn.keys
    _the(view, QCheckBox).click()
    assert {"OD1", "OE1"} <= set(drawn.keys)
    page.open_item("OD1")
    assert page.view == View.MAP
    assert "OD1" in drawn.lit()


def test_the_timeline_is_walked_in_order_of_time(page: GoalsPage) -> None:
    view = _view(page, View.TIMELINE)
    line = _the(view, Timeline)
    begins = {event.key: event.begins for event in page.state.session.catalog.timeline}
    assert [begins[key] for key in line.keys] == sorted(begins.values())
    line.focus_item(line.keys[0])
    for key in line.keys[1:]:
        focused = QApplication.focusWidget()
        assert focused is not None
        _press(focused, Qt.Key.Key_Down)
        assert getattr(QApplication.focusWidget(), "key", "") == key
    focused = QApplication.focusWidget()
    assert focused is not None
    QTest.keyClick(focused, Qt.Key.Key_Return)
    assert page.open_key == line.keys[-1]


def test_contradicting_figures_stand_beside_each_other(page: GoalsPage) -> None:
    page.open_item("cr-bijdrage-2015")
    page.open_item("")
    shown = [figure.accessibleName() for figure in page.findChildren(FactFigure)]
    for amount in ("€ 21.443", "€ 35.000", "€ 15.000", "200", "300"):
        assert any(name.startswith(amount) for name in shown), amount


def test_the_tab_key_reaches_views_view_and_item_and_never_traps(page: GoalsPage) -> None:
    page.open_item("D1")
    first = _the(page, Segments).button(View.LIST)
    first.setFocus()
    seen: list[QWidget] = []
    widget: QWidget = first
    for _ in range(12):
        widget = _press(widget, Qt.Key.Key_Tab)
        seen.append(widget)
    assert _the(page, ItemList) in seen
    assert _item(page).back_button in seen
    assert _item(page).body in seen
    assert _item(page).links in seen
    assert first in seen


def test_arrow_keys_change_the_view(page: GoalsPage) -> None:
    button: QWidget = _the(page, Segments).button(View.LIST)
    button.setFocus()
    for view, _, _ in VIEWS[1:]:
        button = _press(button, Qt.Key.Key_Right)
        assert page.view == view


@pytest.mark.parametrize("scale", [1.0, 2.0])
@pytest.mark.parametrize("view", [view for view, _, _ in VIEWS])
def test_no_words_are_cut_off_in_any_view(show: Shown, qapp: QApplication, view: View, scale: float) -> None:
    apply_theme(qapp, Theme(scale=scale))
    page = show(1072, 742)
    shown = _view(page, view)
    qapp.processEvents()
    labels = [label for label in shown.findChildren(QPushButton) if label.isVisible()]
    for button in labels:
        assert button.width() >= button.minimumSizeHint().width(), button.text()
    for text in shown.findChildren(Text):
        if text.isVisible():
            assert text.height() >= text.heightForWidth(text.width()) - 1, text.plain_text
            assert text.width() >= text.minimumSizeHint().width(), text.plain_text
