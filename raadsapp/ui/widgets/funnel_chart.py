"""A funnel: shares against the size of their group, with the limits within which chance keeps them."""

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, QSize, QSizeF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPen
from PySide6.QtWidgets import QWidget

from raadsapp.texts import exact, number, percent
from raadsapp.ui.theme import tokens
from raadsapp.ui.widgets.chart_scale import Scale, scale_for
from raadsapp.ui.widgets.chart_table import ChartTable, Figure
from raadsapp.ui.widgets.painted_chart import PaintedChart
from raadsapp.ui.widgets.plot_drawing import Frame
from raadsapp.ui.widgets.point_labels import rooms_beside
from raadsapp.ui.widgets.signs import Sign, draw_sign

_POINT = 5.0
_NEAR = 24.0
_STEPS = 60
_ROOM = 1.12
_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
_MIDDLE = Qt.AlignmentFlag.AlignCenter


@dataclass(frozen=True, slots=True, kw_only=True)
class FunnelDot:
    """One group: its `share` in percents of `total`, its sign, and whether it is the reader's own."""

    name: str
    share: float
    total: float
    sign: Sign
    own: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class FunnelView:
    """What a funnel shows. `limits` gives for a total its inner and outer bounds, all in percents.

    `counted` says in words what the totals are of.
    """

    dots: tuple[FunnelDot, ...]
    centre: float
    limits: Callable[[float], tuple[tuple[float, float], tuple[float, float]]]
    counted: str


