"""Horizontal bars along one axis, painted by ourselves: steps, swings to both sides, or plain amounts."""

from collections.abc import Iterable

from PySide6.QtCore import QEasingCurve, QPointF, QRectF, QSize, Qt, QVariantAnimation, Signal
from PySide6.QtGui import QColor, QFont, QKeyEvent, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QStyle, QWidget

from raadsapp.ui.theme import tokens
from raadsapp.ui.widgets.bar_drawing import BarPainter
from raadsapp.ui.widgets.bar_layout import WRAP, Face, Fonts, Layout, arranged, words_width
from raadsapp.ui.widgets.bar_rows import NO_BARS, Bars
from raadsapp.ui.widgets.bar_scale import Range, Reach, fitted, reaches
from raadsapp.ui.widgets.chart import Chart
from raadsapp.ui.widgets.chart_table import ChartTable

_EASE_MS = 220
_FOCUS_WIDTH = 2
_MARGIN = _FOCUS_WIDTH + tokens.TIGHT
_WIDTH = 300
_EMPTY = 60


class BarChart(Chart):
    """Shows `Bars`; Up and Down read the rows as well.

    While `hold()` is in force the axis stays, what passes it ends in an arrow, and rows that go leave their
    room behind; `release()` lets it ease to what is shown. An axis that was held when there were no bars is
    of nothing: it takes `make_room()`. `height_needed` carries the pixels in which all
    rows fit, when that becomes another number.
    """

    height_needed = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._bars = NO_BARS
        self._fonts = self._own_fonts()
        self._layout = Layout(0, 1, 0, 0, 1, ())
        self._from = self._to = self._shown = Range()
        self._held, self._fresh, self._of_nothing = False, True, False
        self._height = 0
        self._ease = QVariantAnimation(self)
        self._ease.setDuration(_EASE_MS)
        self._ease.setStartValue(0.0)
        self._ease.setEndValue(1.0)
        self._ease.setEasingCurve(QEasingCurve.Type.OutCubic)
        self._ease.valueChanged.connect(self._take_ease)

    @property
    def bars(self) -> Bars:
        """What is shown."""
        return self._bars

    @property
    def shown(self) -> Range:
        """The axis as it is at this moment."""
        return self._shown

    @property
    def asked_year(self) -> int | None:
        """The year that all rows are about."""
        return self._bars.year

    def show_bars(self, bars: Bars) -> None:
        """Show other bars; the axis follows unless it is held."""
        self._bars = bars
        if self.reading is not None and self.reading >= len(bars.rows):
            self.keep(None)
        self._arrange()
        if self._fresh or not self._held:
            self._fit(at_once=self._fresh)
            self._fresh = False
        self.redraw()

    def hold(self) -> None:
        """Keep the axis as it is."""
        self._held = True
        self._of_nothing = not self._bars.rows

    @property
    def wants_room(self) -> bool:
        """Whether bars are shown on an axis that is held though there was nothing to fit it to."""
        return self._of_nothing and bool(self._bars.rows)

    def make_room(self, others: Iterable[Bars]) -> None:
        """Take at once an axis on which these bars fit as well as those that are shown."""
        self._of_nothing = False
        self._fit(others, at_once=True)

    def release(self) -> None:
        """Let the axis ease to what is shown."""
        self._held = self._of_nothing = False
        self._arrange()
        self._fit()

    def start_afresh(self) -> None:
        """Take a new axis at once with the next bars, as for another outcome."""
        self._fresh = True

    def count(self) -> int:
        """One point a row."""
        return len(self._bars.rows)

    def point_at(self, place: QPointF) -> int | None:
        """The row under this place."""
        down = place.y() - _MARGIN
        rows = enumerate(self._layout.places)
        return next((number for number, row in rows if row.whole.top() <= down < row.whole.bottom()), None)

    def spoken(self, position: int) -> str:
        """What the row says."""
        return self._bars.rows[position].spoken

    def table(self) -> ChartTable:
        """What is shown, as a table."""
        return self._bars.table

    def paint_on(self, painter: QPainter, target: QRectF) -> None:
        """Paint the chart into a picture; `target` is as large as the chart."""
        painter.save()
        painter.translate(target.topLeft())
        self._paint(painter, None)
        painter.restore()

    def show_theme(self) -> None:
        """Take over colours and text size."""
        self._fonts = self._own_fonts()
        self._arrange()
        self._fit(at_once=True)
        self.redraw()

    def _own_fonts(self) -> Fonts:
        bold = QFont.Weight.DemiBold
        return Fonts(
            name=Face(self.font_of(tokens.TEXT_BODY)),
            note=Face(self.font_of(tokens.TEXT_SMALL)),
            value=Face(self.font_of(tokens.TEXT_SMALL, bold)),
            heading=Face(self.font_of(tokens.TEXT_SMALL, bold)),
        )

    def _arrange(self) -> None:
        room = max(self.width() - 2 * _MARGIN, 1)
        self._layout = arranged(self._bars, room, self._fonts, self.theme)
        high = self._layout.height if self._bars.rows else self.theme.px(_EMPTY)
        height = round(high) + 2 * _MARGIN
        if height > self._height or (height < self._height and not self._held):
            self._height = height
            self.updateGeometry()
            self.height_needed.emit(height)

    def _fit(self, others: Iterable[Bars] = (), *, at_once: bool = False) -> None:
        found = [reach for bars in (self._bars, *others) for reach in self._reaches(bars)]
        wanted = fitted(found, self._layout.width)
        if wanted == self._to and not at_once:
            return
        self._from, self._to = self._shown, wanted
        self._ease.stop()
        still = self.style().styleHint(QStyle.StyleHint.SH_Widget_Animation_Duration) == 0
        if at_once or still or not self.isVisible():
            self._take_ease(1.0)
        else:
            self._ease.start()

    def _reaches(self, bars: Bars) -> list[Reach]:
        return reaches(bars, (words_width(bar, self._fonts) for row in bars.rows for bar in row.bars))

    def _take_ease(self, share: float) -> None:
        self._shown = self._from.between(self._to, share)
        self.redraw()

    def _paint(self, painter: QPainter, marked: int | None) -> None:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.translate(_MARGIN, _MARGIN)
        palette = self.theme.palette
        if self._bars.rows:
            BarPainter(painter, self._layout, self._shown, self._fonts, palette).paint(self._bars, marked)
        elif self._bars.empty:
            painter.setFont(self._fonts.name.font)
            painter.setPen(QColor(palette.text_muted))
            room = QRectF(0, tokens.SMALL, self._layout.width + self._layout.left, self.height())
            painter.drawText(room, WRAP, self._bars.empty)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the rows, and the focus ring."""
        painter = QPainter(self)
        painter.save()
        self._paint(painter, self.reading)
        painter.restore()
        if self.hasFocus():
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(QColor(self.theme.palette.focus), _FOCUS_WIDTH))
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), tokens.RADIUS, tokens.RADIUS)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Use the width there is."""
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self._arrange()
            self._fit(at_once=True)

    def minimumSizeHint(self) -> QSize:
        """Room for every row."""
        return QSize(self.theme.px(_WIDTH), self._height)

    def sizeHint(self) -> QSize:
        """As high as the rows, and wider than it must be."""
        return QSize(2 * self.theme.px(_WIDTH), self._height)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Up and Down do what Left and Right do."""
        sideways = {Qt.Key.Key_Up: Qt.Key.Key_Left, Qt.Key.Key_Down: Qt.Key.Key_Right}
        key = sideways.get(Qt.Key(event.key()))
        if key is not None:
            event = QKeyEvent(event.type(), key, event.modifiers())
        super().keyPressEvent(event)
