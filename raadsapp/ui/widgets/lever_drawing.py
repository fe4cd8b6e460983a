"""The parts of a lever's track as pictures: a move paints them again and draws next to nothing."""

from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QBrush, QColor, QFont, QPainter, QPen, QPixmap, QPolygonF

from raadsapp.domain.lever import Lever
from raadsapp.ui.theme.tokens import TEXT_SMALL, TIGHT, Palette, Theme
from raadsapp.ui.widgets.lever_words import end_words, position_of, steps

HANDLE = 9
"""Half the height of the handle with its room, in pixels at 100 % text."""
LINE = 4


def small_font(font: QFont, theme: Theme) -> QFont:
    """The font of the ends of the range."""
    small = QFont(font)
    small.setPixelSize(theme.px(TEXT_SMALL))
    return small


@dataclass(frozen=True, slots=True, kw_only=True)
class Track:
    """Where everything of a track lies: the line from `left` to `right`, its middle, and the start."""

    lever: Lever
    theme: Theme
    font: QFont
    size: QSize
    scale: float
    """Pixels of the screen to a pixel of the window."""
    left: float
    right: float
    start: int

    @property
    def middle(self) -> int:
        """How far the line lies from the top."""
        return self.theme.px(HANDLE)

    def x(self, position: float) -> float:
        """Where a step of the lever lies."""
        return self.left + position / max(steps(self.lever), 1) * (self.right - self.left)

    def between(self, left: float, right: float, width: float) -> QRectF:
        """The part of the line between two steps."""
        return QRectF(self.x(left), self.middle - width / 2, self.x(right) - self.x(left), width)


@dataclass(frozen=True, slots=True)
class Pictures:
    """What does not move, and the handle at rest and held."""

    track: Track
    ground: QPixmap
    resting: QPixmap
    held: QPixmap


def pictures(track: Track) -> Pictures:
    """Paint them, on the colour of the page."""
    return Pictures(track, _ground(track), _handle(track, held=False), _handle(track, held=True))


def _ground(track: Track) -> QPixmap:
    palette, ground = track.theme.palette, _empty(track, track.size)
    ground.fill(QColor(palette.background))
    painter = QPainter(ground)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    _paint_line(painter, track, palette)
    _paint_ends(painter, track, palette)
    _paint_start(painter, track, palette)
    painter.end()
    return ground


def _handle(track: Track, *, held: bool) -> QPixmap:
    middle, palette = track.middle, track.theme.palette
    handle = _empty(track, QSize(2 * middle, 2 * middle))
    handle.fill(Qt.GlobalColor.transparent)
    painter = QPainter(handle)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(QColor(palette.accent), 2))
    painter.setBrush(QColor(palette.accent if held else palette.surface))
    painter.drawEllipse(QPointF(middle, middle), middle - 2, middle - 2)
    painter.end()
    return handle


def _empty(track: Track, size: QSize) -> QPixmap:
    pixmap = QPixmap(size * track.scale)
    pixmap.setDevicePixelRatio(track.scale)
    return pixmap


def _paint_line(painter: QPainter, track: Track, palette: Palette) -> None:
    """Whole where the lever was ever observed, hatched elsewhere."""
    seen, end = track.lever.observed, steps(track.lever)
    first, last = (position_of(track.lever, at) for at in (seen.low, seen.high)) if seen else (0, end)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(palette.border_strong))
    painter.drawRect(track.between(first, last, LINE))
    painter.setBrush(QBrush(QColor(palette.border_strong), Qt.BrushStyle.BDiagPattern))
    for left, right in ((0, first), (last, end)):
        if left < right:
            painter.drawRect(track.between(left, right, 2 * LINE))


def _paint_start(painter: QPainter, track: Track, palette: Palette) -> None:
    x, middle, below = track.x(track.start), track.middle, 2 * track.middle + 1
    painter.setPen(QPen(QColor(palette.text_muted), 2))
    painter.drawLine(QPointF(x, middle - 1.5 * LINE), QPointF(x, middle + 1.5 * LINE))
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(palette.text_muted))
    tip = [QPointF(x, below - 3), QPointF(x - TIGHT, below + 3), QPointF(x + TIGHT, below + 3)]
    painter.drawPolygon(QPolygonF(tip))


def _paint_ends(painter: QPainter, track: Track, palette: Palette) -> None:
    painter.setFont(track.font)
    painter.setPen(QColor(palette.text_muted))
    room = QRectF(TIGHT, 0, track.size.width() - 2 * TIGHT, 2 * track.middle)
    low, high = (end_words(track.lever, end) for end in (track.lever.low, track.lever.high))
    painter.drawText(room, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, low)
    painter.drawText(room, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, high)
