"""A small chart of one series: what is known of it, and the value that a delivery gives one period."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from raadsapp.domain.period import Period, PeriodKind
from raadsapp.ui.theme.applying import applied_theme
from raadsapp.ui.theme.tokens import SMALL, TEXT_SMALL, TIGHT
from raadsapp.ui.widgets.styling import TEXT_SIZE_EVENTS

_HEIGHT = 96
_LEAST_WIDTH = 160
_DOT = 2.0
_POINT = 5.0
_MONTHS = {PeriodKind.YEAR: 12, PeriodKind.HALF_YEAR: 6, PeriodKind.QUARTER: 3, PeriodKind.MONTH: 1}


@dataclass(frozen=True, slots=True)
class SmallPoint:
    """A value of the series, and how it is written."""

    period: Period
    value: float
    words: str


class SmallSeries(QWidget):
    """Periods of one kind. A missing period is a gap in the line; the line does not start at zero."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._known: tuple[SmallPoint, ...] = ()
        self._new: SmallPoint | None = None
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_series(self, known: Sequence[SmallPoint], new: SmallPoint, name: str) -> None:
        """Show what is `known` in order of period, with the `new` value of one of them; `name` is theirs."""
        self._known, self._new = tuple(known), new
        old = self._old()
        told = f"was {old.words}, wordt {new.words}" if old else f"wordt {new.words}"
        span = ""
        if known:
            first, last = known[0].period.label, known[-1].period.label
            span = f" Bekend zijn {len(known)} waarden, van {first} tot en met {last}."
        self.setAccessibleName(f"Kleine grafiek van {name}")
        self.setAccessibleDescription(f"{new.period.label}: {told}.{span}")
        self.setToolTip(self.accessibleDescription())
        self.update()

    def sizeHint(self) -> QSize:
        """As wide as there is room; higher when the text is larger."""
        return QSize(2 * _LEAST_WIDTH, applied_theme().px(_HEIGHT))

    def minimumSizeHint(self) -> QSize:
        """Narrow enough for any page."""
        return QSize(_LEAST_WIDTH, self.sizeHint().height())

    def changeEvent(self, event: QEvent) -> None:
        """Grow with the text."""
        if event.type() in TEXT_SIZE_EVENTS:
            self.updateGeometry()
        super().changeEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Lines, points and the words at them."""
        if self._new is None:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setFont(self._font())
        self._draw_lines(painter, self._new)
        self._draw_points(painter, self._new)
        self._draw_ends(painter, self._new)

    def _old(self) -> SmallPoint | None:
        return next((it for it in self._known if self._new and it.period == self._new.period), None)

    def _font(self) -> QFont:
        font = QFont(self.font())
        font.setPixelSize(applied_theme().px(TEXT_SMALL))
        return font

    def _at(self, point: SmallPoint) -> QPointF:
        """Where a point lies; the words of the ends stand below the lines."""
        points = (*self._known, self._new) if self._new else self._known
        values = [one.value for one in points]
        moments = [_moment(one.period) for one in points]
        line = QFontMetricsF(self._font()).height()
        area = QRectF(self.rect()).adjusted(2 * SMALL, line / 2 + TIGHT, -2 * SMALL, -line - line / 2 - TIGHT)
        wide, high = max(moments) - min(moments), max(values) - min(values)
        across = (_moment(point.period) - min(moments)) / wide if wide else 0.5
        up = (point.value - min(values)) / high if high else 0.5
        return QPointF(area.left() + across * area.width(), area.bottom() - up * area.height())

    def _draw_lines(self, painter: QPainter, new: SmallPoint) -> None:
        palette = applied_theme().palette
        rest = [one for one in self._known if one.period != new.period]
        kept = QPen(QColor(palette.noise), 1.5)
        painter.setPen(kept)
        for one, other in _neighbours(rest):
            painter.drawLine(self._at(one), self._at(other))
        old = self._old()
        if old:
            painter.setPen(QPen(QColor(palette.noise), 1.5, Qt.PenStyle.DashLine))
            for one, other in _neighbours(self._known):
                if old in {one, other}:
                    painter.drawLine(self._at(one), self._at(other))
        painter.setPen(QPen(QColor(palette.accent), 2))
        for one, other in _neighbours(sorted((*rest, new), key=lambda it: _moment(it.period))):
            if new in {one, other}:
                painter.drawLine(self._at(one), self._at(other))

    def _draw_points(self, painter: QPainter, new: SmallPoint) -> None:
        palette = applied_theme().palette
        old = self._old()
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(palette.noise))
        for one in self._known:
            if one is not old:
                painter.drawEllipse(self._at(one), _DOT, _DOT)
        if old and old.value != new.value:
            painter.setPen(QPen(QColor(palette.noise), 2))
            painter.setBrush(QColor(palette.surface))
            painter.drawEllipse(self._at(old), _POINT, _POINT)
        painter.setPen(QPen(QColor(palette.surface), 1))
        painter.setBrush(QColor(palette.accent))
        painter.drawEllipse(self._at(new), _POINT, _POINT)
        self._draw_words(painter, new, old if old and old.value != new.value else None)

    def _draw_words(self, painter: QPainter, new: SmallPoint, old: SmallPoint | None) -> None:
        """Beside the points, at the side where there is room, and never over each other."""
        palette = applied_theme().palette
        line = painter.fontMetrics().height()
        at = self._at(new)
        top = at.y() - line / 2
        if old is not None:
            before = self._at(old)
            apart = max(line, abs(at.y() - before.y()))
            middle = (at.y() + before.y()) / 2
            middle = min(max(middle, apart / 2 + line / 2), self.height() - line - apart / 2 - line / 2)
            sign = -1 if new.value > old.value else 1
            top = middle + sign * apart / 2 - line / 2
            self._write(painter, f"was {old.words}", at.x(), top - sign * apart, palette.text_muted)
        self._write(painter, f"wordt {new.words}" if old else new.words, at.x(), top, palette.accent)

    def _write(self, painter: QPainter, words: str, x: float, top: float, colour: str) -> None:
        metrics = painter.fontMetrics()
        wide = metrics.horizontalAdvance(words)
        room = _POINT + SMALL
        left = x + room if x + room + wide <= self.width() else x - room - wide
        box = QRectF(max(left, 0.0), top, wide, metrics.height())
        back = QColor(applied_theme().palette.surface)
        back.setAlpha(215)
        painter.fillRect(box.adjusted(-2, 0, 2, 0), back)
        painter.setPen(QColor(colour))
        painter.drawText(box, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, words)

    def _draw_ends(self, painter: QPainter, new: SmallPoint) -> None:
        periods = sorted({one.period for one in (*self._known, new)}, key=_moment)
        painter.setPen(QColor(applied_theme().palette.text_muted))
        line = painter.fontMetrics().height()
        below = QRectF(0, self.height() - line, self.width(), line)
        if len(periods) == 1:
            painter.drawText(below, Qt.AlignmentFlag.AlignCenter, periods[0].label)
            return
        painter.drawText(below, Qt.AlignmentFlag.AlignLeft, periods[0].label)
        painter.drawText(below, Qt.AlignmentFlag.AlignRight, periods[-1].label)


def _moment(period: Period) -> int:
    """Periods of one kind counted on, so that neighbours differ by one."""
    return (period.first_day.year * 12 + period.first_day.month - 1) // _MONTHS[period.kind]


def _neighbours(points: Sequence[SmallPoint]) -> Iterator[tuple[SmallPoint, SmallPoint]]:
    """Points of which the second is of the period right after the first."""
    for one, other in pairwise(points):
        if _moment(other.period) - _moment(one.period) == 1:
            yield one, other
