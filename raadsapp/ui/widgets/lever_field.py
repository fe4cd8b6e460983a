"""The value of a lever as a number to type, with Dutch decimals."""

from PySide6.QtCore import QEvent, QSize, Qt, QTimer
from PySide6.QtGui import (
    QColor,
    QFontMetrics,
    QKeyEvent,
    QKeySequence,
    QPainter,
    QPaintEvent,
    QValidator,
    QWheelEvent,
)
from PySide6.QtWidgets import QDoubleSpinBox, QWidget

from raadsapp.domain.lever import Lever
from raadsapp.texts import number
from raadsapp.ui.theme.applying import applied_theme
from raadsapp.ui.widgets.styling import TEXT_SIZE_EVENTS, restyle

_TYPED = "0123456789.,-−+ "
_PADDING = 12
_USUAL = "00,0"


def read_number(text: str, decimals: int) -> float | None:
    """The number in a Dutch text, None when there is none.

    `1.250` is one thousand two hundred and fifty for a lever in whole numbers; for one with decimals a lone
    point is read as the decimal comma, which people type out of habit.
    """
    plain = text.strip().replace("−", "-").replace(" ", "")
    if "," in plain or decimals == 0 or plain.count(".") > 1:
        plain = plain.replace(".", "").replace(",", ".")
    try:
        return float(plain)
    except ValueError:
        return None


class LeverField(QDoubleSpinBox):
    """Takes a typed value on Enter or when left; what lies outside the range becomes the nearest end."""

    def __init__(self, lever: Lever, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._lever = lever
        self.setDecimals(lever.decimals)
        self.setRange(lever.low, lever.high)
        self.setSingleStep(lever.step)
        self.setKeyboardTracking(False)
        restyle(self, role="value")
        self.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        self._fit()

    def _fit(self) -> None:
        metrics = QFontMetrics(self.font())
        ends = [self.textFromValue(end) for end in (self._lever.low, self._lever.high)]
        widest = max(map(metrics.horizontalAdvance, [*ends, _USUAL]))
        self.setFixedWidth(widest + applied_theme().px(_PADDING) + _PADDING)

    def changeEvent(self, event: QEvent) -> None:
        """Grow with the text."""
        super().changeEvent(event)
        if event.type() in TEXT_SIZE_EVENTS:
            # Not while Qt replaces the style of everything: nothing may be laid out in between.
            QTimer.singleShot(0, self, self._fit)

    def paintEvent(self, event: QPaintEvent) -> None:
        """The colour of the page behind the round corners, then the field."""
        QPainter(self).fillRect(event.rect(), QColor(applied_theme().palette.background))
        super().paintEvent(event)

    def event(self, event: QEvent) -> bool:
        """Leave undo and redo to the page: what is undone there is the lever, not the typing."""
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.ShortcutOverride:
            keys = QKeySequence.StandardKey
            if event.matches(keys.Undo) or event.matches(keys.Redo):
                event.ignore()
                return False
        taken = super().event(event)
        if event.type() == QEvent.Type.Polish:
            self._fit()  # it is about to be seen, in the typeface it has now
        if event.type() in {QEvent.Type.Polish, QEvent.Type.StyleChange}:
            # What lies below need not be painted when only the number changes; a style takes this back.
            self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        return taken

    def minimumSizeHint(self) -> QSize:
        """As large as it wants to be."""
        return self.sizeHint()

    def textFromValue(self, value: float) -> str:
        """The number in Dutch form."""
        return number(value, self._lever.decimals)

    def valueFromText(self, text: str) -> float:
        """The typed number; the value that stands when it is none."""
        typed = read_number(text, self._lever.decimals)
        return self.value() if typed is None else min(max(typed, self._lever.low), self._lever.high)

    def validate(self, text: str, position: int) -> tuple[QValidator.State, str, int]:
        """Let every number be typed; what is outside the range is mended when the field is left."""
        if any(sign not in _TYPED for sign in text):
            return QValidator.State.Invalid, text, position
        typed = read_number(text, self._lever.decimals)
        fits = typed is not None and self._lever.low <= typed <= self._lever.high
        return (QValidator.State.Acceptable if fits else QValidator.State.Intermediate), text, position

    def fixup(self, text: str) -> str:
        """The nearest value that is allowed, in Dutch form."""
        return self.textFromValue(self.valueFromText(text))

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Scrolling the page must not change a value."""
        event.ignore()
