"""What is drawn over a plot, in pixels of the plot: one item per chart keeps painting fast."""

from collections.abc import Callable, Iterable, Sequence
from typing import NamedTuple

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QGraphicsItem, QStyleOptionGraphicsItem, QWidget

HALF_YEAR = 0.5


class Frame(NamedTuple):
    """From year and value to pixels of the plot, at one moment."""

    area: QRectF
    first: float
    last: float
    low: float
    high: float

    def x(self, year: float) -> float:
        """Horizontal pixel of a year; a year lies in the middle of its room."""
        room = self.last - self.first + 2 * HALF_YEAR
        return self.area.left() + (year - self.first + HALF_YEAR) / room * self.area.width()

    def y(self, value: float) -> float:
        """Vertical pixel of a value."""
        return self.area.bottom() - (value - self.low) / (self.high - self.low) * self.area.height()

    def pixels(self, points: Iterable[tuple[float, float]]) -> list[QPointF]:
        """Pixels of points in (year, value)."""
        room = self.area.width() / (self.last - self.first + 2 * HALF_YEAR)
        left = self.area.left() + (HALF_YEAR - self.first) * room
        height = self.area.height() / (self.high - self.low)
        bottom = self.area.bottom() + self.low * height
        return [QPointF(left + year * room, bottom - value * height) for year, value in points]

    def points(self, years: Sequence[float], values: Sequence[float]) -> list[QPointF]:
        """Pixels of a series."""
        return self.pixels(zip(years, values, strict=True))


class Drawing(QGraphicsItem):
    """Calls `draw(painter, frame)` with the axes of the moment, over the whole plot."""

    def __init__(
        self, frame: Callable[[], Frame], draw: Callable[[QPainter, Frame], None], layer: int
    ) -> None:
        super().__init__()
        self._frame, self._draw = frame, draw
        self._bounds = QRectF()
        self.setZValue(layer)

    def fill(self, bounds: QRectF) -> None:
        """Take the size of the plot."""
        self.prepareGeometryChange()
        self._bounds = bounds

    def boundingRect(self) -> QRectF:
        """The whole plot."""
        return self._bounds

    def paint(
        self, painter: QPainter, _option: QStyleOptionGraphicsItem, _widget: QWidget | None = None
    ) -> None:
        """Draw within the present axes."""
        self._draw(painter, self._frame())
