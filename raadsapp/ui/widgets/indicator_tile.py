"""An indicator small: title, chart, newest figure, sign and sentence, all of it one button."""

from dataclasses import dataclass

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from raadsapp.texts import unbroken
from raadsapp.ui.theme import tokens
from raadsapp.ui.theme.applying import applied_theme
from raadsapp.ui.widgets.chart_scale import Scale
from raadsapp.ui.widgets.control_drawing import SMALL_PENS, draw_series, frame_of
from raadsapp.ui.widgets.control_series import ControlSeries, scale_of
from raadsapp.ui.widgets.signs import Sign, draw_sign, sign_colour
from raadsapp.ui.widgets.styling import TEXT_SIZE_EVENTS

_CHART = 84
_SIGN = 5.5
_PAD = tokens.MEDIUM
_LEAST = 220
_ARROWS = frozenset({Qt.Key.Key_Left, Qt.Key.Key_Right, Qt.Key.Key_Up, Qt.Key.Key_Down})
_WRAP = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop | Qt.TextFlag.TextWordWrap
_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter


@dataclass(frozen=True, slots=True, kw_only=True)
class TileWords:
    """What stands on a tile: `figure` and `period` are of the newest value, `code` stands above the title.

    `key` is what it opens, `mark` is FICTIEF where that holds. `judged` is the period that the sign is about
    where that is not the newest.
    """

    key: str
    code: str
    title: str
    figure: str
    period: str
    sentence: str
    sign: Sign
    mark: str = ""
    judged: str = ""

    @property
    def sign_words(self) -> str:
        """The sign in words, with its period where that is another than that of the figure above it."""
        return f"{self.sign.words} ({self.judged})" if self.judged else self.sign.words


@dataclass(frozen=True, slots=True)
class _Rooms:
    """Where everything on a tile stands."""

    code: QRectF
    title: QRectF
    chart: QRectF
    figure: QRectF
    sign: QRectF
    sentence: QRectF
    height: float


