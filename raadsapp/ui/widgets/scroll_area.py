"""A scroll area that stays calm while everything gets another style."""

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QApplication, QFrame, QScrollArea


class CalmScrollArea(QScrollArea):
    """Lays out what it holds after Qt replaced the style of everything, not in the midst of it.

    Qt does so as soon as the area itself has the new style. What it holds is then asked for its size while it
    still has the old one, of which parts may be gone: a crash seen once was in the midst of that.
    """

    def event(self, event: QEvent) -> bool:
        """Put the layout off; all else is as in any scroll area."""
        if event.type() == QEvent.Type.StyleChange:
            QApplication.postEvent(self, QEvent(QEvent.Type.LayoutRequest))
            return QFrame.event(self, event)
        return super().event(event)
