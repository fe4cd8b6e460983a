"""An outcome over the range of one value, with the level that is sought and the place where it is reached."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from math import ceil, isfinite

from PySide6.QtCore import QLineF, QPointF, QRectF, QSize, QSizeF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPen, QPolygonF
from PySide6.QtWidgets import QWidget

from raadsapp.ui.theme import tokens
from raadsapp.ui.widgets.chart_scale import scale_for
from raadsapp.ui.widgets.chart_table import ChartTable
from raadsapp.ui.widgets.painted_chart import PaintedChart
from raadsapp.ui.widgets.plot_drawing import Frame
from raadsapp.ui.widgets.plot_marks import DASHES, LINE, draw_reading

_POINT = 6.0
_STEP = 4.0
_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
_MIDDLE = Qt.AlignmentFlag.AlignCenter


@dataclass(frozen=True, slots=True, kw_only=True)
class Curve:
    """An outcome at rising values, its level that is sought, and places on it as (value, outcome).

    `found` is None where the level is not reached. `level` and `place` say how an outcome and a value read on
    an axis, `written` and `at` in a sentence.
    """

    values: tuple[float, ...]
    outcomes: tuple[float, ...]
    target: float
    now: tuple[float, float]
    found: tuple[float, float] | None
    level: Callable[[float], str]
    place: Callable[[float], str]
    written: Callable[[float], str]
    names: tuple[str, str]
    table: ChartTable


class RangeChart(PaintedChart):
    """A line with what is sought dashed, the answer as a full point and the present as an open one."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._curve: Curve | None = None

    def show_curve(self, curve: Curve) -> None:
        """Show another curve."""
        self._curve = curve
        self.redraw()

    def count(self) -> int:
        """One point for each value that was worked out."""
        return len(self._curve.values) if self._curve else 0

    def point_at(self, place: QPointF) -> int | None:
        """The value under this place."""
        frame = self._frame()
        if self._curve is None or not frame.area.contains(place):
            return None
        share = (place.x() - frame.area.left()) / max(frame.area.width(), 1.0)
        return min(int(share * self.count()), self.count() - 1)

    def spoken(self, position: int) -> str:
        """The value and the outcome there."""
        return "; ".join(f"{name} {value}" for name, value in self._rows(position))

    def _rows(self, position: int) -> tuple[tuple[str, str], ...]:
        curve = self._curve
        if curve is None:
            return ()
        value, outcome = curve.values[position], curve.outcomes[position]
        return (curve.names[0], curve.place(value)), (curve.names[1], curve.written(outcome))

    def table(self) -> ChartTable:
        """What is shown, as a table."""
        return self._curve.table if self._curve else ChartTable((), ())

    def minimumSizeHint(self) -> QSize:
        """Room enough to read the curve."""
        return QSize(self.theme.px(300), self.theme.px(200))

    def sizeHint(self) -> QSize:
        """A chart that may grow."""
        return QSize(self.theme.px(480), self.theme.px(260))

    def _frame(self) -> Frame:
        curve = self._curve
        metrics = QFontMetricsF(self.font_of(tokens.TEXT_SMALL))
        if curve is None:
            return Frame(QRectF(self.rect()), 0, 1, 0, 1)
        scale = scale_for((curve.target, curve.now[1], *curve.outcomes))
        labels = max(metrics.horizontalAdvance(curve.level(tick)) for tick in scale.ticks)
        line = metrics.height()
        area = QRectF(self.rect()).adjusted(
            labels + tokens.LARGE, line + tokens.SMALL, -tokens.LARGE, -(2 * line + tokens.LARGE)
        )
        return Frame(area, 0, self.count() - 1, scale.low, scale.high)

    def paint_reading(self, painter: QPainter, reading: int | None) -> None:
        """Paint the curve, with the point that is read marked."""
        curve = self._curve
        if curve is None:
            return
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setFont(self.font_of(tokens.TEXT_SMALL))
        frame = self._frame()
        self._draw_axes(painter, frame, curve)
        self._draw_target(painter, frame, curve)
        painter.setPen(QPen(QColor(self.theme.palette.series[0]), LINE))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        for piece in _pieces(frame, curve.outcomes):
            painter.drawPolyline(QPolygonF(piece))
        self._draw_places(painter, frame, curve)
        if reading is not None and reading < self.count():
            font = self.font_of(tokens.TEXT_SMALL, QFont.Weight.DemiBold)
            draw_reading(painter, frame, reading, self._rows(reading), font, self.theme)

    def _draw_axes(self, painter: QPainter, frame: Frame, curve: Curve) -> None:
        palette, area = self.theme.palette, frame.area
        height = painter.fontMetrics().height()
        for tick in scale_for((curve.target, curve.now[1], *curve.outcomes)).ticks:
            y = round(frame.y(tick)) + 0.5
            painter.setPen(QPen(QColor(palette.border), 1))
            painter.drawLine(QPointF(area.left(), y), QPointF(area.right(), y))
            painter.setPen(QColor(palette.text_muted))
            at = QRectF(0, y - height / 2, area.left() - tokens.SMALL, height)
            painter.drawText(at, _RIGHT, curve.level(tick))
        painter.setPen(QPen(QColor(palette.border_strong), 1))
        painter.drawLine(area.bottomLeft(), area.bottomRight())
        painter.setPen(QColor(palette.text_muted))
        below = QRectF(area.left(), area.bottom() + tokens.TIGHT, area.width(), height)
        painter.drawText(below, _LEFT, curve.place(curve.values[0]))
        painter.drawText(below, _RIGHT, curve.place(curve.values[-1]))
        below.translate(0, height)
        painter.drawText(below, _MIDDLE, curve.names[0])

    def _draw_target(self, painter: QPainter, frame: Frame, curve: Curve) -> None:
        palette, y = self.theme.palette, frame.y(curve.target)
        pen = QPen(QColor(palette.series[1]), LINE * 0.8)
        pen.setDashPattern(DASHES)
        painter.setPen(pen)
        painter.drawLine(QPointF(frame.area.left(), y), QPointF(frame.area.right(), y))
        painter.setPen(QColor(palette.text))
        height = painter.fontMetrics().height()
        at = QRectF(frame.area.left() + tokens.SMALL, y - height - 2, frame.area.width(), height)
        painter.drawText(at, _LEFT, f"gezocht: {curve.written(curve.target)}")

    def _draw_places(self, painter: QPainter, frame: Frame, curve: Curve) -> None:
        palette = self.theme.palette
        colour = QColor(palette.series[0])
        painter.setPen(QPen(colour, 2))
        painter.setBrush(QColor(palette.surface))
        now = self._point(frame, curve, curve.now)
        there = isfinite(curve.now[1])
        if there:
            painter.drawEllipse(now, _POINT, _POINT)
        if curve.found is None:
            if there:
                self._name(painter, frame, curve, now, "nu")
            return
        found = self._point(frame, curve, curve.found)
        painter.setPen(QPen(QColor(palette.text), 1, Qt.PenStyle.DotLine))
        painter.drawLine(found, QPointF(found.x(), frame.area.bottom()))
        painter.setPen(QPen(QColor(palette.surface), 1.5))
        painter.setBrush(QColor(palette.text))
        painter.drawEllipse(found, _POINT, _POINT)
        same = there and QLineF(now, found).length() < _POINT
        value = curve.place(curve.found[0])
        taken = self._name(painter, frame, curve, found, f"nu: {value}" if same else value)
        if there and not same:
            self._name(painter, frame, curve, now, "nu", taken)

    def _point(self, frame: Frame, curve: Curve, place: tuple[float, float]) -> QPointF:
        low, high = curve.values[0], curve.values[-1]
        return QPointF(frame.x((place[0] - low) / (high - low) * (self.count() - 1)), frame.y(place[1]))

    def _name(
        self, painter: QPainter, frame: Frame, curve: Curve, point: QPointF, text: str, *taken: QRectF
    ) -> QRectF:
        """Words beside a point, within the picture and off the lines if that can be; the room they take."""
        painter.setFont(self.font_of(tokens.TEXT_SMALL, QFont.Weight.DemiBold))
        painter.setPen(QColor(self.theme.palette.text))
        metrics = painter.fontMetrics()
        size = QSizeF(metrics.horizontalAdvance(text) + 1, metrics.height())
        room = room_beside(frame, curve, point, size, *taken)
        painter.drawText(room, _LEFT, text)
        return room


