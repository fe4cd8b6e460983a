"""Charts of a scenario: money with waiting, who helps and who pays; read, copied, held and asked about."""

from dataclasses import replace
from math import inf

import numpy as np
import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton
from pytestqt.qtbot import QtBot

from raadsapp.model.scenario import Outcome
from raadsapp.model.uncertainty import Band, Quantiles
from raadsapp.services.scenario import outcome, scenario
from raadsapp.services.scenario_money_words import money_finding
from raadsapp.ui.pages.scenario.money_view import MoneyView
from raadsapp.ui.pages.scenario.payers_view import PayersView
from raadsapp.ui.pages.scenario.result_view import ResultView
from raadsapp.ui.pages.scenario.session import Result, ScenarioSession
from raadsapp.ui.state import AppState
from raadsapp.ui.theme.applying import apply_theme
from raadsapp.ui.theme.tokens import Mode, Theme
from raadsapp.ui.widgets.chart_place import ChartPlace
from raadsapp.ui.widgets.chart_table import Figure
from raadsapp.ui.widgets.finding import Finding
from raadsapp.ui.widgets.money_waiting_chart import MoneyWaitingChart
from raadsapp.ui.widgets.text import Text
from raadsapp.ui.widgets.waiting_chart import WaitingChart
from raadsapp.ui.widgets.year_chart import YearChart

VOERENDAAL, HEERLEN = "GM0986", "GM0917"
YEARS = tuple(range(2019, 2027))

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints")


def result_of(state: AppState, code: str = VOERENDAAL, *, band: bool = True, **changes: float) -> Result:
    """A result with a band of a tenth below and above the levers as they stand."""
    asked = scenario(state.session.catalog, code, changes)
    found = outcome(asked)
    keys = ("demand_cost", *MoneyView.outcomes[1:], *PayersView.outcomes)
    quantiles = tuple(
        Quantiles(outcome=key, p10=0.9 * values, p50=values, p90=1.1 * values)
        for key, values in ((key, getattr(found, key)[0]) for key in keys)
    )
    drawn = Band(draws=10, seed=0, quantiles=quantiles, share_fits=np.ones(len(YEARS)))
    return Result(asked, found, drawn if band else None, "")


def shown(qtbot: QtBot, state: AppState, kind: type[ResultView], width: int, height: int) -> ResultView:
    view = kind(state, ScenarioSession(state.session.catalog, VOERENDAAL))
    qtbot.addWidget(view)
    view.resize(width, height)
    view.show_at_once(result_of(state, waiting_share=50))
    view.show()
    for place in view.findChildren(ChartPlace):
        place.fill()
    QApplication.processEvents()
    return view


@pytest.fixture
def money(qtbot: QtBot, state: AppState) -> MoneyView:
    view = shown(qtbot, state, MoneyView, 600, 560)
    assert isinstance(view, MoneyView)
    return view


@pytest.fixture
def payers(qtbot: QtBot, state: AppState) -> PayersView:
    view = shown(qtbot, state, PayersView, 600, 1500)
    assert isinstance(view, PayersView)
    return view


def both(view: MoneyView) -> MoneyWaitingChart:
    chart = view.card.place.fill()
    assert isinstance(chart, MoneyWaitingChart)
    return chart


def test_money_and_waiting_are_both_in_view_beside_the_levers(money: MoneyView) -> None:
    chart = both(money)
    assert money.height() == 560
    assert chart.waiting.height() > 90
    assert chart.money.geometry().bottom() < chart.waiting.geometry().top()
    left, right = chart.money.frame().area, chart.waiting.frame().area
    assert (left.left(), left.width()) == (right.left(), right.width())


def test_with_room_the_waiting_line_stands_beside_the_money(money: MoneyView) -> None:
    money.resize(1100, 560)
    QApplication.processEvents()
    chart = both(money)
    assert chart.money.geometry().right() < chart.waiting.geometry().left()


def test_the_finding_is_that_of_the_result(money: MoneyView, state: AppState) -> None:
    result = result_of(state, HEERLEN, demand_growth=3)
    money.show_at_once(result)
    finding = money_finding(result.asked, result.outcome, result.band)
    assert (money.card.words.title, money.card.words.sentence) == (finding.title, finding.sentence)
    assert "opgeschaald" in money.card.words.mark
    labels = [text.plain_text for text in money.findChildren(Text)]
    assert finding.title.replace("€ ", "€\xa0").replace(" miljoen", "\xa0miljoen") in labels


