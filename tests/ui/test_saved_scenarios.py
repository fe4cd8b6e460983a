"""Saved scenarios on screen: kept, found again, put back on the levers, compared, never lost by accident."""

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QFontMetrics, QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog, QMenu, QPlainTextEdit, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from raadsapp import paths
from raadsapp.domain.observation import Observation, ObservationKey
from raadsapp.domain.period import Period, PeriodKind
from raadsapp.domain.saved_scenario import SavedScenario
from raadsapp.services import saved_scenarios
from raadsapp.services.formula import full
from raadsapp.services.opening import open_session
from raadsapp.services.scenario import outcome, scenario
from raadsapp.services.scenario_comparison import IN_YEAR
from raadsapp.services.scenario_region import TOGETHER
from raadsapp.store import batches
from raadsapp.ui.pages.scenario.forecast_reason import ForecastReason
from raadsapp.ui.pages.scenario.save_form import SaveForm
from raadsapp.ui.pages.scenario.saved_detail import SavedDetail
from raadsapp.ui.pages.scenario.saved_view import SavedView
from raadsapp.ui.pages.scenario.session import ScenarioSession
from raadsapp.ui.pages.scenario.words_form import retype, typed
from raadsapp.ui.state import AppState, Notice
from raadsapp.ui.theme.applying import apply_theme
from raadsapp.ui.theme.tokens import Theme
from raadsapp.ui.widgets.data_table import DataTable
from raadsapp.ui.widgets.source_line import CaveatLine
from raadsapp.ui.widgets.text import Text

VOERENDAAL, HEERLEN = "GM0986", "GM0917"
MADE_ON = date(2026, 6, 7)

Shown = Callable[..., SavedView]


@pytest.fixture
def shown(state: AppState, levers: ScenarioSession, on_screen: Callable[[QWidget, int, int], None]) -> Shown:
    def show(width: int = 1100) -> SavedView:
        view = SavedView(state, levers)
        on_screen(view, width, 800)
        return view

    return show


SPOKEN = Qt.ItemDataRole.AccessibleTextRole


def kept(
    state: AppState, name: str, changes: dict[str, float | str] | None = None, municipality: str = VOERENDAAL
) -> SavedScenario:
    asked = scenario(state.session.catalog, municipality, changes or {"demand_growth": 3.0})
    new = saved_scenarios.of(state.session, asked, name=name, made_on=MADE_ON)
    return saved_scenarios.save(state.session, new)[0]


def names(state: AppState) -> list[str]:
    return [one.name for one in saved_scenarios.list_scenarios(state.session)]


def form_of(view: SavedView) -> SaveForm:
    assert view.form is not None
    return view.form


def writing(view: SavedView) -> bool:
    return view.form is not None


def detail_of(view: SavedView) -> SavedDetail:
    assert view.detail is not None
    return view.detail


def texts(widget: QWidget) -> str:
    QApplication.processEvents()
    return "\n".join(text.plain_text for text in widget.findChildren(Text) if text.isVisible())


def table_named(widget: QWidget, name: str) -> DataTable:
    return next(table for table in widget.findChildren(DataTable) if table.accessibleName() == name)


def press(key: Qt.Key, *, ctrl: bool = False) -> None:
    QApplication.processEvents()
    focused = QApplication.focusWidget()
    assert focused is not None
    modifier = Qt.KeyboardModifier.ControlModifier if ctrl else Qt.KeyboardModifier.NoModifier
    QTest.keyClick(focused, key, modifier)


def test_without_a_scenario_the_page_says_what_to_do(shown: Shown) -> None:
    view = shown()
    assert "Er is nog geen scenario bewaard. Zet de schuiven zoals u wilt" in texts(view)
    assert view.save_button.isVisible()
    assert not view.compare_button.isVisible()
    assert not view.list.isVisible()


