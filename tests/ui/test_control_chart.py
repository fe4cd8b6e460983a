"""The large chart of one indicator: what is drawn of it, and what is not."""

from dataclasses import replace

import pytest
from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor, QImage, QPainter
from pytestqt.qtbot import QtBot

from raadsapp.ui.theme.applying import applied_theme
from raadsapp.ui.widgets.control_chart import ControlChart
from raadsapp.ui.widgets.control_drawing import LARGE_PENS, draw_series
from raadsapp.ui.widgets.control_series import ControlSeries, SeriesPoint
from raadsapp.ui.widgets.plot_drawing import Frame


def point(value: float | None, *, suppressed: bool = False, anew: bool = False) -> SeriesPoint:
    return SeriesPoint(
        label="2021", year=2021, tick="2021", value=value, words="", suppressed=suppressed, anew=anew
    )


def drawn(qtbot: QtBot, *points: SeriesPoint) -> QImage:
    chart = ControlChart()
    qtbot.addWidget(chart)
    chart.resize(500, 300)
    chart.show_series(ControlSeries(name="Uitval", points=points))
    chart.show()
    return chart.grab().toImage()


def lines(image: QImage) -> int:
    """How many level lines of the axis are drawn over most of the width."""
    wanted = QColor(applied_theme().palette.border).rgb()
    rows = (
        sum(image.pixel(x, y) == wanted for x in range(image.width())) for y in range(image.height() * 2 // 3)
    )
    return sum(count > image.width() / 2 for count in rows)


def test_figures_that_may_not_be_shown_get_no_axis_that_seems_to_say_something(qtbot: QtBot) -> None:
    hidden = point(None, suppressed=True)
    assert lines(drawn(qtbot, point(5.0), point(9.0), point(7.0))) > 0
    assert lines(drawn(qtbot, hidden, hidden, hidden)) == 0


def test_the_middle_value_is_drawn_from_the_last_break_on() -> None:
    apart = (point(1.0), point(1.0), replace(point(9.0), after_break=True), point(9.0))
    image = QImage(400, 200, QImage.Format.Format_RGB32)
    image.fill(QColor("white"))
    painter = QPainter(image)
    series = ControlSeries(name="Stapeling", points=apart, median=5.0)
    draw_series(
        painter, Frame(QRectF(image.rect()), 0, 3, 0, 10), series, LARGE_PENS, applied_theme().palette
    )
    painter.end()
    middle = [any(image.pixelColor(x, y).value() < 250 for y in range(98, 103)) for x in (60, 120, 240, 340)]
    assert middle == [False, False, True, True]


@pytest.mark.parametrize("anew", [False, True])
def test_limits_that_begin_anew_are_explained_and_the_line_goes_on(qtbot: QtBot, *, anew: bool) -> None:
    series = ControlSeries(name="Uitval", points=(point(5.0), point(9.0, anew=anew)))
    chart = ControlChart()
    qtbot.addWidget(chart)
    chart.show_series(series)
    assert ("grenzen opnieuw" in [entry.words for entry in chart.key]) is anew
    assert len(series.pieces) == 1
