"""A button with a row of words in it that wrap; Enter presses it as well as space."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QSizePolicy, QWidget

from raadsapp.ui.theme.tokens import MEDIUM


class WordsButton(QPushButton):
    """As high as the words in `row` need at its width; `key` is what it stands for."""

    def __init__(self, key: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.key = key
        self.setAutoDefault(False)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.row = QHBoxLayout(self)
        self.row.setSpacing(MEDIUM)

    def sizeHint(self) -> QSize:
        """As large as the words in it."""
        return self.row.sizeHint()

    def minimumSizeHint(self) -> QSize:
        """As small as the longest word allows."""
        return self.row.minimumSize()

    def hasHeightForWidth(self) -> bool:
        """Whether the height follows the width: words wrap."""
        return True

    def heightForWidth(self, width: int) -> int:
        """The height in which all words fit at this width."""
        return self.row.heightForWidth(width)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Press on Enter as well as on space."""
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self.click()
        else:
            super().keyPressEvent(event)
