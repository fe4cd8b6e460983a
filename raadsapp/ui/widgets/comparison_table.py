"""Old beside new, aspect by aspect; below each other where there is no room beside."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QGridLayout, QWidget

from raadsapp.ui.theme.applying import applied_theme
from raadsapp.ui.theme.tokens import LARGE, MEDIUM, SMALL, WIDE
from raadsapp.ui.widgets.item_button import ItemButton
from raadsapp.ui.widgets.styling import TEXT_SIZE_EVENTS, restyle
from raadsapp.ui.widgets.text import Body, Overline, Text, Tone

_BESIDE = 640
_SHARES = (5, 9, 9)


@dataclass(frozen=True, slots=True)
class Aspect:
    """One aspect of two systems; `key` is the item to open."""

    key: str
    title: str
    old: str
    new: str


class ComparisonTable(QFrame):
    """Shows aspects under the two headings; an aspect that is clicked or entered is `opened`."""

    opened = Signal(str)

    def __init__(self, old: str, new: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        restyle(self, role="card", tone="plain")
        self._words = (old, new)
        self._beside: bool | None = None
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(LARGE, LARGE, LARGE, LARGE)
        self._grid.setHorizontalSpacing(WIDE)
        self._grid.setVerticalSpacing(SMALL)
        self._heads = (Overline(old), Overline(new, Tone.ACCENT))
        self._rows: list[tuple[QFrame, ItemButton, Text, Text, Text, Text]] = []
        self.buttons: dict[str, ItemButton] = {}

    def show_aspects(self, aspects: Sequence[Aspect]) -> None:
        """Show these aspects, once."""
        for aspect in aspects:
            rule = QFrame()
            restyle(rule, role="rule")
            button = ItemButton(aspect.title, key=aspect.key)
            button.setCheckable(True)
            button.clicked.connect(self._open)
            old, new = Body(aspect.old, Tone.MUTED), Body(aspect.new)
            heads = (Overline(self._words[0]), Overline(self._words[1], Tone.ACCENT))
            self._rows.append((rule, button, heads[0], old, heads[1], new))
            self.buttons[aspect.key] = button
        self._arrange()

    def mark(self, key: str) -> None:
        """Mark the aspect that is open; an empty key for none."""
        for other, button in self.buttons.items():
            button.setChecked(other == key)

    def _open(self) -> None:
        button = self.sender()
        if isinstance(button, ItemButton):
            self.opened.emit(button.key)

    def _arrange(self) -> None:
        beside = self.width() >= applied_theme().px(_BESIDE)
        if beside is self._beside and self._grid.count():
            return
        self._beside = beside
        while self._grid.count():
            self._grid.takeAt(0)
        for column, share in enumerate(_SHARES):
            self._grid.setColumnStretch(column, share if beside else int(column == 0))
        for column, head in enumerate(self._heads, 1):
            head.setVisible(beside)
            self._grid.addWidget(head, 0, column)
        place = self._place_beside if beside else self._place_below
        for number, row in enumerate(self._rows):
            place(number, row)

    def _place_beside(self, number: int, row: tuple[QFrame, ItemButton, Text, Text, Text, Text]) -> None:
        rule, button, old_head, old, new_head, new = row
        top = Qt.AlignmentFlag.AlignTop
        line = 1 + 2 * number
        self._grid.addWidget(rule, line, 0, 1, 3)
        self._grid.addWidget(button, line + 1, 0, top)
        for column, (head, words) in enumerate(((old_head, old), (new_head, new)), 1):
            head.hide()
            words.setContentsMargins(0, MEDIUM // 2, 0, MEDIUM // 2)
            self._grid.addWidget(words, line + 1, column, top)

    def _place_below(self, number: int, row: tuple[QFrame, ItemButton, Text, Text, Text, Text]) -> None:
        rule, button, old_head, old, new_head, new = row
        line = 1 + 6 * number
        for step, widget in enumerate((rule, button, old_head, old, new_head, new)):
            self._grid.addWidget(widget, line + step, 0)
            widget.show()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Beside each other where there is room."""
        super().resizeEvent(event)
        self._arrange()

    def changeEvent(self, event: QEvent) -> None:
        """Grow with the text."""
        super().changeEvent(event)
        if event.type() in TEXT_SIZE_EVENTS and self._rows:
            self._arrange()
