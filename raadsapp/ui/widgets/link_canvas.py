"""Where the boxes of the map lie, and the lines between them."""

from collections.abc import Mapping
from itertools import pairwise

from PySide6.QtCore import QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from raadsapp.services.goal_map import GoalMap, Lines
from raadsapp.ui.theme.applying import applied_theme
from raadsapp.ui.theme.tokens import TEXT_SMALL, TIGHT, Theme
from raadsapp.ui.widgets.canvas_button import drawn_font
from raadsapp.ui.widgets.map_box import MapBox

_NARROWEST = 158
_GUTTER = 50
_HEAD = 24
_LEAST_GAP = 3
_REST, _PASSING, _BACK = 0.4, 0.22, 0.14
_SHARES = (0.22, 0.23, 0.32, 0.23)


class LinkCanvas(QWidget):
    """The ground on which boxes lie; it draws the heads of the columns and the lines."""

    def __init__(self) -> None:
        super().__init__()
        self._map = GoalMap((), ())
        self._boxes: Mapping[str, MapBox] = {}
        self._lit: Lines | None = None
        self._gaps: list[float] = []

    def show_boxes(self, shown: GoalMap, boxes: Mapping[str, MapBox]) -> None:
        """Take other boxes; `place` puts them where they belong."""
        self._map, self._boxes, self._lit = shown, boxes, None
        self.update()

    def show_lit(self, lit: Lines | None) -> None:
        """Let these lines stand out; None for all alike."""
        self._lit = lit
        self.update()

    def place(self, room: QRect, theme: Theme) -> None:
        """Lay columns out over the room, or over more when the words need it."""
        columns = [[self._boxes[box.key] for box in column.boxes] for column in self._map.columns]
        if not columns:
            return
        gutter = theme.px(_GUTTER)
        least = len(columns) * theme.px(_NARROWEST) + (len(columns) - 1) * gutter
        width = max(room.width(), least) - 1
        free = width - (len(columns) - 1) * gutter
        widths = [int(free * share) for share in _SHARES]
        head = theme.px(_HEAD)
        heights = [
            [box.height_at(wide) for box in boxes] for boxes, wide in zip(columns, widths, strict=True)
        ]
        tallest = max(sum(found) + _LEAST_GAP * (len(found) + 1) for found in heights)
        height = max(room.height() - 1, head + tallest)
        self.resize(width, height)
        left = 0
        for boxes, wide, found in zip(columns, widths, heights, strict=True):
            gap = (height - head - sum(found)) / (len(found) + 1)
            top = head + gap
            for box, high in zip(boxes, found, strict=True):
                box.setGeometry(left, round(top), wide, high)
                top += high + gap
            left += wide + gutter
        self._gaps = _between([box.geometry() for box in columns[2]])
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Heads and lines; lit lines last, so that they lie on top."""
        palette = applied_theme().palette
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setFont(drawn_font(self, TEXT_SMALL, bold=True))
        painter.setPen(QColor(palette.text_muted))
        for column in self._map.columns:
            if column.boxes:
                first = self._boxes[column.boxes[0].key].geometry()
                head = QRectF(first.left() + 1, 0, first.width(), applied_theme().px(_HEAD))
                painter.drawText(head, int(Qt.AlignmentFlag.AlignTop), column.title)
        lit = self._lit.pairs if self._lit else frozenset()
        quiet = QColor(palette.border_strong)
        for pair in self._map.lines:
            if pair not in lit:
                quiet.setAlphaF(_BACK if self._lit else _PASSING if self._passes(pair) else _REST)
                painter.setPen(QPen(quiet, 1.1))
                painter.drawPath(self._path(pair))
        painter.setPen(QPen(QColor(palette.accent), 2.0))
        for pair in self._map.lines:
            if pair in lit:
                painter.drawPath(self._path(pair))

    def _passes(self, pair: tuple[str, str]) -> bool:
        """Whether the line passes a column on its way."""
        return any(box.key == pair[1] for box in self._map.columns[3].boxes)

    def _path(self, pair: tuple[str, str]) -> QPainterPath:
        start, end = (self._boxes[key].geometry() for key in pair)
        begin = QPointF(start.right() + 1, start.center().y())
        finish = QPointF(end.left(), end.center().y())
        path = QPainterPath(begin)
        if self._passes(pair) and self._gaps:
            column = self._boxes[self._map.columns[2].boxes[0].key].geometry()
            middle = (begin.y() + finish.y()) / 2
            lane = min(self._gaps, key=lambda gap: abs(gap - middle))
            _curve(path, QPointF(column.left() - TIGHT, lane))
            path.lineTo(QPointF(column.right() + TIGHT, lane))
        _curve(path, finish)
        return path


def _curve(path: QPainterPath, end: QPointF) -> None:
    """A curve that leaves and arrives level."""
    start = path.currentPosition()
    middle = (start.x() + end.x()) / 2
    path.cubicTo(QPointF(middle, start.y()), QPointF(middle, end.y()), end)


def _between(boxes: list[QRect]) -> list[float]:
    """The heights midway between boxes that lie below each other."""
    return [(upper.bottom() + 1 + lower.top()) / 2 for upper, lower in pairwise(boxes)]
