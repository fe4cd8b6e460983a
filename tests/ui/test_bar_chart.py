"""Bars painted by ourselves: none, one and twenty of them, read by mouse and keys, and on a card."""

from math import inf

import pytest
from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from raadsapp.ui.state import AppState
from raadsapp.ui.theme.applying import apply_theme
from raadsapp.ui.theme.tokens import Theme
from raadsapp.ui.widgets.bar_card import BarCard
from raadsapp.ui.widgets.bar_chart import BarChart
from raadsapp.ui.widgets.bar_rows import Bar, BarRow, Bars, Look, Mark
from raadsapp.ui.widgets.bar_scale import Range, fitted, reaches
from raadsapp.ui.widgets.chart_table import ChartTable
from raadsapp.ui.widgets.chart_words import ChartWords

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints")

_ORANGE = 60
LONG = "Aantal persoonsgebonden budgetten (PGB) dat elk jaar door de gemeenten samen wordt betaald"


def _row(number: int, label: str = "Rij") -> BarRow:
    bar = Bar(begin=0.0, end=100.0 * number, text=f"{number}00", mark=Mark.WORSE)
    return BarRow(label=f"{label} {number}", bars=(bar,), spoken=f"rij {number}", note="van hier naar daar")


def _bars(count: int, label: str = "Rij") -> Bars:
    rows = tuple(_row(number + 1, label) for number in range(count))
    return Bars(
        rows=rows, table=ChartTable(("Rij",), tuple((row.label,) for row in rows)), empty="Niets te zien."
    )


@pytest.fixture
def chart(qtbot: QtBot) -> BarChart:
    shown = BarChart()
    qtbot.addWidget(shown)
    shown.resize(600, 500)
    with qtbot.waitActive(shown):
        shown.show()
        shown.activateWindow()
    shown.setFocus()
    return shown


def _orange(chart: BarChart) -> int:
    """Pixels of what is seen that say that something is worse, be it smoothed with the ground."""
    image = chart.grab().toImage()
    colours = (image.pixelColor(x, y) for y in range(0, image.height(), 3) for x in range(image.width()))
    return sum(colour.red() - colour.blue() > _ORANGE for colour in colours)


@pytest.mark.parametrize("count", [0, 1, 20])
@pytest.mark.parametrize("scale", [1.0, 2.0])
@pytest.mark.parametrize("label", ["Rij", LONG])
def test_any_number_of_bars_is_painted_within_the_height_that_is_asked_for(
    chart: BarChart, qapp: QApplication, count: int, scale: float, label: str
) -> None:
    chart.show_bars(_bars(count, label))
    apply_theme(qapp, Theme(scale=scale))
    QTest.qWait(20)
    chart.resize(600, chart.minimumSizeHint().height())
    assert (_orange(chart) > 0) == (count > 0)
    places = [chart.point_at(QPointF(300, y)) for y in range(chart.height())]
    assert set(range(count)) <= set(places)


def test_every_value_and_its_words_lie_within_the_axis() -> None:
    bars = _bars(5)
    words = [80.0] * 5
    shown = fitted(reaches(bars, words), 400)
    for row in bars.rows:
        assert 0 <= shown.x(row.bars[0].end, 400) + 80 <= 400.001


def test_one_level_without_length_has_an_axis_of_its_own() -> None:
    point = BarRow(label="Nu", bars=(Bar(begin=5.0, end=5.0, text="5", look=Look.POINT),), spoken="nu 5")
    shown = fitted(reaches(Bars(rows=(point,), table=ChartTable((), ())), [20.0]), 300)
    assert shown == Range(4.0, 6.0)


def test_a_bar_without_end_runs_to_the_edge_and_does_not_stretch_the_axis(chart: BarChart) -> None:
    endless = BarRow(label="Wachttijd", bars=(Bar(begin=0, end=inf, text="zonder einde"),), spoken="")
    with_end = _row(1)
    chart.show_bars(Bars(rows=(with_end, endless), table=ChartTable((), ())))
    assert chart.shown.high < 1_000
    chart.grab()


