"""Lines over years, each with its name at its end."""

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPen, QPolygonF
from PySide6.QtWidgets import QWidget

from raadsapp.ui.theme import tokens
from raadsapp.ui.widgets.chart_scale import ValueAxis
from raadsapp.ui.widgets.chart_table import Cell, ChartTable, Figure
from raadsapp.ui.widgets.line_rows import Line, Lines, Marker
from raadsapp.ui.widgets.money_areas import step_line
from raadsapp.ui.widgets.plot import Plot
from raadsapp.ui.widgets.plot_drawing import Frame
from raadsapp.ui.widgets.plot_marks import DASHES, LINE, MARKER, draw_reading

_STRONG = 1.6
_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
_HALF = 0.5


class LineChart(Plot):
    """Shows `Lines`; the years and their figures are read by mouse or arrow keys."""

    def __init__(self, axis: ValueAxis, parent: QWidget | None = None) -> None:
        self._lines: Lines | None = None
        super().__init__(axis, parent)

    def show_lines(self, lines: Lines) -> None:
        """Show other lines."""
        renamed = self._lines is None or self._names(self._lines) != self._names(lines)
        self._lines = lines
        if renamed:
            self.start_afresh()
        self.fit(lines.years, tuple(value for line in lines.lines for value in line.values))

    @staticmethod
    def _names(lines: Lines) -> list[str]:
        return [line.name for line in lines.lines]

    def label_room(self) -> float:
        """Room for the names at the ends of the lines."""
        if self._lines is None:
            return 0.0
        metrics = QFontMetricsF(self.font_of(tokens.TEXT_SMALL, QFont.Weight.DemiBold))
        return max(map(metrics.horizontalAdvance, self._names(self._lines)), default=0.0) + tokens.LARGE

    def top_room(self, width: float) -> float:
        """Room for the word above what is not firm."""
        later = self._lines is not None and self._lines.later
        return super().top_room(width) * (2 if later else 1)

    def table(self) -> ChartTable:
        """The years and the values of every line."""
        shown = self._lines
        if shown is None:
            return ChartTable((), ())
        rows: list[tuple[Cell, ...]] = []
        for place, year in enumerate(shown.years):
            cells = (
                round(value) if shown.whole_euros else Figure(round(value), shown.written(value))
                for _, value in shown.figures(place)
            )
            rows.append((self._year_words(year), *cells))
        return ChartTable(("Jaar", *(name.capitalize() for name, _ in shown.figures(0))), tuple(rows))

    def spoken(self, position: int) -> str:
        """The year and the value of each line."""
        return "; ".join(f"{label} {value}".strip() for label, value in self._figures_of(position))

    def _year_words(self, year: int) -> str:
        shown = self._lines
        return f"{year}, {shown.later}" if shown and shown.later and year > shown.firm_until else str(year)

    def _figures_of(self, position: int) -> list[tuple[str, str]]:
        shown = self._lines
        if shown is None:
            return []
        figures = [(name, shown.written(value)) for name, value in shown.figures(position)]
        return [(self._year_words(shown.years[position]), ""), *figures]

    def draw(self, painter: QPainter, frame: Frame) -> None:
        """Lines, their names, and what is read."""
        shown = self._lines
        if shown is None:
            return
        painter.save()
        painter.setClipRect(frame.area.adjusted(0, -tokens.SMALL, 0, tokens.SMALL))
        for line in sorted(shown.lines, key=lambda line: line.strong):
            self._draw_line(painter, frame, shown, line)
        painter.restore()
        self._draw_later(painter, frame, shown)
        self._draw_names(painter, frame, shown)
        if self.reading is not None:
            font = self.font_of(tokens.TEXT_SMALL, QFont.Weight.DemiBold)
            year = shown.years[self.reading]
            draw_reading(painter, frame, year, self._figures_of(self.reading), font, self.theme)

    def _draw_line(self, painter: QPainter, frame: Frame, shown: Lines, line: Line) -> None:
        colour = QColor(self.theme.palette.series[line.colour])
        pen = QPen(colour, LINE * (_STRONG if line.strong else 1))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(pen)
        if line.marker is Marker.NONE:
            pen.setJoinStyle(Qt.PenJoinStyle.MiterJoin)
            painter.setPen(pen)
            painter.drawPolyline(frame.pixels(step_line(shown.years, line.values)))
            return
        points = frame.points(shown.years, line.values)
        firm = sum(year <= shown.firm_until for year in shown.years) if shown.later else len(points)
        painter.drawPolyline(points[:firm])
        if firm < len(points):
            pen.setDashPattern(DASHES)
            painter.setPen(pen)
            painter.drawPolyline(points[max(firm - 1, 0) :])
        painter.setPen(QPen(QColor(self.theme.palette.surface), 1.2))
        size = MARKER * (1.25 if line.strong else 1)
        for place, point in enumerate(points):
            if place >= firm:  # a hollow marker: not counted
                painter.setPen(QPen(colour, 1.4))
                painter.setBrush(QColor(self.theme.palette.surface))
            else:
                painter.setBrush(colour)
            draw_marker(painter, line.marker, point, size)

    def _draw_later(self, painter: QPainter, frame: Frame, shown: Lines) -> None:
        if not shown.later:
            return
        x = frame.x(shown.firm_until + _HALF)
        painter.setPen(QPen(QColor(self.theme.palette.border_strong), 1, Qt.PenStyle.DotLine))
        painter.drawLine(QPointF(x, 0), QPointF(x, frame.area.bottom()))
        painter.setFont(self.font_of(tokens.TEXT_SMALL))
        painter.setPen(QColor(self.theme.palette.text_muted))
        room = QRectF(x + tokens.SMALL, 0, self.width(), painter.fontMetrics().height())
        painter.drawText(room, _LEFT, f"{shown.later} →")

    def _draw_names(self, painter: QPainter, frame: Frame, shown: Lines) -> None:
        ends = sorted(shown.lines, key=lambda line: -line.values[-1])
        height = QFontMetricsF(self.font_of(tokens.TEXT_SMALL, QFont.Weight.DemiBold)).height()
        wanted = [frame.y(line.values[-1]) - height / 2 for line in ends]
        tops = apart(wanted, height, frame.area.bottom() - height)
        for line, top in zip(ends, tops, strict=True):
            weight = QFont.Weight.Bold if line.strong else QFont.Weight.DemiBold
            painter.setFont(self.font_of(tokens.TEXT_SMALL, weight))
            painter.setPen(QColor(self.theme.palette.series[line.colour]))
            at = QRectF(frame.area.right() + tokens.SMALL, top, self.width(), height)
            painter.drawText(at, _LEFT, line.name)


