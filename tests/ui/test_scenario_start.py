"""‘Startpunt’: starting points beside the lumpsum, what the budget counted, young people by age."""

from collections.abc import Callable
from itertools import pairwise

import pytest
from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QColor, QImage, QPainter
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from raadsapp.services.scenario import outcome, scenario
from raadsapp.services.scenario_budgeted import budgeted
from raadsapp.services.scenario_start import start_lines
from raadsapp.services.scenario_youth import youth_ages
from raadsapp.ui.pages.scenario.session import ScenarioSession
from raadsapp.ui.pages.scenario.start_charts import budgeted_chart, start_chart, youth_chart
from raadsapp.ui.pages.scenario.start_view import StartView
from raadsapp.ui.pages.scenario.views import VIEWS
from raadsapp.ui.state import AppState
from raadsapp.ui.theme.applying import apply_theme
from raadsapp.ui.theme.tokens import Mode, Theme
from raadsapp.ui.widgets.line_card import LineCard
from raadsapp.ui.widgets.line_chart import LineChart, apart, draw_marker
from raadsapp.ui.widgets.line_rows import Marker
from tests.core.shipped import dossier

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints")

VOERENDAAL, HEERLEN = "GM0986", "GM0917"


@pytest.fixture
def view(
    state: AppState, levers: ScenarioSession, on_screen: Callable[[QWidget, int, int], None]
) -> StartView:
    shown = StartView(state, levers)
    levers.on_result(shown.show_result)
    levers.on_told(shown.show_words)
    shown.show_at_once(levers.result)
    on_screen(shown, 640, 2400)
    return shown


def _chart(card: LineCard) -> LineChart:
    chart = card.place.fill()
    assert isinstance(chart, LineChart)
    return chart


def test_it_is_a_tab_beside_the_levers() -> None:
    assert StartView in VIEWS


def test_every_starting_point_is_a_line_beside_the_lumpsum(view: StartView) -> None:
    table = _chart(view.points).table()
    assert table.columns == (
        "Jaar",
        "Vast bedrag",
        "Begroting 2018",
        "2015",
        "2016",
        "2017",
        "Gemiddelde 2015–2017",
    )
    came_out = outcome(scenario(dossier(), VOERENDAAL, {}))
    assert table.rows[3][:3] == ("2022", 1_200_000, round(came_out.demand_cost[0, 3]))


def test_the_lines_follow_the_levers(view: StartView, levers: ScenarioSession) -> None:
    def costs() -> list[int]:
        return [cell for cell in _chart(view.points).table().rows[3] if isinstance(cell, int)][1:]

    before = costs()
    levers.apply({"demand_growth": 5.0}, "groei")
    levers.work_out_if_due()
    assert len(before) == len(start_lines(levers.asked).lines)
    assert all(new > old for old, new in zip(before, costs(), strict=True))


def test_the_chosen_starting_point_stands_out() -> None:
    lines = start_chart(start_lines(scenario(dossier(), VOERENDAAL, {"base_year": "2016"}))).lines
    assert [line.name for line in lines if line.strong] == ["2016"]


def test_no_two_lines_look_alike() -> None:
    for lines in (
        start_chart(start_lines(scenario(dossier(), VOERENDAAL, {}))).lines,
        youth_chart(youth_ages(dossier(), scenario(dossier(), VOERENDAAL, {}))).lines,
    ):
        assert len({line.colour for line in lines}) == len({line.marker for line in lines}) == len(lines)


def test_what_the_budget_lacks_is_drawn_beside_what_it_counted() -> None:
    rows = {row.label: row for row in budgeted_chart(budgeted(dossier())).rows}
    lacking, counted = rows["2017 in de begroting"].bars
    assert (lacking.begin, lacking.end) == (counted.end, 1_501_643)
    assert rows["2017 in de begroting"].spoken == (
        "2017 in de begroting: € 1.267.423, € 234.220 lager, afgeleid"
    )


