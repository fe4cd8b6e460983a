"""How a judged series is drawn, small or large: limits, line, points, breaks, margins, what is hidden."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen

from raadsapp.ui.theme.tokens import Palette
from raadsapp.ui.widgets.chart_scale import Scale
from raadsapp.ui.widgets.control_series import ControlSeries, SeriesPoint
from raadsapp.ui.widgets.plot_drawing import HALF_YEAR, Frame
from raadsapp.ui.widgets.signs import Sign, draw_hidden, draw_sign

_DASH = (5.0, 3.0)
_DOTS = (1.0, 3.0)
_BAND_ALPHA = 26
_WHISKER = 3.0
_FOOT = 1.2


@dataclass(frozen=True, slots=True)
class Pens:
    """How thick lines and how large points are, in pixels."""

    line: float
    limit: float
    point: float

    def scaled(self, scale: float) -> "Pens":
        """The same for larger text."""
        return Pens(self.line * scale, self.limit * scale, self.point * scale)


SMALL_PENS = Pens(1.6, 1.0, 2.4)
LARGE_PENS = Pens(2.2, 1.4, 4.2)


def frame_of(area: QRectF, series: ControlSeries, scale: Scale) -> Frame:
    """Where point 0, 1, 2 … and values lie: every period has the same room."""
    return Frame(area, 0, max(len(series.points) - 1, 0), scale.low, scale.high)


def draw_series(painter: QPainter, frame: Frame, series: ControlSeries, pens: Pens, palette: Palette) -> None:
    """The whole series within the frame, without axes or words."""
    _draw_limits(painter, frame, series, pens, palette)
    _draw_levels(painter, frame, series, pens, palette)
    _draw_breaks(painter, frame, series, palette)
    _draw_margins(painter, frame, series, palette)
    _draw_line(painter, frame, series, pens, palette)
    for place, point in enumerate(series.points):
        draw_point(painter, frame, place, point, pens.point, palette)


def draw_point(
    painter: QPainter, frame: Frame, place: int, point: SeriesPoint, size: float, palette: Palette
) -> None:
    """One point: by its sign, hollow while provisional, at the foot when it is hidden."""
    if point.suppressed:
        at = QPointF(frame.x(place), frame.area.bottom() - _FOOT * size - 1)
        draw_hidden(painter, at, size, palette)
        return
    if point.value is None:
        return
    at = QPointF(frame.x(place), frame.y(point.value))
    if point.compared:
        painter.setPen(QPen(QColor(palette.text), 1.2))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawEllipse(at, 2 * size, 2 * size)
    if point.provisional:
        painter.setPen(QPen(QColor(palette.noise), 1.6))
        painter.setBrush(QColor(palette.surface))
        painter.drawEllipse(at, size, size)
    elif point.sign.is_signal:
        draw_sign(painter, point.sign, at, size * 1.25, palette)
    else:
        painter.setPen(QPen(QColor(palette.surface), 1))
        painter.setBrush(QColor(palette.noise))
        painter.drawEllipse(at, size, size)


def _draw_line(painter: QPainter, frame: Frame, series: ControlSeries, pens: Pens, palette: Palette) -> None:
    painter.setBrush(Qt.BrushStyle.NoBrush)
    for one, other in _joined(series):
        pen = QPen(QColor(palette.noise), pens.line)
        if series.points[other].provisional:
            pen.setDashPattern(_DASH)
        painter.setPen(pen)
        painter.drawLine(_at(frame, series, one), _at(frame, series, other))


def _joined(series: ControlSeries) -> Iterator[tuple[int, int]]:
    """Neighbours that a line may join: both have a value, and nothing was counted otherwise in between."""
    for (one, left), (other, right) in pairwise(enumerate(series.points)):
        if left.value is not None and right.value is not None and not right.after_break:
            yield one, other


def _at(frame: Frame, series: ControlSeries, place: int) -> QPointF:
    return QPointF(frame.x(place), frame.y(series.points[place].value or 0.0))


def _draw_limits(
    painter: QPainter, frame: Frame, series: ControlSeries, pens: Pens, palette: Palette
) -> None:
    """A calm band between the limits, its edges dashed, or dotted while they are on trial."""
    colour = QColor(palette.noise)
    for run in _runs([point.mean is not None for point in series.points]):
        points = series.points[run.start : run.stop]
        scale_low, scale_high = frame.low, frame.high
        upper = _steps(frame, run, [scale_high if p.upper is None else p.upper for p in points])
        lower = _steps(frame, run, [scale_low if p.lower is None else p.lower for p in points])
        if any(p.upper is not None or p.lower is not None for p in points):
            fill = QColor(colour)
            fill.setAlpha(_BAND_ALPHA)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(fill)
            painter.drawPolygon([*upper, *reversed(lower)])
        painter.setBrush(Qt.BrushStyle.NoBrush)
        edge = QPen(colour, pens.limit)
        edge.setDashPattern(_DOTS if series.trial else _DASH)
        painter.setPen(edge)
        if any(p.upper is not None for p in points):
            painter.drawPolyline(upper)
        if any(p.lower is not None for p in points):
            painter.drawPolyline(lower)
        painter.setPen(QPen(colour, pens.limit))
        painter.drawPolyline(_steps(frame, run, [p.mean or 0.0 for p in points]))


def _steps(frame: Frame, run: range, values: Sequence[float]) -> list[QPointF]:
    """A line that is level within each period and steps between them."""
    found: list[QPointF] = []
    for place, value in zip(run, values, strict=True):
        y = frame.y(value)
        found += [QPointF(frame.x(place - HALF_YEAR), y), QPointF(frame.x(place + HALF_YEAR), y)]
    return found


def _runs(flags: Sequence[bool]) -> Iterator[range]:
    """Places of flags that are up and follow each other."""
    start = None
    for place, flag in enumerate((*flags, False)):
        if flag and start is None:
            start = place
        elif not flag and start is not None:
            yield range(start, place)
            start = None


def _draw_levels(
    painter: QPainter, frame: Frame, series: ControlSeries, pens: Pens, palette: Palette
) -> None:
    """The middle value where there are no limits, from the last break on, and what the council wants."""
    left, right = frame.area.left(), frame.area.right()
    if series.median is not None:
        anew = [place for place, point in enumerate(series.points) if point.after_break or point.anew]
        begins = frame.x(anew[-1] - HALF_YEAR) if anew else left
        painter.setPen(QPen(QColor(palette.noise), pens.limit))
        painter.drawLine(QPointF(begins, frame.y(series.median)), QPointF(right, frame.y(series.median)))
    if series.target is not None:
        pen = QPen(QColor(palette.accent), pens.limit * 1.3)
        pen.setDashPattern((8.0, 3.0, 1.0, 3.0))
        painter.setPen(pen)
        painter.drawLine(QPointF(left, frame.y(series.target)), QPointF(right, frame.y(series.target)))


def _draw_breaks(painter: QPainter, frame: Frame, series: ControlSeries, palette: Palette) -> None:
    for place, point in enumerate(series.points):
        if point.after_break or point.anew:
            x = frame.x(place - HALF_YEAR)
            pen = QPen(QColor(palette.border_strong), 1.2)
            pen.setDashPattern(_DOTS if point.after_break else _DASH)
            painter.setPen(pen)
            painter.drawLine(QPointF(x, frame.area.top()), QPointF(x, frame.area.bottom()))


def _draw_margins(painter: QPainter, frame: Frame, series: ControlSeries, palette: Palette) -> None:
    """What chance alone may make of a value, as whiskers."""
    painter.setPen(QPen(QColor(palette.noise), 1.2))
    for place, point in enumerate(series.points):
        if point.low is None or point.high is None:
            continue
        x, low, high = frame.x(place), frame.y(point.low), frame.y(point.high)
        painter.drawLine(QPointF(x, low), QPointF(x, high))
        for y in (low, high):
            painter.drawLine(QPointF(x - _WHISKER, y), QPointF(x + _WHISKER, y))


def signs_in(series: ControlSeries) -> tuple[Sign, ...]:
    """The signals among the points, each once, in a fixed order."""
    found = {point.sign for point in series.points if point.value is not None and not point.provisional}
    return tuple(sign for sign in Sign if sign in found and sign.is_signal)
