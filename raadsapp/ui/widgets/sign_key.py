"""What the signs mean: each shape that is in use with its word, on lines that wrap."""

from collections.abc import Iterable

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from raadsapp.ui.theme.applying import applied_theme
from raadsapp.ui.theme.tokens import MEDIUM, TEXT_SMALL, TIGHT
from raadsapp.ui.widgets.signs import Sign, draw_sign
from raadsapp.ui.widgets.wrapping import Row

_SHARE = 0.28


class SignKey(QWidget):
    """The signs in their order, strongest first."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.signs: tuple[Sign, ...] = ()
        self._row = Row(gap=MEDIUM)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._row)

    def show_signs(self, signs: Iterable[Sign]) -> None:
        """Explain these signs."""
        used = set(signs)
        wanted = tuple(sign for sign in Sign if sign in used)
        if wanted != self.signs:
            self.signs = wanted
            self._row.clear()
            for sign in wanted:
                self._row.add(_Entry(sign))


class _Entry(QWidget):
    """One shape with its word."""

    def __init__(self, sign: Sign) -> None:
        super().__init__()
        self._sign = sign
        self.setAccessibleName(sign.words)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)

    def _font(self) -> QFont:
        font = QFont(self.font())
        font.setPixelSize(applied_theme().px(TEXT_SMALL))
        return font

    def sizeHint(self) -> QSize:
        """One line."""
        metrics = QFontMetrics(self._font())
        height = metrics.height()
        return QSize(height + TIGHT + metrics.horizontalAdvance(self._sign.words) + 1, height)

    def minimumSizeHint(self) -> QSize:
        """No smaller: words are never cut off."""
        return self.sizeHint()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the sign and its word."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        palette, height = applied_theme().palette, float(self.height())
        draw_sign(painter, self._sign, QPointF(height / 2, height / 2), height * _SHARE, palette)
        painter.setFont(self._font())
        painter.setPen(QColor(palette.text_muted))
        room = QRectF(height + TIGHT, 0, self.width(), height)
        painter.drawText(room, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, self._sign.words)