def test_what_is_on_the_levers_is_saved_with_its_words_and_found_again(
    shown: Shown, state: AppState, levers: ScenarioSession, notices: list[Notice]
) -> None:
    levers.set_lever("demand_growth", 4.0)
    view = shown()
    view.save_button.click()
    form = form_of(view)
    assert "1 schuif staat anders dan in de beginstand" in texts(form)
    assert "In 2022 kost de hulp" in typed(form.findings)
    retype(form.name, "Vraag groeit")
    retype(form.question, "Wat als de vraag groeit?")
    form.save()
    assert not writing(view)
    assert notices[-1].message == "Scenario bewaard."
    assert "Wat als de vraag groeit?" in texts(detail_of(view))
    path = state.session.store.path
    state.session.close()
    again = open_session(path, paths.data_dir())
    (saved,) = saved_scenarios.list_scenarios(again)
    again.close()
    assert (saved.name, dict(saved.settings)["demand_growth"]) == ("Vraag groeit", 4.0)


def test_a_scenario_without_a_name_is_not_saved_and_nothing_typed_is_lost(
    shown: Shown, state: AppState
) -> None:
    view = shown()
    view.save_button.click()
    form = form_of(view)
    retype(form.hypothesis, "Dan komen we tekort.")
    form.made_on.line.setText("gisteren")
    form.save()
    assert form.name.fault == "Geef het scenario een naam waaraan u het herkent."
    assert form.made_field.fault.startswith("Dit is geen datum.")
    assert form.name.field.hasFocus()
    assert typed(form.hypothesis) == "Dan komen we tekort."
    QTest.keyClicks(form.name.field, "X")
    assert form.name.fault == ""
    assert names(state) == []


def test_words_that_cannot_be_stored_stay_in_the_form(shown: Shown, state: AppState) -> None:
    saved = kept(state, "Eerst")
    view = shown()
    detail_of(view).edit.click()
    form = form_of(view)
    retype(form.decision, "We grijpen in.")
    saved_scenarios.remove(state.session, saved.number)
    form.save()
    assert view.form is form
    assert "Dit scenario is er niet meer." in texts(form)
    assert typed(form.decision) == "We grijpen in."


def test_escape_closes_a_form_only_while_nothing_was_typed(shown: Shown) -> None:
    view = shown()
    view.begin_saving()
    press(Qt.Key.Key_Escape)
    assert not writing(view)
    view.begin_saving()
    form = form_of(view)
    QTest.keyClicks(form.name.field, "Groei")
    press(Qt.Key.Key_Escape)
    assert view.form is form
    assert "Er staat iets dat nog niet is bewaard." in texts(form)
    assert typed(form.name) == "Groei"


@pytest.mark.parametrize("place", ["name", "question", "author"])
def test_ctrl_enter_saves_from_any_field_and_enter_alone_does_not(
    shown: Shown, state: AppState, place: str
) -> None:
    view = shown()
    view.begin_saving()
    form = form_of(view)
    retype(form.name, "Groei")
    getattr(form, place).field.setFocus()
    press(Qt.Key.Key_Return)
    assert names(state) == []
    press(Qt.Key.Key_Return, ctrl=True)
    assert names(state) == ["Groei"]


def test_a_form_for_the_levers_follows_them_and_keeps_what_was_typed(
    shown: Shown, state: AppState, levers: ScenarioSession
) -> None:
    view = shown()
    view.begin_saving()
    form = form_of(view)
    retype(form.name, "Groei")
    before = typed(form.findings)
    view.hide()
    levers.set_lever("price_index", 3.0)
    levers.work_out()
    view.show()
    assert view.form is form
    assert typed(form.name) == "Groei"
    assert typed(form.findings) != before
    form.save()
    (saved,) = saved_scenarios.list_scenarios(state.session)
    assert dict(saved.settings)["price_index"] == 3.0


def test_findings_written_by_hand_are_left_alone_when_levers_move(
    shown: Shown, levers: ScenarioSession
) -> None:
    view = shown()
    view.begin_saving()
    retype(form_of(view).findings, "Wij vinden iets anders.")
    levers.set_lever("price_index", 3.0)
    levers.work_out()
    assert typed(form_of(view).findings) == "Wij vinden iets anders."


