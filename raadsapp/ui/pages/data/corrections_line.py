"""One line that says what the clerk changed about the delivery, and takes it back."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from raadsapp.domain.catalog import Catalog
from raadsapp.intake.corrections import AS_IT_IS, Corrections
from raadsapp.ui.pages.data import correcting
from raadsapp.ui.widgets.buttons import quiet_button
from raadsapp.ui.widgets.text import Small


class CorrectionsLine(QWidget):
    """`changed` carries the Corrections that are left."""

    changed = Signal(object)

    def __init__(self, catalog: Catalog) -> None:
        super().__init__()
        self._catalog = catalog
        self._steps: list[Corrections] = [AS_IT_IS]
        self.words = Small()
        self.undo = quiet_button("Laatste terugdraaien", "undo")
        self.undo.clicked.connect(self._take_back)
        self.clear = quiet_button("Alles terugdraaien", "reset")
        self.clear.clicked.connect(self._clear)
        line = QHBoxLayout(self)
        line.setContentsMargins(0, 0, 0, 0)
        line.addWidget(self.words, 1)
        line.addWidget(self.undo)
        line.addWidget(self.clear)
        self.hide()

    def show_corrections(self, corrections: Corrections) -> None:
        """Show these; one that was shown before is a step back to it."""
        if corrections in self._steps:
            del self._steps[self._steps.index(corrections) + 1 :]
        else:
            self._steps.append(corrections)
        told = correcting.sentence(corrections)
        detail = correcting.note(self._catalog, corrections)
        self.words.show_text(f"Uw aanpassingen: {told}. Het bestand zelf blijft zoals het is.")
        self.words.setToolTip(detail)
        self.words.setAccessibleDescription(detail)
        self.clear.setVisible(len(self._steps) > 2)  # noqa: PLR2004 - more than one step to take back
        self.setVisible(bool(told))

    def _take_back(self) -> None:
        self.changed.emit(self._steps[-2] if len(self._steps) > 1 else AS_IT_IS)

    def _clear(self) -> None:
        self.changed.emit(AS_IT_IS)
