"""What the signs mean: each shape that is in use with its word, on lines that wrap."""

from collections.abc import Iterable

from PySide6.QtWidgets import QVBoxLayout, QWidget

from raadsapp.ui.theme.tokens import MEDIUM
from raadsapp.ui.widgets.sign_line import SignLine
from raadsapp.ui.widgets.signs import Sign
from raadsapp.ui.widgets.wrapping import Row


class SignKey(QWidget):
    """The signs in their order, strongest first."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.signs: tuple[Sign, ...] = ()
        self._row = Row(gap=MEDIUM)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._row)

    def show_signs(self, signs: Iterable[Sign]) -> None:
        """Explain these signs."""
        used = set(signs)
        wanted = tuple(sign for sign in Sign if sign in used)
        if wanted != self.signs:
            self.signs = wanted
            self._row.clear()
            for sign in wanted:
                self._row.add(SignLine(sign, quiet=True))
