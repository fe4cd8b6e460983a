"""Text on a page, in the sizes of the type scale; it wraps, and it can be selected and copied.

Selecting starts with a click and goes on with the keyboard. Text is no stop for the Tab key: a reader who
uses the keyboard would otherwise pass every sentence on the way to a button.
"""

from enum import StrEnum

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from raadsapp.texts import unbroken
from raadsapp.ui.theme.applying import applied_theme
from raadsapp.ui.theme.tokens import READING_WIDTH, SMALL, TEXT_BODY, TEXT_LEAD
from raadsapp.ui.widgets.styling import restyle

_LINE_HEIGHT = 114


class Tone(StrEnum):
    """What a colour says; never the only thing that says it."""

    PLAIN = "plain"
    MUTED = "muted"
    ACCENT = "accent"
    IMPROVEMENT = "improvement"
    CONCERN = "concern"


class Text(QLabel):
    """Plain text in one role of the stylesheet."""

    role = "body"
    spacious = False
    widest = 0

    def __init__(self, text: str = "", tone: Tone = Tone.PLAIN, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._heights: dict[int, int] = {}  # per width: layouts ask for the same ones again and again
        self.plain_text = ""
        self.setWordWrap(True)
        self.setTextFormat(Qt.TextFormat.RichText if self.spacious else Qt.TextFormat.PlainText)
        flags = Qt.TextInteractionFlag
        self.setTextInteractionFlags(flags.TextSelectableByMouse | flags.TextSelectableByKeyboard)
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        restyle(self, role=self.role, tone=tone)
        self.show_text(text)

    def heightForWidth(self, width: int) -> int:
        """The height in which all words fit, in lines no longer than read well."""
        if width not in self._heights:
            self._heights[width] = super().heightForWidth(
                width - self._spare(width) + self.contentsMargins().right()
            )
        return self._heights[width]

    def changeEvent(self, event: QEvent) -> None:
        """Forget the heights when another font or style comes."""
        self._heights.clear()
        super().changeEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep lines from growing longer than read well."""
        self.setContentsMargins(0, 0, self._spare(event.size().width()), 0)
        super().resizeEvent(event)

    def _spare(self, width: int) -> int:
        return max(width - applied_theme().px(self.widest), 0) if self.widest else 0

    def show_text(self, text: str) -> None:
        """Show this plain text; each line is a paragraph, and a euro sign stays with its amount."""
        self.plain_text = text
        self._heights.clear()
        shown = unbroken(text)
        self.setText(self._spaced(shown) if self.spacious and text else shown)
        self.setAccessibleName(text)

    def show_tone(self, tone: Tone) -> None:
        """Show the text in another colour."""
        restyle(self, tone=tone)

    @staticmethod
    def _spaced(text: str) -> str:
        # By hand: the module html brings a table of all characters along.
        safe = text.replace("&", "&amp;").replace("<", "&lt;")
        lines = [line for line in safe.split("\n") if line.strip()]
        return "".join(
            f'<p style="margin:{SMALL if row else 0}px 0 0 0;line-height:{_LINE_HEIGHT}%">{line}</p>'
            for row, line in enumerate(lines)
        )


class Title(Text):
    """The name of a page."""

    role = "title"


class Heading(Text):
    """The name of a part of a page."""

    role = "heading"


class Subheading(Text):
    """The name of a card or a block."""

    role = "subheading"


class Overline(Text):
    """A small word above a block that says what kind of thing it is."""

    role = "overline"


class Lead(Text):
    """The sentence that says it first."""

    role = "lead"
    spacious = True
    widest = READING_WIDTH * TEXT_LEAD // TEXT_BODY


class Body(Text):
    """Running text."""

    role = "body"
    spacious = True
    widest = READING_WIDTH


class Small(Text):
    """Sources, dates and other things said in passing."""

    role = "small"
