"""A sign with its word, as a line of text."""

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from raadsapp.ui.theme.applying import applied_theme
from raadsapp.ui.theme.tokens import SMALL, TEXT_LEAD
from raadsapp.ui.widgets.signs import Sign, draw_sign, sign_colour

_SHARE = 0.36


class SignLine(QWidget):
    """The shape and the word in the colour of the sign."""

    def __init__(self, sign: Sign, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.sign = sign
        self.setAccessibleName(sign.words)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)

    def _font(self) -> QFont:
        font = QFont(self.font())
        font.setPixelSize(applied_theme().px(TEXT_LEAD))
        font.setWeight(QFont.Weight.DemiBold)
        return font

    def sizeHint(self) -> QSize:
        """One line."""
        metrics = QFontMetrics(self._font())
        height = metrics.height()
        return QSize(height + SMALL + metrics.horizontalAdvance(self.sign.words), height)

    def minimumSizeHint(self) -> QSize:
        """No smaller: words are never cut off."""
        return self.sizeHint()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the sign and its word."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        palette, height = applied_theme().palette, float(self.height())
        draw_sign(painter, self.sign, QPointF(height / 2, height / 2), height * _SHARE, palette)
        painter.setFont(self._font())
        painter.setPen(sign_colour(self.sign, palette))
        room = QRectF(height + SMALL, 0, self.width(), height)
        painter.drawText(room, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, self.sign.words)