def draw_marker(painter: QPainter, marker: Marker, at: QPointF, size: float) -> None:
    """A marker around a point, with the pen and the brush of the painter."""
    x, y = at.x(), at.y()
    if marker is Marker.CIRCLE:
        painter.drawEllipse(at, size, size)
    elif marker is Marker.SQUARE:
        painter.drawRect(QRectF(x - size, y - size, 2 * size, 2 * size))
    elif marker is Marker.TRIANGLE:
        painter.drawPolygon(
            _polygon((x, y - 1.3 * size), (x + 1.2 * size, y + size), (x - 1.2 * size, y + size))
        )
    elif marker is Marker.DIAMOND:
        reach = 1.4 * size
        painter.drawPolygon(_polygon((x, y - reach), (x + reach, y), (x, y + reach), (x - reach, y)))
    elif marker is Marker.CROSS:
        thin, long = 0.45 * size, 1.3 * size
        painter.drawPolygon(
            _polygon(
                *((x - thin, y - long), (x + thin, y - long), (x + thin, y - thin), (x + long, y - thin)),
                *((x + long, y + thin), (x + thin, y + thin), (x + thin, y + long), (x - thin, y + long)),
                *((x - thin, y + thin), (x - long, y + thin), (x - long, y - thin), (x - thin, y - thin)),
            )
        )


def apart(tops: Sequence[float], distance: float, lowest: float) -> list[float]:
    """Rising tops, moved as little as needed until they are `distance` apart and none is below `lowest`.

    Where there is too little room they keep their distance and begin above the picture.
    """
    placed: list[float] = []
    for top in tops:
        placed.append(max(top, placed[-1] + distance) if placed else top)
    floor = lowest
    for place in range(len(placed) - 1, -1, -1):
        placed[place] = min(placed[place], floor)
        floor = placed[place] - distance
    return placed


def _polygon(*points: tuple[float, float]) -> QPolygonF:
    return QPolygonF([QPointF(x, y) for x, y in points])
