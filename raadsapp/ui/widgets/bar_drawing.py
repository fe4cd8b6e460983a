"""Paints the bars of a chart: full, hatched, hollow or as a point, with their words at the end."""

from math import isfinite

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QBrush, QColor, QPainter, QPen, QPolygonF

from raadsapp.texts import unbroken
from raadsapp.ui.theme import tokens
from raadsapp.ui.theme.tokens import Palette
from raadsapp.ui.widgets.bar_layout import (
    POINT,
    WRAP,
    Face,
    Fonts,
    Layout,
    Place,
    gap_before_words,
    words_width,
)
from raadsapp.ui.widgets.bar_rows import Bar, BarRow, Bars, Look, Mark
from raadsapp.ui.widgets.bar_scale import Range, points_right, within

_OUTLINE = 1.6
_CORNER = 2.0
_LEAST = 2.0
_MIDDLE = Qt.AlignmentFlag.AlignVCenter
_LEFT = Qt.AlignmentFlag.AlignLeft | _MIDDLE
_RIGHT = Qt.AlignmentFlag.AlignRight | _MIDDLE


class BarPainter:
    """Paints rows at their places, with the axis as it is at this moment."""

    def __init__(
        self, painter: QPainter, layout: Layout, shown: Range, fonts: Fonts, palette: Palette
    ) -> None:
        self._painter, self._layout, self._range = painter, layout, shown
        self._fonts, self._palette = fonts, palette

    def paint(self, bars: Bars, marked: int | None) -> None:
        """Paint everything; the row `marked` stands on a ground of its own."""
        places = self._layout.places
        if marked is not None and marked < len(places):
            self._painter.setPen(Qt.PenStyle.NoPen)
            self._painter.setBrush(QColor(self._palette.raised))
            heading = places[marked].heading
            ground = places[marked].whole
            ground.setTop(max(ground.top(), heading.bottom()))
            self._painter.drawRoundedRect(ground, tokens.RADIUS, tokens.RADIUS)
        self._paint_axis_words(bars)
        self._paint_line(bars)
        for row, place in zip(bars.rows, places, strict=True):
            self._paint_names(row, place)
        if bars.joined:
            self._paint_joints(bars)
        for row, place in zip(bars.rows, places, strict=True):
            for bar in row.bars:
                self._paint_bar(bar, place.bars, bars.bounds)

    def _x(self, value: float, bounds: tuple[float, float] | None = None) -> float:
        return self._layout.left + self._range.x(within(value, bounds), self._layout.width)

    def _paint_axis_words(self, bars: Bars) -> None:
        layout, painter = self._layout, self._painter
        painter.setFont(self._fonts.note.font)
        painter.setPen(QColor(self._palette.text_muted))
        metrics = painter.fontMetrics()
        line = QRectF(layout.left, 0, layout.width, metrics.height())
        if bars.lower:
            lower, upper = f"← {bars.lower}", f"{bars.upper} →"
            painter.drawText(line, _LEFT, lower)
            painter.drawText(line, _RIGHT, upper)
            gap = metrics.horizontalAdvance("  ")
            line.setLeft(line.left() + metrics.horizontalAdvance(lower) + gap)
            line.setRight(line.right() - metrics.horizontalAdvance(upper) - gap)
        text = unbroken(bars.line_words)
        width = metrics.horizontalAdvance(text) + 1
        if bars.line is not None and self._sees(bars.line) and width <= line.width():
            painter.setPen(QColor(self._palette.text))
            left = min(max(self._x(bars.line) - width / 2, line.left()), line.right() - width)
            painter.drawText(QRectF(left, 0, width, line.height()), _LEFT, text)

    def _sees(self, value: float) -> bool:
        return self._range.low <= value <= self._range.high

    def _paint_line(self, bars: Bars) -> None:
        """Broken where the words of a bar are, so that both stay readable."""
        if bars.line is None or not self._sees(bars.line):
            return
        x = round(self._x(bars.line)) + 0.5
        self._painter.setPen(QPen(QColor(self._palette.border_strong), 1))
        for row, place in zip(bars.rows, self._layout.places, strict=True):
            top = max(place.whole.top(), place.heading.bottom())
            taken = [
                self._words_place(bar, place.bars, bars.bounds) for bar in row.bars if bar.text or bar.note
            ]
            crossed = [words for words in taken if words.left() - tokens.TIGHT < x < words.right()]
            for words in sorted(crossed, key=QRectF.top):
                self._painter.drawLine(QPointF(x, top), QPointF(x, max(top, words.top())))
                top = max(top, words.bottom())
            self._painter.drawLine(QPointF(x, top), QPointF(x, place.whole.bottom()))

    def _paint_names(self, row: BarRow, place: Place) -> None:
        painter, palette = self._painter, self._palette
        for text, rect, face, colour in (
            (row.heading, place.heading, self._fonts.heading, palette.text_muted),
            (row.label, place.name, self._fonts.name, palette.text),
            (row.note, place.note, self._fonts.note, palette.text_muted),
        ):
            if text:
                painter.setFont(face.font)
                painter.setPen(QColor(colour))
                painter.drawText(rect, WRAP, unbroken(text))

    def _paint_joints(self, bars: Bars) -> None:
        self._painter.setPen(QPen(QColor(self._palette.border_strong), 1, Qt.PenStyle.DotLine))
        for row, place, below in zip(bars.rows, self._layout.places, self._layout.places[1:], strict=False):
            x = round(self._x(row.bars[-1].end, bars.bounds)) + 0.5
            self._painter.drawLine(QPointF(x, place.bars.center().y()), QPointF(x, below.bars.center().y()))

    def _paint_bar(self, bar: Bar, room: QRectF, bounds: tuple[float, float] | None) -> None:
        colour = QColor(self._colour(bar))
        begin, end = self._x(bar.begin, bounds), self._x(bar.end, bounds)
        body = QRectF(min(begin, end), room.center().y() - self._layout.bar / 2, 0, self._layout.bar)
        body.setWidth(max(abs(end - begin), _LEAST))
        painter = self._painter
        painter.setPen(QPen(colour, _OUTLINE))
        if bar.look is Look.POINT:
            painter.setBrush(colour)
            painter.drawEllipse(QPointF(end, room.center().y()), POINT, POINT)
        else:
            painter.setBrush(QColor(self._palette.surface))
            painter.drawRoundedRect(body, _CORNER, _CORNER)
            if bar.look is not Look.HOLLOW:
                solid = bar.look is Look.SOLID
                pattern = Qt.BrushStyle.SolidPattern if solid else Qt.BrushStyle.BDiagPattern
                painter.setBrush(QBrush(colour, pattern))
                painter.drawRoundedRect(body, _CORNER, _CORNER)
        if self._goes_on(bar, bounds):
            self._paint_arrow(bar, end, room.center().y(), colour)
        self._paint_words(bar, self._words_place(bar, room, bounds))

    def _goes_on(self, bar: Bar, bounds: tuple[float, float] | None) -> bool:
        """Whether the bar does not end within the picture."""
        beyond = not isfinite(bar.end) or within(bar.end, bounds) != bar.end or not self._sees(bar.end)
        return beyond and bar.look is not Look.POINT

    def _tip(self, bar: Bar) -> float:
        """How far the arrow of a bar that goes on reaches past its end, in the direction of the bar."""
        half = self._layout.bar / 2
        return half if points_right(bar) else -half

    def _paint_arrow(self, bar: Bar, x: float, y: float, colour: QColor) -> None:
        """Say that the bar goes on outside the picture."""
        half = self._layout.bar / 2
        tip = QPointF(x + self._tip(bar), y)
        self._painter.setBrush(colour)
        self._painter.drawPolygon(QPolygonF([QPointF(x, y - half), tip, QPointF(x, y + half)]))

    def _words_place(self, bar: Bar, room: QRectF, bounds: tuple[float, float] | None) -> QRectF:
        """Where the words of a bar stand: past its end, within the picture."""
        end = self._x(bar.end, bounds) + (self._tip(bar) if self._goes_on(bar, bounds) else 0)
        gap = gap_before_words(bar)
        width = words_width(bar, self._fonts) - gap
        left = end + gap if points_right(bar) else end - gap - width
        left = min(max(left, self._layout.left), self._layout.left + self._layout.width - width)
        height = sum(face.line for _, face, _ in self._lines(bar))
        return QRectF(left, room.center().y() - height / 2, width, height)

    def _lines(self, bar: Bar) -> list[tuple[str, Face, str]]:
        lines = [(bar.text, self._fonts.value, self._palette.text)]
        if bar.note:
            lines.append((bar.note, self._fonts.note, self._palette.text_muted))
        return lines

    def _paint_words(self, bar: Bar, place: QRectF) -> None:
        painter = self._painter
        line = QRectF(place)
        for text, face, colour in self._lines(bar):
            line.setHeight(face.line)
            painter.setFont(face.font)
            painter.setPen(QColor(colour))
            painter.drawText(line, _LEFT if points_right(bar) else _RIGHT, unbroken(text))
            line.translate(0, line.height())

    def _colour(self, bar: Bar) -> str:
        if bar.look in {Look.POINT, Look.HOLLOW} and bar.mark is Mark.PLAIN:
            return self._palette.text
        return {
            Mark.BETTER: self._palette.improvement,
            Mark.WORSE: self._palette.concern,
            Mark.PLAIN: self._palette.noise,
        }[bar.mark]
