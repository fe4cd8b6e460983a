"""A small chart over years: stacked bars around zero, and lines with their bands."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QBrush, QColor, QFont, QFontMetricsF, QPainter, QPen
from PySide6.QtWidgets import QWidget

from raadsapp.ui.theme import tokens
from raadsapp.ui.widgets.chart_scale import ValueAxis
from raadsapp.ui.widgets.chart_table import Cell, ChartTable, Figure
from raadsapp.ui.widgets.plot import Plot
from raadsapp.ui.widgets.plot_drawing import Frame
from raadsapp.ui.widgets.plot_marks import (
    BAND_WORDS,
    DASHES,
    LINE,
    draw_band,
    draw_line,
    draw_reading,
    edge_words,
)
from raadsapp.ui.widgets.year_series import Look, Series

_BAR = 0.68
_SWATCH = 20.0
_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter


_FILLS = {
    Look.BAR: Qt.BrushStyle.SolidPattern,
    Look.HATCHED: Qt.BrushStyle.BDiagPattern,
    Look.CROSSED: Qt.BrushStyle.DiagCrossPattern,
    Look.DOTTED: Qt.BrushStyle.Dense5Pattern,
}


class YearChart(Plot):
    """Series that share their years and their unit; `written` says how a value reads in a sentence."""

    def __init__(
        self, axis: ValueAxis, written: Callable[[float], str], parent: QWidget | None = None
    ) -> None:
        self._series: tuple[Series, ...] = ()
        self._keys: tuple[tuple[float, float, Series], ...] = ()
        self._written = written
        super().__init__(axis, parent, small=True)

    def show_series(self, years: Sequence[int], series: tuple[Series, ...]) -> None:
        """Show these series; their names stay the same as long as the chart lives."""
        renamed = [one.name for one in series] != [one.name for one in self._series]
        self._series = series
        if renamed:
            self.start_afresh()
        self.fit(years, tuple(self._edges()))

    def _edges(self) -> list[float]:
        bars = [one.values for one in self._series if one.look in _FILLS]
        tops = [sum(max(value, 0.0) for value in values) for values in zip(*bars, strict=True)]
        bottoms = [sum(min(value, 0.0) for value in values) for values in zip(*bars, strict=True)]
        lines = [value for one in self._series if one.look not in _FILLS for value in one.values]
        spreads = [one.spread for one in self._series if one.spread]
        return [*tops, *bottoms, *lines, *(edge for one in spreads for edge in (*one.low, *one.high))]

    def top_room(self, width: float) -> float:
        """Lay the keys out in lines, and keep room for them."""
        metrics = QFontMetricsF(self.font_of(tokens.TEXT_SMALL))
        line = metrics.height() + tokens.TIGHT
        left, top = 0.0, 0.0
        keys = []
        for series in self._series if len(self._series) > 1 else ():
            room = _SWATCH + tokens.TIGHT + metrics.horizontalAdvance(series.name) + tokens.MEDIUM
            if left and left + room > width:
                left, top = 0.0, top + line
            keys.append((left, top, series))
            left += room
        self._keys = tuple(keys)
        return top + line + metrics.height() / 2 if keys else metrics.height() / 2 + tokens.TIGHT

    def table(self) -> ChartTable:
        """The years and the values, with the edges of their bands."""
        columns: list[str] = ["Jaar"]
        lines: list[tuple[float, ...]] = []
        for one in self._series:
            columns.append(one.name.capitalize())
            lines.append(one.values)
            if one.spread:
                columns += edge_words(one.name.capitalize())
                lines += (one.spread.low, one.spread.high)
        rows: list[tuple[Cell, ...]] = []
        for place in range(self.count()):
            cells = (Figure(round(line[place]), self._written(line[place])) for line in lines)
            rows.append((str(self.year_of(place)), *cells))
        return ChartTable(tuple(columns), tuple(rows))

    def spoken(self, position: int) -> str:
        """The year and the value of each series."""
        return "; ".join(f"{label} {value}".strip() for label, value in self._figures_of(position))

    def _figures_of(self, position: int) -> list[tuple[str, str]]:
        rows = [(str(self.year_of(position)), "")]
        for one in self._series:
            rows.append((one.name, self._written(one.values[position])))
            if one.spread:
                low, high = one.spread.low[position], one.spread.high[position]
                rows.append((BAND_WORDS, f"{self._written(low)} tot {self._written(high)}"))
        return rows

    def draw(self, painter: QPainter, frame: Frame) -> None:
        """Bars, bands and lines, with the names above them."""
        years = self.years
        painter.save()
        painter.setClipRect(frame.area.adjusted(0, -tokens.TIGHT, 0, tokens.TIGHT))
        self._draw_bars(painter, frame, years)
        for one in self._series:
            colour = self.theme.palette.series[one.colour]
            if one.spread:
                draw_band(painter, frame, years, one.spread, colour)
            if one.look not in _FILLS:
                points = frame.points(years, one.values)
                dashed = one.look is Look.DASHED
                draw_line(painter, points, colour, self.theme.palette.surface, dashed=dashed)
        painter.restore()
        self._draw_keys(painter)
        if self.reading is not None:
            font = self.font_of(tokens.TEXT_SMALL, QFont.Weight.DemiBold)
            draw_reading(
                painter, frame, years[self.reading], self._figures_of(self.reading), font, self.theme
            )

    def _draw_bars(self, painter: QPainter, frame: Frame, years: Sequence[int]) -> None:
        bars = [one for one in self._series if one.look in _FILLS]
        if not bars:
            return
        above, below = [0.0] * len(years), [0.0] * len(years)
        zero = frame.y(0.0)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, on=False)
        for one in bars:
            self._take_fill(painter, one)
            for place, value in enumerate(one.values):
                base = above if value >= 0 else below
                bottom, base[place] = base[place], base[place] + value
                if value:
                    left, right = frame.x(years[place] - _BAR / 2), frame.x(years[place] + _BAR / 2)
                    at = QRectF(QPointF(left, frame.y(base[place])), QPointF(right, frame.y(bottom)))
                    painter.drawRect(at.normalized())
        painter.setPen(QPen(QColor(self.theme.palette.border_strong), 1))
        painter.drawLine(QPointF(frame.area.left(), zero), QPointF(frame.area.right(), zero))
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, on=True)

    def _take_fill(self, painter: QPainter, series: Series) -> None:
        colour = QColor(self.theme.palette.series[series.colour])
        painter.setPen(QPen(colour, 1))
        painter.setBrush(QBrush(colour, _FILLS[series.look]))

    def _draw_keys(self, painter: QPainter) -> None:
        painter.setFont(self.font_of(tokens.TEXT_SMALL))
        height = painter.fontMetrics().height()
        for left, top, one in self._keys:
            middle = top + height / 2
            if one.look in _FILLS:
                self._take_fill(painter, one)
                painter.drawRect(QRectF(left, middle - 5, _SWATCH - 2, 10))
            else:
                colour = QColor(self.theme.palette.series[one.colour])
                pen = QPen(colour, LINE)
                if one.look is Look.DASHED:
                    pen.setDashPattern(DASHES)
                painter.setPen(pen)
                painter.drawLine(QPointF(left, middle), QPointF(left + _SWATCH, middle))
            painter.setPen(QColor(self.theme.palette.text))
            at = QRectF(left + _SWATCH + tokens.TIGHT, top, self.width(), height)
            painter.drawText(at, _LEFT, one.name)
