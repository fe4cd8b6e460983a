"""The only module that knows pyqtgraph: a plot of money over years in our look.

Importing pyqtgraph takes a third of a second, so nothing may import this module while the window starts: a
`ChartPlace` keeps the room of a chart and loads it after the first paint.
"""

from collections.abc import Sequence
from math import ceil
from typing import Any

import pyqtgraph
from PySide6.QtCore import QEasingCurve, QPointF, QRectF, QSize, Qt, QVariantAnimation
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPen
from PySide6.QtWidgets import QStyle, QVBoxLayout, QWidget

from raadsapp.ui.theme import tokens
from raadsapp.ui.widgets.chart import Chart
from raadsapp.ui.widgets.chart_scale import Scale, eased, money_label
from raadsapp.ui.widgets.plot_drawing import HALF_YEAR, Drawing, Frame

# pyqtgraph carries no types.
_pg: Any = pyqtgraph

_EASE_MS = 220
_FOCUS_WIDTH = 2
_USUAL_LABEL = 800_000


class Plot(Chart):
    """Axes over years and money.

    A chart fills in `draw()`, `spoken()` and `table()`. While `hold()` is in force the axes stay;
    `release()` lets them ease to what is shown, once. Neither mouse nor wheel moves the axes.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._years: tuple[int, ...] = (0, 1)
        self._values: tuple[float, ...] = ()
        self._scale = self._eased_from = Scale()
        self._held, self._fresh = False, True
        self._build_view()
        self._drawings = (Drawing(self.frame, self._draw_grid, -2), Drawing(self.frame, self.draw, 1))
        for drawing in self._drawings:
            self._view.scene().addItem(drawing)
        self._ease = QVariantAnimation(self)
        self._ease.setDuration(_EASE_MS)
        self._ease.setStartValue(0.0)
        self._ease.setEndValue(1.0)
        self._ease.setEasingCurve(QEasingCurve.Type.OutCubic)
        self._ease.valueChanged.connect(self._take_ease)
        self.show_theme()

    def _build_view(self) -> None:
        self._view = _pg.GraphicsView(self, background=None)
        self._view.setAntialiasing(True)
        self._view.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._view.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self._box = _pg.ViewBox(enableMenu=False, enableMouse=False, defaultPadding=0)
        self._money_axis, self._year_axis = _pg.AxisItem("left"), _pg.AxisItem("bottom")
        axes = _pg.GraphicsLayout()
        self._axes = axes.layout
        self._axes.setSpacing(0)
        axes.addItem(self._money_axis, 0, 0)
        axes.addItem(self._box, 0, 1)
        axes.addItem(self._year_axis, 1, 1)
        for axis in (self._money_axis, self._year_axis):
            axis.linkToView(self._box)
            axis.setStyle(tickLength=0, autoExpandTextSpace=False, autoReduceTextSpace=False)
            axis.enableAutoSIPrefix(enable=False)  # it writes a label that is not shown, at every change
        self._view.setCentralItem(axes)
        self._view.sigDeviceRangeChanged.connect(self._take_view_size)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(_FOCUS_WIDTH, _FOCUS_WIDTH, _FOCUS_WIDTH, _FOCUS_WIDTH)
        layout.addWidget(self._view)

    def draw(self, painter: QPainter, frame: Frame) -> None:
        """Draw the chart within the axes that `frame` holds."""
        raise NotImplementedError

    def frame(self) -> Frame:
        """Where years and values lie at this moment."""
        low, high = self._box.viewRange()[1]
        return Frame(self._box.sceneBoundingRect(), self._years[0], self._years[-1], low, high)

    def label_room(self) -> float:
        """Pixels to keep free at the right, for labels at the ends of lines."""
        return 0.0

    def show_theme(self) -> None:
        """Take over colours and text size."""
        palette = self.theme.palette
        font = self.font_of(tokens.TEXT_SMALL)
        for axis in (self._money_axis, self._year_axis):
            axis.setStyle(
                tickFont=font, tickTextOffset=tokens.SMALL, hideOverlappingLabels=font.pixelSize() * 2
            )
            axis.setTextPen(palette.text_muted)
            axis.setTickPen(_pg.mkPen(None))
        self._view.setBackground(palette.surface)
        self._money_axis.setPen(_pg.mkPen(None))
        self._year_axis.setPen(palette.border_strong)
        self._year_axis.setHeight(QFontMetricsF(font).height() + tokens.MEDIUM)
        self._lay_out()

    def fit(self, years: Sequence[int], values: Sequence[float]) -> None:
        """Show these years and let the axis follow the values: at once when new, held while dragging."""
        self._values = tuple(values)
        if tuple(years) != self._years:
            self._years = tuple(years)
            self._fresh = True
        if self._fresh:
            self._fresh = False
            self._set_scale(eased(Scale(), self._values), at_once=True)
        elif not self._held:
            self._set_scale(eased(self._scale, self._values))
        self.redraw()

    def start_afresh(self) -> None:
        """Take new axes at once with the next values, as for another municipality."""
        self._fresh = True

    def hold(self) -> None:
        """Keep the axes as they are."""
        self._held = True

    def release(self) -> None:
        """Let the axes ease to the values that are shown."""
        self._held = False
        self._set_scale(eased(self._scale, self._values))

    def redraw(self) -> None:
        """Paint the chart anew in the next turn."""
        for drawing in self._drawings:
            drawing.update()

    def paint_on(self, painter: QPainter, target: QRectF) -> None:
        """Paint the plot into a picture, as large as `target`."""
        self._view.render(painter, target, self._view.viewport().rect())

    def _set_scale(self, scale: Scale, *, at_once: bool = False) -> None:
        if scale == self._scale and not at_once:
            return
        low, high = self._box.viewRange()[1]
        self._eased_from, self._scale = Scale(low, high), scale
        self._ease.stop()
        self._lay_out()
        still = self.style().styleHint(QStyle.StyleHint.SH_Widget_Animation_Duration) == 0
        if at_once or still or not self.isVisible():
            self._take_ease(1.0)
        else:
            self._ease.start()

    def _take_ease(self, share: float) -> None:
        before, after = self._eased_from, self._scale
        low = before.low + (after.low - before.low) * share
        high = before.high + (after.high - before.high) * share
        years = (self._years[0] - HALF_YEAR, self._years[-1] + HALF_YEAR)
        self._box.setRange(xRange=years, yRange=(low, high), padding=0)
        self.redraw()

    def _lay_out(self) -> None:
        metrics = QFontMetricsF(self.font_of(tokens.TEXT_SMALL))
        labels = [(value, money_label(value)) for value in self._scale.ticks]
        texts = [money_label(_USUAL_LABEL), *(text for _, text in labels)]
        self._money_axis.setTicks([labels])
        width = ceil(max(map(metrics.horizontalAdvance, texts))) + tokens.MEDIUM
        self._money_axis.setWidth(width)
        self._axes.setContentsMargins(0, metrics.height(), 0, 0)
        label_room = self.label_room()
        self._axes.setColumnFixedWidth(2, label_room)
        self._axes.activate()
        room = max((self._view.width() - width - label_room) / len(self._years), 1.0)
        every = ceil(metrics.horizontalAdvance("2020  ") / room)
        self._year_axis.setTicks([[(year, str(year)) for year in self._years[::every]]])
        for drawing in self._drawings:
            drawing.fill(QRectF(self._view.viewport().rect()))

    def _draw_grid(self, painter: QPainter, frame: Frame) -> None:
        painter.setPen(QPen(QColor(self.theme.palette.border), 1))
        for value in self._scale.ticks:
            y = round(frame.y(value)) + 0.5
            if frame.area.top() <= y <= frame.area.bottom():
                painter.drawLine(QPointF(frame.area.left(), y), QPointF(frame.area.right(), y))
        if self.hasFocus():
            painter.setPen(QPen(QColor(self.theme.palette.focus), _FOCUS_WIDTH))
            ring = QRectF(self._view.viewport().rect()).adjusted(1, 1, -1, -1)
            painter.drawRoundedRect(ring, tokens.RADIUS, tokens.RADIUS)

    def minimumSizeHint(self) -> QSize:
        """Room enough to read the chart at the reader's text size."""
        return QSize(self.theme.px(300), self.theme.px(200))

    def sizeHint(self) -> QSize:
        """A chart that may grow."""
        return QSize(self.theme.px(480), self.theme.px(300))

    def _take_view_size(self, _view: object, _range: object) -> None:
        """Lay axes and drawings out anew: the view takes its size some time after the plot took its own."""
        self._lay_out()

    def count(self) -> int:
        """One point a year."""
        return len(self._years)

    def year_of(self, position: int) -> int:
        """The year at a position."""
        return self._years[position]

    def point_at(self, place: QPointF) -> int | None:
        """The year under this place."""
        frame = self.frame()
        at = QPointF(self._view.mapFromParent(place))
        share = (at.x() - frame.area.left()) / max(frame.area.width(), 1.0)
        return int(share * len(self._years)) if frame.area.contains(at) and share < 1 else None
