"""A short message at the bottom of the window, with a way to undo what was done."""

from collections.abc import Callable
from time import monotonic

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, Qt, QTimer
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QKeyEvent
from PySide6.QtWidgets import QApplication, QFrame, QHBoxLayout, QScrollBar, QWidget

from raadsapp.ui.theme.applying import applied_theme
from raadsapp.ui.theme.icons import Ink
from raadsapp.ui.theme.tokens import LARGE, MEDIUM, READING_WIDTH, SMALL, WIDE
from raadsapp.ui.widgets.buttons import icon_button, secondary_button
from raadsapp.ui.widgets.styling import restyle
from raadsapp.ui.widgets.text import Text

_SHOWN_FOR_MS = 5_000
_SHOWN_WITH_ACTION_FOR_MS = 15_000
_SEEN_S = 1.0
"""What scrolls before that comes of what was done, and not of the reader who goes on."""

_ROW_SHARE = 0.3
"""Of the height of all: what is lower counts as one row."""


def announce(widget: QWidget, message: str) -> None:
    """Let a screen reader say something that appeared without a move of the focus."""
    QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(widget, message))


class Snackbar(QFrame):
    """Floats above its parent; goes away by itself, but not while the pointer or the focus is on it.

    It stands at the bottom, or at the top where it would cover what has the keyboard. Who scrolls goes on
    with something else: then it goes away, but not where something can be undone. Escape, where nothing else
    takes it, puts it away.
    """

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        restyle(self, role="snackbar")
        self._over = parent
        self._action: Callable[[], object] | None = None
        self._seen_at = 0.0
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
        app = QApplication.instance()
        if isinstance(app, QApplication):
            app.focusChanged.connect(self._take_focus)
        self.hide()

    def show_message(
        self, message: str, action: Callable[[], object] | None = None, action_text: str = "Ongedaan maken"
    ) -> None:
        """Show `message`, and a button when there is something to do about it."""
        self._action = action
        self._text.show_text(message)
        self.button.setText(action_text)
        self.button.setVisible(action is not None)
        self._seen_at = monotonic() + _SEEN_S
        self._timer.start(_SHOWN_WITH_ACTION_FOR_MS if action else _SHOWN_FOR_MS)
        self._place()
        self._listen()
        self.show()
        self.raise_()
        announce(self, message)

    def _listen(self) -> None:
        """To all that scrolls by now."""
        for bar in self._over.findChildren(QScrollBar):
            bar.valueChanged.connect(self._take_scroll, Qt.ConnectionType.UniqueConnection)

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        """Keep a place in the parent; take the Escape key that nothing else took."""
        if self.isHidden():
            return False
        if event.type() == QEvent.Type.Resize:
            self._place()
        escape = isinstance(event, QKeyEvent) and event.key() == Qt.Key.Key_Escape
        if escape and event.type() == QEvent.Type.KeyPress:
            self.hide()
            return True
        return False

    def _take_focus(self) -> None:
        if not self.isHidden():
            self._place()

    def _take_scroll(self) -> None:
        bar = self.sender()
        seen = not self.isHidden() and monotonic() >= self._seen_at
        if seen and self._action is None and isinstance(bar, QScrollBar) and bar.isVisible():
            self.hide()

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
        left, below = (area.width() - width) // 2, area.height() - height - WIDE
        lower, upper = QRect(left, below, width, height), QRect(left, WIDE, width, height)
        at_top = self._covers_focus(lower) and not self._covers_focus(upper)
        self.setGeometry(upper if at_top else lower)

    def _covers_focus(self, place: QRect) -> bool:
        """Whether what has the keyboard, or the row in which that stands, would be below it there."""
        row = QApplication.focusWidget()
        if row is None or not self._over.isAncestorOf(row) or self.isAncestorOf(row):
            return False
        around = row.parentWidget()
        while around is not None and around.height() <= self._over.height() * _ROW_SHARE:
            row, around = around, around.parentWidget()
        return place.intersects(QRect(row.mapTo(self._over, QPoint()), row.size()))
