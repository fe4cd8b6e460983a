"""‘Waarom dit getal?’ about other levers than those of the page, which stay where they are."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from raadsapp.ui.pages.scenario.session import ScenarioSession
from raadsapp.ui.state import AppState
from raadsapp.ui.theme.tokens import SMALL
from raadsapp.ui.widgets.source_line import CaveatLine
from raadsapp.ui.widgets.text import Overline


class OwnReason(QWidget):
    """Explains figures of `scenario`, which becomes its own; `about` and `caveat` stand above.

    `closed` when the reader is done.
    """

    closed = Signal()

    def __init__(self, state: AppState, scenario: ScenarioSession, about: str, caveat: str = "") -> None:
        super().__init__()
        # Made when it is first asked for, as on the page: what works it out takes its time to load.
        from raadsapp.ui.pages.scenario.reason_panel import ReasonPanel

        scenario.setParent(self)
        self.panel = ReasonPanel(state, scenario, self, top=self)
        self.panel.closed.connect(self.closed)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SMALL)
        column.addWidget(Overline(about))
        if caveat:
            column.addWidget(CaveatLine(caveat))
        column.addWidget(self.panel)


class OwnReasonPlace(QWidget):
    """Shows such an explanation in the place of something else.

    `explained` carries the figure that is explained, with its name; nothing when that is over.
    """

    explained = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._instead_of: QWidget | None = None
        self._back_to: QWidget | None = None
        self.reason: OwnReason | None = None
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self.hide()

    def explain(
        self, reason: OwnReason, question: tuple[str, int], instead_of: QWidget, back_to: QWidget
    ) -> None:
        """Explain a quantity in a year until the reader is done.

        Then `instead_of` is back, and the keyboard at `back_to`.
        """
        self.drop()
        self.reason = reason
        self._instead_of, self._back_to = instead_of, back_to
        reason.closed.connect(self._end)
        reason.panel.explained.connect(self.explained)
        self._column.addWidget(reason)
        self.show()  # at once, so that it can take the keyboard
        reason.show()
        reason.panel.show_reason(*question)
        instead_of.hide()

    def drop(self) -> None:
        """Show nothing any more; what it stood instead of is gone, or shown by the caller."""
        reason, self.reason = self.reason, None
        self._instead_of = self._back_to = None
        if reason:
            self._column.removeWidget(reason)
            reason.hide()
            reason.deleteLater()
            self.explained.emit("")
        self.hide()

    def _end(self) -> None:
        shown, focused = self._instead_of, self._back_to
        self.drop()
        if shown and focused:
            shown.show()
            focused.setFocus()
