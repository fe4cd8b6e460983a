"""A field for a whole number that leaves the mouse wheel to the page."""

from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QSpinBox, QWidget

from raadsapp.ui.theme.tokens import SMALL


class CountBox(QSpinBox):
    """From `least` to `most`, with `unit` behind the number."""

    def __init__(
        self, least: int, most: int, unit: str, step: int = 1, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setRange(least, most)
        self.setSuffix(f" {unit}")
        self.setSingleStep(step)
        self.lineEdit().setTextMargins(SMALL, 0, 0, 0)

    def show_count(self, count: int) -> None:
        """Show another number, silently."""
        blocked = self.blockSignals(True)  # noqa: FBT003 - Qt's own name
        self.setValue(count)
        self.blockSignals(blocked)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Leave scrolling to the page."""
        event.ignore()
