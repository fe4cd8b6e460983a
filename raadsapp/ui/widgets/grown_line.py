"""A line that grows with each choice: up or down in whole steps from where it began."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QPointF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from raadsapp.ui.theme.applying import applied_theme
from raadsapp.ui.theme.tokens import SMALL
from raadsapp.ui.widgets.styling import TEXT_SIZE_EVENTS

_HIGH = 56
_NARROW = 90
_DOT = 4.0
_LEAST = 4


class GrownLine(QWidget):
    """One line over `places` moments, drawn as far as it has come; `colour` is that of a series."""

    def __init__(self, colour: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._colour = colour
        self._values: tuple[int, ...] = (0,)
        self._places = 2
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    @property
    def values(self) -> tuple[int, ...]:
        """What is drawn, in steps."""
        return self._values

    def show_values(self, values: Sequence[int], places: int, says: str) -> None:
        """Draw these values; `says` is the line in words."""
        self._values = tuple(values)
        self._places = max(places, len(self._values), 2)
        self.setAccessibleName(says)
        self.update()

    def sizeHint(self) -> QSize:
        """Low and wide."""
        theme = applied_theme()
        return QSize(theme.px(2 * _NARROW), theme.px(_HIGH))

    def minimumSizeHint(self) -> QSize:
        """Narrow is possible, low is not."""
        return QSize(_NARROW, self.sizeHint().height())

    def changeEvent(self, event: QEvent) -> None:
        """Grow with the text."""
        super().changeEvent(event)
        if event.type() in TEXT_SIZE_EVENTS:
            self.updateGeometry()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the start as a dotted line, and on it what came."""
        palette = applied_theme().palette
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        middle = self.height() / 2
        pen = QPen(QColor(palette.border_strong), 1)
        pen.setStyle(Qt.PenStyle.DotLine)
        painter.setPen(pen)
        painter.drawLine(QPointF(0, middle), QPointF(self.width(), middle))
        colour = QColor(palette.series[self._colour])
        points = self._points(middle)
        painter.setPen(QPen(colour, 3))
        painter.drawPolyline(points)
        painter.setPen(QPen(colour, 2))
        for place, point in enumerate(points):
            last = place == len(points) - 1
            painter.setBrush(colour if last else QColor(palette.surface))
            painter.drawEllipse(point, _DOT + last, _DOT + last)

    def _points(self, middle: float) -> list[QPointF]:
        full = max(_LEAST, *(abs(value) for value in self._values))
        unit = (middle - _DOT - 2) / full
        between = (self.width() - 2 * SMALL) / (self._places - 1)
        return [
            QPointF(SMALL + place * between, middle - value * unit)
            for place, value in enumerate(self._values)
        ]