class IndicatorTile(QAbstractButton):
    """Painted by itself: twenty-five of them must be there at once.

    `opened` gives the key of what it shows, `stepped` an arrow key that was pressed on it.
    """

    opened = Signal(str)
    stepped = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._words = TileWords(key="", code="", title="", figure="", period="", sentence="", sign=Sign.NONE)
        self._series = ControlSeries(name="")
        self._scale = Scale()
        self._known: dict[int, _Rooms] = {}
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.clicked.connect(self._open)

    @property
    def words(self) -> TileWords:
        """What stands on it."""
        return self._words

    @property
    def series(self) -> ControlSeries:
        """What its chart shows."""
        return self._series

    @property
    def scale(self) -> Scale:
        """The axis of its chart."""
        return self._scale

    def show_indicator(self, words: TileWords, series: ControlSeries, scale: Scale | None = None) -> None:
        """Show another judgement; `scale` is the axis it shares with others, None for its own."""
        if words.title != self._words.title or words.sentence != self._words.sentence:
            self._known.clear()
            self.updateGeometry()
        self._words, self._series = words, series
        self._scale = scale or scale_of((series,))
        self.setAccessibleName(f"{words.title}. {words.sign_words}")
        self.setAccessibleDescription(series.sentence)
        self.update()

    def _open(self) -> None:
        self.opened.emit(self._words.key)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Open on Enter as well as on space; arrow keys lead to the tile beside it."""
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self.click()
        elif event.key() in _ARROWS:
            self.stepped.emit(event.key())
        else:
            super().keyPressEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        """Grow with the text."""
        super().changeEvent(event)
        if event.type() in TEXT_SIZE_EVENTS:
            # Not while Qt replaces the style of everything: nothing may be laid out in between.
            QTimer.singleShot(0, self, self._forget)

    def _forget(self) -> None:
        self._known.clear()
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        """As high as its words need at its width."""
        width = max(self.width(), applied_theme().px(_LEAST))
        return QSize(applied_theme().px(_LEAST), self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        """Narrow enough for three beside each other."""
        return QSize(applied_theme().px(_LEAST), 0)

    def hasHeightForWidth(self) -> bool:
        """Whether the height follows the width: words wrap."""
        return True

    def heightForWidth(self, width: int) -> int:
        """The height in which all of it fits."""
        return round(self._rooms(width).height)

    def _font(self, size: int, weight: QFont.Weight = QFont.Weight.Normal) -> QFont:
        font = QFont(self.font())
        font.setPixelSize(applied_theme().px(size))
        font.setWeight(weight)
        return font

    def _rooms(self, width: int) -> _Rooms:
        if width not in self._known:
            self._known[width] = self._measured(width)
        return self._known[width]

    def _measured(self, width: int) -> _Rooms:
        bold = QFont.Weight.DemiBold
        room = max(width - 2 * _PAD, 1.0)
        small = QFontMetricsF(self._font(tokens.TEXT_SMALL))
        code = QRectF(_PAD, _PAD, room, small.height())
        title = _wrapped(self._font(tokens.TEXT_BODY, bold), self._words.title, code.bottom() + 2, room)
        chart = QRectF(_PAD, title.bottom() + tokens.TIGHT, room, applied_theme().px(_CHART))
        height = QFontMetricsF(self._font(tokens.TEXT_HEADING, bold)).height()
        figure = QRectF(_PAD, chart.bottom() + tokens.TIGHT, room, height)
        sign = QRectF(_PAD, figure.bottom() + tokens.TIGHT, room, small.height())
        sentence = _wrapped(
            self._font(tokens.TEXT_SMALL), self._words.sentence, sign.bottom() + tokens.TIGHT, room
        )
        return _Rooms(code, title, chart, figure, sign, sentence, sentence.bottom() + _PAD)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """A sheet of paper with the indicator on it, and the focus ring."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        palette = applied_theme().palette
        sheet = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
        focus = self.hasFocus()
        over = self.underMouse() or self.isDown()
        painter.setBrush(QColor(palette.raised if over else palette.surface))
        painter.setPen(QPen(QColor(palette.focus if focus else palette.border), 2 if focus else 1))
        painter.drawRoundedRect(sheet.adjusted(1, 1, -1, -1) if focus else sheet, *2 * (tokens.CARD_RADIUS,))
        rooms = self._rooms(self.width())
        self._paint_words(painter, rooms, palette)
        self._paint_sign(painter, rooms.sign, palette)
        if self._series.points:
            frame = frame_of(rooms.chart.adjusted(0, 4, 0, -2), self._series, self._scale)
            draw_series(painter, frame, self._series, SMALL_PENS.scaled(applied_theme().scale), palette)
        painter.setPen(QPen(QColor(palette.border), 1))
        painter.drawLine(rooms.chart.bottomLeft(), rooms.chart.bottomRight())

    def _paint_words(self, painter: QPainter, rooms: _Rooms, palette: tokens.Palette) -> None:
        words, bold = self._words, QFont.Weight.DemiBold
        painter.setFont(self._font(tokens.TEXT_SMALL))
        painter.setPen(QColor(palette.text_muted))
        painter.drawText(rooms.code, _LEFT, words.code)
        if words.mark:
            painter.setFont(self._font(tokens.TEXT_SMALL, bold))
            painter.drawText(rooms.code, _RIGHT, words.mark)
        painter.setPen(QColor(palette.text))
        painter.setFont(self._font(tokens.TEXT_BODY, bold))
        painter.drawText(rooms.title, _WRAP, words.title)
        painter.setFont(self._font(tokens.TEXT_HEADING, bold))
        painter.drawText(rooms.figure, _LEFT, unbroken(words.figure or "–"))
        taken = painter.fontMetrics().horizontalAdvance(words.figure or "–") + tokens.SMALL
        painter.setFont(self._font(tokens.TEXT_SMALL))
        painter.setPen(QColor(palette.text_muted))
        painter.drawText(rooms.figure.adjusted(taken, 0, 0, -1), _LEFT, words.period)
        painter.setPen(QColor(palette.text))
        painter.drawText(rooms.sentence, _WRAP, unbroken(words.sentence))

    def _paint_sign(self, painter: QPainter, room: QRectF, palette: tokens.Palette) -> None:
        sign = self._words.sign
        size = applied_theme().px(10) / 10 * _SIGN
        draw_sign(painter, sign, QPointF(room.left() + 1.3 * size, room.center().y()), size, palette)
        painter.setFont(self._font(tokens.TEXT_SMALL, QFont.Weight.DemiBold))
        painter.setPen(sign_colour(sign, palette))
        painter.drawText(room.adjusted(2.6 * size + tokens.SMALL, 0, 0, 0), _LEFT, self._words.sign_words)


def _wrapped(font: QFont, text: str, top: float, width: float) -> QRectF:
    """The room that these words take below `top`, at least one line."""
    metrics = QFontMetricsF(font)
    needed = metrics.boundingRect(QRectF(0, 0, width, 10_000), _WRAP, unbroken(text)).height()
    return QRectF(_PAD, top, width, max(needed, metrics.height()))
