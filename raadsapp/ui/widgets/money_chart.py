"""The money line: the fixed amount as steps, the expected cost as a line, and what lies between them."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QBrush, QColor, QFont, QFontMetricsF, QPainter, QPen
from PySide6.QtWidgets import QWidget

from raadsapp.texts import euro, rounded_euro
from raadsapp.ui.theme import tokens
from raadsapp.ui.widgets.chart_scale import MONEY, money_label
from raadsapp.ui.widgets.chart_table import ChartTable
from raadsapp.ui.widgets.money_areas import areas, step_line
from raadsapp.ui.widgets.plot import Plot
from raadsapp.ui.widgets.plot_drawing import HALF_YEAR, Frame
from raadsapp.ui.widgets.plot_marks import (
    BAND_WORDS,
    LINE,
    MARKER,
    Range,
    draw_band,
    draw_label,
    draw_line,
    draw_reading,
    edge_words,
)

LUMPSUM_LABEL = "vast bedrag"
COST_LABEL = "verwachte kosten"
MEDIAN_LABEL = "middelste variant"
_GROUND_ALPHA = 34
_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter


@dataclass(frozen=True, slots=True)
class _Money:
    years: tuple[int, ...] = (0, 1)
    lumpsum: tuple[float, ...] = (0.0, 0.0)
    cost: tuple[float, ...] = (0.0, 0.0)
    spread: Range | None = None

    @property
    def cost_label(self) -> str:
        return COST_LABEL if self.spread is None else MEDIAN_LABEL


def gap_words(gap: float) -> str:
    """`tekort` above zero, `overschot` below it, `precies genoeg` where whole euros are equal."""
    return "precies genoeg" if round(gap) == 0 else "tekort" if gap > 0 else "overschot"


class MoneyChart(Plot):
    """Fixed amount and expected cost per year in euro; the shortage of one year is named in euros."""

    def __init__(self, parent: QWidget | None = None, *, heading: str = "") -> None:
        self._money = _Money()
        self._named = 0
        self._heading = heading
        super().__init__(MONEY, parent)
        self.setAccessibleName("Geldlijn: vast bedrag en verwachte kosten per jaar")

    def show_outcome(
        self,
        years: Sequence[int],
        lumpsum: Sequence[float],
        demand_cost: Sequence[float],
        named_year: int | None = None,
        spread: Range | None = None,
    ) -> None:
        """Show euros per year; `named_year` gets the label, otherwise the year with the widest gap.

        With a `spread` the cost is the median of the draws, and is called so.
        """
        cost = tuple(map(float, demand_cost))
        money = _Money(tuple(map(int, years)), tuple(map(float, lumpsum)), cost, spread)
        self._money = money
        if named_year in money.years:
            self._named = money.years.index(named_year)
        else:
            gaps = [abs(cost - fixed) for cost, fixed in zip(money.cost, money.lumpsum, strict=True)]
            self._named = gaps.index(max(gaps))
        edges = (*spread.low, *spread.high) if spread else ()
        self.fit(money.years, (*money.lumpsum, *money.cost, *edges))

    def label_room(self) -> float:
        """Room for the names at the ends of the lines."""
        metrics = QFontMetricsF(self.font_of(tokens.TEXT_SMALL, QFont.Weight.DemiBold))
        return max(map(metrics.horizontalAdvance, (COST_LABEL, MEDIAN_LABEL))) + tokens.LARGE

    def top_room(self, width: float) -> float:
        """Room for the heading, and for the name of a band that reaches the top."""
        return super().top_room(width) * (2 if self._heading else 1)

    def table(self) -> ChartTable:
        """The years and their euros, as shown."""
        money = self._money
        spread = money.spread
        columns = ("Jaar", "Vast bedrag", money.cost_label.capitalize(), "Verschil")
        edges = edge_words("Kosten") if spread else ()
        rows = []
        for place, year in enumerate(money.years):
            fixed, cost = round(money.lumpsum[place]), round(money.cost[place])
            ends = (round(spread.low[place]), round(spread.high[place])) if spread else ()
            rows.append((str(year), fixed, cost, fixed - cost, *ends))
        return ChartTable((*columns, *edges), tuple(rows))

    def spoken(self, position: int) -> str:
        """The year, the fixed amount, the cost and the gap, as one sentence."""
        return "; ".join(f"{label} {value}".strip() for label, value in self.figures_of(position))

    def figures_of(self, position: int) -> list[tuple[str, str]]:
        """What is read of a year: names and figures."""
        money = self._money
        gap = money.cost[position] - money.lumpsum[position]
        rows = [
            (str(money.years[position]), ""),
            (LUMPSUM_LABEL, euro(money.lumpsum[position])),
            (money.cost_label, euro(money.cost[position])),
            (gap_words(gap), euro(abs(gap)) if round(gap) else ""),
        ]
        if money.spread:
            low, high = money.spread.low[position], money.spread.high[position]
            rows.append((BAND_WORDS, f"{money_label(round(low, -4))} tot {money_label(round(high, -4))}"))
        return rows

    def draw(self, painter: QPainter, frame: Frame) -> None:
        """Areas first, lines over them, words on top."""
        money, palette = self._money, self.theme.palette
        painter.save()
        painter.setClipRect(frame.area)
        self._draw_areas(painter, frame)
        if money.spread:
            draw_band(painter, frame, money.years, money.spread, palette.series[1])
        fixed = QPen(QColor(palette.series[0]), LINE)
        fixed.setJoinStyle(Qt.PenJoinStyle.MiterJoin)
        painter.setPen(fixed)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawPolyline(frame.pixels(step_line(money.years, money.lumpsum)))
        points = frame.points(money.years, money.cost)
        draw_line(painter, points, palette.series[1], palette.surface, dashed=True)
        painter.restore()
        self._draw_words(painter, frame)
        if self.reading is None:
            self._draw_gap(painter, frame)
        else:
            font = self.font_of(tokens.TEXT_SMALL, QFont.Weight.DemiBold)
            year = money.years[self.reading]
            draw_reading(painter, frame, year, self.figures_of(self.reading), font, self.theme)

    def _draw_areas(self, painter: QPainter, frame: Frame) -> None:
        money, palette = self._money, self.theme.palette
        shortage = QBrush(QColor(palette.concern_soft))
        surplus = QBrush(QColor(palette.series[0]), Qt.BrushStyle.BDiagPattern)
        painter.setPen(Qt.PenStyle.NoPen)
        fixed = QColor(palette.series[0])
        fixed.setAlpha(_GROUND_ALPHA)
        painter.setBrush(fixed)
        ground = [(money.years[-1] + HALF_YEAR, 0.0), (money.years[0] - HALF_YEAR, 0.0)]
        painter.drawPolygon(frame.pixels([*step_line(money.years, money.lumpsum), *ground]))
        for area in areas(money.years, money.lumpsum, money.cost):
            painter.setBrush(shortage if area.shortage else surplus)
            painter.drawPolygon(frame.pixels(area.outline))

    def _draw_words(self, painter: QPainter, frame: Frame) -> None:
        small = self.font_of(tokens.TEXT_SMALL)
        self._draw_line_labels(painter, frame, small)
        painter.setFont(small)
        painter.setPen(QColor(self.theme.palette.text_muted))
        height = painter.fontMetrics().height()
        if self._heading:
            painter.drawText(QRectF(0, 0, self.width(), height), _LEFT, self._heading)
        if self._money.spread:
            top = min(frame.y(self._money.spread.high[place]) for place in (-1, -2)) - height
            room = QRectF(frame.area.left(), max(top, frame.area.top() - height), frame.area.width(), height)
            painter.setPen(QColor(self.theme.palette.series[1]))
            draw_label(painter, room, BAND_WORDS, self.theme.palette.surface)

    def _draw_line_labels(self, painter: QPainter, frame: Frame, small: QFont) -> None:
        name = self.font_of(tokens.TEXT_SMALL, QFont.Weight.DemiBold)
        height = QFontMetricsF(name).height()
        left = frame.area.right() + tokens.SMALL
        money = self._money
        ends = [(money.lumpsum[-1], LUMPSUM_LABEL, 0), (money.cost[-1], money.cost_label, 1)]
        ends.sort(key=lambda end: -end[0])
        tops = _apart([frame.y(value) - height for value, _, _ in ends], 2 * height + tokens.TIGHT)
        lowest = frame.area.bottom() - 2 * height
        for (value, label, series), top in zip(ends, tops, strict=True):
            outside = "↑ " if value > frame.high else ""
            at = QRectF(left, min(max(top, 0.0), lowest), self.width(), height)
            painter.setFont(name)
            painter.setPen(QColor(self.theme.palette.series[series]))
            painter.drawText(at, _LEFT, label)
            painter.setFont(small)
            painter.setPen(QColor(self.theme.palette.text))
            painter.drawText(at.translated(0, height), _LEFT, outside + money_label(round(value, -4)))

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
        painter.drawLine(QPointF(x, top + MARKER), QPointF(x, bottom))
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


def _apart(tops: list[float], distance: float) -> list[float]:
    """Two tops, the upper one first, moved from their middle until they are `distance` apart."""
    upper, lower = tops
    push = max(0.0, distance - (lower - upper)) / 2
    return [upper - push, lower + push]