def test_the_middle_draw_is_called_so_and_without_a_band_it_is_not(money: MoneyView, state: AppState) -> None:
    assert "middelste variant" in both(money).spoken(3)
    assert "8 van de 10 varianten" in both(money).spoken(3)
    money.show_at_once(result_of(state, band=False))
    assert "verwachte kosten" in both(money).spoken(3)
    assert "varianten" not in both(money).spoken(3)


def test_a_year_is_read_in_money_and_weeks_at_once(money: MoneyView) -> None:
    chart = both(money)
    QTest.keyClick(chart, Qt.Key.Key_End)
    assert (chart.reading, chart.money.reading, chart.waiting.reading) == (7, 7, 7)
    assert chart.spoken(7).startswith("2026; vast bedrag € 1.200.000; ")
    assert "weken" in chart.spoken(7)
    below = chart.waiting.pos() + QPoint(chart.waiting.width() // 3, chart.waiting.height() // 2)
    QTest.mouseMove(chart, below)
    assert chart.money.reading == chart.waiting.reading == chart.reading != 7
    QTest.mouseMove(chart, QPoint(1, 1))
    assert chart.reading == 7
    QTest.keyClick(chart, Qt.Key.Key_Escape)
    assert chart.reading is None


def test_money_and_weeks_stand_on_one_row_and_are_copied_as_numbers(money: MoneyView) -> None:
    table = both(money).table()
    assert table.columns[0] == "Jaar"
    assert table.columns[3:5] == ("Verschil", "Middelste wachttijd")
    assert len(table.columns) == len(table.rows[0]) == len(set(table.columns))
    money.card.copy_data()
    lines = QGuiApplication.clipboard().text().split("\n")
    assert lines[4].startswith("2022\t1200000\t1504819\t-304819\t")
    assert lines[-2] == "met aannames"


def test_a_copied_picture_holds_money_and_waiting(money: MoneyView) -> None:
    money.card.copy_picture()
    assert QGuiApplication.clipboard().image().height() > 2 * both(money).height()


def test_beyond_a_year_a_wait_is_only_marked(qtbot: QtBot) -> None:
    chart = WaitingChart()
    qtbot.addWidget(chart)
    chart.resize(400, 200)
    chart.show_outcome(YEARS, [0, 0, 10, 60, inf, inf, 55, 53], 2022)
    chart.show()
    QApplication.processEvents()
    assert chart.frame().high <= 60
    assert chart.spoken(4) == "2023; wachttijd > 52 weken"
    cell = chart.table().rows[4][1]
    assert isinstance(cell, Figure)
    assert cell.text == "> 52 weken"


def test_next_to_no_wait_looks_like_it(qtbot: QtBot) -> None:
    chart = WaitingChart()
    qtbot.addWidget(chart)
    chart.show_outcome(YEARS, [0.2] * 8, 2022)
    assert chart.frame().high >= 13


def test_axes_hold_while_a_lever_is_held(qtbot: QtBot, money: MoneyView, state: AppState) -> None:
    before = both(money).money.frame(), both(money).waiting.frame()
    money.hold_axes()
    money.show_at_once(result_of(state, demand_growth=10, waiting_share=90))
    assert (both(money).money.frame(), both(money).waiting.frame()) == before
    money.release_axes()
    qtbot.waitUntil(lambda: both(money).money.frame().high > before[0].high)


def test_another_municipality_takes_new_axes_and_sources_at_once(money: MoneyView, state: AppState) -> None:
    source = money.card.words.source
    money.start_afresh()
    money.show_at_once(result_of(state, HEERLEN))
    assert both(money).money.frame().high > 10_000_000
    assert money.card.words.source != source


def test_why_is_asked_of_the_year_that_is_read(money: MoneyView) -> None:
    asked: list[tuple[str, int]] = []
    money.reason_asked.connect(asked.append)
    both(money).keep(5)
    button = next(button for button in money.findChildren(QPushButton) if "Waarom" in button.text())
    button.menu().actions()[-1].trigger()
    assert asked == [("waiting_weeks", 2024)]


def test_every_small_chart_has_its_finding_its_sentence_and_its_source(payers: PayersView) -> None:
    for card in payers.cards:
        assert card.words.title.endswith(".")
        assert card.words.sentence.endswith(".")
        assert card.words.source.startswith("Bron")
        assert card.words.mark
        chart = card.place.fill()
        assert chart.accessibleName() == card.words.title
        assert chart.height() >= 150
        assert len(chart.table().rows) == len(YEARS)
        assert chart.spoken(3).startswith("2022; ")


def test_what_the_municipality_pays_is_stacked_from_its_parts(payers: PayersView) -> None:
    chart = payers.payers.place.fill()
    assert isinstance(chart, YearChart)
    columns = chart.table().columns
    assert columns == ("Jaar", "Vast bedrag", "Extra bijdrage", "Preventie", "Verblijf en crisishulp")
    assert chart.frame().high > 2_000_000
    assert chart.frame().low == 0


def test_a_shortage_of_the_cooperative_lies_below_zero(payers: PayersView, state: AppState) -> None:
    payers.show_at_once(result_of(state))
    chart = payers.cooperative.place.fill()
    assert isinstance(chart, YearChart)
    assert chart.frame().low < 0
    assert "opgeteld −€ " in chart.spoken(7)


def test_the_sentence_of_a_small_chart_follows_when_figures_rest(
    qtbot: QtBot, payers: PayersView, state: AppState
) -> None:
    payers.show_at_once(result_of(state, demand_growth=4))
    sentence = payers.helped.words.sentence
    qtbot.waitUntil(lambda: sentence in [text.plain_text for text in payers.helped.findChildren(Text)])


def test_small_charts_hold_their_axes_too(qtbot: QtBot, payers: PayersView, state: AppState) -> None:
    chart = payers.helped.place.fill()
    assert isinstance(chart, YearChart)
    before = chart.frame()
    payers.hold_axes()
    payers.show_at_once(result_of(state, demand_growth=10))
    assert chart.frame() == before
    payers.release_axes()
    qtbot.waitUntil(lambda: chart.frame().high > before.high)
    payers.start_afresh()
    payers.show_at_once(result_of(state, HEERLEN))
    assert chart.frame().high > 1000


def test_views_show_what_came_before_their_charts(qtbot: QtBot, state: AppState) -> None:
    for kind in (MoneyView, PayersView):
        view = kind(state, ScenarioSession(state.session.catalog, VOERENDAAL))
        qtbot.addWidget(view)
        view.hold_axes()
        view.release_axes()
        view.start_afresh()
        view.show_at_once(result_of(state))
        rows = [place.fill().table().rows for place in view.findChildren(ChartPlace)]
        assert all(row[0][0] == "2019" for row in rows)


@pytest.mark.parametrize("theme", [Theme(Mode.DARK, 2.0), Theme(Mode.CONTRAST, 1.4)])
def test_words_keep_just_the_height_they_need_in_any_theme_and_size(
    qtbot: QtBot, money: MoneyView, theme: Theme
) -> None:
    app = QApplication.instance()
    assert isinstance(app, QApplication)
    apply_theme(app, theme)
    for width in (600, 420, 980):
        money.resize(width, 700)
        qtbot.waitUntil(lambda: _fit(money))


def _fit(view: MoneyView) -> bool:
    """Whether all words around the chart have all the height they ask for."""
    found = [finding for finding in view.findChildren(Finding) if finding.isVisible()]
    return bool(found) and all(
        text.height() == finding.height() == text.heightForWidth(text.width())
        for finding in found
        for text in finding.findChildren(Text)
    )


def test_an_outcome_with_an_endless_wait_is_shown_without_a_fault(money: MoneyView, state: AppState) -> None:
    result = result_of(state, band=False)
    weeks = np.full_like(result.outcome.gap, inf)
    endless = Outcome(lambda name: weeks if name == "waiting_weeks" else getattr(result.outcome, name))
    money.show_at_once(replace(result, outcome=endless))
    assert money.card.words.title.endswith("langer dan een jaar wachten.")
    assert not money.grab().isNull()
