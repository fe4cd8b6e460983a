"""The first step: choose a file, and once chosen which one it is."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QVBoxLayout, QWidget

from raadsapp.ui.pages.data.layout_list import LayoutList
from raadsapp.ui.state import AppState
from raadsapp.ui.theme.icons import Ink
from raadsapp.ui.theme.tokens import LARGE, SMALL
from raadsapp.ui.widgets.buttons import quiet_button
from raadsapp.ui.widgets.drop_zone import DropZone
from raadsapp.ui.widgets.icon_label import IconLabel
from raadsapp.ui.widgets.text import Small, Subheading

_FILTER = (
    "Werkmappen en CSV-bestanden (*.xlsx *.xlsm *.xlsb *.xls *.ods *.csv *.txt *.tsv);;Alle bestanden (*)"
)
_KINDS = "Een CSV-bestand of een werkmap: XLSX, XLSM, XLSB, XLS of ODS."
_LOCAL = "Alles blijft op deze computer. De app verstuurt niets."

Asking = Callable[[QWidget, Path], Path | None]
"""Lets the reader choose a file, beginning in a folder; None when she does not."""


def ask_file(parent: QWidget, folder: Path) -> Path | None:
    """Let the reader choose a file, beginning in `folder`; None when she does not."""
    chosen, _ = QFileDialog.getOpenFileName(parent, "Kies een bestand", str(folder), _FILTER)
    return Path(chosen) if chosen else None


class ChooseView(QWidget):
    """Where a file is dropped or chosen, and which files the app understands."""

    asked = Signal()

    def __init__(self, state: AppState) -> None:
        super().__init__()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(LARGE)
        self.zone = DropZone(
            "Sleep een bestand hierheen", "Bestand kiezen", f"Of druk op Ctrl+O. {_KINDS} {_LOCAL}"
        )
        self.zone.asked.connect(self.asked)
        column.addWidget(self.zone)
        column.addWidget(LayoutList(state))


class ChosenView(QWidget):
    """The file that was chosen, and a button to choose another."""

    asked = Signal()

    def __init__(self, path: Path) -> None:
        super().__init__()
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(SMALL)
        row.addWidget(IconLabel("data", Ink.ACCENT), 0, Qt.AlignmentFlag.AlignVCenter)
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(Subheading(path.name))
        place = Small(f"in de map {path.parent.name}")
        place.setToolTip(str(path.parent))
        words.addWidget(place)
        row.addLayout(words, 1)
        self.button = quiet_button("Ander bestand")
        self.button.clicked.connect(self.asked)
        row.addWidget(self.button, 0, Qt.AlignmentFlag.AlignVCenter)
