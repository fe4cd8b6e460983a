"""Waiting weeks per year as small bars with their figure: the line that always stands beside money."""

from collections.abc import Sequence
from math import isfinite

from PySide6.QtCore import QEvent, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from raadsapp.texts import number
from raadsapp.ui.theme.applying import applied_theme
from raadsapp.ui.theme.tokens import SMALL, TEXT_SMALL, TIGHT
from raadsapp.ui.widgets.canvas_button import drawn_font
from raadsapp.ui.widgets.styling import TEXT_SIZE_EVENTS

_YEAR = 52
_BARS = 44
_LEAST_FULL = 13.0


class WeeksStrip(QWidget):
    """One bar per year; beyond a year only `> 52`."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._years: tuple[int, ...] = ()
        self._weeks: tuple[float, ...] = ()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_weeks(self, years: Sequence[int], weeks: Sequence[float]) -> None:
        """Show these weeks."""
        self._years, self._weeks = tuple(years), tuple(weeks)
        pairs = zip(self._years, self._weeks, strict=True)
        said = "; ".join(f"{year}: {_written(value)}" for year, value in pairs)
        self.setAccessibleName(f"Weken wachten per jaar. {said}")
        self.update()

    def sizeHint(self) -> QSize:
        """Room for the bars, the figures above and the years below."""
        line = 2 * applied_theme().px(TEXT_SMALL + TIGHT)
        return QSize(applied_theme().px(8 * (TEXT_SMALL + 3 * SMALL)), applied_theme().px(_BARS) + line)

    def minimumSizeHint(self) -> QSize:
        """Narrow is possible, low is not."""
        return QSize(0, self.sizeHint().height())

    def changeEvent(self, event: QEvent) -> None:
        """Grow with the text."""
        super().changeEvent(event)
        if event.type() in TEXT_SIZE_EVENTS:
            self.updateGeometry()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw figures, bars and years."""
        if not self._years:
            return
        palette = applied_theme().palette
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setFont(drawn_font(self, TEXT_SMALL))
        line = painter.fontMetrics().height()
        column = self.width() / len(self._years)
        full = max(_LEAST_FULL, *(min(value, _YEAR) for value in self._weeks if isfinite(value)), 0)
        floor = self.height() - line - TIGHT
        painter.setPen(QPen(QColor(palette.border_strong), 1))
        painter.drawLine(0, floor, self.width(), floor)
        middle = int(Qt.AlignmentFlag.AlignHCenter)
        crowded = painter.fontMetrics().horizontalAdvance("2026 ") > column
        for place, (year, value) in enumerate(zip(self._years, self._weeks, strict=True)):
            left = place * column
            high = (floor - line - TIGHT) * min(value if isfinite(value) else _YEAR, full) / full
            bar = QRectF(left + column * 0.25, floor - high, column * 0.5, high)
            painter.fillRect(bar, QColor(palette.series[2]))
            painter.setPen(QColor(palette.text))
            painter.drawText(QRectF(left, floor - high - line - 1, column, line), middle, _written(value))
            painter.setPen(QColor(palette.text_muted))
            label = f"’{year % 100:02d}" if crowded else f"{year}"
            painter.drawText(QRectF(left, floor + TIGHT, column, line), middle, label)


def _written(weeks: float) -> str:
    return number(weeks) if weeks <= _YEAR else f"> {_YEAR}"
