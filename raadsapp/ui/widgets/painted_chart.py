"""A chart that paints itself whole: on the window with a focus ring, and into a picture without."""

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen

from raadsapp.ui.theme import tokens
from raadsapp.ui.widgets.chart import Chart

_FOCUS_WIDTH = 2


class PaintedChart(Chart):
    """Fills in `paint_reading`, and what a `Chart` asks besides a picture."""

    def paint_reading(self, painter: QPainter, reading: int | None) -> None:
        """Paint all of it, with the point that is read marked."""
        raise NotImplementedError

    def paint_on(self, painter: QPainter, target: QRectF) -> None:
        """Paint the chart into a picture; `target` is as large as the chart."""
        painter.save()
        painter.translate(target.topLeft())
        self.paint_reading(painter, None)
        painter.restore()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the chart, and the focus ring."""
        painter = QPainter(self)
        self.paint_reading(painter, self.reading)
        if self.hasFocus():
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(QColor(self.theme.palette.focus), _FOCUS_WIDTH))
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), tokens.RADIUS, tokens.RADIUS)
