"""‘Waardoor’: steps from the start to now, what matters most, and the same since a saved scenario."""

from collections.abc import Callable
from datetime import date
from itertools import pairwise

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QComboBox, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from raadsapp.domain.lever import LeverKind
from raadsapp.services.saved_scenarios import of, remove, save
from raadsapp.services.scenario import scenario
from raadsapp.services.scenario_causes import causes
from raadsapp.services.scenario_stakes import stakes
from raadsapp.ui.pages.scenario.causes_bars import tornado, waterfall
from raadsapp.ui.pages.scenario.causes_view import CausesView
from raadsapp.ui.pages.scenario.causes_work import AT_ONCE
from raadsapp.ui.pages.scenario.session import ScenarioSession
from raadsapp.ui.pages.scenario.views import VIEWS
from raadsapp.ui.state import AppState
from raadsapp.ui.widgets.bar_card import BarCard
from raadsapp.ui.widgets.bar_chart import BarChart
from raadsapp.ui.widgets.bar_rows import Look, Mark
from tests.core.shipped import dossier

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints")

VOERENDAAL, HEERLEN = "GM0986", "GM0917"
MANY: dict[str, float | str] = {"demand_growth": 5.0, "price_index": 2.5, "extra_budget": 50_000.0}

_ELEVEN: dict[str, float | str] = {
    "base_year": "2016",
    "youth_change": 1.0,
    "demand_growth": 3.0,
    "arrangements_change": 2.0,
    "price_index": 2.0,
    "pgb_count": 50.0,
    "prevention_yield": 2.0,
    "downscaling": 5.0,
    "savings_scenario": "low",
    "lumpsum_index": 1.0,
    "prevention_budget": 50_000.0,
}


@pytest.fixture
def view(
    qtbot: QtBot, state: AppState, levers: ScenarioSession, on_screen: Callable[[QWidget, int, int], None]
) -> CausesView:
    shown = CausesView(state, levers)
    levers.on_result(shown.show_result)
    levers.on_told(shown.show_words)
    shown.show_at_once(levers.result)
    on_screen(shown, 640, 900)
    qtbot.waitUntil(lambda: shown.waterfall.place.chart is not None)
    _chart(shown.tornado)
    return shown


def _chart(card: BarCard) -> BarChart:
    chart = card.place.fill()
    assert isinstance(chart, BarChart)
    return chart


def _labels(card: BarCard) -> list[str]:
    return [row.label for row in _chart(card).bars.rows]


def _choose(box: QComboBox, data: object) -> None:
    box.setCurrentIndex(box.findData(data))
    box.activated.emit(box.currentIndex())


def test_it_is_a_tab_beside_the_levers() -> None:
    assert CausesView in VIEWS


def test_before_anything_is_changed_it_says_so_and_what_to_do(view: CausesView) -> None:
    assert view.waterfall.words.title == "Er is nog geen schuif gewijzigd."
    assert view.waterfall.words.sentence.startswith("Wijzig een schuif.")
    assert _labels(view.waterfall) == []


def test_moved_levers_are_steps_with_both_kinds_apart(view: CausesView, levers: ScenarioSession) -> None:
    levers.apply(MANY, "drie schuiven")
    levers.work_out_if_due()
    assert _labels(view.waterfall) == [
        "Beginstand",
        "Groei van het gebruik",
        "Prijsstijging",
        "Aannames samen",
        "Extra geld voor JenS",
        "Nu",
    ]
    headings = [row.heading for row in _chart(view.waterfall).bars.rows if row.heading]
    assert headings == ["Aannames", "Beleid"]
    assert view.waterfall.words.title.startswith("Het saldo in 2022 gaat van")
    assert view.waterfall.words.mark == "met aannames"