def test_words_are_changed_and_that_can_be_undone(
    shown: Shown, state: AppState, notices: list[Notice]
) -> None:
    kept(state, "Eerst")
    view = shown()
    detail_of(view).edit.click()
    retype(form_of(view).name, "Daarna")
    form_of(view).save()
    assert names(state) == ["Daarna"]
    assert view.list.rows[0].title == "Daarna"
    assert notices[-1].undo is not None
    notices[-1].undo()
    assert names(state) == ["Eerst"]


def test_another_form_does_not_take_the_place_of_one_with_words_in_it(shown: Shown, state: AppState) -> None:
    kept(state, "Eerst")
    view = shown()
    detail_of(view).edit.click()
    form = form_of(view)
    retype(form.decision, "We grijpen in.")
    view.begin_saving()
    assert view.form is form
    assert "nog niet is bewaard" in texts(form)


def test_a_scenario_is_put_on_the_levers_as_one_step(
    shown: Shown, qtbot: QtBot, state: AppState, levers: ScenarioSession, notices: list[Notice]
) -> None:
    kept(state, "Heerlen groeit", {"demand_growth": 4.0, "savings_scenario": "high"}, HEERLEN)
    levers.set_lever("price_index", 3.0)
    view = shown()
    with qtbot.waitSignal(view.levers_asked):
        detail_of(view).restore.click()
    assert levers.asked.municipality == state.municipality == HEERLEN
    assert (levers.value("demand_growth"), levers.value("savings_scenario")) == (4.0, "high")
    assert levers.value("price_index") == dict(scenario(levers.catalog, HEERLEN, {}).values)["price_index"]
    assert notices[-1].message == "‘Heerlen groeit’ staat op de schuiven, voor Heerlen."
    levers.undo()
    assert levers.value("demand_growth") != 4.0


def test_a_scenario_of_all_together_is_put_on_the_levers_for_all_together(
    shown: Shown, state: AppState, levers: ScenarioSession
) -> None:
    kept(state, "Samen", municipality="samen")
    view = shown()
    detail_of(view).restore.click()
    assert levers.asked.municipality == "samen"
    assert state.municipality == VOERENDAAL


def test_a_scenario_of_a_municipality_that_left_is_read_but_not_put_on_the_levers(
    shown: Shown, state: AppState, levers: ScenarioSession, notices: list[Notice]
) -> None:
    saved = replace(kept(state, "Elders"), number=0, municipality="GM0001")
    saved_scenarios.save(state.session, saved)
    view = shown()
    assert any("GM0001" in texts(line) for line in detail_of(view).findChildren(CaveatLine))
    detail_of(view).restore.click()
    assert "GM0001" in notices[-1].message
    assert levers.asked.municipality == VOERENDAAL


def test_a_copy_is_made_opened_and_undone(shown: Shown, state: AppState, notices: list[Notice]) -> None:
    kept(state, "Groei")
    view = shown()
    detail_of(view).copy.click()
    assert names(state) == ["Groei (kopie)", "Groei"]
    assert detail_of(view).saved.name == "Groei (kopie)"
    assert notices[-1].undo is not None
    notices[-1].undo()
    assert names(state) == ["Groei"]


def test_removing_is_undone_with_everything_in_it(
    shown: Shown, state: AppState, notices: list[Notice]
) -> None:
    first, second = kept(state, "Eerst"), kept(state, "Tweede")
    view = shown()
    detail_of(view).remove.click()
    assert names(state) == ["Eerst"]
    assert detail_of(view).saved == first
    assert notices[-1].undo is not None
    notices[-1].undo()
    assert saved_scenarios.list_scenarios(state.session) == (second, first)
    assert [row.title for row in view.list.rows] == ["Tweede", "Eerst"]


