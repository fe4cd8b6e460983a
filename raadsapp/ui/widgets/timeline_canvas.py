"""The axis of a timeline: years, moments, spans and the lines that lead from them to their labels."""

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from raadsapp.ui.theme.applying import applied_theme
from raadsapp.ui.theme.tokens import SMALL, TEXT_BODY, Theme
from raadsapp.ui.widgets.canvas_button import CanvasButton, drawn_font
from raadsapp.ui.widgets.timeline_places import spread, year_fraction

Placed = tuple[CanvasButton, date, date | None]

_YEARS = 56
_LEAD = 56
_LANE = 7
_DOT = 4.5
_EDGE = 10
_PER_YEAR = 62


class TimelineCanvas(QWidget):
    """The ground on which the labels lie."""

    def __init__(self) -> None:
        super().__init__()
        self._placed: Sequence[Placed] = ()
        self._lanes: dict[str, int] = {}
        self._first, self._last = 0, 1
        self._lit = ""

    def show_labels(self, placed: Sequence[Placed]) -> None:
        """Take other labels, the earliest first; `place` puts them beside their moments."""
        self._placed = placed
        self._lanes = _lanes(placed)
        if placed:
            self._first = min(begins.year for _, begins, _ in placed)
            self._last = max((ends or begins).year for _, begins, ends in placed) + 1
        self.update()

    def show_lit(self, key: str) -> None:
        """Let one moment stand out; an empty key for none."""
        self._lit = key
        self.update()

    def place(self, width: int, height: int, theme: Theme) -> None:
        """Lay the labels out over the room, or over more when they need it."""
        left = theme.px(_YEARS) + self._lane_room() + theme.px(_LEAD)
        wide = max(width - left, theme.px(200))
        heights = [label.height_at(wide) for label, _, _ in self._placed]
        least = max(sum(heights), (self._last - self._first) * _PER_YEAR)
        self.resize(max(width, left + wide), max(height - 1, least + 2 * _EDGE))
        middles = [self._at(begins) for _, begins, _ in self._placed]
        tops = spread(middles, heights, _EDGE, self.height() - _EDGE)
        for (label, _, _), top, high in zip(self._placed, tops, heights, strict=True):
            label.setGeometry(left, round(top), wide, high)
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Years, then lines, spans and dots, with what is lit on top."""
        theme = applied_theme()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_years(painter, theme)
        ordered = sorted(self._placed, key=lambda placed: placed[0].key == self._lit)
        for label, begins, ends in ordered:
            lit = label.key == self._lit
            self._paint_moment(painter, theme, (label, begins, ends), lit=lit)

    def _paint_years(self, painter: QPainter, theme: Theme) -> None:
        palette = theme.palette
        axis = theme.px(_YEARS)
        painter.setFont(drawn_font(self, TEXT_BODY, bold=True))
        high = painter.fontMetrics().height()
        for year in range(self._first, self._last + 1):
            at = self._at(date(year, 1, 1))
            painter.setPen(QPen(QColor(palette.border_strong), 1))
            painter.drawLine(QPointF(axis - SMALL, at), QPointF(axis, at))
            if year < self._last:
                painter.setPen(QColor(palette.text))
                box = QRectF(0, at - high / 2, axis - 1.5 * SMALL, high)
                painter.drawText(
                    box, int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter), f"{year}"
                )
        painter.setPen(QPen(QColor(palette.border_strong), 1.5))
        ends = (self._at(date(year, 1, 1)) for year in (self._first, self._last))
        painter.drawLine(*(QPointF(axis, at) for at in ends))

    def _paint_moment(self, painter: QPainter, theme: Theme, placed: Placed, *, lit: bool) -> None:
        label, begins, ends = placed
        palette = theme.palette
        axis = theme.px(_YEARS)
        start = QPointF(axis, self._at(begins))
        if ends is not None:
            start.setX(axis + self._lanes[label.key] * _LANE + _LANE)
            colour = QColor(palette.accent if lit else palette.series[0])
            colour.setAlphaF(1.0 if lit else 0.75)
            bar = QRectF(start.x() - 2, start.y(), 4, max(self._at(ends) - start.y(), 4))
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(colour)
            painter.drawRoundedRect(bar, 2, 2)
        finish = QPointF(label.x(), label.geometry().center().y())
        line = QColor(palette.accent if lit else palette.border_strong)
        line.setAlphaF(1.0 if lit else 0.55)
        painter.setPen(QPen(line, 2.0 if lit else 1.1))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawPath(_lead(start, QPointF(axis + self._lane_room(), start.y()), finish))
        painter.setPen(QPen(QColor(palette.background), 1.5))
        painter.setBrush(QColor(palette.accent))
        painter.drawEllipse(start, _DOT, _DOT)

    def _at(self, day: date) -> float:
        room = self.height() - 2 * _EDGE - 2 * SMALL
        return _EDGE + SMALL + room * (year_fraction(day) - self._first) / (self._last - self._first)

    def _lane_room(self) -> int:
        return (max(self._lanes.values(), default=-1) + 1) * _LANE + SMALL


def _lanes(placed: Sequence[Placed]) -> dict[str, int]:
    """Spans that overlap lie beside each other."""
    lanes: dict[str, int] = {}
    free: list[date] = []
    for label, begins, ends in placed:
        if ends is None:
            continue
        lane = next((number for number, until in enumerate(free) if until < begins), len(free))
        free[lane : lane + 1] = [ends]
        lanes[label.key] = lane
    return lanes


def _lead(start: QPointF, turn: QPointF, finish: QPointF) -> QPainterPath:
    """Level to where the spans end, then in a calm curve to the label."""
    path = QPainterPath(start)
    path.lineTo(turn)
    middle = (turn.x() + finish.x()) / 2
    path.cubicTo(QPointF(middle, turn.y()), QPointF(middle, finish.y()), finish)
    return path
