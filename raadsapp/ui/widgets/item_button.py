"""A row that opens something: title, detail and a chevron. Works by mouse, Enter and space."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from raadsapp.ui.theme.tokens import MEDIUM, SMALL, TEXT_BODY
from raadsapp.ui.widgets.icon_label import IconLabel
from raadsapp.ui.widgets.styling import restyle
from raadsapp.ui.widgets.text import Small, Text, Tone
from raadsapp.ui.widgets.words_button import WordsButton


class _RowTitle(Text):
    role = "body"


class ItemButton(WordsButton):
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
        super().__init__(key, parent)
        self.setAccessibleName(". ".join(part for part in (overline, title, detail) if part))
        restyle(self, role="item")
        row = self.row
        row.setContentsMargins(MEDIUM, SMALL, MEDIUM, SMALL)
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


def _overline(text: str) -> Text:
    return Small(text, Tone.ACCENT)


def _untouched(widget: QWidget) -> QWidget:
    """Let clicks fall through to the row, which also speaks for its words."""
    widget.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
    if isinstance(widget, Text):
        widget.setTextInteractionFlags(Qt.TextInteractionFlag.NoTextInteraction)
        widget.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    return widget