def test_a_held_lever_finds_its_steps_worked_out_before_and_the_same(
    view: CausesView, levers: ScenarioSession
) -> None:
    levers.apply(MANY, "drie schuiven")
    view.hold_axes()
    for value in (5.5, 6.0, -2.0, 5.5, 0.0, 8.0):
        levers.set_lever("demand_growth", value)
        expected = waterfall(causes(levers.work_out().asked, "balance", 2022))
        shown = _chart(view.waterfall).bars
        assert [row.spoken for row in shown.rows] == [row.spoken for row in expected.rows]
        assert shown.table == expected.table


def test_each_step_begins_where_the_one_before_it_ended() -> None:
    asked = scenario(dossier(), VOERENDAAL, {**MANY, "savings_scenario": "low"})
    found = causes(asked, "balance", 2022)
    rows = [row.bars[0] for row in waterfall(found).rows]
    steps = [bar for bar in rows if bar.look in {Look.HATCHED, Look.SOLID}]
    assert steps[0].begin == found.start
    assert all(after.begin == pytest.approx(before.end) for before, after in pairwise(steps))
    assert steps[-1].end == pytest.approx(found.end)
    assert [bar.look for bar in (rows[0], rows[-1])] == [Look.POINT, Look.POINT]


def test_assumptions_are_hatched_policy_is_full_and_worse_is_marked() -> None:
    asked = scenario(dossier(), VOERENDAAL, {"demand_growth": 5, "extra_budget": 50_000})
    for key, marks in (("balance", (Mark.WORSE, Mark.BETTER)), ("clients", (Mark.PLAIN, Mark.PLAIN))):
        rows = {row.label: row.bars[0] for row in waterfall(causes(asked, key, 2022)).rows}
        demand, budget = rows["Groei van het gebruik"], rows["Extra geld voor JenS"]
        assert (demand.look, budget.look) == (Look.HATCHED, Look.SOLID)
        assert (demand.mark, budget.mark) == marks


def test_the_table_holds_every_step_and_both_sums() -> None:
    asked = scenario(dossier(), VOERENDAAL, MANY)
    found = causes(asked, "balance", 2022)
    table = waterfall(found).table
    assert table.columns == ("Stap", "Soort", "Van", "Naar", "Saldo 2022")
    assert [row[0] for row in table.rows][-2:] == ["Extra geld voor JenS", "Nu"]
    assert table.rows[3] == (
        "Aannames samen",
        "Aannames",
        "",
        "",
        round(found.together(LeverKind.ASSUMPTION)),
    )


def test_both_ends_of_an_assumption_say_what_they_are() -> None:
    bars = tornado(stakes(scenario(dossier(), VOERENDAAL, {}), "balance", 2022))
    first = bars.rows[0]
    assert first.label == "Groei van het gebruik"
    assert {bar.note for bar in first.bars} == {"bij −2,0% per jaar", "bij 6,0% per jaar"}
    assert first.spoken == (
        "Groei van het gebruik: bij −2,0% per jaar € 67.000 beter; bij 6,0% per jaar € 217.000 slechter"
    )
    assert bars.line_words == "nu: −€ 305.000"


def test_another_outcome_and_year_are_asked_by_the_fields(view: CausesView, levers: ScenarioSession) -> None:
    levers.apply(MANY, "drie schuiven")
    levers.work_out_if_due()
    _choose(view.asked.outcomes, "demand_cost")
    _choose(view.asked.years, 2026)
    assert view.waterfall.words.title.startswith("De hulp kost in 2026")
    assert "het bedrag dat de hulp kost in 2026" in view.tornado.words.title


def test_the_figure_itself_can_be_asked_for_its_reason(qtbot: QtBot, view: CausesView) -> None:
    _choose(view.asked.outcomes, "clients")
    _choose(view.asked.years, 2024)
    for card in (view.waterfall, view.tornado):
        buttons = card.findChildren(QPushButton)
        reason = next(button for button in buttons if button.text() == "Waarom dit getal?")
        with qtbot.waitSignal(view.reason_asked) as asked:
            reason.click()
        assert asked.args == [("clients", 2024)]


