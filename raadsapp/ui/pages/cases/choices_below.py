"""Below a step whose choices lie out of sight, for large text or a low window: how many, and the way."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from raadsapp.texts import plural
from raadsapp.ui.theme.tokens import HUGE, SMALL
from raadsapp.ui.widgets.big_choice import BigChoice
from raadsapp.ui.widgets.buttons import primary_button
from raadsapp.ui.widgets.page import PageBody


class ChoicesBelow(QWidget):
    """Stands below `body`, and only when the first choice is below what `body` shows.

    A choice that cannot be seen does not keep the keyboard: Enter then leads to the choices first.
    """

    asked = Signal()

    def __init__(self, body: PageBody) -> None:
        super().__init__()
        self.setObjectName("choices_below")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._body = body
        self._choices: tuple[BigChoice, ...] = ()
        row = QHBoxLayout(self)
        row.setContentsMargins(HUGE, SMALL, HUGE, SMALL)
        self.button = primary_button("", "chevron-down")
        self.button.clicked.connect(self.asked)
        row.addWidget(self.button)
        row.addStretch(1)
        self._soon = QTimer(self, singleShot=True, interval=0)
        self._soon.timeout.connect(self._look)
        for moved in (body.verticalScrollBar().valueChanged, body.verticalScrollBar().rangeChanged):
            moved.connect(self._soon.start)
        self.hide()

    def show_choices(self, choices: Sequence[BigChoice]) -> None:
        """Watch these choices; none at an end."""
        self._choices = tuple(choices)
        number = len(choices)
        self.button.setText(f"Naar de {plural(number, 'keuze', 'keuzes')}")
        self._soon.start()

    def _look(self) -> None:
        first = self._choices[0] if self._choices else None
        content = self._body.widget()
        if first is None or content is None or not first.isVisible():
            self.hide()
            return
        low = first.mapTo(content, first.rect().bottomLeft()).y()
        shown = self._body.verticalScrollBar().value() + self._body.viewport().height()
        below = low > shown
        leaves, takes = (first, self.button) if below else (self.button, first)
        held = leaves.hasFocus()
        self.setVisible(below)
        if held:
            takes.setFocus(Qt.FocusReason.OtherFocusReason)