def test_the_budget_says_that_it_is_derived_and_from_where(view: StartView) -> None:
    words = view.budget.words
    assert words.mark == "afgeleid"
    assert "Artikel 2021" in words.source
    assert "Voerendaal" in words.subtitle


def test_ages_say_which_years_are_worked_out(view: StartView) -> None:
    rows = _chart(view.youth).table().rows
    assert rows[2][0] == "2017"
    assert rows[3][0] == "2018, berekend, aanname"
    assert "na 2017 met aannames" in view.youth.words.mark
    assert "Parkstadmonitor" in view.youth.words.source


def test_the_sum_of_all_ages_is_read_though_not_drawn(view: StartView) -> None:
    spoken = _chart(view.youth).spoken(2)
    assert spoken == ("2017; 0–3 jaar 445; 4–11 jaar 844; 12–17 jaar 834; 18–22 jaar 588; 0–22 jaar 2.711")


@pytest.mark.parametrize(("read", "explained"), [(2024, 2024), (2016, 2022)])
def test_young_people_of_a_year_of_the_model_are_explained_and_counted_ones_have_a_source(
    qtbot: QtBot, view: StartView, read: int, explained: int
) -> None:
    chart = _chart(view.youth)
    chart.keep(youth_ages(view.scenario.catalog, view.scenario.asked).years.index(read))
    (reason,) = (one for one in view.youth.findChildren(QPushButton) if one.text() == "Waarom dit getal?")
    with qtbot.waitSignal(view.reason_asked) as asked:
        reason.click()
    assert asked.args == [("youth", explained)]


def test_a_scaled_municipality_is_marked(view: StartView, levers: ScenarioSession) -> None:
    view.start_afresh()
    levers.set_municipality(HEERLEN)
    levers.work_out_if_due()
    assert "schatting" in view.points.words.mark
    assert "Heerlen" in view.youth.words.title


def test_arrow_keys_read_the_years(view: StartView) -> None:
    chart = _chart(view.youth)
    chart.setFocus()
    QTest.keyClick(chart, Qt.Key.Key_End)
    assert chart.reading == len(youth_ages(dossier(), scenario(dossier(), VOERENDAAL, {})).years) - 1
    chart.grab()


def test_held_axes_stay(view: StartView, levers: ScenarioSession) -> None:
    _chart(view.points)
    QTest.qWait(20)
    before = _chart(view.points).frame()
    view.hold_axes()
    levers.apply({"demand_growth": 10.0, "price_index": 8.0}, "veel")
    levers.work_out_if_due()
    assert _chart(view.points).frame().high == before.high
    view.release_axes()
    QTest.qWait(300)
    assert _chart(view.points).frame().high > before.high


@pytest.mark.parametrize("theme", [Theme(Mode.DARK), Theme(scale=2.0), Theme(Mode.CONTRAST, 1.5)])
def test_it_is_painted_in_every_look(view: StartView, qapp: QApplication, theme: Theme) -> None:
    for card in (view.points, view.youth):
        _chart(card)
    apply_theme(qapp, theme)
    QTest.qWait(40)
    assert not view.grab().isNull()


@pytest.mark.parametrize("marker", [marker for marker in Marker if marker is not Marker.NONE])
def test_every_marker_is_a_shape_around_its_point(marker: Marker) -> None:
    image = QImage(20, 20, QImage.Format.Format_RGB32)
    image.fill(QColor("white"))
    painter = QPainter(image)
    painter.setBrush(QColor("black"))
    draw_marker(painter, marker, QPointF(10, 10), 4)
    painter.end()
    assert image.pixelColor(10, 10).lightness() == 0
    assert image.pixelColor(1, 1).lightness() == 255


def test_names_keep_their_distance_and_stay_above_the_years() -> None:
    placed = apart([50, 52, 53, 90, 95], 10, 80)
    assert all(after - before >= 10 for before, after in pairwise(placed))
    assert placed[-1] == 80
    assert apart([10, 40, 70], 10, 80) == [10, 40, 70]
