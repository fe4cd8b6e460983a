"""The form and what lies beside it: side by side where there is room, one at a time where there is not."""

from PySide6.QtCore import QEvent, QTimer
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from raadsapp.ui.theme.applying import applied_theme
from raadsapp.ui.theme.tokens import LARGE, MEDIUM
from raadsapp.ui.widgets.segments import Segments
from raadsapp.ui.widgets.styling import TEXT_SIZE_EVENTS

_NARROWEST = 900
_FORM_SHARE = 55
FORM, SIDE = "form", "side"


class Panes(QWidget):
    """Both have a scroll of their own, so neither moves with the other."""

    def __init__(self, form: QWidget, side: QWidget) -> None:
        super().__init__()
        self._form, self._side = form, side
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(MEDIUM)
        self.choice = Segments("Wat u ziet", ((FORM, "Invullen"), (SIDE, "Kaart, meldingen en bewaren")))
        self.choice.show_choice(FORM)
        self.choice.chosen.connect(self._arrange)
        column.addWidget(self.choice)
        row = QHBoxLayout()
        row.setSpacing(LARGE)
        row.addWidget(form, _FORM_SHARE)
        row.addWidget(side, 100 - _FORM_SHARE)
        column.addLayout(row, 1)

    @property
    def narrow(self) -> bool:
        """Whether only one of the two fits."""
        return self.width() < applied_theme().px(_NARROWEST)

    def show_form(self) -> None:
        """Bring the form into view."""
        self.choice.show_choice(FORM)
        self._arrange()

    def show_side(self) -> None:
        """Bring what lies beside the form into view."""
        self.choice.show_choice(SIDE)
        self._arrange()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Arrange anew at another width."""
        super().resizeEvent(event)
        self._arrange()

    def changeEvent(self, event: QEvent) -> None:
        """Grow with the text."""
        super().changeEvent(event)
        if event.type() in TEXT_SIZE_EVENTS and hasattr(self, "choice"):
            QTimer.singleShot(0, self, self._arrange)

    def _arrange(self) -> None:
        narrow = self.narrow
        self.choice.setVisible(narrow)
        self._form.setVisible(not narrow or self.choice.choice == FORM)
        self._side.setVisible(not narrow or self.choice.choice == SIDE)
