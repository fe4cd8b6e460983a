"""A control chart that can be read: axes, limits with their names, a key to its signs, and each point."""

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPen
from PySide6.QtWidgets import QWidget

from raadsapp.ui.theme import tokens
from raadsapp.ui.widgets.chart_scale import Scale
from raadsapp.ui.widgets.chart_table import ChartTable
from raadsapp.ui.widgets.control_drawing import LARGE_PENS, draw_series, frame_of
from raadsapp.ui.widgets.control_key import KeyEntry, draw_key, key_height, key_of
from raadsapp.ui.widgets.control_series import ControlSeries, scale_of
from raadsapp.ui.widgets.control_table import point_rows, table_of
from raadsapp.ui.widgets.painted_chart import PaintedChart
from raadsapp.ui.widgets.plot_drawing import HALF_YEAR, Frame
from raadsapp.ui.widgets.plot_marks import draw_reading

_NAME_SHARE = 0.3
_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
_MIDDLE = Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignVCenter

NO_SERIES = ControlSeries(name="")


class ControlChart(PaintedChart):
    """One judged series, large."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._series = NO_SERIES
        self._scale = Scale()
        self._key: tuple[KeyEntry, ...] = ()

    @property
    def series(self) -> ControlSeries:
        """What is shown."""
        return self._series

    @property
    def key(self) -> tuple[KeyEntry, ...]:
        """The signs that are explained below it."""
        return self._key

    def show_series(self, series: ControlSeries) -> None:
        """Show another series."""
        self._series = series
        self._scale = scale_of((series,))
        self._key = key_of(series)
        self.keep(None)
        self.redraw()

    def count(self) -> int:
        """One point a period, also where nothing is known."""
        return len(self._series.points)

    def point_at(self, place: QPointF) -> int | None:
        """The period under this place."""
        frame = self._frame()
        if not self.count() or not frame.area.contains(place):
            return None
        share = (place.x() - frame.area.left()) / max(frame.area.width(), 1.0)
        return min(int(share * self.count()), self.count() - 1)

    def spoken(self, position: int) -> str:
        """All that is known of a period."""
        return "; ".join(" ".join(filter(None, row)) for row in point_rows(self._series, position))

    def table(self) -> ChartTable:
        """Every period with its figure, its limits and its judgement."""
        return table_of(self._series)

    def minimumSizeHint(self) -> QSize:
        """Room enough to read the points."""
        return QSize(self.theme.px(300), self.theme.px(240))

    def sizeHint(self) -> QSize:
        """A chart that may grow."""
        return QSize(self.theme.px(480), self.theme.px(300))

    def _frame(self) -> Frame:
        metrics = QFontMetricsF(self.font_of(tokens.TEXT_SMALL))
        written = self._series.written
        left = max(metrics.horizontalAdvance(written(tick)) for tick in self._scale.ticks or (0.0,))
        names = max((metrics.horizontalAdvance(name) for name, _ in self._names()), default=0.0)
        right = min(names + tokens.SMALL, self.width() * _NAME_SHARE)
        below = self._axis_height(metrics) + key_height(self._key, self.width(), metrics)
        area = QRectF(self.rect()).adjusted(
            left + tokens.LARGE, metrics.height() / 2 + tokens.TIGHT, -right - tokens.SMALL, -below
        )
        return frame_of(area, self._series, self._scale)

    @property
    def _is_by_year(self) -> bool:
        return all(point.tick == str(point.year) for point in self._series.points)

    def _axis_height(self, metrics: QFontMetricsF) -> float:
        """What the names of periods take, and below them those of years."""
        return (1 if self._is_by_year else 2) * metrics.height() + tokens.MEDIUM

    def paint_reading(self, painter: QPainter, reading: int | None) -> None:
        """Paint the series, with the point that is read marked."""
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setFont(self.font_of(tokens.TEXT_SMALL))
        palette = self.theme.palette
        if not self._series.points:
            painter.setPen(QColor(palette.text_muted))
            painter.drawText(QRectF(self.rect()), _MIDDLE, "Er zijn nog geen cijfers.")
            return
        frame = self._frame()
        self._draw_axes(painter, frame)
        draw_series(painter, frame, self._series, LARGE_PENS.scaled(self.theme.scale), palette)
        self._draw_names(painter, frame)
        metrics = QFontMetricsF(painter.font())
        top = frame.area.bottom() + self._axis_height(metrics)
        draw_key(painter, self._key, QRectF(frame.area.left(), top, self.width(), 0), palette)
        if reading is not None and reading < self.count():
            font = self.font_of(tokens.TEXT_SMALL, QFont.Weight.DemiBold)
            draw_reading(painter, frame, reading, point_rows(self._series, reading), font, self.theme)

    def _draw_axes(self, painter: QPainter, frame: Frame) -> None:
        palette, area = self.theme.palette, frame.area
        height = painter.fontMetrics().height()
        for tick in self._scale.ticks if self._series.has_values else ():
            y = round(frame.y(tick)) + 0.5
            painter.setPen(QPen(QColor(palette.border), 1))
            painter.drawLine(QPointF(area.left(), y), QPointF(area.right(), y))
            painter.setPen(QColor(palette.text_muted))
            at = QRectF(0, y - height / 2, area.left() - tokens.SMALL, height)
            painter.drawText(at, _RIGHT, self._series.written(tick))
        painter.setPen(QPen(QColor(palette.border_strong), 1))
        painter.drawLine(area.bottomLeft(), area.bottomRight())
        self._draw_periods(painter, frame, height)

    def _draw_periods(self, painter: QPainter, frame: Frame, height: float) -> None:
        """The name of each period where it fits, and below it the year."""
        points, palette = self._series.points, self.theme.palette
        room = frame.x(1) - frame.x(0)
        metrics = painter.fontMetrics()
        widest = max(metrics.horizontalAdvance(point.tick) for point in points)
        painter.setPen(QColor(palette.text_muted))
        top = frame.area.bottom() + tokens.TIGHT
        if widest + tokens.TIGHT <= room:
            for place, point in enumerate(points):
                at = QRectF(frame.x(place) - room / 2, top, room, height)
                painter.drawText(at, _MIDDLE, point.tick)
        if self._is_by_year:
            return
        years = dict.fromkeys(point.year for point in points)
        for year in years:
            places = [place for place, point in enumerate(points) if point.year == year]
            left, right = frame.x(places[0] - HALF_YEAR), frame.x(places[-1] + HALF_YEAR)
            if places[0]:
                painter.setPen(QPen(QColor(palette.border_strong), 1))
                painter.drawLine(QPointF(left, top), QPointF(left, top + 2 * height))
            painter.setPen(QColor(palette.text_muted))
            if metrics.horizontalAdvance(str(year)) <= right - left:
                painter.drawText(QRectF(left, top + height, right - left, height), _MIDDLE, str(year))

    def _names(self) -> list[tuple[str, float]]:
        """The lines that have a name, with the value at which they end."""
        series = self._series
        last = next((point for point in reversed(series.points) if point.mean is not None), None)
        found: list[tuple[str, float | None]] = [
            (series.target_words, series.target),
            (f"midden {series.written(series.median)}" if series.median is not None else "", series.median),
        ]
        if last is not None:
            trial = "proefgrens" if series.trial else "grens"
            found += [
                (f"{trial} {series.written(last.upper)}" if last.upper is not None else "", last.upper),
                (f"gemiddeld {series.written(last.mean)}" if last.mean is not None else "", last.mean),
                (f"{trial} {series.written(last.lower)}" if last.lower is not None else "", last.lower),
            ]
        return [(words, value) for words, value in found if value is not None and words]

    def _draw_names(self, painter: QPainter, frame: Frame) -> None:
        """The names of the lines at their ends, moved apart where they would lie over each other."""
        height = painter.fontMetrics().height()
        painter.setPen(QColor(self.theme.palette.text_muted))
        below = frame.area.top() - height
        for words, value in sorted(self._names(), key=lambda named: -named[1]):
            y = max(frame.y(value), below + height)
            below = y
            at = QRectF(frame.area.right() + tokens.SMALL, y - height / 2, self.width(), height)
            painter.drawText(at, _LEFT, words)
