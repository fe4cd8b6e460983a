"""What stays in sight above the results: the headline, or where room is short the figure explained."""

from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from raadsapp.ui.pages.scenario.headline_strip import HeadlineStrip
from raadsapp.ui.theme.applying import applied_theme
from raadsapp.ui.theme.tokens import LARGE, SMALL
from raadsapp.ui.widgets.styling import restyle
from raadsapp.ui.widgets.text import Subheading

_ROOM = 280
"""Below the headline an explanation needs this much, in pixels at 100 % text."""
_AMPLE = 400
"""From this height of what is pinned and what scrolls there is room for all of the headline."""


class Pinned(QWidget):
    """Gives an explanation the room of the headline where both do not fit; its figure then stays in sight."""

    def __init__(self, headline: HeadlineStrip, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._headline = headline
        self._high = self._room = 0
        self._figure = QFrame()
        restyle(self._figure, role="card", tone="raised")
        self._words = Subheading()
        inner = QVBoxLayout(self._figure)
        inner.setContentsMargins(LARGE, SMALL, LARGE, SMALL)
        inner.addWidget(self._words)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(headline)
        column.addWidget(self._figure)
        self._figure.hide()

    def show_figure(self, figure: str) -> None:
        """Say which figure is explained, or with nothing that none is any more."""
        self._words.show_text(figure)
        self._fit()

    def show_room(self, height: int) -> None:
        """Take what is pinned and what scrolls below it to be this high together."""
        self._room = height
        self._headline.show_brief(asked=height < applied_theme().px(_AMPLE))
        self._fit()

    def _fit(self) -> None:
        if self._headline.isVisible():
            self._high = self._headline.height()
        short = self._room - self._high < applied_theme().px(_ROOM)
        instead = bool(self._words.plain_text) and short
        if instead is not self._headline.isHidden():
            self._headline.setHidden(instead)
            self._figure.setVisible(instead)