def test_removing_the_last_one_leads_back_to_the_start(shown: Shown, state: AppState) -> None:
    kept(state, "Eerst")
    view = shown()
    detail_of(view).remove.click()
    assert view.detail is None
    assert view.save_button.hasFocus()
    assert "Er is nog geen scenario bewaard" in texts(view)


def test_only_levers_that_were_moved_are_shown_with_then_beside_now(shown: Shown, state: AppState) -> None:
    kept(state, "Groei", {"demand_growth": 3.0})
    view = shown()
    detail = detail_of(view)
    moved = table_named(detail, "Schuiven die anders staan")
    assert moved.items == (("Groei van het gebruik", "aanname", "0,0% per jaar", "3,0% per jaar"),)
    rows = {row[0]: row[1:] for row in table_named(detail, "Wat eruit komt in 2022, toen en nu").items}
    assert rows["Kosten van de hulp"][0] == rows["Kosten van de hulp"][1]
    assert "Wachttijd" in rows


def test_what_moved_since_is_said_and_marked_in_the_list(shown: Shown, state: AppState) -> None:
    saved = kept(state, "Groei")
    older = saved.facts.replace("1200000.0", "1250000.0")
    saved_scenarios.save(state.session, replace(saved, number=0, name="Ouder", facts=older))
    view = shown()
    assert [row.mark for row in view.list.rows] == ["veranderd", ""]
    assert "Bij 1 is sindsdien iets veranderd" in texts(view)
    (line,) = detail_of(view).findChildren(CaveatLine)
    assert "was € 1.250.000, is nu € 1.200.000" in texts(line)


def test_a_figure_of_a_saved_scenario_is_explained_while_the_levers_stay(
    shown: Shown, state: AppState, levers: ScenarioSession
) -> None:
    saved = kept(state, "Groei", {"demand_growth": 3.0})
    older = saved.facts.replace("1200000.0", "1250000.0", 1)
    saved_scenarios.remove(state.session, saved.number)
    saved_scenarios.save(state.session, replace(saved, number=0, facts=older))
    view, stood = shown(), levers.asked.values
    actions = {action.text(): action for action in detail_of(view).why.menu().actions()}
    detail_of(view).why.setFocus()
    actions["Kosten van de hulp"].trigger()
    reason = view.reasons.reason
    assert reason is not None
    assert "Bewaard scenario: Groei" in texts(reason)
    assert "Deze uitleg rekent met de cijfers en het model van nu" in texts(reason)
    asked = scenario(state.session.catalog, VOERENDAAL, {"demand_growth": 3.0})
    assert f"Niet afgerond: {full(outcome(asked).demand_cost[0, 3])}" in texts(reason)
    assert QApplication.focusWidget() is reason.panel.inputs.steps[0]
    press(Qt.Key.Key_Escape)
    assert detail_of(view).isVisible()
    assert QApplication.focusWidget() is detail_of(view).why
    assert levers.asked.values == stood


def test_scenarios_stand_side_by_side_with_money_beside_waiting(shown: Shown, state: AppState) -> None:
    kept(state, "Wachten", {"waiting_share": 60.0})
    kept(state, "Groei", {"demand_growth": 3.0})
    view = shown()
    view.compare_button.click()
    settings, outcomes = (shown.table for shown in view.compare.tables)
    assert {row[0] for row in settings.items} == {"Groei van het gebruik", "Tekort dat wachten wordt"}
    labels = [row[0] for row in outcomes.items]
    assert labels.index("Wachttijd in 2022") - labels.index("Kosten van de hulp in 2022") < 5
    assert ("Hoe zeker", "aanname", "aanname") in outcomes.items
    view.compare.copy.click()
    copied = QGuiApplication.clipboard().text()
    assert "Uitkomst\tGroei\tWachten" in copied
    assert "berekend met aannames" in copied
    view.compare.back.click()
    assert view.list.isVisible()
    assert not view.compare.isVisible()


