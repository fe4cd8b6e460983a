"""A bar of tabs that wraps: where not all of them fit beside each other, the rest goes below."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QAbstractButton, QButtonGroup, QFrame, QVBoxLayout, QWidget

from raadsapp.ui.theme.tokens import TIGHT
from raadsapp.ui.widgets.buttons import choice_button, keep_one_stop
from raadsapp.ui.widgets.styling import restyle
from raadsapp.ui.widgets.wrapping import Row


class TabRow(QWidget):
    """Arrow keys move within, the Tab key passes on; `opened` carries the place of a tab, counted from 0."""

    opened = Signal(int)

    def __init__(self, says: str, titles: tuple[str, ...], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(says)
        self.titles = titles
        self._group = QButtonGroup(self)
        row = Row(gap=TIGHT)
        for place, title in enumerate(titles):
            button = choice_button(title)
            restyle(button, role="tab")
            self._group.addButton(button, place)
            row.add(button)
        self._group.buttonToggled.connect(keep_one_stop)
        self._group.button(0).setChecked(True)
        self._group.idToggled.connect(self._take)
        rule = QFrame()
        restyle(rule, role="rule")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(row)
        column.addWidget(rule)

    @property
    def current(self) -> int:
        """The place of the tab that is open."""
        return self._group.checkedId()

    @property
    def buttons(self) -> list[QAbstractButton]:
        """The buttons of all tabs, in order."""
        return self._group.buttons()

    def button(self, place: int) -> QAbstractButton:
        """The button of a tab."""
        return self._group.button(place)

    def open(self, place: int) -> None:
        """Open a tab."""
        self._group.button(place).setChecked(True)

    def _take(self, place: int, down: bool) -> None:  # noqa: FBT001 - Qt's signal gives a bare bool
        if down:
            self.opened.emit(place)
