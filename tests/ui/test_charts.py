"""Charts: axes in round steps, areas that measure what they show, reading by mouse and keyboard, ways out."""

import subprocess
import sys
from itertools import pairwise
from math import inf
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QGuiApplication, QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QGraphicsView, QPushButton, QTableWidget
from pytestqt.qtbot import QtBot

from raadsapp.ui.state import AppState, Notice
from raadsapp.ui.theme.applying import apply_theme
from raadsapp.ui.theme.tokens import Mode, Theme
from raadsapp.ui.widgets.chart_card import ChartCard
from raadsapp.ui.widgets.chart_scale import Scale, eased, money_label, scale_for
from raadsapp.ui.widgets.chart_table import ChartTable, Figure, as_text
from raadsapp.ui.widgets.chart_words import ChartWords
from raadsapp.ui.widgets.money_areas import Area, areas, step_line
from raadsapp.ui.widgets.money_card import MoneyCard
from raadsapp.ui.widgets.money_chart import MoneyChart

YEARS = tuple(range(2019, 2027))
LUMPSUM = (1_450_000, 1_450_000, 1_350_000, 1_200_000, 1_200_000, 1_200_000, 1_200_000, 1_200_000)
COST = (1_461_718, 1_475_568, 1_491_422, 1_504_819, 1_518_000, 1_546_000, 1_573_000, 1_597_000)
WORDS = ChartWords(
    title="In 2022 kost de hulp € 305.000 meer dan het vaste bedrag.",
    subtitle="Voerendaal",
    mark="schatting: opgeschaald",
    source="Bron: rekenkamerrapport 2018, §4.1",
)

# The platform without a screen has no use for the size hints of windows, and says so.
pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints")

amounts = st.floats(min_value=-1e9, max_value=1e9).filter(lambda value: value == 0 or abs(value) > 1)


@pytest.fixture
def chart(qtbot: QtBot) -> MoneyChart:
    shown = MoneyChart()
    qtbot.addWidget(shown)
    shown.resize(700, 420)
    shown.show_outcome(YEARS, LUMPSUM, COST, 2022)
    shown.show()
    QApplication.processEvents()
    return shown


@pytest.fixture
def card(qtbot: QtBot, state: AppState) -> MoneyCard:
    shown = MoneyCard(state)
    qtbot.addWidget(shown)
    shown.resize(700, 600)
    shown.show_words(WORDS)
    shown.show_outcome(YEARS, LUMPSUM, COST, 2022)
    shown.show()
    qtbot.waitUntil(lambda: shown.place.chart is not None)
    return shown


@given(st.lists(amounts, min_size=1, max_size=16))
def test_a_scale_holds_every_value_and_zero_in_few_round_steps(values: list[float]) -> None:
    scale = scale_for(values)
    assert scale.holds([*values, 0.0])
    assert 1 <= len(scale.ticks) <= 12
    assert 0.0 in scale.ticks


def test_a_scale_stays_while_the_values_fit_and_fill_it() -> None:
    scale = scale_for([1_500_000])
    assert eased(scale, [1_400_000]) == scale
    assert eased(scale, [1_900_000]) != scale
    assert eased(scale, [300_000]).high < scale.high


def test_a_scale_of_nothing_is_still_a_scale() -> None:
    assert scale_for([0.0]) == Scale()


@pytest.mark.parametrize(
    ("value", "label"),
    [
        (0, "€ 0"),
        (300_000, "€ 300.000"),
        (1_000_000, "€ 1 mln"),
        (1_250_000, "€ 1,25 mln"),
        (-2_500_000, "−€ 2,5 mln"),
    ],
)
def test_labels_on_the_money_axis_are_short_and_dutch(value: float, label: str) -> None:
    assert money_label(value) == label


@given(st.lists(st.tuples(amounts, amounts), min_size=2, max_size=8))
def test_the_areas_measure_the_gap_between_cost_and_fixed_amount(pairs: list[tuple[float, float]]) -> None:
    fixed, cost = [pair[0] for pair in pairs], [pair[1] for pair in pairs]
    found = areas(range(len(pairs)), fixed, cost)
    total = sum((1 if area.shortage else -1) * abs(_surface(area)) for area in found)
    assert total == pytest.approx(_gap(fixed, cost), rel=1e-6, abs=1e-3 * max(map(abs, [*fixed, *cost, 1.0])))


def _surface(area: Area) -> float:
    points = [*area.outline, area.outline[0]]
    return sum(a[0] * b[1] - b[0] * a[1] for a, b in pairwise(points)) / 2


def _gap(fixed: list[float], cost: list[float]) -> float:
    halves = 0.0
    for left in range(len(fixed) - 1):
        middle = (cost[left] + cost[left + 1]) / 2
        halves += ((cost[left] + middle) / 2 - fixed[left]) / 2
        halves += ((middle + cost[left + 1]) / 2 - fixed[left + 1]) / 2
    return halves