def test_a_figure_of_each_compared_scenario_is_explained_and_the_comparison_is_back(
    shown: Shown, state: AppState
) -> None:
    kept(state, "Wachten", {"waiting_share": 60.0})
    kept(state, "Groei", {"demand_growth": 3.0})
    view = shown()
    view.compare_button.click()
    compare = view.compare
    menus = {menu.title(): menu for menu in compare.why.menu().findChildren(QMenu)}
    assert set(menus) == {"Groei", "Wachten"}
    (asked,) = (action for action in menus["Wachten"].actions() if action.text() == "Wachttijd")
    compare.why.setFocus()
    asked.trigger()
    reason = compare.reasons.reason
    assert reason is not None
    assert "Bewaard scenario: Wachten" in texts(compare)
    assert "Schuiven die verschillen" not in texts(compare)
    waiting = outcome(scenario(state.session.catalog, VOERENDAAL, {"waiting_share": 60.0}))
    assert f"Niet afgerond: {full(waiting.waiting_weeks[0, 3])}" in texts(reason)
    press(Qt.Key.Key_Escape)
    assert "Schuiven die verschillen" in texts(compare)
    assert QApplication.focusWidget() is compare.why


def test_every_figure_that_is_compared_has_an_explanation(shown: Shown, state: AppState) -> None:
    kept(state, "Samen", {"demand_growth": 3.0}, TOGETHER)
    kept(state, "Groei", {"demand_growth": 3.0})
    view = shown()
    view.compare_button.click()
    actions = [action for menu in view.compare.why.menu().findChildren(QMenu) for action in menu.actions()]
    assert len(actions) == 2 * len(IN_YEAR)
    for action in actions:
        action.trigger()
        reason = view.compare.reasons.reason
        assert reason is not None
        assert action.text() in texts(reason.panel)
        reason.panel.close_reason()


def test_twice_the_text_is_compared_without_scrolling_sideways(
    qtbot: QtBot, qapp: QApplication, shown: Shown, state: AppState
) -> None:
    kept(state, "De vraag groeit, met extra geld", {"extra_budget": 300_000.0})
    kept(state, "De vraag groeit, met wachttijd", {"waiting_share": 60.0})
    view = shown(1190)
    view.compare_button.click()
    assert not any(table.is_stacked for table in view.compare.tables)
    apply_theme(qapp, Theme(scale=2.0))
    qtbot.waitUntil(lambda: all(table.is_stacked for table in view.compare.tables))
    settings = view.compare.tables[0]
    assert "Tekort dat wachten wordt" in texts(settings)
    names = [text.accessibleName() for text in settings.findChildren(Text) if text.isVisible()]
    assert "De vraag groeit, met wachttijd: 60%" in names
    assert not settings.table.isVisible()
    apply_theme(qapp, Theme())
    qtbot.waitUntil(lambda: not any(table.is_stacked for table in view.compare.tables))


@pytest.mark.parametrize("scale", [1.0, 1.5, 2.0])
def test_every_line_of_the_proposed_findings_is_seen_whole(
    qtbot: QtBot, qapp: QApplication, shown: Shown, scale: float
) -> None:
    apply_theme(qapp, Theme(scale=scale))
    view = shown(900)
    view.save_button.click()
    (box,) = form_of(view).findings.findChildren(QPlainTextEdit)

    def sees_all() -> bool:
        last = box.document().lastBlock()
        end = box.blockBoundingGeometry(last).translated(box.contentOffset()).bottom()
        return end <= box.viewport().height() and not box.verticalScrollBar().isVisible()

    qtbot.waitUntil(sees_all)


def test_a_scenario_that_cannot_be_read_is_named_and_the_others_are_listed(
    shown: Shown, state: AppState
) -> None:
    kept(state, "Heel")
    broken = kept(state, "Kapot")
    with state.session.store.writing() as connection:
        connection.execute("UPDATE scenario SET settings = '[]' WHERE number = ?", (broken.number,))
    view = shown()
    assert [row.title for row in view.list.rows] == ["Heel"]
    assert "1 scenario is bewaard. Dit bewaarde scenario is niet te lezen: ‘Kapot’" in texts(view)


