"""‘Wat als?’: twenty levers move what stands beside them, by mouse, by typing and by keyboard alone."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import QAbstractAnimation, QPoint, Qt, QVariantAnimation
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QProxyStyle,
    QStyle,
    QStyleHintReturn,
    QStyleOption,
    QWidget,
)
from pytestqt.qtbot import QtBot

from raadsapp.domain.lever import LeverKind
from raadsapp.services import entered_figures
from raadsapp.services.scenario import TOGETHER, outcome, scenario
from raadsapp.services.scenario_headline import headline
from raadsapp.services.scenario_questions import bands
from raadsapp.ui.pages.scenario import build
from raadsapp.ui.pages.scenario.agreement_view import AgreementView
from raadsapp.ui.pages.scenario.money_view import MoneyView
from raadsapp.ui.pages.scenario.page import ScenarioPage
from raadsapp.ui.pages.scenario.saved_view import SavedView
from raadsapp.ui.pages.scenario.session import DRAWS, SEED, Result
from raadsapp.ui.pages.scenario.two_panes import TwoPanes
from raadsapp.ui.pages.scenario.views import VIEWS
from raadsapp.ui.state import AppState
from raadsapp.ui.theme.applying import apply_theme
from raadsapp.ui.theme.tokens import Theme
from raadsapp.ui.widgets.lever_choice import ChoiceRow
from raadsapp.ui.widgets.lever_number import NumberRow
from raadsapp.ui.widgets.lever_row import LeverRow

# The platform without a screen has no use for the size hints of windows, and says so.
pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints")

HEERLEN = "GM0917"


@pytest.fixture
def page(state: AppState, on_screen: Callable[[QWidget, int, int], None]) -> ScenarioPage:
    shown = build(state)
    on_screen(shown, 1072, 740)
    return shown


class _Still(QProxyStyle):
    """A platform with animations off."""

    def styleHint(  # noqa: N802 - Qt's own name
        self,
        hint: QStyle.StyleHint,
        option: QStyleOption | None = None,
        widget: QWidget | None = None,
        data: QStyleHintReturn | None = None,
    ) -> int:
        if hint is QStyle.StyleHint.SH_Widget_Animation_Duration:
            return 0
        return super().styleHint(hint, option, widget, data)


@pytest.fixture
def results(page: ScenarioPage) -> list[Result]:
    """What the page is told from now on."""
    told: list[Result] = []
    page.scenario.on_result(told.append)
    return told


def _row(page: ScenarioPage, key: str) -> LeverRow:
    return next(row for row in page.levers.rows if row.lever.key == key)


def _number(page: ScenarioPage, key: str) -> NumberRow:
    row = _row(page, key)
    assert isinstance(row, NumberRow)
    return row


def _choice(page: ScenarioPage, key: str) -> ChoiceRow:
    row = _row(page, key)
    assert isinstance(row, ChoiceRow)
    return row


def _drag(row: NumberRow, *positions: int) -> None:
    """Take hold of the track, go by these positions, and let go."""
    QTest.mousePress(row.track, Qt.MouseButton.LeftButton, pos=row.track.rect().center())
    for position in positions:
        row.track.setSliderPosition(position)
        QApplication.processEvents()
    QTest.mouseRelease(row.track, Qt.MouseButton.LeftButton, pos=row.track.rect().center())


def _values(page: ScenarioPage) -> dict[str, float | str]:
    return dict(page.scenario.asked.values)


def _wait(page: ScenarioPage) -> None:
    """Let more time pass than belongs to one burst of keys."""
    QTest.qWait(650)
    assert page.isVisible()


def _sentence(page: ScenarioPage, municipality: str = "GM0986", **changes: float | str) -> str:
    asked = scenario(page.scenario.catalog, municipality, changes)
    return headline(asked, outcome(asked), bands(asked, DRAWS, SEED).of(asked, ())).sentence


# Levers and what follows from them


def test_all_levers_of_the_dossier_stand_in_their_two_groups(page: ScenarioPage, state: AppState) -> None:
    for group in page.groups:
        expected = [lever.key for lever in state.session.catalog.levers if lever.kind is group.kind]
        assert [row.lever.key for row in group.rows] == expected
    assert [len(group.rows) for group in page.groups] == [12, 8]


def test_at_least_four_levers_are_in_sight(page: ScenarioPage) -> None:
    whole = page.rect()
    seen = [row for row in page.levers.rows if whole.contains(row.mapTo(page, row.rect().bottomLeft()))]
    assert len(seen) >= 4


def test_the_headline_begins_with_the_budget(page: ScenarioPage, state: AppState) -> None:
    assert page.headline.sentence == _sentence(page)
    assert "€ 305.000 tekort" in page.headline.sentence
    assert page.headline.line == state.session.catalog.presets[0].text


def test_a_moved_slider_moves_the_headline_and_is_named_below_it(qtbot: QtBot, page: ScenarioPage) -> None:
    _number(page, "demand_growth").track.setValue(20)
    qtbot.waitUntil(lambda: page.headline.sentence == _sentence(page, demand_growth=5.0))
    _number(page, "price_index").track.setValue(30)
    qtbot.waitUntil(
        lambda: page.headline.line.endswith("op 5,0% per jaar en Prijsstijging op 3,0% per jaar.")
    )


def test_many_moves_in_one_turn_are_worked_out_once(
    qtbot: QtBot, page: ScenarioPage, results: list[Result]
) -> None:
    track = _number(page, "demand_growth").track
    for position in range(12, 20):
        track.setValue(position)
    assert results == []
    qtbot.waitUntil(lambda: bool(results))
    assert len(results) == 1
    assert dict(results[0].asked.values)["demand_growth"] == 4.5


def test_setting_a_lever_to_what_it_is_works_nothing_out(
    qtbot: QtBot, page: ScenarioPage, results: list[Result]
) -> None:
    page.scenario.set_lever("price_index", 1.4)
    qtbot.wait(20)
    assert results == []
    assert page.scenario.history.last is None


def test_results_have_the_band_of_what_the_open_tab_wants(page: ScenarioPage) -> None:
    band = page.scenario.result.band
    assert band is not None
    assert band.draws == DRAWS
    assert tuple(quantiles.outcome for quantiles in band.quantiles) == page.results.view.outcomes


def test_only_the_tab_that_is_seen_is_made_and_told(page: ScenarioPage) -> None:
    assert page.results.tabs.titles == tuple(view.title for view in VIEWS)
    first = page.results.view
    assert page.findChildren(VIEWS[1]) == []
    page.results.tabs.open(1)
    assert isinstance(page.results.view, VIEWS[1])
    _number(page, "price_index").track.setValue(30)
    page.scenario.work_out()
    assert isinstance(first, MoneyView)
    before = first.card.words.title
    page.results.tabs.open(0)
    assert first.card.words.title != before


def test_the_page_says_why_a_move_changes_nothing(page: ScenarioPage) -> None:
    _number(page, "risk_corridor").set_value(5.0)
    page.scenario.work_out()
    assert page.headline.line.startswith("‘Eigen risico van JenS’ verandert nu niets: ")
    assert page.headline.line.endswith("werkt pas als ‘Deel voor de gemeente’ boven 0 staat.")
    _number(page, "price_index").set_value(2.0)
    page.scenario.work_out()
    assert page.headline.line.startswith("Gewijzigd: ")


def test_a_lever_that_waits_says_so_until_the_other_one_is_set(page: ScenarioPage) -> None:
    waits = _row(page, "prevention_yield").waits
    assert waits is not None
    assert waits.sentence == "Werkt pas als ‘Geld voor preventie’ boven 0 staat."
    _number(page, "prevention_budget").set_value(50_000.0)
    page.scenario.work_out()
    assert waits.sentence == "Werkt samen met ‘Geld voor preventie’."


def test_one_lever_at_a_time_explains_itself(page: ScenarioPage) -> None:
    first, second = _row(page, "price_index"), _row(page, "base_year")
    first.help_button.click()
    assert first.details is not None
    assert any("Verandert nu: " in text.plain_text for text in first.details.texts())
    second.help_button.click()
    assert second.details is not None
    assert second.details.isVisible()
    assert not first.details.isVisible()


# Steps


def test_a_drag_is_one_step_and_undo_goes_back_to_before_it(page: ScenarioPage) -> None:
    _drag(_number(page, "demand_growth"), 12, 15, 20)
    assert len(page.scenario.history.past) == 1
    page.toolbar.undo.click()
    assert _number(page, "demand_growth").value == 5.0
    page.scenario.work_out()
    assert _number(page, "demand_growth").value == 0.0
    page.toolbar.redo.click()
    page.scenario.work_out()
    assert _number(page, "demand_growth").value == 5.0


def test_a_burst_of_keys_is_one_step_and_a_later_one_another(page: ScenarioPage) -> None:
    track = _number(page, "price_index").track
    for _ in range(4):
        QTest.keyClick(track, Qt.Key.Key_Right)
    assert len(page.scenario.history.past) == 1
    _wait(page)
    QTest.keyClick(track, Qt.Key.Key_PageUp)
    assert [dict(step.after)["price_index"] for step in page.scenario.history.past] == [1.8, 2.8]


def test_a_group_is_put_back_in_one_step(page: ScenarioPage) -> None:
    assumptions, policy = page.groups
    assert not assumptions.reset.isEnabled()
    _number(page, "price_index").set_value(3.0)
    _number(page, "demand_growth").set_value(3.0)
    _choice(page, "savings_scenario").options["low"].click()
    page.scenario.work_out()
    assert assumptions.reset.isEnabled()
    assumptions.reset.click()
    page.scenario.work_out()
    assert not assumptions.reset.isEnabled()
    assert policy.reset.isEnabled()
    assert _values(page)["savings_scenario"] == "low"
    assert page.toolbar.undo.accessibleName() == "Ongedaan maken: Aannames terugzetten"
    page.scenario.undo()
    assert (_values(page)["price_index"], _values(page)["demand_growth"]) == (3.0, 3.0)


def test_a_preset_is_one_step_and_says_what_it_shows_until_a_lever_moves(
    page: ScenarioPage, state: AppState
) -> None:
    _number(page, "price_index").set_value(3.0)
    page.toolbar.fill_menu()
    action = next(one for one in page.toolbar.menu.actions() if one.text() == "Samen delen")
    assert action.toolTip() == next(p.text for p in state.session.catalog.presets if p.title == "Samen delen")
    action.trigger()
    page.scenario.work_out()
    assert _values(page)["municipality_share"] == 50.0
    assert _values(page)["price_index"] == 1.4
    assert page.headline.line == action.toolTip()
    _number(page, "demand_growth").set_value(1.0)
    page.scenario.work_out()
    assert page.headline.line != action.toolTip()
    page.scenario.undo()
    page.scenario.undo()
    assert _values(page)["price_index"] == 3.0


def test_the_last_move_is_played_again_slowly(
    qtbot: QtBot, page: ScenarioPage, results: list[Result]
) -> None:
    assert not page.toolbar.replay.isEnabled()
    _drag(_number(page, "demand_growth"), 15, 20)
    history = page.scenario.history
    del results[:]
    page.toolbar.replay.click()
    playing = page.scenario.findChildren(QVariantAnimation)
    assert [one.state() for one in playing] == [QAbstractAnimation.State.Running]
    qtbot.waitUntil(lambda: playing[0].state() == QAbstractAnimation.State.Stopped, timeout=4_000)
    page.scenario.work_out()
    values = [float(dict(result.asked.values)["demand_growth"]) for result in results]
    assert values == sorted(values)
    assert (values[0], values[-1]) == (0.0, 5.0)
    assert len(set(values)) > 5
    assert page.scenario.history == history


def test_a_new_move_ends_what_is_played(page: ScenarioPage) -> None:
    _number(page, "demand_growth").set_value(5.0)
    page.scenario.replay()
    _number(page, "price_index").set_value(2.0)
    assert (_values(page)["demand_growth"], _values(page)["price_index"]) == (5.0, 2.0)
    assert len(page.scenario.history.past) == 2


def test_without_animations_it_is_played_at_once(qapp: QApplication, page: ScenarioPage) -> None:
    qapp.setStyle(_Still("fusion"))
    try:
        _number(page, "demand_growth").set_value(5.0)
        page.scenario.replay()
        (playing,) = page.scenario.findChildren(QVariantAnimation)
        assert playing.state() == QAbstractAnimation.State.Stopped
        assert _values(page)["demand_growth"] == 5.0
    finally:
        qapp.setStyle("fusion")


@pytest.mark.parametrize("place", [lambda row: row.track, lambda row: row.field])
def test_undo_and_redo_have_keys_wherever_the_keyboard_is(
    page: ScenarioPage, place: Callable[[NumberRow], QWidget]
) -> None:
    row = _number(page, "price_index")
    row.set_value(3.0)
    at = place(row)
    at.setFocus()
    keys, both = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
    QTest.keyClick(at, Qt.Key.Key_Z, keys)
    assert _values(page)["price_index"] == 1.4
    QTest.keyClick(at, Qt.Key.Key_Y, keys)
    assert _values(page)["price_index"] == 3.0
    QTest.keyClick(at, Qt.Key.Key_Z, keys)
    QTest.keyClick(at, Qt.Key.Key_Z, keys | both)
    assert _values(page)["price_index"] == 3.0
    QTest.keyClick(at, Qt.Key.Key_R, keys)
    assert _values(page)["price_index"] == 1.4


def test_the_axes_hold_while_a_lever_is_held(page: ScenarioPage) -> None:
    told: list[str] = []
    page.scenario.on_hold(lambda: told.append("held"), lambda: told.append("released"))
    row = _number(page, "demand_growth")
    QTest.mousePress(row.track, Qt.MouseButton.LeftButton, pos=QPoint(row.track.width() // 2, 9))
    assert told == ["held"]
    QTest.mouseRelease(row.track, Qt.MouseButton.LeftButton, pos=QPoint(row.track.width() // 2, 9))
    assert told == ["held", "released"]


# Which levers are seen


def test_only_changed_levers_are_shown_when_asked(page: ScenarioPage) -> None:
    _number(page, "price_index").set_value(3.0)
    page.toolbar.only.click()
    assert [row.lever.key for row in page.levers.rows if not row.isHidden()] == ["price_index"]
    _number(page, "price_index").reset.click()
    page.scenario.work_out()
    assert [row for row in page.levers.rows if not row.isHidden()] == []
    page.scenario.undo()
    assert [row.lever.key for row in page.levers.rows if not row.isHidden()] == ["price_index"]
    page.toolbar.only.click()
    assert not any(row.isHidden() for row in page.levers.rows)


def test_a_held_lever_does_not_go_away_under_the_hand(page: ScenarioPage) -> None:
    row = _number(page, "demand_growth")
    row.set_value(5.0)
    page.toolbar.only.click()
    start = row.track.minimum() + 10
    QTest.mousePress(row.track, Qt.MouseButton.LeftButton, pos=row.track.rect().center())
    row.track.setSliderPosition(start)
    QApplication.processEvents()
    assert row.value == 0.0
    assert not row.isHidden()
    row.track.setSliderPosition(start)
    QTest.mouseRelease(row.track, Qt.MouseButton.LeftButton, pos=row.track.rect().center())
    assert row.isHidden()


def test_a_button_jumps_to_each_group(qtbot: QtBot, page: ScenarioPage) -> None:
    policy = page.groups[1]
    assert not page.rect().contains(policy.mapTo(page, QPoint(0, 0)))
    page.toolbar.jump.button(LeverKind.POLICY).click()
    qtbot.waitUntil(lambda: page.rect().contains(policy.mapTo(page, QPoint(0, 60))))
    assert page.toolbar.jump.choice == LeverKind.POLICY
    page.levers.reveal("price_index")
    qtbot.waitUntil(lambda: page.toolbar.jump.choice == LeverKind.ASSUMPTION)


def test_a_lever_that_was_searched_for_comes_into_view_with_the_keyboard_on_it(
    qtbot: QtBot, page: ScenarioPage
) -> None:
    page.open_section("saved")
    page.open_item("municipality_share")
    row = _number(page, "municipality_share")
    qtbot.waitUntil(lambda: page.rect().contains(row.mapTo(page, row.rect().center())))
    assert QApplication.focusWidget() is row.field
    page.open_item("bestaat-niet")
    page.open_item("")
    assert row.isVisible()


# Municipalities and figures


def test_another_municipality_keeps_what_was_changed(page: ScenarioPage, state: AppState) -> None:
    _number(page, "demand_growth").set_value(3.0)
    page.strip.municipalities.button(HEERLEN).click()
    assert state.municipality == HEERLEN
    assert page.headline.sentence == _sentence(page, HEERLEN, demand_growth=3.0)
    assert _number(page, "demand_growth").value == 3.0
    assert _choice(page, "savings_scenario").value == "middle"
    assert not _row(page, "savings_scenario").is_changed


def test_an_amount_grows_with_the_municipality_and_comes_back_the_same(
    page: ScenarioPage, state: AppState
) -> None:
    _number(page, "prevention_budget").set_value(100_000.0)
    kept = _row(page, "price_index")
    state.set_municipality(HEERLEN)
    assert _number(page, "prevention_budget").value == 1_120_000.0
    assert _row(page, "price_index") is kept
    page.scenario.undo()
    page.scenario.redo()
    state.set_municipality("GM0986")
    assert _values(page)["prevention_budget"] == 100_000.0


def test_all_together_is_left_by_choosing_one_in_the_top_bar(page: ScenarioPage, state: AppState) -> None:
    page.strip.municipalities.button(TOGETHER).click()
    assert state.municipality == "GM0986"
    assert page.headline.sentence == _sentence(page, TOGETHER)
    assert _choice(page, "savings_scenario").options["own"].isChecked()
    state.set_municipality(HEERLEN)
    assert page.strip.municipalities.choice == HEERLEN
    assert page.scenario.asked.municipality == HEERLEN
    page.strip.municipalities.button(TOGETHER).click()
    page.strip.municipalities.button(HEERLEN).click()
    assert page.scenario.asked.municipality == HEERLEN


def test_a_choice_that_only_exists_together_is_left_behind(page: ScenarioPage) -> None:
    page.strip.municipalities.button(TOGETHER).click()
    _choice(page, "savings_scenario").options["low"].click()
    page.strip.municipalities.button("GM0986").click()
    assert _values(page)["savings_scenario"] == "low"
    page.scenario.set_municipality(TOGETHER)
    page.scenario.apply({"savings_scenario": "own"}, "")
    page.scenario.set_municipality("GM0986")
    assert _values(page)["savings_scenario"] == "high"


def test_entered_figures_are_worked_with_at_once_and_all_together_stays(
    page: ScenarioPage, state: AppState
) -> None:
    page.strip.municipalities.button(TOGETHER).click()
    before = page.headline.sentence
    ceilings: dict[str, float | None] = {f"plafond-{year}": 10_000_000.0 for year in range(2019, 2023)}
    _, changes = entered_figures.enter(
        state.session, HEERLEN, ceilings, source="Begroting 2022", by="griffie"
    )
    state.announce(changes)
    assert page.scenario.asked.municipality == TOGETHER
    assert page.headline.sentence != before
    assert page.headline.sentence == _sentence(page, TOGETHER)


# Parts of the page


def test_saving_opens_the_form_for_what_is_on_the_levers(page: ScenarioPage) -> None:
    _number(page, "price_index").set_value(3.0)
    QTest.keyClick(page, Qt.Key.Key_S, Qt.KeyboardModifier.ControlModifier)
    (saved,) = page.findChildren(SavedView)
    assert saved.isVisible()
    assert saved.form is not None
    assert page.strip.sections.choice == "saved"
    saved.levers_asked.emit()
    assert page.strip.sections.choice == "levers"
    assert page.toolbar.isVisible()


def test_an_agreement_begins_from_a_saved_scenario(page: ScenarioPage) -> None:
    saved = page.open_section("saved")
    assert isinstance(saved, SavedView)
    saved.agreement_asked.emit(1)
    (agreement,) = page.findChildren(AgreementView)
    assert agreement.isVisible()
    agreement.levers_asked.emit()
    assert page.strip.sections.choice == "levers"


# Everybody


def test_every_lever_is_reached_by_tab_in_reading_order_and_then_the_tabs(page: ScenarioPage) -> None:
    rows = page.levers.rows
    options = {button: button.isChecked() for row in rows for button in getattr(row, "options", {}).values()}
    stops = [*page.toolbar.stops(), *(stop for group in page.groups for stop in group.stops())]
    unchosen = {button for button, down in options.items() if not down}
    unchosen.add(page.toolbar.jump.button(LeverKind.POLICY))
    expected = [stop for stop in stops if stop.isEnabled() and stop not in unchosen]
    expected[0].setFocus()
    visited = [expected[0]]
    for _ in expected:
        QTest.keyClick(page, Qt.Key.Key_Tab)
        focused = QApplication.focusWidget()
        assert focused is not None
        visited.append(focused)
    assert visited[: len(expected)] == expected
    assert visited[len(expected)] is page.results.tabs.button(0)
    assert all(stop.accessibleName() or getattr(stop, "text", str)() for stop in expected)


def _opening(state: AppState, qtbot: QtBot) -> tuple[ScenarioPage, list[LeverRow]]:
    """The page as it is before it is first painted, and the levers it has then: what can be in sight."""
    page = build(state)
    qtbot.addWidget(page)
    page.resize(1072, 740)
    page.show()
    rows = page.findChildren(LeverRow)
    assert 0 < len(rows) < len(page.scenario.levers)
    return page, rows


def _has_all_levers(page: ScenarioPage) -> bool:
    return len(page.findChildren(LeverRow)) == len(page.scenario.levers)


def test_levers_out_of_sight_come_once_the_page_is_seen_and_the_tab_key_passes_all_in_order(
    state: AppState, qtbot: QtBot
) -> None:
    page, first = _opening(state, qtbot)
    with qtbot.waitActive(page):
        page.activateWindow()
    qtbot.waitUntil(lambda: _has_all_levers(page))
    rows = page.levers.rows
    assert list(rows[: len(first)]) == first
    assert [row.lever for row in rows] == [
        lever for kind in LeverKind for lever in page.scenario.levers if lever.kind is kind
    ]
    first[-1].stops()[-1].setFocus()
    QTest.keyClick(page, Qt.Key.Key_Tab)
    assert QApplication.focusWidget() in rows[len(first)].stops()


def test_levers_that_come_later_follow_the_filter_that_was_set_before(state: AppState, qtbot: QtBot) -> None:
    page, _ = _opening(state, qtbot)
    page.scenario.set_lever("municipality_share", 30.0)
    page.scenario.work_out()
    page.toolbar.only.setChecked(True)
    qtbot.waitUntil(lambda: _has_all_levers(page))
    qtbot.wait(50)
    assert [row.lever.key for row in page.levers.rows if row.isVisible()] == ["municipality_share"]


def test_a_lever_that_is_searched_for_before_it_is_there_is_made_and_scrolled_to(
    state: AppState, qtbot: QtBot
) -> None:
    page, first = _opening(state, qtbot)
    page.open_item("municipality_share")
    row = _number(page, "municipality_share")
    assert row not in first
    qtbot.waitUntil(lambda: page.rect().contains(row.mapTo(page, row.rect().center())))
    assert page.focusWidget() is row.field


def test_a_lever_is_set_by_keyboard_alone(qtbot: QtBot, page: ScenarioPage) -> None:
    row = _number(page, "price_index")
    row.field.setFocus()
    row.field.selectAll()
    QTest.keyClicks(row.field, "2,5")
    QTest.keyClick(row.field, Qt.Key.Key_Tab)
    qtbot.waitUntil(lambda: page.headline.sentence == _sentence(page, price_index=2.5))
    assert QApplication.focusWidget() is row.track
    QTest.keyClick(row.track, Qt.Key.Key_Home)
    qtbot.waitUntil(lambda: page.headline.sentence == _sentence(page, price_index=0.0))


def test_assistive_technology_finds_every_lever_with_its_value_and_unit(page: ScenarioPage) -> None:
    for row in page.levers.rows:
        stop = row.stops()[0]
        found = QAccessible.queryAccessibleInterface(stop)
        name = found.text(QAccessible.Text.Name)
        assert name.startswith(row.lever.label)
        unit = row.lever.unit.replace("%", "procent").replace("€", "euro")
        assert row.lever.choices or unit in name
        assert row.accessibleName()


def test_what_comes_out_is_told_to_assistive_technology_once_the_levers_rest(
    qtbot: QtBot, page: ScenarioPage
) -> None:
    track = _number(page, "demand_growth").track
    for position in (12, 14, 16):
        track.setValue(position)
        QApplication.processEvents()
    assert page.headline.sentence not in page.accessibleDescription()
    qtbot.waitUntil(lambda: page.accessibleDescription() == page.headline.sentence)
    page.scenario.undo()
    qtbot.waitUntil(lambda: page.accessibleDescription() == _sentence(page))
    _number(page, "risk_corridor").set_value(5.0)
    qtbot.waitUntil(lambda: page.accessibleDescription().startswith("‘Eigen risico van JenS’ verandert nu"))


def test_panes_stand_beside_each_other_and_stack_at_twice_the_text(qtbot: QtBot, page: ScenarioPage) -> None:
    (panes,) = page.findChildren(TwoPanes)
    assert not panes.is_stacked
    app = QApplication.instance()
    assert isinstance(app, QApplication)
    try:
        apply_theme(app, Theme(scale=2.0))
        qtbot.waitUntil(lambda: panes.is_stacked)
        qtbot.waitUntil(
            lambda: page.groups[0].mapTo(page, QPoint()).y() > page.results.mapTo(page, QPoint()).y()
        )
        assert page.headline.mapTo(page, QPoint()).y() < page.results.mapTo(page, QPoint()).y()
    finally:
        apply_theme(app, Theme())
    qtbot.waitUntil(lambda: not panes.is_stacked and page.headline.mapTo(page, QPoint()).x() > 300)
    assert page.groups[0].mapTo(page, QPoint()).y() < 300


def test_building_the_page_opens_no_other_window(page: ScenarioPage) -> None:
    assert [widget for widget in QApplication.topLevelWidgets() if widget.isVisible()] == [page]


def test_where_room_is_short_the_headline_is_one_line_that_opens(qtbot: QtBot, page: ScenarioPage) -> None:
    page.resize(1280, 800)
    qtbot.waitUntil(lambda: "Waarom dit getal? Wachttijd" in _names_of_buttons(page.headline))
    whole = page.headline.height()
    page.resize(1280, 440)
    qtbot.waitUntil(lambda: _names_of_buttons(page.headline) == ["Meer over deze cijfers"])
    qtbot.waitUntil(lambda: page.headline.height() < 0.7 * whole)
    (more,) = (button for button in page.headline.findChildren(QAbstractButton) if button.isVisible())
    more.click()
    qtbot.waitUntil(lambda: "Waarom dit getal? Wachttijd" in _names_of_buttons(page.headline))
    more.click()
    qtbot.waitUntil(lambda: _names_of_buttons(page.headline) == ["Meer over deze cijfers"])
    page.resize(1280, 800)
    qtbot.waitUntil(lambda: "Meer over deze cijfers" not in _names_of_buttons(page.headline))


def _names_of_buttons(widget: QWidget) -> list[str]:
    return [button.accessibleName() for button in widget.findChildren(QAbstractButton) if button.isVisible()]


@pytest.mark.parametrize(("height", "pinned"), [(740, True), (250, False)])
def test_where_hardly_anything_fits_the_headline_scrolls_along(
    qtbot: QtBot, page: ScenarioPage, *, height: int, pinned: bool
) -> None:
    (panes,) = page.findChildren(TwoPanes)
    page.resize(700, 250)
    page.resize(700, height)
    qtbot.waitUntil(lambda: panes.results_area.isAncestorOf(page.headline) is not pinned)
    qtbot.waitUntil(page.headline.isVisible)
