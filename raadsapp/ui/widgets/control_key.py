"""The key below a control chart: only the signs that are in it, each with its word."""

from dataclasses import dataclass
from enum import StrEnum

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPen

from raadsapp.ui.theme.tokens import LARGE, SMALL, TIGHT, Palette
from raadsapp.ui.widgets.control_drawing import signs_in
from raadsapp.ui.widgets.control_series import ControlSeries, scale_of
from raadsapp.ui.widgets.signs import Sign, draw_hidden, draw_sign

_SIZE = 4.5
_MARK = 14
_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter


class Shape(StrEnum):
    """What is drawn before a word of the key that is no sign."""

    PROVISIONAL = "voorlopig"
    HIDDEN = "te klein om te tonen"
    COMPARED = "hiermee vergeleken"
    MARGIN = "marge van toeval"
    BREAK = "anders geteld"
    ANEW = "grenzen opnieuw"
    AXIS = "de as begint niet bij nul"


@dataclass(frozen=True, slots=True)
class KeyEntry:
    """A shape and its word."""

    shape: Shape | Sign
    words: str


def key_of(series: ControlSeries) -> tuple[KeyEntry, ...]:
    """What a reader of this series must know; nothing when it has only a line."""
    there = {
        Shape.PROVISIONAL: any(point.provisional for point in series.points),
        Shape.HIDDEN: any(point.suppressed for point in series.points),
        Shape.COMPARED: any(point.compared for point in series.points),
        Shape.MARGIN: any(point.low is not None for point in series.points),
        Shape.BREAK: any(point.after_break for point in series.points),
        Shape.ANEW: any(point.anew for point in series.points),
        Shape.AXIS: scale_of((series,)).low > 0,
    }
    signs = tuple(KeyEntry(sign, sign.words.lower()) for sign in signs_in(series))
    return (*signs, *(KeyEntry(shape, shape.value) for shape, seen in there.items() if seen))


def key_height(key: tuple[KeyEntry, ...], width: float, metrics: QFontMetricsF) -> float:
    """How many pixels the key takes below the chart."""
    return _placed(key, QRectF(0, 0, width, 0), metrics)[1]


def draw_key(painter: QPainter, key: tuple[KeyEntry, ...], room: QRectF, palette: Palette) -> None:
    """Draw the key in `room`, as many lines as it needs."""
    metrics = QFontMetricsF(painter.font())
    places, _ = _placed(key, room, metrics)
    for entry, place in zip(key, places, strict=True):
        at = QPointF(place.left() + _MARK / 2, place.center().y())
        _draw_shape(painter, entry.shape, at, palette)
        painter.setPen(QColor(palette.text_muted))
        painter.drawText(place.adjusted(_MARK + TIGHT, 0, 0, 0), _LEFT, entry.words)


def _placed(key: tuple[KeyEntry, ...], room: QRectF, metrics: QFontMetricsF) -> tuple[list[QRectF], float]:
    places: list[QRectF] = []
    x, y, line = room.left(), room.top() + SMALL, metrics.height()
    for entry in key:
        width = _MARK + TIGHT + metrics.horizontalAdvance(entry.words) + 1
        if places and x + width > room.left() + room.width() - LARGE:
            x, y = room.left(), y + line + TIGHT
        places.append(QRectF(x, y, width, line))
        x += width + LARGE
    return places, (y + line - room.top()) if key else 0.0


def _draw_shape(painter: QPainter, shape: Shape | Sign, at: QPointF, palette: Palette) -> None:
    if isinstance(shape, Sign):
        draw_sign(painter, shape, at, _SIZE, palette)
        return
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(QPen(QColor(palette.noise), 1.6))
    match shape:
        case Shape.PROVISIONAL:
            painter.drawEllipse(at, _SIZE, _SIZE)
        case Shape.HIDDEN:
            draw_hidden(painter, at, _SIZE, palette)
        case Shape.COMPARED:
            painter.setPen(QPen(QColor(palette.text), 1.2))
            painter.drawEllipse(at, _SIZE + 2, _SIZE + 2)
        case Shape.MARGIN:
            painter.drawLine(at - QPointF(0, _SIZE + 2), at + QPointF(0, _SIZE + 2))
            for y in (-_SIZE - 2, _SIZE + 2):
                painter.drawLine(at + QPointF(-3, y), at + QPointF(3, y))
        case Shape.BREAK:
            pen = QPen(QColor(palette.border_strong), 1.2)
            pen.setDashPattern((1.0, 3.0))
            painter.setPen(pen)
            painter.drawLine(at - QPointF(0, _SIZE + 3), at + QPointF(0, _SIZE + 3))
        case Shape.ANEW:
            painter.setPen(QPen(QColor(palette.border_strong), 1.2, Qt.PenStyle.DashLine))
            painter.drawLine(at - QPointF(0, _SIZE + 3), at + QPointF(0, _SIZE + 3))
        case Shape.AXIS:
            zigzag = ((0, -7), (0, -3), (3, -1), (-3, 2), (0, 4), (0, 7))
            painter.drawPolyline([at + QPointF(x, y) for x, y in zigzag])
