"""One lever on one row: what it is, what it does, its value, and every way to change it."""

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QSizePolicy, QVBoxLayout, QWidget

from raadsapp.domain.catalog import Catalog
from raadsapp.domain.lever import Lever
from raadsapp.ui.theme.applying import applied_theme
from raadsapp.ui.theme.tokens import MEDIUM, SMALL, TIGHT
from raadsapp.ui.widgets.buttons import small_icon_button
from raadsapp.ui.widgets.lever_details import LeverDetails
from raadsapp.ui.widgets.lever_waits import LeverWaits
from raadsapp.ui.widgets.lever_words import Value, spoken, value_words
from raadsapp.ui.widgets.text import Small, Subheading

_BAR = 4
_EDGE = 6


class LeverRow(QFrame):
    """What the rows of all levers share: label, purpose, reset, help and the look of a changed lever.

    `show_value()` shows silently; `changed` carries each value the user sets, `was_reset` when it was put
    back to its start. What moves on as long as it is held says when that begins and ends. `help_opened`
    when the block behind the `?` was opened.
    """

    changed = Signal(object)
    was_reset = Signal()
    gesture_started = Signal()
    gesture_finished = Signal()
    help_opened = Signal()

    def __init__(self, lever: Lever, catalog: Catalog, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.lever = lever
        self.value: Value = lever.default
        self._looks_changed = False
        self.details: LeverDetails | None = None
        self._catalog = catalog
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        start = value_words(lever, lever.default)
        self.reset = small_icon_button("reset", f"{lever.label} terug naar {start}")
        self.reset.clicked.connect(self._take_reset)
        self._help = small_icon_button("help", f"Waar komt {lever.label} vandaan?")
        self._help.setCheckable(True)
        self._help.toggled.connect(self._show_help)
        self.head = QHBoxLayout()
        self.head.setSpacing(SMALL)
        self.head.addWidget(Subheading(lever.label), 1)
        self.control = QHBoxLayout()
        self.control.setSpacing(TIGHT)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(MEDIUM, _EDGE, 0, _EDGE)
        self._column.setSpacing(2)
        self._column.addLayout(self.head)
        self._column.addWidget(Small(lever.purpose))
        self.waits: LeverWaits | None = None
        if lever.works_with:
            names = {other.key: other.label for other in catalog.levers}
            self.waits = LeverWaits([names[key] for key in lever.works_with])
            self._column.addWidget(self.waits)
        self._column.addLayout(self.control)

    @property
    def help_button(self) -> QPushButton:
        """The button that opens where the lever comes from."""
        return self._help

    def show_value(self, value: Value) -> None:
        """Show a value without telling anybody."""
        self.value = value
        self.setAccessibleName(spoken(self.lever, value))
        self.reset.setEnabled(self.is_changed)
        if self._looks_changed is not self.is_changed:  # the whole row takes longer to paint than the chart
            self._looks_changed = self.is_changed
            self.update()

    def show_waits(self, sentence: str) -> None:
        """Say with which other lever this one begins to work; an empty sentence says that it works now."""
        if self.waits is not None:
            self.waits.show_sentence(sentence)
            self.setAccessibleDescription(sentence)

    def stops(self) -> tuple[QWidget, ...]:
        """Where the Tab key stops, in order."""
        return (self.reset, self._help)

    @property
    def is_changed(self) -> bool:
        """Whether the lever stands elsewhere than by default."""
        return self.value != self.lever.default

    def set_value(self, value: Value) -> None:
        """Show a value the user has set, and tell it; the one that stands does nothing."""
        if value != self.value:
            self.show_value(value)
            self.changed.emit(value)

    def _take_reset(self) -> None:
        if self.is_changed:
            self.show_value(self.lever.default)
            self.was_reset.emit()

    def _show_help(self, asked: bool) -> None:  # noqa: FBT001 - Qt's signal gives a bare bool
        """The block is made when it is first asked for: twenty of them would keep the page waiting."""
        if self.details is None:
            self.details = LeverDetails(self.lever, self._catalog)
            self._column.addWidget(self.details)
        self.details.setVisible(asked)
        if asked:
            self.help_opened.emit()

    def paintEvent(self, event: QPaintEvent) -> None:
        """A bar at the side of a changed lever."""
        super().paintEvent(event)
        if self.is_changed:
            painter = QPainter(self)
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(applied_theme().palette.accent))
            bar = QRectF(0, _EDGE, _BAR, self.height() - 2 * _EDGE)
            painter.drawRoundedRect(bar, _BAR / 2, _BAR / 2)