class FunnelChart(PaintedChart):
    """Groups beside each other without a ranking: in the funnel their order is chance."""

    def __init__(self, view: FunnelView, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._view = view
        least = min(dot.total for dot in view.dots)
        edges = [bound for pair in view.limits(least) for bound in pair]
        self._scale = scale_for((*edges, *(dot.share for dot in view.dots)), 4)
        self._widest = max(dot.total for dot in view.dots) * _ROOM

    def count(self) -> int:
        """One point for each group."""
        return len(self._view.dots)

    def point_at(self, place: QPointF) -> int | None:
        """The group nearest to this place, when it is near."""
        frame = self._frame()
        far = [(self._at(frame, dot) - place).manhattanLength() for dot in self._view.dots]
        nearest = min(range(len(far)), key=far.__getitem__)
        return nearest if far[nearest] <= _NEAR else None

    def spoken(self, position: int) -> str:
        """The group with its share, its size and what is to be said of it."""
        dot = self._view.dots[position]
        return f"{dot.name}: {percent(dot.share, 1)} van {number(dot.total)}; {dot.sign.words.lower()}"

    def table(self) -> ChartTable:
        """Every group with its share and the room that chance leaves it."""
        rows = []
        for dot in self._view.dots:
            (low, high), _ = self._view.limits(dot.total)
            rows.append(
                (
                    dot.name,
                    Figure(dot.share, percent(dot.share, 1)),
                    Figure(dot.total, number(dot.total)),
                    f"{percent(low, 1)} tot {percent(high, 1)}",
                    dot.sign.words,
                )
            )
        columns = ("Gemeente", "Aandeel", self._view.counted, "Zo ver komt toeval meestal", "Oordeel")
        return ChartTable(columns, tuple(rows))

    def minimumSizeHint(self) -> QSize:
        """Room enough to tell the groups apart."""
        return QSize(self.theme.px(300), self.theme.px(220))

    def sizeHint(self) -> QSize:
        """A chart that may grow."""
        return QSize(self.theme.px(480), self.theme.px(260))

    def _frame(self) -> Frame:
        metrics = QFontMetricsF(self.font_of(tokens.TEXT_SMALL))
        labels = max(metrics.horizontalAdvance(f"{exact(tick)}%") for tick in self._scale.ticks)
        area = QRectF(self.rect()).adjusted(
            labels + tokens.LARGE, metrics.height(), -tokens.LARGE, -2 * metrics.height() - tokens.MEDIUM
        )
        # A year lies in the middle of its room; here the axis begins at nothing.
        return Frame(area, 0.5, self._widest - 0.5, self._scale.low, self._scale.high)

    @staticmethod
    def _at(frame: Frame, dot: FunnelDot) -> QPointF:
        return QPointF(frame.x(dot.total), frame.y(dot.share))

    def paint_reading(self, painter: QPainter, reading: int | None) -> None:
        """Paint the funnel, with the point that is read marked."""
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setFont(self.font_of(tokens.TEXT_SMALL))
        frame = self._frame()
        self._draw_axes(painter, frame)
        self._draw_limits(painter, frame)
        self._draw_words(painter, frame, reading)
        for place, dot in enumerate(self._view.dots):
            self._draw_dot(painter, frame, dot, read=place == reading)

    def _draw_axes(self, painter: QPainter, frame: Frame) -> None:
        palette, area = self.theme.palette, frame.area
        height = painter.fontMetrics().height()
        for tick in self._scale.ticks:
            y = round(frame.y(tick)) + 0.5
            painter.setPen(QPen(QColor(palette.border), 1))
            painter.drawLine(QPointF(area.left(), y), QPointF(area.right(), y))
            painter.setPen(QColor(palette.text_muted))
            room = QRectF(0, y - height / 2, area.left() - tokens.SMALL, height)
            painter.drawText(room, _RIGHT, f"{exact(tick)}%")
        painter.setPen(QPen(QColor(palette.border_strong), 1))
        painter.drawLine(area.bottomLeft(), area.bottomRight())
        painter.setPen(QColor(palette.text_muted))
        for tick in _steps(self._widest).ticks:
            if 0 < tick <= self._widest:
                x = frame.x(tick)
                room = QRectF(x - area.width(), area.bottom() + tokens.TIGHT, 2 * area.width(), height)
                painter.drawText(room, _MIDDLE, exact(tick))
        below = QRectF(area.left(), area.bottom() + tokens.TIGHT + height, area.width(), height)
        painter.drawText(below, _MIDDLE, self._view.counted)

    def _draw_limits(self, painter: QPainter, frame: Frame) -> None:
        """The centre as a line, the inner limits dotted and the outer ones dashed."""
        palette, view = self.theme.palette, self._view
        colour = QColor(palette.noise)
        first = max(min(dot.total for dot in view.dots) * 0.6, self._widest / _STEPS)
        totals = [first + (self._widest - first) * step / _STEPS for step in range(_STEPS + 1)]
        painter.setPen(QPen(colour, 1.4))
        painter.drawLine(
            QPointF(frame.area.left(), frame.y(view.centre)),
            QPointF(frame.area.right(), frame.y(view.centre)),
        )
        painter.save()
        painter.setClipRect(frame.area)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        for pair, dashes in ((0, (1.0, 3.0)), (1, (5.0, 3.0))):
            pen = QPen(colour, 1.4)
            pen.setDashPattern(dashes)
            painter.setPen(pen)
            for side in (0, 1):
                painter.drawPolyline(
                    [QPointF(frame.x(one), frame.y(view.limits(one)[pair][side])) for one in totals]
                )
        painter.restore()

    def _draw_dot(self, painter: QPainter, frame: Frame, dot: FunnelDot, *, read: bool) -> None:
        palette, at = self.theme.palette, self._at(frame, dot)
        size = _POINT * self.theme.scale
        if dot.own or read:
            painter.setPen(QPen(QColor(palette.accent if dot.own else palette.text), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawEllipse(at, 2 * size, 2 * size)
        draw_sign(painter, dot.sign, at, size, palette)

    def _draw_words(self, painter: QPainter, frame: Frame, reading: int | None) -> None:
        """Name and share of each group, below all dots; those of the reader's own choose their room first."""
        palette = self.theme.palette
        dots = sorted(enumerate(self._view.dots), key=lambda one: not one[1].own)
        weights = [
            QFont.Weight.DemiBold if dot.own or place == reading else QFont.Weight.Normal
            for place, dot in dots
        ]
        fonts = [self.font_of(tokens.TEXT_SMALL, weight) for weight in weights]
        words = [f"{dot.name} {percent(dot.share, 1)}" for _, dot in dots]
        sizes = [
            QSizeF(metrics.horizontalAdvance(told) + 1, metrics.height())
            for told, metrics in zip(words, map(QFontMetricsF, fonts), strict=True)
        ]
        points = [self._at(frame, dot) for _, dot in dots]
        gap = 2 * _POINT * self.theme.scale + tokens.TIGHT
        painter.setPen(QColor(palette.text))
        rooms = rooms_beside(points, sizes, gap, frame.area)
        for room, font, told in zip(rooms, fonts, words, strict=True):
            painter.fillRect(room, QColor(palette.surface))  # the lines do not run through the words
            painter.setFont(font)
            painter.drawText(room, _LEFT, told)


def _steps(widest: float) -> Scale:
    return scale_for((widest,), 6)
