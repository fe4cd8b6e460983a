"""One box on the map of goals."""

from enum import Enum

from PySide6.QtCore import QRect, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from raadsapp.services.goal_map import Box
from raadsapp.ui.theme.applying import applied_theme
from raadsapp.ui.theme.tokens import MEDIUM, RADIUS, SMALL, TEXT_BODY, TEXT_SMALL, TIGHT
from raadsapp.ui.widgets.canvas_button import WRAP, CanvasButton, drawn_font, words_height


class Light(Enum):
    """How a box stands out."""

    REST = "rest"
    LIT = "lit"
    FADED = "faded"


class MapBox(CanvasButton):
    """Code and title in a frame; `compact` for a column with many boxes."""

    def __init__(self, box: Box, says: str, *, compact: bool, parent: QWidget) -> None:
        super().__init__(box.key, says, parent)
        self._box = box
        self._compact = compact
        self._light = Light.REST
        self._centre = False

    @property
    def light(self) -> Light:
        """How the box stands out now."""
        return self._light

    def show_light(self, light: Light, *, centre: bool = False) -> None:
        """Stand out, or step back; `centre` for the box everything is about."""
        if (light, centre) != (self._light, self._centre):
            self._light, self._centre = light, centre
            self.update()

    def height_at(self, width: int) -> int:
        """The height in which code and title fit."""
        return words_height(self._words(), self._font(), self._room(width)) + 2 * self._pad()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw frame and words."""
        palette = applied_theme().palette
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        lit, faded = self._light is Light.LIT, self._light is Light.FADED
        width = 2.0 if self.hasFocus() or self._centre else 1.0
        edge = palette.focus if self.hasFocus() else palette.accent if lit else palette.border
        painter.setPen(QPen(QColor(edge), width, self._stroke()))
        painter.setBrush(QColor(palette.accent_soft if lit else palette.surface))
        inset = width / 2
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(inset, inset, -inset, -inset), RADIUS, RADIUS)
        pad = self._pad()
        left = (TIGHT if self._compact else 0) + SMALL
        code = drawn_font(self, TEXT_SMALL, bold=True)
        painter.setFont(code)
        painter.setPen(QColor(palette.text_muted if faded else palette.accent))
        top = pad + QFontMetrics(self._font()).ascent() - QFontMetrics(code).ascent()
        painter.drawText(QRect(left, top, self._code_width(), self.height()), WRAP, self._box.key)
        painter.setFont(self._font())
        painter.setPen(QColor(palette.text_muted if faded else palette.text))
        words = QRect(left + self._code_width(), pad, self._room(self.width()), self.height() - pad)
        painter.drawText(words, WRAP, self._words())

    def _words(self) -> str:
        return f"{self._box.title} (oud)" if self._box.old else self._box.title

    def _stroke(self) -> Qt.PenStyle:
        return Qt.PenStyle.DashLine if self._box.old else Qt.PenStyle.SolidLine

    def _font(self) -> QFont:
        return drawn_font(self, TEXT_SMALL if self._compact else TEXT_BODY)

    def _pad(self) -> int:
        return 1 if self._compact else TIGHT + 1

    def _code_width(self) -> int:
        sample = "IND-00" if self._compact else "OD0" if self._box.old else "D0"
        return QFontMetrics(drawn_font(self, TEXT_SMALL, bold=True)).horizontalAdvance(sample) + SMALL

    def _room(self, width: int) -> int:
        return width - self._code_width() - SMALL - MEDIUM + TIGHT - (TIGHT if self._compact else 0)