def test_a_surplus_and_a_shortage_are_different_areas() -> None:
    found = areas((0, 1, 2), (10, 10, 10), (5, 10, 15))
    assert [area.shortage for area in found] == [False, True]
    assert areas((0, 1), (10, 10), (10, 10)) == []


def test_each_amount_holds_for_its_whole_year() -> None:
    assert step_line((2019, 2020), (5, 6)) == [(2018.5, 5), (2019.5, 5), (2019.5, 6), (2020.5, 6)]


def test_arrow_keys_read_the_years_one_by_one_and_say_them(chart: MoneyChart) -> None:
    QTest.keyClick(chart, Qt.Key.Key_Home)
    QTest.keyClick(chart, Qt.Key.Key_Right)
    assert chart.reading == 1
    assert chart.spoken(1) == "2020; vast bedrag € 1.450.000; verwachte kosten € 1.475.568; tekort € 25.568"
    QTest.keyClick(chart, Qt.Key.Key_End)
    QTest.keyClick(chart, Qt.Key.Key_Right)
    assert chart.reading == len(YEARS) - 1
    QTest.keyClick(chart, Qt.Key.Key_Left)
    assert chart.reading == len(YEARS) - 2
    QTest.keyClick(chart, Qt.Key.Key_Escape)
    assert chart.reading is None


def test_a_year_with_exactly_enough_says_so(chart: MoneyChart) -> None:
    chart.show_outcome((2019, 2020), (100, 100), (100, 90))
    assert chart.spoken(0).endswith("precies genoeg")
    assert chart.spoken(1).endswith("overschot € 10")


def test_the_mouse_reads_a_year_and_moves_no_axis(chart: MoneyChart) -> None:
    before = chart.frame()
    middle = QPoint(int(before.x(2022)), int(before.area.center().y()))
    QTest.mouseMove(chart, middle)
    QTest.mousePress(chart, Qt.MouseButton.LeftButton, pos=middle)
    QTest.mouseMove(chart, middle + QPoint(60, 60))
    QTest.mouseRelease(chart, Qt.MouseButton.LeftButton, pos=middle + QPoint(60, 60))
    assert chart.reading is not None
    assert chart.frame() == before
    QTest.mouseMove(chart, QPoint(2, 2))
    assert (chart.reading, chart.asked_year) == (YEARS.index(2022), 2022)
    QTest.mouseClick(chart, Qt.MouseButton.LeftButton, pos=middle)
    assert chart.asked_year is None


def test_axes_hold_while_a_lever_is_held_and_ease_once_after(qtbot: QtBot, chart: MoneyChart) -> None:
    before = chart.frame()
    chart.hold()
    chart.show_outcome(YEARS, LUMPSUM, [2 * value for value in COST])
    assert chart.frame() == before
    chart.release()
    qtbot.waitUntil(lambda: chart.frame().high > 2 * COST[-1])
    at_rest = chart.frame()
    chart.show_outcome(YEARS, LUMPSUM, [2 * value - 1000 for value in COST])
    assert chart.frame() == at_rest


def test_other_years_or_a_fresh_start_take_new_axes_at_once(chart: MoneyChart) -> None:
    chart.start_afresh()
    chart.show_outcome(YEARS, [10 * value for value in LUMPSUM], [10 * value for value in COST])
    assert chart.frame().high > 10 * COST[-1]
    chart.show_outcome((2019, 2020), (5, 5), (4, 6))
    assert chart.frame().last == 2020
    assert chart.frame().high < 10


def test_a_chart_follows_the_theme_and_the_text_size(chart: MoneyChart) -> None:
    app = QApplication.instance()
    assert isinstance(app, QApplication)
    light, narrow = chart.grab().toImage(), chart.frame().area.width()
    try:
        apply_theme(app, Theme(Mode.DARK, 2.0))
        QApplication.processEvents()
        assert chart.theme == Theme(Mode.DARK, 2.0)
        assert chart.grab().toImage().pixelColor(20, 20) != light.pixelColor(20, 20)
        assert chart.frame().area.width() < narrow
    finally:
        apply_theme(app, Theme())


def test_a_chart_is_loaded_after_the_page_was_painted(qtbot: QtBot, state: AppState) -> None:
    shown = MoneyCard(state)
    qtbot.addWidget(shown)
    shown.show_outcome(YEARS, LUMPSUM, COST)
    assert not shown.findChildren(MoneyChart)
    shown.show()
    qtbot.waitUntil(lambda: bool(shown.findChildren(MoneyChart)))
    assert shown.place.fill().table().rows[3][:3] == ("2022", 1_200_000, 1_504_819)


