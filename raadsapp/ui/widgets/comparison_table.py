"""Old beside new, aspect by aspect; below each other where there is no room beside."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from PySide6.QtCore import QEvent, Qt, QTimer, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QGridLayout, QWidget

from raadsapp.ui.theme.applying import applied_theme
from raadsapp.ui.theme.tokens import LARGE, SMALL, WIDE
from raadsapp.ui.widgets.item_button import ItemButton
from raadsapp.ui.widgets.styling import TEXT_SIZE_EVENTS, restyle, take_out_widgets
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


@dataclass(slots=True)
class _Row:
    """The widgets of one aspect; `heads` are made when old and new first stand below each other."""

    rule: QFrame
    button: ItemButton
    old: Text
    new: Text
    heads: list[Text] = field(default_factory=list)


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
        self._rows: list[_Row] = []
        self.buttons: dict[str, ItemButton] = {}

    def show_aspects(self, aspects: Sequence[Aspect]) -> None:
        """Show these aspects, once."""
        for aspect in aspects:
            rule = QFrame()
            restyle(rule, role="rule")
            button = ItemButton(aspect.title, key=aspect.key)
            button.setCheckable(True)
            button.clicked.connect(self._open)
            self._rows.append(_Row(rule, button, Body(aspect.old, Tone.MUTED), Body(aspect.new)))
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
        take_out_widgets(self._grid)
        for column, share in enumerate(_SHARES):
            self._grid.setColumnStretch(column, share if beside else int(column == 0))
        for column, head in enumerate(self._heads, 1):
            head.setVisible(beside)
            self._grid.addWidget(head, 0, column)
        place = self._place_beside if beside else self._place_below
        for number, row in enumerate(self._rows):
            place(number, row)

    def _place_beside(self, number: int, row: "_Row") -> None:
        top = Qt.AlignmentFlag.AlignTop
        line = 1 + 2 * number
        self._grid.addWidget(row.rule, line, 0, 1, 3)
        self._grid.addWidget(row.button, line + 1, 0, top)
        for head in row.heads:
            head.hide()
        for column, words in enumerate((row.old, row.new), 1):
            self._grid.addWidget(words, line + 1, column, top)

    def _place_below(self, number: int, row: "_Row") -> None:
        if not row.heads:
            row.heads.extend((Overline(self._words[0]), Overline(self._words[1], Tone.ACCENT)))
        line = 1 + 6 * number
        parts = (row.rule, row.button, row.heads[0], row.old, row.heads[1], row.new)
        for step, widget in enumerate(parts):
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
            # Not while Qt replaces the style of everything: nothing may be laid out in between.
            QTimer.singleShot(0, self, self._arrange)