def room_beside(frame: Frame, curve: Curve, point: QPointF, size: QSizeF, *taken: QRectF) -> QRectF:
    """Where words of this size stand beside a point: within the picture, and off its lines if that can be.

    Words never stand on other words, in the rooms that are `taken`, where there is another place.
    """
    lines = _lines(frame, curve)
    rooms = [room for room in _rooms(point, size) if frame.area.contains(room)]
    open_rooms = [room for room in rooms if not any(map(room.intersects, taken))] or rooms
    free = (room for room in open_rooms if not any(map(room.intersects, lines)))
    return next(free, open_rooms[0] if open_rooms else QRectF(point, size))


def _rooms(point: QPointF, size: QSizeF) -> Iterator[QRectF]:
    """Places for words of this size beside a point, the best first."""
    away = _POINT + 2
    left, middle, right = point.x() - away - size.width(), point.x() - size.width() / 2, point.x() + away
    above, level, below = point.y() - away - size.height(), point.y() - size.height() / 2, point.y() + away
    corners = ((right, below), (right, above), (left, above), (left, below))
    for x, y in (*corners, (right, level), (left, level), (middle, below), (middle, above)):
        yield QRectF(QPointF(x, y), size)


def _lines(frame: Frame, curve: Curve) -> list[QRectF]:
    """What words should stay off: the curve piece by piece, and what is sought."""
    target = frame.y(curve.target)
    lines = [QRectF(frame.area.left(), target - LINE, frame.area.width(), 2 * LINE)]
    for piece in _pieces(frame, curve.outcomes):
        for first, last in pairwise(piece):
            lines.extend(_along(first, last))
    return lines


def _along(first: QPointF, last: QPointF) -> Iterator[QRectF]:
    """A line between two points as small rooms, so that words may stand close to a steep one."""
    steps = max(ceil(QLineF(first, last).length() / _STEP), 1)
    stops = [first + (last - first) * (step / steps) for step in range(steps + 1)]
    for begin, end in pairwise(stops):
        yield QRectF(begin, end).normalized().adjusted(-LINE, -LINE, LINE, LINE)


def _pieces(frame: Frame, outcomes: Sequence[float]) -> list[list[QPointF]]:
    """The line, broken where an outcome has no end."""
    pieces: list[list[QPointF]] = [[]]
    for place, value in enumerate(outcomes):
        if isfinite(value):
            pieces[-1].append(QPointF(frame.x(place), frame.y(value)))
        elif pieces[-1]:
            pieces.append([])
    return pieces
