"""A short message at the bottom of the window, with a way to undo what was done."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QWidget

from raadsapp.ui.theme.applying import applied_theme
from raadsapp.ui.theme.icons import Ink
from raadsapp.ui.theme.tokens import LARGE, MEDIUM, READING_WIDTH, SMALL, WIDE
from raadsapp.ui.widgets.buttons import icon_button, secondary_button
from raadsapp.ui.widgets.styling import restyle
from raadsapp.ui.widgets.text import Text

_SHOWN_FOR_MS = 6_000
_SHOWN_WITH_ACTION_FOR_MS = 15_000


def announce(widget: QWidget, message: str) -> None:
    """Let a screen reader say something that appeared without a move of the focus."""
    QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(widget, message))


class Snackbar(QFrame):
    """Floats above its parent; goes away by itself, but not while the pointer or the focus is on it."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        restyle(self, role="snackbar")
        self._over = parent
        self._action: Callable[[], object] | None = None
        row = self._row = QHBoxLayout(self)
        row.setContentsMargins(LARGE, SMALL, SMALL, SMALL)
        row.setSpacing(MEDIUM)
        self._text = Text()
        row.addWidget(self._text, 1)
        self.button = secondary_button("Ongedaan maken")
        self.button.clicked.connect(self._act)
        row.addWidget(self.button)
        self._close = icon_button("close", "Melding sluiten", Ink.INVERSE)
        self._close.clicked.connect(self.hide)
        row.addWidget(self._close)
        self._timer = QTimer(self, singleShot=True)
        self._timer.timeout.connect(self._leave)
        parent.installEventFilter(self)
        self.hide()

    def show_message(
        self, message: str, action: Callable[[], object] | None = None, action_text: str = "Ongedaan maken"
    ) -> None:
        """Show `message`, and a button when there is something to do about it."""
        self._action = action
        self._text.show_text(message)
        self.button.setText(action_text)
        self.button.setVisible(action is not None)
        self._timer.start(_SHOWN_WITH_ACTION_FOR_MS if action else _SHOWN_FOR_MS)
        self._place()
        self.show()
        self.raise_()
        announce(self, message)

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        """Stay at the bottom of the parent."""
        if event.type() == QEvent.Type.Resize and self.isVisible():
            self._place()
        return False

    def _act(self) -> None:
        action, self._action = self._action, None
        self.hide()
        if action:
            action()

    def _leave(self) -> None:
        focused = self.button.hasFocus() or self._close.hasFocus()
        if self.underMouse() or focused:
            self._timer.start(_SHOWN_FOR_MS)
        else:
            self.hide()

    def _place(self) -> None:
        area = self._over.rect()
        width = min(applied_theme().px(READING_WIDTH), area.width() - 2 * WIDE)
        self._row.activate()
        height = max(self._row.heightForWidth(width), self._row.minimumSize().height())
        self.setGeometry((area.width() - width) // 2, area.height() - height - WIDE, width, height)