def test_up_and_down_read_the_rows(chart: BarChart) -> None:
    chart.show_bars(_bars(3))
    for key, row in (
        (Qt.Key.Key_Down, 0),
        (Qt.Key.Key_Down, 1),
        (Qt.Key.Key_End, 2),
        (Qt.Key.Key_Up, 1),
        (Qt.Key.Key_Home, 0),
    ):
        QTest.keyClick(chart, key)
        assert chart.reading == row
    QTest.keyClick(chart, Qt.Key.Key_Escape)
    assert chart.reading is None


def test_a_row_that_is_gone_is_not_read_any_more(chart: BarChart) -> None:
    chart.show_bars(_bars(3))
    QTest.keyClick(chart, Qt.Key.Key_End)
    chart.show_bars(_bars(1))
    assert chart.reading is None


def test_the_mouse_reads_the_row_below_it(chart: BarChart) -> None:
    chart.show_bars(_bars(3))
    middle = next(y for y in range(chart.height()) if chart.point_at(QPointF(300, y)) == 1)
    QTest.mouseMove(chart, QPointF(300, middle + 4).toPoint())
    assert chart.reading == 1


def test_a_held_axis_stays_until_it_is_released(chart: BarChart) -> None:
    chart.show_bars(_bars(2))
    before = chart.shown
    chart.hold()
    chart.show_bars(_bars(8))
    assert chart.shown == before
    chart.release()
    QTest.qWait(300)
    assert chart.shown.high > 2 * before.high


def _wants_room(chart: BarChart) -> bool:
    return chart.wants_room


def test_an_axis_held_of_nothing_takes_room_for_what_may_come(chart: BarChart) -> None:
    chart.show_bars(_bars(0))
    chart.hold()
    assert not _wants_room(chart)
    chart.show_bars(_bars(1))
    assert _wants_room(chart)
    chart.make_room([_bars(8)])
    roomy = chart.shown
    assert roomy.high >= max(bar.end for row in _bars(8).rows for bar in row.bars)
    chart.show_bars(_bars(8))
    assert chart.shown == roomy
    assert not _wants_room(chart)


def test_rows_that_go_while_it_is_held_leave_their_room_until_it_is_released(chart: BarChart) -> None:
    chart.show_bars(_bars(4))
    four = chart.sizeHint().height()
    chart.hold()
    chart.show_bars(_bars(0))
    assert chart.sizeHint().height() == four
    chart.show_bars(_bars(6))
    assert chart.sizeHint().height() > four
    chart.show_bars(_bars(2))
    chart.release()
    assert chart.sizeHint().height() < four


def test_assumptions_and_policy_differ_in_pattern(chart: BarChart) -> None:
    def painted(look: Look) -> int:
        bar = Bar(begin=0, end=100, text="", mark=Mark.WORSE, look=look)
        chart.show_bars(Bars(rows=(BarRow(label="x", bars=(bar,), spoken=""),), table=ChartTable((), ())))
        return _orange(chart)

    full, hatched, hollow = (painted(look) for look in (Look.SOLID, Look.HATCHED, Look.HOLLOW))
    assert full > hatched > hollow > 0


def test_the_card_is_as_high_as_its_rows_and_copies_them(qtbot: QtBot, state: AppState) -> None:
    card = BarCard(state, "balken")
    qtbot.addWidget(card)
    card.show_bars(_bars(3))
    card.show_words(ChartWords("Drie rijen"))
    card.resize(640, 700)
    card.show()
    qtbot.waitUntil(lambda: card.place.chart is not None)
    assert card.place.minimumHeight() == card.place.fill().minimumSizeHint().height()
    card.show_bars(_bars(9))
    assert card.place.minimumHeight() == card.place.fill().minimumSizeHint().height()
    card.copy_data()
    assert QGuiApplication.clipboard().text().startswith("Rij\nRij 1\nRij 2")
    card.copy_picture()
    assert not QGuiApplication.clipboard().image().isNull()
