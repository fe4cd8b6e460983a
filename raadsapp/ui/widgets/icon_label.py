"""An icon on its own."""

from PySide6.QtCore import QEvent, QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from raadsapp.ui.theme.applying import applied_theme
from raadsapp.ui.theme.icons import Ink, icon_picture
from raadsapp.ui.widgets.styling import TEXT_SIZE_EVENTS

ICON_SIZE = 18


class IconLabel(QWidget):
    """An icon that grows with the text and follows the theme; it says nothing to assistive technology."""

    def __init__(
        self, name: str, ink: Ink = Ink.MUTED, size: int = ICON_SIZE, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._name = name
        self._ink = ink
        self._size = size
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def show_icon(self, name: str, ink: Ink = Ink.MUTED) -> None:
        """Show another icon."""
        self._name = name
        self._ink = ink
        self.update()

    def sizeHint(self) -> QSize:
        """A square that grows with the text."""
        side = applied_theme().px(self._size)
        return QSize(side, side)

    def changeEvent(self, event: QEvent) -> None:
        """Grow with the text."""
        if event.type() in TEXT_SIZE_EVENTS:
            self.updateGeometry()
        super().changeEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the icon in the ink of the theme."""
        theme = applied_theme()
        colour = getattr(theme.palette, self._ink)
        picture = icon_picture(self._name, colour, theme.px(self._size), self.devicePixelRatio())
        QPainter(self).drawPixmap(0, 0, picture)
