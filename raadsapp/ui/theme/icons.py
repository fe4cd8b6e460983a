"""Icons of one family (Lucide), drawn in the ink of the theme on screen and sharp at every scale."""

from enum import StrEnum
from functools import lru_cache

from PySide6.QtCore import QByteArray, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QIcon, QIconEngine, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer

from raadsapp.paths import resources_dir
from raadsapp.ui.theme.applying import applied_theme

# Share of the square an icon fills when a text follows.
_BEFORE_TEXT = 0.84


class Ink(StrEnum):
    """Token in which an icon is drawn."""

    TEXT = "text"
    MUTED = "text_muted"
    ACCENT = "accent"
    ON_ACCENT = "on_accent"
    CONCERN = "concern"
    INVERSE = "background"
    DISABLED = "noise"


def icon(name: str, ink: Ink = Ink.TEXT) -> QIcon:
    """The icon of `resources/icons/<name>.svg`; it follows a change of theme by itself."""
    return QIcon(_ThemedIcon(name, ink, 1.0))


def icon_before_text(name: str, ink: Ink = Ink.TEXT) -> QIcon:
    """The same with white space at its right: Qt puts the text of a button too close to it."""
    return QIcon(_ThemedIcon(name, ink, _BEFORE_TEXT))


def icon_picture(name: str, colour: str, size: int, ratio: float = 1.0) -> QPixmap:
    """The icon `size` logical pixels wide and high in `colour`, for a screen with this pixel ratio."""
    return _picture(name, colour, size, ratio, 1.0)


@lru_cache(maxsize=256)
def _picture(name: str, colour: str, size: int, ratio: float, share: float) -> QPixmap:
    side = max(round(size * ratio), 1)
    area = QRectF(0, side * (1 - share) / 2, side * share, side * share)
    picture = QPixmap(side, side)
    picture.fill(Qt.GlobalColor.transparent)
    drawing = _drawing(name).replace("currentColor", colour)
    painter = QPainter(picture)
    QSvgRenderer(QByteArray(drawing.encode())).render(painter, area)
    painter.end()
    picture.setDevicePixelRatio(ratio)
    return picture


@lru_cache(maxsize=128)
def _drawing(name: str) -> str:
    """The drawing with a line a little thinner than the family's own, which fits the text better."""
    text = (resources_dir() / "icons" / f"{name}.svg").read_text(encoding="utf-8")
    return text.replace('stroke-width="2"', 'stroke-width="1.8"')


class _ThemedIcon(QIconEngine):
    """Draws an icon in the theme of the moment instead of keeping pictures."""

    def __init__(self, name: str, ink: Ink, share: float) -> None:
        super().__init__()
        self._name = name
        self._ink = ink
        self._share = share

    def clone(self) -> QIconEngine:
        return _ThemedIcon(self._name, self._ink, self._share)

    def paint(self, painter: QPainter, rect: QRect, mode: QIcon.Mode, _state: QIcon.State) -> None:
        side = min(rect.width(), rect.height())
        picture = self._drawn(side, painter.device().devicePixelRatio(), mode)
        left = rect.x() + (rect.width() - side) // 2
        painter.drawPixmap(left, rect.y() + (rect.height() - side) // 2, picture)

    def pixmap(self, size: QSize, mode: QIcon.Mode, state: QIcon.State) -> QPixmap:
        return self.scaledPixmap(size, mode, state, 1.0)

    def scaledPixmap(self, size: QSize, mode: QIcon.Mode, _state: QIcon.State, scale: float) -> QPixmap:
        """`size` is in pixels of the screen, `scale` the screen's pixel ratio."""
        return self._drawn(round(min(size.width(), size.height()) / scale), scale, mode)

    def _drawn(self, size: int, ratio: float, mode: QIcon.Mode) -> QPixmap:
        ink = Ink.DISABLED if mode == QIcon.Mode.Disabled else self._ink
        colour = getattr(applied_theme().palette, ink)
        return _picture(self._name, colour, size, ratio, self._share)
