"""Shapes that charts share: a band, a line with its markers, the figures of the year that is read."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QPainter, QPen

from raadsapp.ui.theme import tokens
from raadsapp.ui.theme.tokens import Theme
from raadsapp.ui.widgets.plot_drawing import Frame

BAND_WORDS = "8 van de 10 varianten"
"""What lies between P10 and P90."""
LINE = 2.6
MARKER = 4.0
DASHES = (4.0, 2.4)
_BAND_ALPHA = 44
_EDGE = 0.8
_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter


@dataclass(frozen=True, slots=True)
class Range:
    """P10 and P90 of each year, in the unit of the line between them."""

    low: tuple[float, ...]
    high: tuple[float, ...]


def edge_words(name: str) -> tuple[str, str]:
    """P10 and P90 of something as columns of a table."""
    return f"{name}: 1 op de 10 lager dan", f"{name}: 1 op de 10 hoger dan"


def draw_band(painter: QPainter, frame: Frame, years: Sequence[float], values: Range, colour: str) -> None:
    """The room between P10 and P90, calm and closed by thin edges."""
    low = frame.pixels(zip(years, values.low, strict=True))
    high = frame.pixels(zip(years, values.high, strict=True))
    fill = QColor(colour)
    fill.setAlpha(_BAND_ALPHA)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(fill)
    painter.drawPolygon([*high, *reversed(low)])
    painter.setPen(QPen(QColor(colour), _EDGE))
    painter.drawPolyline(low)
    painter.drawPolyline(high)


def draw_line(
    painter: QPainter, points: Sequence[QPointF], colour: str, ground: str, *, dashed: bool
) -> None:
    """A line through the points, with a marker on each that stands free of what lies below it."""
    pen = QPen(QColor(colour), LINE)
    if dashed:
        pen.setDashPattern(DASHES)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(pen)
    painter.drawPolyline(points)
    painter.setPen(QPen(QColor(ground), 1.5))
    painter.setBrush(QColor(colour))
    for point in points:
        painter.drawEllipse(point, MARKER, MARKER)


def draw_label(painter: QPainter, room: QRectF, text: str, ground: str) -> None:
    """Words at the right of `room`, free of the lines that run behind them."""
    width = painter.fontMetrics().horizontalAdvance(text) + tokens.TIGHT
    painter.fillRect(room.adjusted(room.width() - width, 0, 0, 0), QColor(ground))
    painter.drawText(room, _RIGHT, text)


def draw_year_line(painter: QPainter, frame: Frame, year: float, theme: Theme) -> None:
    """A line through the year that is read."""
    x = frame.x(year)
    painter.setPen(QPen(QColor(theme.palette.border_strong), 1))
    painter.drawLine(QPointF(x, frame.area.top()), QPointF(x, frame.area.bottom()))


def draw_reading(
    painter: QPainter, frame: Frame, year: float, rows: Sequence[tuple[str, str]], font: QFont, theme: Theme
) -> None:
    """A line at the year, and beside it a box with a name and a figure on each row."""
    palette = theme.palette
    painter.setFont(font)
    metrics = painter.fontMetrics()
    names, values = (max(metrics.horizontalAdvance(row[column]) for row in rows) for column in (0, 1))
    line = metrics.height() + tokens.TIGHT
    draw_year_line(painter, frame, year, theme)
    x = frame.x(year)
    box = QRectF(0, 0, names + values + tokens.HUGE, line * len(rows) + tokens.LARGE)
    fits = x + tokens.MEDIUM + box.width() <= frame.area.right()
    box.moveLeft(x + tokens.MEDIUM if fits else max(x - tokens.MEDIUM - box.width(), frame.area.left()))
    box.moveBottom(max(frame.area.bottom() - tokens.SMALL, box.height()))
    painter.setBrush(QColor(palette.raised))
    painter.drawRoundedRect(box, tokens.RADIUS, tokens.RADIUS)
    painter.setPen(QColor(palette.text))
    inner = box.adjusted(tokens.MEDIUM, tokens.SMALL, -tokens.MEDIUM, -tokens.SMALL)
    for index, (label, value) in enumerate(rows):
        row = QRectF(inner.left(), inner.top() + index * line, inner.width(), line)
        painter.drawText(row, _LEFT, label)
        painter.drawText(row, _RIGHT, value)
