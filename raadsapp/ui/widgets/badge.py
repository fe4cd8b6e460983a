"""Small marks beside a text: a state, a count, or how firm a figure is."""

from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from raadsapp.domain.source import Standing
from raadsapp.ui.widgets.styling import restyle
from raadsapp.ui.widgets.text import Tone

_MEANINGS = {
    Standing.SOURCE: "staat zo in de bron",
    Standing.DERIVED: "berekend uit cijfers van een bron",
    Standing.ASSUMPTION: "aangenomen, niet gemeten",
    Standing.ESTIMATE: "geschat, niet gemeten",
    Standing.FICTIONAL: "verzonnen als voorbeeld",
}


class Badge(QLabel):
    """One or two words in a box."""

    def __init__(self, text: str, tone: Tone = Tone.PLAIN, parent: QWidget | None = None) -> None:
        super().__init__(text, parent)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        restyle(self, role="badge", tone=tone)
        self.setAccessibleName(text)

    def show_text(self, text: str, tone: Tone = Tone.PLAIN) -> None:
        """Show another word."""
        self.setText(text)
        self.setAccessibleName(text)
        restyle(self, tone=tone)


class StandingBadge(Badge):
    """How firm a figure is: `aanname`, `schatting`, `fictief`, `afgeleid`; hidden when a source says it."""

    def __init__(self, standing: Standing, parent: QWidget | None = None) -> None:
        super().__init__(standing.value, parent=parent)
        self.show_standing(standing)

    def show_standing(self, standing: Standing) -> None:
        """Show another standing."""
        self.setText(standing.value)
        self.setToolTip(f"{standing.value.capitalize()}: {_MEANINGS[standing]}.")
        self.setAccessibleName(f"{standing.value}: {_MEANINGS[standing]}")
        hidden = standing is Standing.SOURCE
        # Shown without a place on a page, it would open as a window of its own.
        if hidden or self.parent() is not None:
            self.setHidden(hidden)
        restyle(self, tone="standing")
