"""A sign with its word, as a line of text."""

from typing import NamedTuple

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from raadsapp.ui.theme.applying import applied_theme
from raadsapp.ui.theme.tokens import SMALL, TEXT_LEAD, TEXT_SMALL, TIGHT
from raadsapp.ui.widgets.signs import Sign, draw_sign, sign_colour


class _Look(NamedTuple):
    """Of the words; the radius of the sign is a share of the height of the line."""

    size: int
    weight: QFont.Weight
    gap: int
    share: float


_LOUD = _Look(TEXT_LEAD, QFont.Weight.DemiBold, SMALL, 0.36)
_QUIET = _Look(TEXT_SMALL, QFont.Weight.Normal, TIGHT, 0.28)


class SignLine(QWidget):
    """The shape and the word in the colour of the sign; a `quiet` one is small, and its word grey."""

    def __init__(self, sign: Sign, parent: QWidget | None = None, *, quiet: bool = False) -> None:
        super().__init__(parent)
        self.sign = sign
        self._look = _QUIET if quiet else _LOUD
        self.setAccessibleName(sign.words)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)

    def _font(self) -> QFont:
        font = QFont(self.font())
        font.setPixelSize(applied_theme().px(self._look.size))
        font.setWeight(self._look.weight)
        return font

    def sizeHint(self) -> QSize:
        """One line."""
        metrics = QFontMetrics(self._font())
        height = metrics.height()
        return QSize(height + self._look.gap + metrics.horizontalAdvance(self.sign.words) + 1, height)

    def minimumSizeHint(self) -> QSize:
        """No smaller: words are never cut off."""
        return self.sizeHint()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the sign and its word."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        palette, height = applied_theme().palette, float(self.height())
        draw_sign(painter, self.sign, QPointF(height / 2, height / 2), height * self._look.share, palette)
        painter.setFont(self._font())
        quiet = self._look is _QUIET
        painter.setPen(QColor(palette.text_muted) if quiet else sign_colour(self.sign, palette))
        room = QRectF(height + self._look.gap, 0, self.width(), height)
        painter.drawText(room, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, self.sign.words)
