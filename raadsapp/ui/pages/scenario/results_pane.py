"""The results beside the levers: tabs, of which only the one that is seen is kept up to date."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from raadsapp.ui.pages.scenario.result_view import ResultView
from raadsapp.ui.pages.scenario.session import Result, ScenarioSession
from raadsapp.ui.pages.scenario.views import VIEWS
from raadsapp.ui.state import AppState
from raadsapp.ui.theme.tokens import MEDIUM
from raadsapp.ui.widgets.tab_row import TabRow


class ResultsPane(QWidget):
    """Makes a view when its tab is first opened, and gives results only to the view that is seen.

    `view_made` carries each view once it is made.
    """

    view_made = Signal(object)

    def __init__(self, state: AppState, scenario: ScenarioSession) -> None:
        super().__init__()
        self._state = state
        self._scenario = scenario
        self._built: dict[int, ResultView] = {}
        self._afresh: set[int] = set()
        self.tabs = TabRow("Wat u ziet", tuple(view.title for view in VIEWS))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(MEDIUM)
        column.addWidget(self.tabs)
        self._column = column
        self.tabs.opened.connect(self._open)
        scenario.on_result(self._take_result)
        scenario.on_told(self._take_words)
        scenario.on_hold(self._hold_axes, self._release_axes)

    @property
    def view(self) -> ResultView:
        """The view that is seen."""
        return self._built[self.tabs.current]

    def start_afresh(self) -> None:
        """The next result is the first, or of another municipality or of other figures."""
        self._make(self.tabs.current)
        self._afresh = set(self._built)

    def _make(self, place: int) -> None:
        if place not in self._built:
            view = VIEWS[place](self._state, self._scenario)
            self._built[place] = view
            self._column.addWidget(view, 1)
            self.view_made.emit(view)
        self._scenario.want(self.view.outcomes)

    def _open(self, place: int) -> None:
        """Up to date before it is seen."""
        self._make(place)
        result = self._scenario.result
        self._take_result(result)
        self._take_words(result)
        for other, view in self._built.items():
            view.setVisible(other == place)

    def _take_result(self, result: Result) -> None:
        place = self.tabs.current
        if place in self._afresh:
            self._afresh.discard(place)
            self.view.start_afresh()
        self.view.show_result(result)

    def _take_words(self, result: Result) -> None:
        self.view.show_words(result)

    def _hold_axes(self) -> None:
        self.view.hold_axes()

    def _release_axes(self) -> None:
        self.view.release_axes()