def test_while_a_lever_is_held_the_bars_keep_their_order(view: CausesView, levers: ScenarioSession) -> None:
    before = _labels(view.tornado)
    view.hold_axes()
    levers.apply({"demand_growth": -5.0, "price_index": 8.0, "pgb_count": 0.0}, "veel")
    levers.work_out_if_due()
    held = [label for label in _labels(view.tornado) if label in before]
    assert held == [label for label in before if label in held]
    view.release_axes()
    widest = stakes(levers.asked, "balance", 2022).swings
    assert _labels(view.tornado) == [swing.label for swing in widest]


def test_the_first_lever_that_is_held_gets_an_axis_for_all_of_its_range(
    view: CausesView, levers: ScenarioSession
) -> None:
    levers.begin_gesture()
    view.hold_axes()
    axes = set()
    for growth in (0.5, -5.0, 10.0):
        levers.set_lever("demand_growth", growth)
        levers.work_out_if_due()
        shown = _chart(view.waterfall).shown
        axes.add(shown)
        ends = [
            end
            for row in _chart(view.waterfall).bars.rows
            for bar in row.bars
            for end in (bar.begin, bar.end)
        ]
        assert shown.low <= min(ends) <= max(ends) <= shown.high
    assert len(axes) == 1


def test_a_saved_scenario_of_the_same_municipality_can_be_the_start(
    view: CausesView, state: AppState, levers: ScenarioSession
) -> None:
    asked = scenario(state.session.catalog, VOERENDAAL, {"demand_growth": 5.0})
    elsewhere = scenario(state.session.catalog, HEERLEN, {})
    for name, one in (("Voorjaar", asked), ("Elders", elsewhere)):
        kept, changes = save(state.session, of(state.session, one, name=name, made_on=date(2026, 4, 1)))
        state.announce(changes)
    texts = [view.asked.since.itemText(place) for place in range(view.asked.since.count())]
    assert texts == ["de beginstand", "Voorjaar (1 april 2026)"]
    levers.apply({"demand_growth": 5.0, "extra_budget": 40_000.0}, "twee")
    levers.work_out_if_due()
    _choose(view.asked.since, kept.number - 1)
    assert _labels(view.waterfall) == ["Voorjaar", "Extra geld voor JenS", "Nu"]
    state.announce(remove(state.session, kept.number - 1))
    assert view.asked.number == 0
    assert _labels(view.waterfall)[0] == "Beginstand"


def test_many_levers_are_worked_out_at_rest_and_it_is_said(
    qtbot: QtBot, view: CausesView, levers: ScenarioSession
) -> None:
    levers.apply(_ELEVEN, "veel")
    levers.work_out_if_due()
    assert len(_ELEVEN) > AT_ONCE
    assert view.waterfall.words.title == "De stappen worden bijgewerkt."
    qtbot.waitUntil(lambda: "bijgewerkt" not in view.waterfall.words.title, timeout=5_000)
    assert len(_labels(view.waterfall)) == len(_ELEVEN) + 4


def test_the_last_question_is_the_one_that_is_answered(
    qtbot: QtBot, view: CausesView, levers: ScenarioSession
) -> None:
    levers.apply(_ELEVEN, "veel")
    levers.work_out_if_due()
    qtbot.wait(160)
    levers.start_from({"demand_growth": 1.0}, "alleen groei")
    levers.work_out_if_due()
    QTest.qWait(300)
    assert _labels(view.waterfall) == ["Beginstand", "Groei van het gebruik", "Nu"]


def test_a_scaled_municipality_is_marked(view: CausesView, levers: ScenarioSession) -> None:
    view.start_afresh()
    levers.set_municipality(HEERLEN)
    levers.work_out_if_due()
    assert "schatting" in view.waterfall.words.mark
    assert "schatting" in view.tornado.words.mark


def test_the_bars_are_read_by_keys_and_named_for_screen_readers(view: CausesView) -> None:
    chart = _chart(view.tornado)
    chart.setFocus()
    QTest.keyClick(chart, Qt.Key.Key_Down)
    assert chart.reading == 0
    assert chart.spoken(0).startswith("Groei van het gebruik: bij")
    assert chart.accessibleName() == view.tornado.words.title
