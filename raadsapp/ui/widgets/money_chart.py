"""The money line: the fixed amount as steps, the expected cost as a line, and what lies between them."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QBrush, QColor, QFont, QFontMetricsF, QPainter, QPen, QPolygonF
from PySide6.QtWidgets import QWidget

from raadsapp.texts import euro, rounded_euro
from raadsapp.ui.theme import tokens
from raadsapp.ui.widgets.chart_scale import money_label
from raadsapp.ui.widgets.chart_table import ChartTable
from raadsapp.ui.widgets.money_areas import Point, areas, step_line
from raadsapp.ui.widgets.plot import Plot
from raadsapp.ui.widgets.plot_drawing import HALF_YEAR, Frame

LUMPSUM_LABEL = "vast bedrag"
COST_LABEL = "verwachte kosten"
_LINE = 2.6
_MARKER = 4.0
_GROUND_ALPHA = 34
_DASHES = [4.0, 2.4]
_LEFT = Qt.AlignmentFlag.AlignLeft
_RIGHT = Qt.AlignmentFlag.AlignRight
_MIDDLE = Qt.AlignmentFlag.AlignVCenter


@dataclass(frozen=True, slots=True)
class _Money:
    years: tuple[int, ...] = (0, 1)
    lumpsum: tuple[float, ...] = (0.0, 0.0)
    cost: tuple[float, ...] = (0.0, 0.0)


def gap_words(gap: float) -> str:
    """`tekort` above zero, `overschot` below it, `precies genoeg` where whole euros are equal."""
    return "precies genoeg" if round(gap) == 0 else "tekort" if gap > 0 else "overschot"


class MoneyChart(Plot):
    """Fixed amount and expected cost per year in euro; the shortage of one year is named in euros."""

    def __init__(self, parent: QWidget | None = None) -> None:
        self._money = _Money()
        self._named = 0
        super().__init__(parent)
        self.setAccessibleName("Geldlijn: vast bedrag en verwachte kosten per jaar")

    def show_outcome(
        self,
        years: Sequence[int],
        lumpsum: Sequence[float],
        demand_cost: Sequence[float],
        named_year: int | None = None,
    ) -> None:
        """Show euros per year; `named_year` gets the label, otherwise the year with the widest gap."""
        money = _Money(tuple(map(int, years)), tuple(map(float, lumpsum)), tuple(map(float, demand_cost)))
        self._money = money
        if named_year in money.years:
            self._named = money.years.index(named_year)
        else:
            gaps = [abs(cost - fixed) for cost, fixed in zip(money.cost, money.lumpsum, strict=True)]
            self._named = gaps.index(max(gaps))
        self.fit(money.years, (*money.lumpsum, *money.cost))

    def label_room(self) -> float:
        """Room for the names at the ends of the lines."""
        metrics = QFontMetricsF(self.font_of(tokens.TEXT_SMALL, QFont.Weight.DemiBold))
        return metrics.horizontalAdvance(COST_LABEL) + tokens.LARGE

    def table(self) -> ChartTable:
        """The years and their euros, as shown."""
        money = self._money
        return ChartTable(
            ("Jaar", "Vast bedrag", "Verwachte kosten", "Verschil"),
            tuple(
                (str(year), round(fixed), round(cost), round(fixed) - round(cost))
                for year, fixed, cost in zip(money.years, money.lumpsum, money.cost, strict=True)
            ),
        )

    def spoken(self, position: int) -> str:
        """The year, the fixed amount, the cost and the gap, as one sentence."""
        return "; ".join(f"{label} {value}".strip() for label, value in self._reading(position))

    def draw(self, painter: QPainter, frame: Frame) -> None:
        """Areas first, lines over them, words on top."""
        painter.save()
        painter.setClipRect(frame.area)
        self._draw_areas(painter, frame)
        self._draw_lines(painter, frame)
        painter.restore()
        self._draw_line_labels(painter, frame)
        if self.reading is None:
            self._draw_gap(painter, frame)
        else:
            self._draw_reading(painter, frame, self.reading)

    def _draw_areas(self, painter: QPainter, frame: Frame) -> None:
        palette = self.theme.palette
        shortage = QBrush(QColor(palette.concern_soft))
        surplus = QBrush(QColor(palette.series[0]), Qt.BrushStyle.BDiagPattern)
        painter.setPen(Qt.PenStyle.NoPen)
        money = QColor(palette.series[0])
        money.setAlpha(_GROUND_ALPHA)
        painter.setBrush(money)
        ground = [(self._money.years[-1] + HALF_YEAR, 0.0), (self._money.years[0] - HALF_YEAR, 0.0)]
        painter.drawPolygon(_polygon(frame, [*step_line(self._money.years, self._money.lumpsum), *ground]))
        for area in areas(self._money.years, self._money.lumpsum, self._money.cost):
            painter.setBrush(shortage if area.shortage else surplus)
            painter.drawPolygon(_polygon(frame, area.outline))

    def _draw_lines(self, painter: QPainter, frame: Frame) -> None:
        palette, money = self.theme.palette, self._money
        painter.setBrush(Qt.BrushStyle.NoBrush)
        fixed = QPen(QColor(palette.series[0]), _LINE)
        fixed.setJoinStyle(Qt.PenJoinStyle.MiterJoin)
        painter.setPen(fixed)
        painter.drawPolyline(_polygon(frame, step_line(money.years, money.lumpsum)))
        dashed = QPen(QColor(palette.series[1]), _LINE)
        dashed.setDashPattern(_DASHES)
        painter.setPen(dashed)
        points = frame.points(money.years, money.cost)
        painter.drawPolyline(points)
        painter.setPen(QPen(QColor(palette.surface), 1.5))
        painter.setBrush(QColor(palette.series[1]))
        for point in points:
            painter.drawEllipse(point, _MARKER, _MARKER)

    def _draw_line_labels(self, painter: QPainter, frame: Frame) -> None:
        name = self.font_of(tokens.TEXT_SMALL, QFont.Weight.DemiBold)
        height = QFontMetricsF(name).height()
        left = frame.area.right() + tokens.SMALL
        ends = [(self._money.lumpsum[-1], LUMPSUM_LABEL, 0), (self._money.cost[-1], COST_LABEL, 1)]
        ends.sort(key=lambda end: -end[0])
        tops = _apart([frame.y(value) - height for value, _, _ in ends], 2 * height + tokens.TIGHT)
        lowest = frame.area.bottom() - 2 * height
        for (value, label, series), top in zip(ends, tops, strict=True):
            outside = "↑ " if value > frame.high else ""
            at = QRectF(left, min(max(top, 0.0), lowest), self.width(), height)
            painter.setFont(name)
            painter.setPen(QColor(self.theme.palette.series[series]))
            painter.drawText(at, _LEFT | _MIDDLE, label)
            painter.setFont(self.font_of(tokens.TEXT_SMALL))
            painter.setPen(QColor(self.theme.palette.text))
            painter.drawText(
                at.translated(0, height), _LEFT | _MIDDLE, outside + money_label(round(value, -4))
            )

    def _draw_gap(self, painter: QPainter, frame: Frame) -> None:
        year = self._money.years[self._named]
        fixed, cost = self._money.lumpsum[self._named], self._money.cost[self._named]
        if round(cost - fixed) == 0:
            return
        palette = self.theme.palette
        x, top, bottom = frame.x(year), frame.y(max(fixed, cost)), frame.y(min(fixed, cost))
        top = max(top, frame.area.top())
        color = QColor(palette.concern if cost > fixed else palette.improvement)
        painter.setPen(QPen(color, 1.5))
        painter.drawLine(QPointF(x, top + _MARKER), QPointF(x, bottom))
        text = f"{year}: {rounded_euro(abs(cost - fixed))} {gap_words(cost - fixed)}"
        painter.setFont(self.font_of(tokens.TEXT_BODY, QFont.Weight.DemiBold))
        metrics = painter.fontMetrics()
        box = QRectF(0, 0, metrics.horizontalAdvance(text) + tokens.LARGE, metrics.height() + tokens.SMALL)
        above = top - box.height() - tokens.MEDIUM
        box.moveTop(above if above >= 0 else bottom + tokens.MEDIUM)
        box.moveLeft(min(max(x - box.width() / 2, frame.area.left()), frame.area.right() - box.width()))
        painter.setBrush(QColor(palette.surface))
        painter.setPen(QPen(color, 1.0))
        painter.drawRoundedRect(box, tokens.RADIUS, tokens.RADIUS)
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter, text)

    def _reading(self, position: int) -> list[tuple[str, str]]:
        money = self._money
        gap = money.cost[position] - money.lumpsum[position]
        return [
            (str(money.years[position]), ""),
            (LUMPSUM_LABEL, euro(money.lumpsum[position])),
            (COST_LABEL, euro(money.cost[position])),
            (gap_words(gap), euro(abs(gap)) if round(gap) else ""),
        ]

    def _draw_reading(self, painter: QPainter, frame: Frame, position: int) -> None:
        palette = self.theme.palette
        rows = self._reading(position)
        painter.setFont(self.font_of(tokens.TEXT_SMALL, QFont.Weight.DemiBold))
        metrics = painter.fontMetrics()
        names, values = (max(metrics.horizontalAdvance(row[column]) for row in rows) for column in (0, 1))
        line = metrics.height() + tokens.TIGHT
        x = frame.x(self._money.years[position])
        painter.setPen(QPen(QColor(palette.border_strong), 1))
        painter.drawLine(QPointF(x, frame.area.top()), QPointF(x, frame.area.bottom()))
        box = QRectF(0, 0, names + values + tokens.HUGE, line * len(rows) + tokens.LARGE)
        fits = x + tokens.MEDIUM + box.width() <= frame.area.right()
        box.moveLeft(x + tokens.MEDIUM if fits else max(x - tokens.MEDIUM - box.width(), frame.area.left()))
        box.moveBottom(frame.area.bottom() - tokens.SMALL)
        painter.setBrush(QColor(palette.raised))
        painter.drawRoundedRect(box, tokens.RADIUS, tokens.RADIUS)
        painter.setPen(QColor(palette.text))
        inner = box.adjusted(tokens.MEDIUM, tokens.SMALL, -tokens.MEDIUM, -tokens.SMALL)
        for index, (label, value) in enumerate(rows):
            row = QRectF(inner.left(), inner.top() + index * line, inner.width(), line)
            painter.drawText(row, _LEFT | _MIDDLE, label)
            painter.drawText(row, _RIGHT | _MIDDLE, value)


def _polygon(frame: Frame, points: Sequence[Point]) -> QPolygonF:
    return QPolygonF([QPointF(frame.x(year), frame.y(value)) for year, value in points])


def _apart(tops: list[float], distance: float) -> list[float]:
    """Two tops, the upper one first, moved from their middle until they are `distance` apart."""
    upper, lower = tops
    push = max(0.0, distance - (lower - upper)) / 2
    return [upper - push, lower + push]