def test_pages_load_without_the_chart_library() -> None:
    asked = "import sys, raadsapp.ui.pages.scenario; sys.exit('pyqtgraph' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", asked], check=False).returncode == 0


def test_a_chart_is_named_for_assistive_technology(card: MoneyCard) -> None:
    chart = card.place.fill()
    assert chart.accessibleName() == WORDS.title
    assert chart.accessibleDescription() == WORDS.title
    assert chart.focusPolicy() == Qt.FocusPolicy.StrongFocus


def test_the_table_shows_what_the_chart_shows(card: MoneyCard) -> None:
    card.show_as_table(asked=True)
    table = card.findChildren(QTableWidget)[0]
    assert table.isVisible()
    cells = [table.item(3, column) for column in range(4)]
    assert [cell.text() for cell in cells if cell] == ["2022", "€ 1.200.000", "€ 1.504.819", "−€ 304.819"]
    card.show_outcome(YEARS, LUMPSUM, LUMPSUM)
    assert [cell.text() for cell in (table.item(3, 3),) if cell] == ["€ 0"]
    card.show_as_table(asked=False)
    assert card.place.isVisible()


def test_copied_figures_paste_into_a_spreadsheet_with_their_source(card: MoneyCard) -> None:
    card.copy_data()
    lines = QGuiApplication.clipboard().text().split("\n")
    assert lines[0] == "Jaar\tVast bedrag\tVerwachte kosten\tVerschil"
    assert lines[4] == "2022\t1200000\t1504819\t-304819"
    assert lines[-3:] == [WORDS.title, WORDS.mark, WORDS.source]


def test_figures_in_another_unit_are_shown_in_words_and_copied_as_numbers() -> None:
    table = ChartTable(
        ("Jaar", "Wachttijd"), (("2022", Figure(2.5, "2 weken")), ("2023", Figure(inf, "> 52")))
    )
    assert as_text(table) == "Jaar\tWachttijd\n2022\t2,5\n2023\t> 52"


def test_a_card_asks_why_a_figure_is_what_it_is(qtbot: QtBot, state: AppState) -> None:
    shown = ChartCard(state, MoneyChart, "geldlijn", explains=("demand_cost",))
    qtbot.addWidget(shown)
    asked: list[tuple[str, int]] = []
    shown.reason_asked.connect(asked.append)
    chart = shown.place.fill()
    assert isinstance(chart, MoneyChart)
    chart.show_outcome(YEARS, LUMPSUM, COST)
    button = next(button for button in shown.findChildren(QPushButton) if "Waarom" in button.text())
    button.click()
    QTest.keyClick(chart, Qt.Key.Key_End)
    button.click()
    assert asked == [("demand_cost", 2022), ("demand_cost", 2026)]


def test_a_card_with_several_outcomes_asks_which(qtbot: QtBot, state: AppState) -> None:
    shown = ChartCard(state, MoneyChart, "geldlijn", explains=("lumpsum", "demand_cost"))
    qtbot.addWidget(shown)
    asked: list[tuple[str, int]] = []
    shown.reason_asked.connect(asked.append)
    button = next(button for button in shown.findChildren(QPushButton) if "Waarom" in button.text())
    actions = button.menu().actions()
    assert [action.text() for action in actions] == ["Vast bedrag", "Kosten van de hulp"]
    actions[0].trigger()
    assert asked == [("lumpsum", 2022)]


def test_a_copied_picture_is_sharper_than_the_screen(card: MoneyCard) -> None:
    card.copy_picture()
    assert QGuiApplication.clipboard().image().width() > 2 * card.place.fill().width()


def test_a_chart_is_saved_as_png_and_as_svg(card: MoneyCard, state: AppState, tmp_path: Path) -> None:
    said: list[Notice] = []
    state.on_notice(said.append)
    card.save(tmp_path / "geldlijn.png")
    card.save(tmp_path / "geldlijn.svg")
    assert QImage(str(tmp_path / "geldlijn.png")).height() > card.place.fill().height()
    drawing = (tmp_path / "geldlijn.svg").read_text(encoding="utf-8")
    assert WORDS.title in drawing
    assert "verwachte kosten" in drawing
    assert [notice.message for notice in said] == [
        "De grafiek is bewaard als geldlijn.png.",
        "De grafiek is bewaard als geldlijn.svg.",
    ]


@pytest.mark.parametrize("name", ["geldlijn.png", "geldlijn.svg"])
def test_a_place_that_cannot_be_written_is_said(
    card: MoneyCard, state: AppState, tmp_path: Path, name: str
) -> None:
    said: list[Notice] = []
    state.on_notice(said.append)
    card.save(tmp_path / "geen-map" / name)
    assert said[0].message.endswith("Kies een andere map of naam.")


def test_scrolling_over_a_chart_scrolls_the_page(chart: MoneyChart) -> None:
    assert chart.findChildren(QGraphicsView)[0].testAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
