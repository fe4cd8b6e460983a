"""A few views of the same thing, one chosen: arrow keys move within, the Tab key passes on."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QAbstractButton, QButtonGroup, QVBoxLayout, QWidget

from raadsapp.ui.widgets.buttons import choice_button, keep_one_stop
from raadsapp.ui.widgets.wrapping import Row


class Segments(QWidget):
    """Buttons for `choices` (key and word), of which one is down; `chosen` gives its key."""

    chosen = Signal(str)

    def __init__(self, says: str, choices: Sequence[tuple[str, str]], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(says)
        self._group = QButtonGroup(self)
        self._buttons: dict[str, QAbstractButton] = {}
        row = Row()
        for key, word in choices:
            button = choice_button(word)
            self._group.addButton(button)
            self._buttons[key] = button
            row.add(button)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(row)
        self._group.buttonToggled.connect(keep_one_stop)
        self._group.buttonClicked.connect(self._choose)

    @property
    def choice(self) -> str:
        """The key of the button that is down."""
        return next((key for key, button in self._buttons.items() if button.isChecked()), "")

    def show_choice(self, key: str) -> None:
        """Put another button down, silently."""
        self._buttons[key].setChecked(True)

    def button(self, key: str) -> QAbstractButton:
        """The button of this choice."""
        return self._buttons[key]

    def _choose(self, pressed: QAbstractButton) -> None:
        self.chosen.emit(next(key for key, button in self._buttons.items() if button is pressed))
