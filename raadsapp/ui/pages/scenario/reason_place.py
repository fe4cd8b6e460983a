"""Where a figure is explained: in the place of the results, made when it is first asked for."""

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from raadsapp.ui.pages.scenario.result_view import ResultView
from raadsapp.ui.pages.scenario.session import ScenarioSession
from raadsapp.ui.state import AppState

if TYPE_CHECKING:
    from raadsapp.ui.pages.scenario.reason_panel import ReasonPanel


class ReasonPlace(QWidget):
    """Shows the results, or an explanation until it is closed.

    `explained` carries the figure that is explained, with its name; nothing when that is over.
    """

    explained = Signal(str)

    def __init__(self, state: AppState, scenario: ScenarioSession, results: QWidget) -> None:
        super().__init__()
        self._state = state
        self._scenario = scenario
        self._results = results
        self._panel: ReasonPanel | None = None
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.addWidget(results)

    @property
    def panel(self) -> "ReasonPanel":
        """The panel that explains."""
        if self._panel is None:
            from raadsapp.ui.pages.scenario.reason_panel import ReasonPanel

            self._panel = ReasonPanel(self._state, self._scenario, self)
            self._column.addWidget(self._panel)
            self._panel.opened.connect(self._results.hide)
            self._panel.closed.connect(self._results.show)
            self._panel.explained.connect(self.explained)
        return self._panel

    def listen(self, view: ResultView) -> None:
        """Explain the figures that a view is asked about."""
        view.reason_asked.connect(self.take_question)
        view.explained.connect(self.explained)

    def take_question(self, question: tuple[str, int]) -> None:
        """Explain an outcome in a year."""
        self.panel.show_reason(*question)
