"""Money and waiting as one chart: read together, and on one picture, so that neither is shown alone."""

from typing import TypeVar

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QWidget

from raadsapp.ui.theme import tokens
from raadsapp.ui.widgets.chart import Chart
from raadsapp.ui.widgets.chart_table import ChartTable
from raadsapp.ui.widgets.money_chart import MoneyChart
from raadsapp.ui.widgets.waiting_chart import WaitingChart

_BESIDE = 820
_SHARES = (7, 5)
_FOCUS_WIDTH = 2
_MONEY = 4
"""Columns of the money line before those of its band."""

Part = TypeVar("Part")


class MoneyWaitingChart(Chart):
    """The money line with the waiting line beside it, or below it where there is no room."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.money = MoneyChart(heading="Geld, in euro per jaar")
        self.waiting = WaitingChart(heading="Wachttijd, in weken")
        self._plots = (self.money, self.waiting)
        self._box = QBoxLayout(QBoxLayout.Direction.TopToBottom, self)
        self._box.setContentsMargins(_FOCUS_WIDTH, _FOCUS_WIDTH, _FOCUS_WIDTH, _FOCUS_WIDTH)
        self._box.setSpacing(tokens.TIGHT)
        for plot, share in zip(self._plots, _SHARES, strict=True):
            plot.setFocusPolicy(Qt.FocusPolicy.NoFocus)
            plot.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
            self._box.addWidget(plot, share)
        self.setAccessibleName("Geldlijn en wachtlijn per jaar")

    def align(self) -> None:
        """Let the years of both lie below each other; after other figures, not while a lever is held."""
        below = self._box.direction() is QBoxLayout.Direction.TopToBottom
        self.waiting.keep_sides(self.money.sides if below else (0.0, 0.0))

    def hold(self) -> None:
        """Keep the axes as they are."""
        for plot in self._plots:
            plot.hold()

    def release(self) -> None:
        """Let the axes ease to what is shown."""
        for plot in self._plots:
            plot.release()
        self.align()

    def start_afresh(self) -> None:
        """Take new axes at once with the next figures."""
        for plot in self._plots:
            plot.start_afresh()

    def count(self) -> int:
        """One point a year."""
        return self.money.count()

    def year_of(self, position: int) -> int:
        """The year at a position."""
        return self.money.year_of(position)

    def point_at(self, place: QPointF) -> int | None:
        """The year under this place, in either of both."""
        found = (plot.point_at(place - QPointF(plot.pos())) for plot in self._plots)
        return next((point for point in found if point is not None), None)

    def read(self, position: int | None) -> None:
        """Read the same year in both."""
        super().read(position)
        for plot in self._plots:
            plot.read(position)

    def spoken(self, position: int) -> str:
        """What both say of a year."""
        waiting = self.waiting.figures_of(position)[1:]
        return "; ".join((self.money.spoken(position), *(f"{name} {value}" for name, value in waiting)))

    def table(self) -> ChartTable:
        """Money and weeks beside each other on a row, the edges of their bands behind them."""
        money, waiting = self.money.table(), self.waiting.table()
        rows = (_joined(one, other) for one, other in zip(money.rows, waiting.rows, strict=True))
        return ChartTable(_joined(money.columns, waiting.columns), tuple(rows))

    def paint_on(self, painter: QPainter, target: QRectF) -> None:
        """Paint both into a picture, where they stand on the screen."""
        for plot in self._plots:
            plot.paint_on(painter, QRectF(plot.geometry()).translated(target.topLeft()))

    def show_theme(self) -> None:
        """Arrange both for another text size."""
        self._arrange()
        super().show_theme()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put the waiting line beside the money where there is room, and below it otherwise."""
        super().resizeEvent(event)
        self._arrange()

    def _arrange(self) -> None:
        beside = self.width() >= self.theme.px(_BESIDE)
        direction = QBoxLayout.Direction
        self._box.setDirection(direction.LeftToRight if beside else direction.TopToBottom)
        self.money.name_years(asked=beside)
        self.align()

    def minimumSizeHint(self) -> QSize:
        """Room for both below each other."""
        return QSize(self.theme.px(300), self.theme.px(320))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """The focus ring, around both."""
        if self.hasFocus():
            painter = QPainter(self)
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(QPen(QColor(self.theme.palette.focus), _FOCUS_WIDTH))
            ring = QRectF(self.rect()).adjusted(1, 1, -1, -1)
            painter.drawRoundedRect(ring, tokens.RADIUS, tokens.RADIUS)


def _joined(money: tuple[Part, ...], waiting: tuple[Part, ...]) -> tuple[Part, ...]:
    """Columns of money, then weeks, then both bands; the year stands once."""
    return (*money[:_MONEY], waiting[1], *money[_MONEY:], *waiting[2:])
