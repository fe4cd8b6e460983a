"""A scroll bar that keeps its room when there is nothing to scroll."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractSlider, QScrollArea, QScrollBar


class SteadyScrollBar(QScrollBar):
    """Is always there, and is not seen while there is nothing to scroll.

    A bar that comes and goes changes the width of the page. Where the page then arranges itself differently,
    its height changes too, and the bar with it: without end.
    """

    def sliderChange(self, change: QAbstractSlider.SliderChange) -> None:
        """Follow what can be scrolled."""
        super().sliderChange(change)
        if change is QAbstractSlider.SliderChange.SliderRangeChange:
            self.setEnabled(self.maximum() > self.minimum())


def keep_width(area: QScrollArea) -> None:
    """Let what is in `area` be as wide with a scroll bar as without."""
    area.setVerticalScrollBar(SteadyScrollBar(Qt.Orientation.Vertical, area))
    area.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
