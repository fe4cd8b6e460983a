"""What a page shows when it has nothing to show yet, is still busy, or failed."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QProgressBar, QPushButton, QVBoxLayout, QWidget

from raadsapp.ui.theme.icons import Ink
from raadsapp.ui.theme.tokens import HUGE, LARGE, MEDIUM, READING_WIDTH, SMALL
from raadsapp.ui.widgets.buttons import primary_button, secondary_button
from raadsapp.ui.widgets.icon_label import IconLabel
from raadsapp.ui.widgets.text import Body, Heading, Tone

_ICON_SIZE = 32


class _Block(QWidget):
    """An icon, a title and a text, below each other."""

    def __init__(self, icon_name: str, ink: Ink, title: str, text: str, parent: QWidget | None) -> None:
        super().__init__(parent)
        self.setAccessibleName(f"{title} {text}".strip())
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(0, LARGE, 0, HUGE)
        self.column.setSpacing(SMALL)
        left = Qt.AlignmentFlag.AlignLeft
        self.column.addWidget(IconLabel(icon_name, ink, _ICON_SIZE), 0, left)
        self.column.addSpacing(SMALL)
        self.title = Heading(title)
        self.column.addWidget(self.title)
        self.text = Body(text, Tone.MUTED)
        self.text.setHidden(not text)
        self.column.addWidget(self.text)

    def add_button(self, button: QPushButton, action: Callable[[], object]) -> None:
        """Put a button below the text."""
        button.clicked.connect(action)
        self.column.addSpacing(MEDIUM)
        self.column.addWidget(button, 0, Qt.AlignmentFlag.AlignLeft)
        self.column.addStretch(1)


class EmptyState(_Block):
    """Nothing here yet, and what to do about it; `action` is the word on the button and what it does."""

    def __init__(
        self,
        title: str,
        text: str,
        action: tuple[str, Callable[[], object]] | None = None,
        icon_name: str = "info",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(icon_name, Ink.MUTED, title, text, parent)
        if action:
            self.add_button(primary_button(action[0]), action[1])


class ErrorState(_Block):
    """Something the reader can mend: what is wrong, what to do, and a button to try again.

    `action` is the word on a button that mends it at once, and what it does.
    """

    def __init__(
        self,
        message: str,
        hint: str,
        retry: Callable[[], object] | None = None,
        action: tuple[str, Callable[[], object]] | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__("error", Ink.CONCERN, message, hint, parent)
        if action and retry:
            from raadsapp.ui.widgets.wrapping import Row  # the first paint does without

            mend, again = primary_button(action[0]), secondary_button("Opnieuw proberen", "reset")
            mend.clicked.connect(action[1])
            again.clicked.connect(retry)
            self.column.addSpacing(MEDIUM)
            self.column.addWidget(Row(mend, again))
            self.column.addStretch(1)
        elif retry:
            self.add_button(secondary_button("Opnieuw proberen", "reset"), retry)


class LoadingState(_Block):
    """Something is under way. `show_progress` takes parts done out of all; without it the bar just moves.

    `show_what` also says what is being done.
    """

    def __init__(
        self,
        title: str = "Even geduld",
        text: str = "",
        cancel: Callable[[], object] | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__("clock", Ink.MUTED, title, text, parent)
        self.bar = QProgressBar()
        self.bar.setRange(0, 0)
        self.bar.setTextVisible(False)
        self.bar.setMaximumWidth(READING_WIDTH)
        self.bar.setAccessibleName(title)
        self.column.addSpacing(MEDIUM)
        self.column.addWidget(self.bar)
        if cancel:
            self.add_button(secondary_button("Stoppen", "close"), cancel)

    def show_progress(self, done: int, total: int) -> None:
        """Fill the bar up to `done` of `total`."""
        self.bar.setRange(0, total)
        self.bar.setValue(done)

    def show_what(self, what: str, done: int, total: int | None) -> None:
        """Say what is being done; without a total the bar just moves."""
        if what != self.text.plain_text:
            self.text.show_text(what)
            self.text.show()
        self.show_progress(done if total else 0, total or 0)