def test_at_most_four_are_compared_and_at_least_two(shown: Shown, state: AppState) -> None:
    for number in range(5):
        kept(state, f"Groei {number}", {"demand_growth": float(number)})
    view = shown()
    view.begin_comparing()
    boxes = list(view.compare.boxes.values())
    boxes[2].click()
    boxes[3].click()
    assert len(view.compare.ticked) == 4
    assert not boxes[4].isEnabled()
    for box in boxes[:3]:
        box.click()
    assert boxes[4].isEnabled()
    assert "Kies er 2, 3 of 4" in texts(view.compare)
    assert not view.compare.copy.isVisible()


def test_scenarios_of_one_municipality_are_compared_first(shown: Shown, state: AppState) -> None:
    kept(state, "Voerendaal eerst")
    kept(state, "Heerlen", municipality=HEERLEN)
    kept(state, "Voerendaal nu", {"demand_growth": 1.0})
    view = shown()
    view.begin_comparing()
    assert view.compare.ticked == (3, 1)


def test_a_comparison_of_a_municipality_that_left_says_why_it_cannot_be(
    shown: Shown, state: AppState
) -> None:
    saved = replace(kept(state, "Hier"), number=0, municipality="GM0001", name="Elders")
    saved_scenarios.save(state.session, saved)
    view = shown()
    view.begin_comparing()
    assert "GM0001" in texts(view.compare)


