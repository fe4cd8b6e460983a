"""The place where a file is dropped or chosen."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QMimeData, Qt, Signal
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from raadsapp.ui.theme.icons import Ink
from raadsapp.ui.theme.tokens import SMALL, WIDE
from raadsapp.ui.widgets.buttons import primary_button
from raadsapp.ui.widgets.icon_label import IconLabel
from raadsapp.ui.widgets.styling import restyle
from raadsapp.ui.widgets.text import Small, Subheading

_ICON = 32


class DropZone(QFrame):
    """Says what can be dropped here and offers a button for who does not drag; drops reach its page."""

    asked = Signal()

    def __init__(self, title: str, button: str, hint: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        restyle(self, role="drop")
        column = QVBoxLayout(self)
        column.setContentsMargins(WIDE, WIDE, WIDE, WIDE)
        column.setSpacing(SMALL)
        middle = Qt.AlignmentFlag.AlignHCenter
        column.addWidget(IconLabel("upload", Ink.ACCENT, _ICON), 0, middle)
        words = Subheading(title)
        words.setAlignment(middle)
        column.addWidget(words)
        self.button = primary_button(button, "upload")
        self.button.clicked.connect(self.asked)
        column.addSpacing(SMALL)
        column.addWidget(self.button, 0, middle)
        below = Small(hint)
        below.setAlignment(middle)
        column.addWidget(below)

    def show_hover(self, *, over: bool) -> None:
        """Show whether a file hangs over the page."""
        restyle(self, tone="accent" if over else "plain")


def files_in(data: QMimeData) -> Sequence[Path]:
    """The files on this computer that are dragged; none for a link, a text or a picture."""
    return [Path(url.toLocalFile()) for url in data.urls() if url.isLocalFile()]
