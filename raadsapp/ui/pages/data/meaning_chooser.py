"""Say what a text in the file means: a field to search in, and the names that fit."""

from collections.abc import Sequence
from difflib import SequenceMatcher

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit, QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from raadsapp.domain.municipality import normalised
from raadsapp.ui.theme.applying import applied_theme
from raadsapp.ui.theme.tokens import SMALL
from raadsapp.ui.widgets.buttons import quiet_button, secondary_button
from raadsapp.ui.widgets.labelled_field import LabelledField
from raadsapp.ui.widgets.wrapping import Row

_SHOWN = 50
_LIST_HEIGHT = 150
_STEPS = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1, Qt.Key.Key_PageDown: 5, Qt.Key.Key_PageUp: -5}


class MeaningChooser(QWidget):
    """The names that look most like the text come first. `chosen` carries code or key; Esc is `closed`."""

    chosen = Signal(str)
    closed = Signal()

    def __init__(self, text: str, choices: Sequence[tuple[str, str]]) -> None:
        super().__init__()
        self._choices = sorted(choices, key=lambda it: -_likeness(text, it[1]))
        self.search = QLineEdit(placeholderText="Zoek op naam")
        self.search.installEventFilter(self)
        self.search.textChanged.connect(self._fill)
        self.list = QListWidget()
        self.list.setAccessibleName(f"Wat '{text}' kan betekenen")
        self.list.setUniformItemSizes(True)
        self.list.setFixedHeight(applied_theme().px(_LIST_HEIGHT))
        self.list.itemActivated.connect(self._choose)
        self.list.itemClicked.connect(self._choose)
        use = secondary_button("Dit betekent het", "check")
        use.clicked.connect(self.accept)
        leave = quiet_button("Niet nu")
        leave.clicked.connect(self.closed)
        self.stops: list[QWidget] = [self.search, self.list, use, leave]
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SMALL)
        column.addWidget(LabelledField(f"'{text}' betekent…", self.search))
        column.addWidget(self.list)
        column.addWidget(Row(use, leave))
        self._fill("")

    def accept(self) -> None:
        """Take the name that is marked in the list."""
        item = self.list.currentItem()
        if item is not None:
            self._choose(item)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Walk through the list and take a name from it while the keyboard is in the field."""
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            step = _STEPS.get(Qt.Key(event.key()), 0)
            if step:
                row = min(max(self.list.currentRow() + step, 0), self.list.count() - 1)
                self.list.setCurrentRow(row)
                return True
            if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
                self.accept()
                return True
        return super().eventFilter(watched, event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc leaves it at that."""
        if event.key() == Qt.Key.Key_Escape:
            self.closed.emit()
        else:
            super().keyPressEvent(event)

    def _fill(self, searched: str) -> None:
        wanted = normalised(searched)
        self.list.clear()
        fitting = (it for it in self._choices if wanted in normalised(it[1]))
        for (code, name), _ in zip(fitting, range(_SHOWN), strict=False):
            item = QListWidgetItem(name)
            item.setData(Qt.ItemDataRole.UserRole, code)
            self.list.addItem(item)
        self.list.setCurrentRow(0)

    def _choose(self, item: QListWidgetItem) -> None:
        self.chosen.emit(str(item.data(Qt.ItemDataRole.UserRole)))


def _likeness(text: str, name: str) -> float:
    """How alike two texts are, from 0 to 1."""
    return SequenceMatcher(None, normalised(text), normalised(name)).ratio()
