"""A button in a drawing: what is drawn can be reached by keyboard and read aloud like any button."""

from PySide6.QtCore import QEvent, QRect, QSize, Qt, Signal
from PySide6.QtGui import QEnterEvent, QFocusEvent, QFont, QFontMetrics, QKeyEvent
from PySide6.QtWidgets import QAbstractButton, QWidget

from raadsapp.ui.theme.applying import applied_theme

WRAP = int(Qt.TextFlag.TextWordWrap) | int(Qt.AlignmentFlag.AlignLeft) | int(Qt.AlignmentFlag.AlignTop)
_ENDLESS = 100_000
_STEPS = frozenset(
    {
        Qt.Key.Key_Up,
        Qt.Key.Key_Down,
        Qt.Key.Key_Left,
        Qt.Key.Key_Right,
        Qt.Key.Key_Home,
        Qt.Key.Key_End,
    }
)


class CanvasButton(QAbstractButton):
    """A place in a drawing that opens `key`.

    `stepped` asks the drawing to move on by an arrow key, `entered` and `left` follow mouse and keyboard.
    """

    stepped = Signal(str, object)
    entered = Signal(str)
    left = Signal(str)

    def __init__(self, key: str, says: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.key = key
        self.setAccessibleName(says)
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)

    def height_at(self, width: int) -> int:
        """The height in which all words fit at this width."""
        raise NotImplementedError

    def sizeHint(self) -> QSize:
        """What the drawing gave it."""
        return self.size()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrow keys go on to another place, Enter opens as space does."""
        key = Qt.Key(event.key())
        if key in _STEPS:
            self.stepped.emit(self.key, key)
        elif key in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self.click()
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """The reader is here."""
        super().focusInEvent(event)
        self.entered.emit(self.key)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """The reader is no longer here."""
        super().focusOutEvent(event)
        self.left.emit(self.key)

    def enterEvent(self, event: QEnterEvent) -> None:
        """The mouse is here."""
        super().enterEvent(event)
        self.entered.emit(self.key)

    def leaveEvent(self, event: QEvent) -> None:
        """The mouse is no longer here."""
        super().leaveEvent(event)
        self.left.emit(self.key)


def drawn_font(widget: QWidget, size: int, *, bold: bool = False) -> QFont:
    """The typeface of the widget at a token's size."""
    font = QFont(widget.font())
    font.setPixelSize(applied_theme().px(size))
    font.setWeight(QFont.Weight.DemiBold if bold else QFont.Weight.Normal)
    return font


def words_height(text: str, font: QFont, width: int) -> int:
    """The height of wrapped words; words longer than the width do not count as wrapped."""
    return QFontMetrics(font).boundingRect(QRect(0, 0, max(width, 1), _ENDLESS), WRAP, text).height()
