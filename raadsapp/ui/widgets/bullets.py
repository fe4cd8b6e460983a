"""A list of short lines, each with a dash before it."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QLabel, QWidget

from raadsapp.ui.theme.tokens import SMALL, TIGHT
from raadsapp.ui.widgets.text import Body


class Bullets(QWidget):
    """Lines below each other."""

    def __init__(self, lines: Sequence[str], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(SMALL)
        grid.setVerticalSpacing(TIGHT)
        grid.setColumnStretch(1, 1)
        for number, line in enumerate(lines):
            grid.addWidget(QLabel("–"), number, 0, Qt.AlignmentFlag.AlignTop)
            grid.addWidget(Body(line), number, 1)
