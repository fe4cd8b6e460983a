"""A row that opens something: title, detail and a chevron. Works by mouse, Enter and space."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QSizePolicy, QVBoxLayout, QWidget

from raadsapp.ui.theme.tokens import MEDIUM, SMALL, TEXT_BODY
from raadsapp.ui.widgets.icon_label import IconLabel
from raadsapp.ui.widgets.styling import restyle
from raadsapp.ui.widgets.text import Small, Text, Tone


class _RowTitle(Text):
    role = "body"


class ItemButton(QPushButton):
    """A clickable row; `key` is what it opens, `mark` a badge or other widget before the chevron."""

    def __init__(
        self,
        title: str,
        detail: str = "",
        key: str = "",
        mark: QWidget | None = None,
        overline: str = "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.key = key
        self.setAutoDefault(False)
        self.setAccessibleName(". ".join(part for part in (overline, title, detail) if part))
        restyle(self, role="item")
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        row = self._row = QHBoxLayout(self)
        row.setContentsMargins(MEDIUM, SMALL, MEDIUM, SMALL)
        row.setSpacing(MEDIUM)
        words = QVBoxLayout()
        words.setSpacing(2)
        for part, kind in ((overline, _overline), (title, _RowTitle), (detail, Small)):
            if part:
                words.addWidget(_untouched(kind(part)))
        row.addLayout(words, 1)
        if mark is not None:
            row.addWidget(_untouched(mark), 0, Qt.AlignmentFlag.AlignVCenter)
        row.addWidget(
            _untouched(IconLabel("chevron-right", size=TEXT_BODY)), 0, Qt.AlignmentFlag.AlignVCenter
        )

    def sizeHint(self) -> QSize:
        """As large as the words in it."""
        return self._row.sizeHint()

    def minimumSizeHint(self) -> QSize:
        """As small as the longest word allows."""
        return self._row.minimumSize()

    def hasHeightForWidth(self) -> bool:
        """Whether the height follows the width: words wrap."""
        return True

    def heightForWidth(self, width: int) -> int:
        """The height in which all words fit at this width."""
        return self._row.heightForWidth(width)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Open on Enter as well as on space."""
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self.click()
        else:
            super().keyPressEvent(event)


def _overline(text: str) -> Text:
    return Small(text, Tone.ACCENT)


def _untouched(widget: QWidget) -> QWidget:
    """Let clicks fall through to the row, which also speaks for its words."""
    widget.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
    if isinstance(widget, Text):
        widget.setTextInteractionFlags(Qt.TextInteractionFlag.NoTextInteraction)
        widget.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    return widget
