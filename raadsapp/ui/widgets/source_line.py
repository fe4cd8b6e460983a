"""Where something comes from, and what must be said with it."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QSizePolicy, QWidget

from raadsapp.domain.catalog import Catalog
from raadsapp.domain.source import Source
from raadsapp.services.source_words import source_text
from raadsapp.ui.theme.icons import Ink
from raadsapp.ui.theme.tokens import MEDIUM, SMALL, TEXT_BODY, TIGHT
from raadsapp.ui.widgets.icon_label import IconLabel
from raadsapp.ui.widgets.styling import restyle
from raadsapp.ui.widgets.text import Small

__all__ = ["CaveatLine", "SourceLine", "source_text"]


class SourceLine(Small):
    """The source line below a figure, chart or text."""

    def __init__(self, sources: Sequence[Source], catalog: Catalog, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self.show_sources(sources, catalog)

    def show_sources(self, sources: Sequence[Source], catalog: Catalog) -> None:
        """Show other sources; without any the line is not there."""
        text = source_text(sources, catalog)
        self.show_text(text)
        # Shown without a place on a page, it would open as a window of its own.
        if not text or self.parent() is not None:
            self.setHidden(not text)


class CaveatLine(QFrame):
    """A caveat that belongs to what stands above it, marked with a line and an icon."""

    def __init__(self, text: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        restyle(self, role="caveat")
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        row = QHBoxLayout(self)
        row.setContentsMargins(MEDIUM, TIGHT, 0, TIGHT)
        row.setSpacing(SMALL)
        row.addWidget(IconLabel("alert", Ink.CONCERN, TEXT_BODY), 0, Qt.AlignmentFlag.AlignTop)
        self._text = Small(text)
        self._text.setAccessibleName(f"Let op: {text}")
        row.addWidget(self._text, 1)
