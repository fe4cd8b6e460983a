"""The signs of a judgement: better, worse, changed, chance; each with its own shape, colour and word."""

from enum import StrEnum
from math import sqrt

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen, QPolygonF

from raadsapp.ui.theme.tokens import Palette

_LINE = 1.6


class Sign(StrEnum):
    """What is to be said of a figure, or why there is nothing to say."""

    BETTER = "better"
    WORSE = "worse"
    HIGHER = "higher"
    LOWER = "lower"
    CHANCE = "chance"
    OPEN = "open"
    HIDDEN = "hidden"
    NONE = "none"

    @property
    def words(self) -> str:
        """The sign in words, which always stand beside it."""
        return _WORDS[self]

    @property
    def is_signal(self) -> bool:
        """Whether this is more than chance makes of it."""
        return self in {Sign.BETTER, Sign.WORSE, Sign.HIGHER, Sign.LOWER}


_WORDS = {
    Sign.BETTER: "Signaal: beter",
    Sign.WORSE: "Signaal: slechter",
    Sign.HIGHER: "Signaal: hoger",
    Sign.LOWER: "Signaal: lager",
    Sign.CHANCE: "Kan toeval zijn",
    Sign.OPEN: "Geen oordeel mogelijk",
    Sign.HIDDEN: "Te klein om te tonen",
    Sign.NONE: "Geen cijfers",
}


def sign_colour(sign: Sign, palette: Palette) -> QColor:
    """The colour of the sign: blue for better, orange for worse, grey for chance and for no judgement."""
    match sign:
        case Sign.BETTER:
            return QColor(palette.improvement)
        case Sign.WORSE:
            return QColor(palette.concern)
        case Sign.HIGHER | Sign.LOWER:
            return QColor(palette.text)
        case _:
            return QColor(palette.noise)


def draw_sign(painter: QPainter, sign: Sign, at: QPointF, size: float, palette: Palette) -> None:
    """Draw the shape of the sign around `at`, `size` pixels from its middle to its side."""
    colour = sign_colour(sign, palette)
    painter.save()
    painter.setPen(QPen(colour, _LINE))
    painter.setBrush(colour)
    if sign is Sign.NONE:
        painter.drawLine(at - QPointF(size * 0.6, 0), at + QPointF(size * 0.6, 0))
    elif sign is Sign.OPEN:
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawEllipse(at, size * 0.8, size * 0.8)
    elif sign is Sign.CHANCE:
        painter.drawEllipse(at, size * 0.7, size * 0.7)
    elif sign is Sign.HIDDEN:
        draw_hidden(painter, at, size, palette)
    else:
        painter.drawPolygon(_shape(sign, at, size))
    painter.restore()


def draw_hidden(painter: QPainter, at: QPointF, size: float, palette: Palette) -> None:
    """The mark of a value that may not be shown: a box with a stroke through it."""
    painter.save()
    painter.setPen(QPen(QColor(palette.noise), _LINE))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    side = size * 0.8
    painter.drawRect(QRectF(at.x() - side, at.y() - side, 2 * side, 2 * side))
    painter.drawLine(at + QPointF(-side, side), at + QPointF(side, -side))
    painter.restore()


def _shape(sign: Sign, at: QPointF, size: float) -> QPolygonF:
    """A square for better, a diamond for worse, a triangle that points up or down for what only changed."""
    if sign is Sign.BETTER:
        side = size * 0.85
        corners = [(-side, -side), (side, -side), (side, side), (-side, side)]
    elif sign is Sign.WORSE:
        reach = size * 1.2
        corners = [(0.0, -reach), (reach, 0.0), (0.0, reach), (-reach, 0.0)]
    else:
        up = -1 if sign is Sign.HIGHER else 1
        half = size * sqrt(3) / 2 * 1.15
        corners = [(0.0, up * size * 1.15), (half, -up * size * 0.6), (-half, -up * size * 0.6)]
    return QPolygonF([at + QPointF(x, y) for x, y in corners])
