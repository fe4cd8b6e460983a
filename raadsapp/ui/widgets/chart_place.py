"""The room of a chart, kept free until the page has been painted once."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, QTimer, Signal
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from raadsapp.ui.theme.applying import applied_theme

if TYPE_CHECKING:
    from raadsapp.ui.widgets.chart import Chart

_ROOM = (320, 180)


class ChartPlace(QWidget):
    """Calls `make` in the first idle turn after its first paint, and puts the chart in place.

    `make` imports the module of the chart: loading the chart library takes a third of a second, which must
    not stand between the reader and the page. `room` is the least the chart needs, in pixels at 100 % text.
    `ready` carries the chart.
    """

    ready = Signal(object)

    def __init__(
        self, make: Callable[[], "Chart"], room: tuple[int, int] = _ROOM, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._least = room
        self._make = make
        self.chart: Chart | None = None
        self._idle = QTimer(self)
        self._idle.setSingleShot(True)
        self._idle.timeout.connect(self.fill)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self._room = QVBoxLayout(self)
        self._room.setContentsMargins(0, 0, 0, 0)

    def fill(self) -> "Chart":
        """The chart, made now unless it is there."""
        if self.chart is None:
            self.chart = self._make()
            self._room.addWidget(self.chart)
            self.setTabOrder(self, self.chart)  # not behind what was there before it
            self.ready.emit(self.chart)
        return self.chart

    def minimumSizeHint(self) -> QSize:
        """What the chart needs to be readable."""
        width, height = map(applied_theme().px, self._least)
        return QSize(width, height)

    def sizeHint(self) -> QSize:
        """The least it needs; it grows with the page."""
        return self.minimumSizeHint()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Leave the place empty, and fill it when there is time."""
        if self.chart is None:
            self._idle.start(0)
