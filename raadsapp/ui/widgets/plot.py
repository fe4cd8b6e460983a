"""The only module that knows pyqtgraph: a plot of values over years in our look.

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
from raadsapp.ui.widgets.chart_scale import MONEY, Scale, ValueAxis
from raadsapp.ui.widgets.plot_drawing import HALF_YEAR, Drawing, Frame

# pyqtgraph carries no types.
_pg: Any = pyqtgraph

_EASE_MS = 220
_FOCUS_WIDTH = 2
_SMALL_PLOT = (220, 140)
_PLOT = (300, 200)


class Plot(Chart):
    """Axes over years and values; `small` has fewer labels and needs less room.

    A chart fills in `draw()`, `spoken()` and `table()`. While `hold()` is in force the axes stay;
    `release()` lets them ease to what is shown, once. Neither mouse nor wheel moves the axes.
    """

    def __init__(
        self, axis: ValueAxis = MONEY, parent: QWidget | None = None, *, small: bool = False
    ) -> None:
        super().__init__(parent)
        self.axis = axis.compact() if small else axis
        self.small = small
        self._sides = (0.0, 0.0)
        self._years_named = True
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
        self._value_axis, self._year_axis = _pg.AxisItem("left"), _pg.AxisItem("bottom")
        axes = _pg.GraphicsLayout()
        self._axes = axes.layout
        self._axes.setSpacing(0)
        axes.addItem(self._value_axis, 0, 0)
        axes.addItem(self._box, 0, 1)
        axes.addItem(self._year_axis, 1, 1)
        for axis in (self._value_axis, self._year_axis):
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

    def top_room(self, width: float) -> float:  # noqa: ARG002 - for charts with words that wrap
        """Pixels to keep free above a plot so wide; half a line at least, for the highest label."""
        return QFontMetricsF(self.font_of(tokens.TEXT_SMALL)).height()

    @property
    def sides(self) -> tuple[float, float]:
        """Pixels left and right of the years."""
        return self._value_axis.width(), self._axes.columnMinimumWidth(2)

    def keep_sides(self, sides: tuple[float, float]) -> None:
        """Keep at least so much left and right, so that years lie below those of another plot."""
        if sides != self._sides:
            self._sides = sides
            self._lay_out()

    def name_years(self, *, asked: bool) -> None:
        """Name the years below the axis, or leave that to the plot below this one."""
        if asked != self._years_named:
            self._years_named = asked
            self._lay_out()

    def show_theme(self) -> None:
        """Take over colours and text size."""
        palette = self.theme.palette
        font = self.font_of(tokens.TEXT_SMALL)
        for axis in (self._value_axis, self._year_axis):
            axis.setStyle(
                tickFont=font, tickTextOffset=tokens.SMALL, hideOverlappingLabels=font.pixelSize() * 2
            )
            axis.setTextPen(palette.text_muted)
            axis.setTickPen(_pg.mkPen(None))
        self._view.setBackground(palette.surface)
        self._value_axis.setPen(_pg.mkPen(None))
        self._year_axis.setPen(palette.border_strong)
        self._lay_out()

    def fit(self, years: Sequence[int], values: Sequence[float]) -> None:
        """Show these years and let the axis follow the values: at once when new, held while dragging."""
        self._values = tuple(values)
        if tuple(years) != self._years:
            self._years = tuple(years)
            self._fresh = True
        if self._fresh:
            self._fresh = False
            self._set_scale(self.axis.eased(Scale(0.0, 0.0), self._values), at_once=True)
        elif not self._held:
            self._set_scale(self.axis.eased(self._scale, self._values))
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
        self._set_scale(self.axis.eased(self._scale, self._values))

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
        labels = [(value, self.axis.label(value)) for value in self._scale.ticks]
        texts = [self.axis.label(self.axis.usual), *(text for _, text in labels)]
        self._value_axis.setTicks([labels])
        width = max(ceil(max(map(metrics.horizontalAdvance, texts))) + tokens.MEDIUM, self._sides[0])
        self._value_axis.setWidth(width)
        self._axes.setContentsMargins(0, self.top_room(self._view.width()), 0, 0)
        label_room = max(self.label_room(), self._sides[1])
        self._axes.setColumnFixedWidth(2, label_room)
        line = metrics.height()
        self._year_axis.setHeight(line + tokens.MEDIUM if self._years_named else line / 2)
        self._axes.activate()
        room = max((self._view.width() - width - label_room) / len(self._years), 1.0)
        every = ceil(metrics.horizontalAdvance("2020  ") / room)
        named = self._years[::-every] if self._years_named else ()
        self._year_axis.setTicks([[(year, str(year)) for year in named]])
        for drawing in self._drawings:
            drawing.fill(QRectF(self._view.viewport().rect()))

    def _draw_grid(self, painter: QPainter, frame: Frame) -> None:
        # Level lines are as sharp without smoothing, and painted in a third of the time.
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, on=False)
        painter.setPen(QPen(QColor(self.theme.palette.border), 1))
        for value in self._scale.ticks:
            y = round(frame.y(value)) + 0.5
            if frame.area.top() <= y <= frame.area.bottom():
                painter.drawLine(QPointF(frame.area.left(), y), QPointF(frame.area.right(), y))
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, on=True)
        if self.hasFocus():
            painter.setPen(QPen(QColor(self.theme.palette.focus), _FOCUS_WIDTH))
            ring = QRectF(self._view.viewport().rect()).adjusted(1, 1, -1, -1)
            painter.drawRoundedRect(ring, tokens.RADIUS, tokens.RADIUS)

    def minimumSizeHint(self) -> QSize:
        """Room enough to read the chart at the reader's text size."""
        width, height = _SMALL_PLOT if self.small else _PLOT
        return QSize(self.theme.px(width), self.theme.px(height))

    def sizeHint(self) -> QSize:
        """A chart that may grow."""
        return QSize(self.theme.px(480), self.theme.px(300))

    def _take_view_size(self, _view: object, _range: object) -> None:
        """Lay axes and drawings out anew: the view takes its size some time after the plot took its own."""
        self._lay_out()

    @property
    def years(self) -> tuple[int, ...]:
        """The years on the axis."""
        return self._years

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
