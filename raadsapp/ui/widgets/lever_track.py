"""The track of a lever: a slider that marks the default and hatches what was never observed."""

from math import ceil

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QFocusEvent,
    QFont,
    QFontMetricsF,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QWheelEvent,
)
from PySide6.QtWidgets import QSizePolicy, QSlider, QWidget

from raadsapp.domain.lever import Lever
from raadsapp.ui.theme.applying import applied_theme
from raadsapp.ui.theme.tokens import TIGHT, Theme
from raadsapp.ui.widgets.lever_drawing import HANDLE, LINE, Pictures, Track, pictures, small_font
from raadsapp.ui.widgets.lever_words import end_words, position_of, steps
from raadsapp.ui.widgets.styling import TEXT_SIZE_EVENTS

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
        self._pictures: tuple[tuple[Theme, QSize, float, int], Pictures] | None = None
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
        handle = 2 * applied_theme().px(HANDLE) + TIGHT
        return QSize(120, max(handle, ceil(QFontMetricsF(self._small()).height())))

    def minimumSizeHint(self) -> QSize:
        """Narrow, but as high as it wants to be."""
        return QSize(80, self.sizeHint().height())

    def changeEvent(self, event: QEvent) -> None:
        """Grow with the text."""
        super().changeEvent(event)
        if event.type() in TEXT_SIZE_EVENTS:
            self._pictures = None
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
        track = self._track()
        share = (x - track.left) / max(track.right - track.left, 1)
        return round(min(max(share, 0.0), 1.0) * self.maximum())

    def _small(self) -> QFont:
        return small_font(self.font(), applied_theme())

    def _track(self) -> Track:
        return self._painted().track

    def _painted(self) -> Pictures:
        """What is painted once, for it takes most of the time, until theme, size or start are others."""
        theme, size, scale = applied_theme(), self.size(), self.devicePixelRatio()
        asked = (theme, size, scale, self._start)
        if self._pictures is None or self._pictures[0] != asked:
            self._pictures = asked, pictures(self._laid_out(theme, size, scale))
        return self._pictures[1]

    def _laid_out(self, theme: Theme, size: QSize, scale: float) -> Track:
        """The line lies between the words of both ends."""
        font = self._small()
        metrics, edge = QFontMetricsF(font), theme.px(HANDLE) + 2 * TIGHT
        low, high = (
            metrics.horizontalAdvance(end_words(self._lever, end))
            for end in (self._lever.low, self._lever.high)
        )
        return Track(
            lever=self._lever,
            theme=theme,
            font=font,
            size=size,
            scale=scale,
            left=low + edge,
            right=size.width() - high - edge,
            start=self._start,
        )

    def paintEvent(self, _event: QPaintEvent) -> None:
        """What is kept, and on it what moves: the changed part and the handle."""
        kept, position, focus = self._painted(), self.value(), self.hasFocus()
        track, palette = kept.track, kept.track.theme.palette
        painter = QPainter(self)
        painter.drawPixmap(0, 0, kept.ground)
        if position != self._start:
            lower, higher = sorted((self._start, position))
            painter.fillRect(track.between(lower, higher, 1.5 * LINE), QColor(palette.accent))
        handle = kept.held if focus or self.isSliderDown() else kept.resting
        painter.drawPixmap(QPointF(track.x(position) - track.middle, 0), handle)
        if focus:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(QPen(QColor(palette.focus), 2))
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), TIGHT, TIGHT)
