"""What a chart card asks of a chart, whatever draws it: a picture, a table, and points that can be read."""

from PySide6.QtCore import QEvent, QPointF, QRectF, Qt, QTimer
from PySide6.QtGui import QFocusEvent, QFont, QKeyEvent, QMouseEvent, QPainter
from PySide6.QtWidgets import QSizePolicy, QWidget

from raadsapp.ui.theme.applying import applied_theme
from raadsapp.ui.widgets.chart_table import ChartTable
from raadsapp.ui.widgets.snackbar import announce
from raadsapp.ui.widgets.styling import TEXT_SIZE_EVENTS


class Chart(QWidget):
    """Follows the theme, and is read point by point: by mouse, or by Left, Right, Home and End.

    A point that is clicked or reached by key stays read until Escape or another click on it. A chart fills in
    `count`, `point_at`, `spoken`, `table` and `paint_on`; one with years also `year_of`.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.theme = applied_theme()
        self.reading: int | None = None
        self._kept: int | None = None
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)

    def count(self) -> int:
        """How many points there are to read."""
        raise NotImplementedError

    def point_at(self, place: QPointF) -> int | None:
        """The point at this place in the widget, counted from 0."""
        raise NotImplementedError

    def spoken(self, position: int) -> str:
        """What is said of a point."""
        raise NotImplementedError

    def table(self) -> ChartTable:
        """What the chart shows, as a table."""
        raise NotImplementedError

    def paint_on(self, painter: QPainter, target: QRectF) -> None:
        """Paint the chart into a picture, as large as `target`."""
        raise NotImplementedError

    def year_of(self, position: int) -> int | None:  # noqa: ARG002 - for charts that have years
        """The year a point stands for."""
        return None

    @property
    def asked_year(self) -> int | None:
        """The year of the point that stays read."""
        return None if self._kept is None or self._kept >= self.count() else self.year_of(self._kept)

    def hold(self) -> None:
        """Keep axes as they are, for a chart whose axes follow its figures."""

    def release(self) -> None:
        """Let such axes ease to what is shown."""

    def start_afresh(self) -> None:
        """Take new axes at once with the next figures, as for another municipality."""

    def show_theme(self) -> None:
        """Take over colours and text size of `theme`, which is new."""
        self.redraw()

    def redraw(self) -> None:
        """Paint the chart anew in the next turn."""
        self.update()

    def font_of(self, size: int, weight: QFont.Weight = QFont.Weight.Normal) -> QFont:
        """The application's font at a size of the type scale and the reader's text size."""
        font = QFont(self.font())
        font.setPixelSize(self.theme.px(size))
        font.setWeight(weight)
        return font

    def read(self, position: int | None) -> None:
        """Show the figures of this point, or put them away."""
        if position != self.reading:
            self.reading = position
            self.redraw()

    def keep(self, position: int | None) -> None:
        """Read this point until another one is kept; None to let it go."""
        self._kept = position
        self.read(position)

    def changeEvent(self, event: QEvent) -> None:
        """Follow colours and text size."""
        super().changeEvent(event)
        if event.type() in TEXT_SIZE_EVENTS and self.theme != applied_theme():
            # Not while Qt replaces the style of everything: text laid out in between brought it down.
            QTimer.singleShot(0, self, self._take_theme)

    def _take_theme(self) -> None:
        if self.theme != applied_theme():
            self.theme = applied_theme()
            self.show_theme()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Left, Right, Home and End read another point; Escape puts it away."""
        last, here = self.count() - 1, self.reading
        moves = {
            Qt.Key.Key_Left: last if here is None else max(0, here - 1),
            Qt.Key.Key_Right: 0 if here is None else min(last, here + 1),
            Qt.Key.Key_Home: 0,
            Qt.Key.Key_End: last,
        }
        position = moves.get(Qt.Key(event.key()))
        if position is not None and last >= 0:
            self.keep(position)
            announce(self, self.spoken(position))
        elif event.key() == Qt.Key.Key_Escape and here is not None:
            self.keep(None)
        else:
            super().keyPressEvent(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Read the point under the mouse."""
        place = self.point_at(event.position())
        self.read(self._kept if place is None else place)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Keep the point that is touched, or let it go."""
        place = self.point_at(event.position())
        self.keep(None if place == self._kept else place)

    def leaveEvent(self, event: QEvent) -> None:
        """Go back to the point that stays read, if any."""
        self.read(self._kept)
        super().leaveEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Show the focus ring."""
        super().focusInEvent(event)
        self.redraw()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Put the focus ring away."""
        super().focusOutEvent(event)
        self.redraw()