def test_the_page_of_a_scenario_is_saved_where_the_reader_says(
    shown: Shown, state: AppState, notices: list[Notice], monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    kept(state, "Groei: 3%")
    asked: list[str] = []

    def choose(_parent: QWidget, _title: str, name: str, _kind: str) -> tuple[str, str]:
        asked.append(name)
        return answers.pop(0), ""

    answers = [str(tmp_path / "groei"), str(tmp_path / "geen map" / "groei.pdf"), ""]
    monkeypatch.setattr(QFileDialog, "getSaveFileName", choose)
    view = shown()
    for _ in range(3):
        detail_of(view).pdf.click()
    assert asked[0] == "Groei 3%.pdf"
    assert (tmp_path / "groei.pdf").read_bytes().startswith(b"%PDF")
    assert notices[0].message == "Het scenario is bewaard als groei.pdf."
    assert "kan niet worden bewaard" in notices[1].message
    assert len(notices) == 2


def test_an_agreement_is_asked_for_the_open_scenario(shown: Shown, qtbot: QtBot, state: AppState) -> None:
    saved = kept(state, "Groei")
    view = shown()
    with qtbot.waitSignal(view.agreement_asked) as asked:
        detail_of(view).agree.click()
    assert asked.args == [saved.number]


def test_everything_is_reached_by_keyboard_and_has_a_name(shown: Shown, state: AppState) -> None:
    kept(state, "Eerst")
    kept(state, "Tweede")
    view = shown()
    view.list.setFocus()
    press(Qt.Key.Key_Down)
    press(Qt.Key.Key_Return)
    assert detail_of(view).saved.name == "Eerst"
    reached = []
    for _ in range(20):
        press(Qt.Key.Key_Tab)
        focused = QApplication.focusWidget()
        reached.append(focused)
        assert focused is not None
        assert focused.accessibleName() or (isinstance(focused, QPushButton) and focused.text())
    detail = detail_of(view)
    buttons = [detail.restore, detail.edit, detail.copy, detail.agree, detail.pdf, detail.remove]
    places = [reached.index(button) for button in buttons]
    assert places == sorted(places)
    detail.edit.setFocus()
    press(Qt.Key.Key_Space)
    for field in (
        form_of(view).name,
        form_of(view).question,
        form_of(view).decision,
        form_of(view).made_field,
    ):
        assert field.field.accessibleName() or field.field.focusProxy() is not None


def test_in_a_narrow_window_with_large_text_list_and_scenario_take_turns(
    shown: Shown, qapp: QApplication, state: AppState
) -> None:
    kept(state, "Eerst")
    apply_theme(qapp, Theme(scale=2.0))
    view = shown(900)
    assert view.list.isVisible()
    assert not detail_of(view).isVisible()
    view.list.setFocus()
    press(Qt.Key.Key_Return)
    assert detail_of(view).isVisible()
    assert view.panes.back.hasFocus()


def test_what_was_expected_and_measured_opens_its_explanation_by_keyboard(
    shown: Shown, state: AppState
) -> None:
    saved = kept(state, "Groei")
    saved_scenarios.remove(state.session, saved.number)
    saved_scenarios.save(state.session, replace(saved, number=0, made_on=date(2019, 6, 1)))
    quarters = [Period(2020, PeriodKind.QUARTER, number) for number in (1, 2, 3, 4)]
    batches.add(
        state.session.store,
        file="cijfers.csv",
        sha256="0",
        layout="long",
        by="Griffie",
        at=datetime(2021, 2, 1, tzinfo=UTC),
        observations=[Observation(ObservationKey("IND-01", VOERENDAAL, one), 98.0) for one in quarters],
    )
    view = shown()
    (reason,) = detail_of(view).findChildren(ForecastReason)
    reason.why.setFocus()
    press(Qt.Key.Key_Space)
    said = texts(reason)
    assert "Gemeten in 2020: 98%" in said
    assert "(98 + 98 + 98 + 98) ÷ 4 = 98" in said
    assert "‘cijfers.csv’, ingelezen op 1 februari 2021 door Griffie" in said
    assert "Verwacht in 2020" in said
    press(Qt.Key.Key_Escape)
    assert "Gemeten in 2020" not in texts(reason)
    assert QApplication.focusWidget() is reason.why


def test_four_scenarios_stand_beside_each_other_in_a_window_of_1280_pixels(
    shown: Shown, state: AppState
) -> None:
    kept(state, "Preventie en thuis", {"prevention_budget": 50_000.0, "inflow_shift": 30.0})
    kept(state, "Samen: preventie eerst", {"pgb_count": 400.0}, TOGETHER)
    kept(state, "Wachten", {"waiting_share": 60.0})
    kept(state, "Vraag groeit", {"demand_growth": 3.0})
    view = shown(1072)
    view.compare_button.click()
    for box in view.compare.boxes.values():
        box.setChecked(True)
    QTest.qWait(50)
    assert len(view.compare.ticked) == 4
    assert not any(table.is_stacked for table in view.compare.tables)


def test_four_scenarios_with_long_names_stand_beside_each_other_too(shown: Shown, state: AppState) -> None:
    longest = "Preventie eerst, daarna pas bezuinigen"
    kept(state, longest, {"prevention_budget": 50_000.0, "savings_scenario": "low"})
    kept(state, "Scenario van de rekenkamer", {"base_year": "mean"})
    kept(state, "Scenario B voorbeeld", {"base_year": "2016"})
    kept(state, "Tekort wordt wachten", {"waiting_share": 60.0})
    view = shown(1072)
    view.compare_button.click()
    for box in view.compare.boxes.values():
        box.setChecked(True)
    QTest.qWait(50)
    assert not any(table.is_stacked for table in view.compare.tables)
    for table in (one.table for one in view.compare.tables):
        head = table.horizontalHeader()
        assert not table.horizontalScrollBar().isVisible()
        for place, column in enumerate(table.columns):
            assert head.sectionSize(place) >= QFontMetrics(head.font()).size(0, column.heading).width()
        spoken = {
            table.model().headerData(place, Qt.Orientation.Horizontal, SPOKEN)
            for place in range(head.count())
        }
        assert longest in spoken
        assert longest in table.as_text().splitlines()[0].split("\t")
