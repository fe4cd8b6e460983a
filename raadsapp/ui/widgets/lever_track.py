"""The track of a lever: a slider that marks the default and hatches what was never observed."""

from math import ceil

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QBrush,
    QColor,
    QFocusEvent,
    QFont,
    QFontMetricsF,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QPixmap,
    QPolygonF,
    QWheelEvent,
)
from PySide6.QtWidgets import QSizePolicy, QSlider, QWidget

from raadsapp.domain.lever import Lever
from raadsapp.ui.theme.applying import applied_theme
from raadsapp.ui.theme.tokens import TEXT_SMALL, TIGHT, Palette, Theme
from raadsapp.ui.widgets.lever_words import end_words, position_of, steps
from raadsapp.ui.widgets.styling import TEXT_SIZE_EVENTS

_HANDLE = 9
_LINE = 4
_TEN_STEPS = 10


class LeverTrack(QSlider):
    """Counts in steps of the lever; a gesture lasts from taking hold, by mouse or key, to letting go."""

    gesture_started = Signal()
    gesture_finished = Signal()

    def __init__(self, lever: Lever, parent: QWidget | None = None) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self._lever = lever
        self._start = 0
        self._by_key = False
        self._ends: tuple[float, float] | None = None
        self._painted: tuple[tuple[Theme, QSize], QPixmap] | None = None
        self.setRange(0, steps(lever))
        self.setSingleStep(1)
        self.setPageStep(_TEN_STEPS)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAutoFillBackground(True)  # what lies below need not be painted when only the handle moves
        self.setCursor(Qt.CursorShape.PointingHandCursor)

    def show_start(self, value: float) -> None:
        """Mark where the lever stands by default."""
        self._start = position_of(self._lever, value)
        self.update()

    def sizeHint(self) -> QSize:
        """The handle and below it the mark of the default; the ends of the range stand beside the line."""
        handle = 2 * applied_theme().px(_HANDLE) + TIGHT
        return QSize(120, max(handle, ceil(QFontMetricsF(self._small()).height())))

    def minimumSizeHint(self) -> QSize:
        """Narrow, but as high as it wants to be."""
        return QSize(80, self.sizeHint().height())

    def changeEvent(self, event: QEvent) -> None:
        """Grow with the text."""
        super().changeEvent(event)
        if event.type() in TEXT_SIZE_EVENTS:
            self._ends = self._painted = None
            self.updateGeometry()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Take hold and bring the handle under the mouse."""
        if event.button() == Qt.MouseButton.LeftButton:
            self.gesture_started.emit()
            self.setSliderDown(True)
            self.setSliderPosition(self._position_at(event.position().x()))

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Follow the mouse while held."""
        if self.isSliderDown():
            self.setSliderPosition(self._position_at(event.position().x()))

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Let go."""
        if event.button() == Qt.MouseButton.LeftButton and self.isSliderDown():
            self.setSliderDown(False)
            self.gesture_finished.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrows go one step, Page Up and Page Down ten, Home and End to the ends."""
        if not event.isAutoRepeat() and not self._by_key:
            self._by_key = True
            self.gesture_started.emit()
        super().keyPressEvent(event)

    def keyReleaseEvent(self, event: QKeyEvent) -> None:
        """The end of a move by keyboard."""
        super().keyReleaseEvent(event)
        if not event.isAutoRepeat():
            self._end_key()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """A move by keyboard ends when the keyboard goes elsewhere."""
        super().focusOutEvent(event)
        self._end_key()

    def _end_key(self) -> None:
        if self._by_key:
            self._by_key = False
            self.gesture_finished.emit()

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Scrolling the page must not move a lever."""
        event.ignore()

    def _position_at(self, x: float) -> int:
        left, right = self._line()
        share = (x - left) / max(right - left, 1)
        return round(min(max(share, 0.0), 1.0) * self.maximum())

    def _x(self, position: float) -> float:
        left, right = self._line()
        return left + position / max(self.maximum(), 1) * (right - left)

    def _line(self) -> tuple[float, float]:
        """Where the line begins and ends: between the words of both ends."""
        if self._ends is None:
            metrics = QFontMetricsF(self._small())
            low, high = (end_words(self._lever, end) for end in (self._lever.low, self._lever.high))
            self._ends = metrics.horizontalAdvance(low), metrics.horizontalAdvance(high)
        edge = applied_theme().px(_HANDLE) + 2 * TIGHT
        return self._ends[0] + edge, self.width() - self._ends[1] - edge

    def _small(self) -> QFont:
        font = QFont(self.font())
        font.setPixelSize(applied_theme().px(TEXT_SMALL))
        return font

    def paintEvent(self, _event: QPaintEvent) -> None:
        """The line and its ends as they are kept, and on them what moves: the changed part and the handle."""
        palette = applied_theme().palette
        middle = applied_theme().px(_HANDLE)
        painter = QPainter(self)
        painter.drawPixmap(0, 0, self._ground())
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(palette.accent))
        lower, higher = sorted((self._start, self.value()))
        painter.drawRect(self._between(lower, higher, 1.5 * _LINE))
        self._paint_start(painter, palette, middle)
        self._paint_handle(painter, palette, middle)

    def _ground(self) -> QPixmap:
        """What does not move, on the colour of the page; painted once, for it takes most of the time."""
        theme, size = applied_theme(), self.size() * self.devicePixelRatio()
        if self._painted is None or self._painted[0] != (theme, size):
            ground = QPixmap(size)
            ground.setDevicePixelRatio(self.devicePixelRatio())
            ground.fill(QColor(theme.palette.background))
            painter = QPainter(ground)
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            self._paint_line(painter, theme.palette)
            self._paint_ends(painter, theme.palette, theme.px(_HANDLE))
            painter.end()
            self._painted = (theme, size), ground
        return self._painted[1]

    def _between(self, left: float, right: float, width: float = _LINE) -> QRectF:
        middle = applied_theme().px(_HANDLE)
        return QRectF(self._x(left), middle - width / 2, self._x(right) - self._x(left), width)

    def _paint_line(self, painter: QPainter, palette: Palette) -> None:
        seen, end = self._lever.observed, self.maximum()
        first, last = (position_of(self._lever, at) for at in (seen.low, seen.high)) if seen else (0, end)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(palette.border_strong))
        painter.drawRect(self._between(first, last))
        painter.setBrush(QBrush(QColor(palette.border_strong), Qt.BrushStyle.BDiagPattern))
        for left, right in ((0, first), (last, end)):
            if left < right:
                painter.drawRect(self._between(left, right, 2 * _LINE))

    def _paint_start(self, painter: QPainter, palette: Palette, middle: int) -> None:
        x, below = self._x(self._start), 2 * middle + 1
        painter.setPen(QPen(QColor(palette.text_muted), 2))
        painter.drawLine(QPointF(x, middle - 1.5 * _LINE), QPointF(x, middle + 1.5 * _LINE))
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(palette.text_muted))
        tip = [QPointF(x, below - 3), QPointF(x - TIGHT, below + 3), QPointF(x + TIGHT, below + 3)]
        painter.drawPolygon(QPolygonF(tip))

    def _paint_handle(self, painter: QPainter, palette: Palette, middle: int) -> None:
        held = self.isSliderDown() or self.hasFocus()
        painter.setPen(QPen(QColor(palette.accent), 2))
        painter.setBrush(QColor(palette.accent if held else palette.surface))
        painter.drawEllipse(QPointF(self._x(self.value()), middle), middle - 2, middle - 2)
        if self.hasFocus():
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(QColor(palette.focus), 2))
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), TIGHT, TIGHT)

    def _paint_ends(self, painter: QPainter, palette: Palette, middle: int) -> None:
        painter.setFont(self._small())
        painter.setPen(QColor(palette.text_muted))
        room = QRectF(TIGHT, 0, self.width() - 2 * TIGHT, 2 * middle)
        low, high = (end_words(self._lever, end) for end in (self._lever.low, self._lever.high))
        painter.drawText(room, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, low)
        painter.drawText(room, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, high)
