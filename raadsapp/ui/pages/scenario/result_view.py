"""What every tab of results is: it shows the result it is given, as long as it is seen."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from raadsapp.ui.pages.scenario.session import Result, ScenarioSession
from raadsapp.ui.state import AppState


class ResultView(QWidget):
    """One tab beside the levers. Only the one that is seen is given results, at least one when it is opened.

    A subclass sets `title`, the word on its tab, and `outcomes`, of which it wants P10, P50 and P90. It fills
    the pane; what needs more height than the pane has is scrolled. `reason_asked` carries `(outcome, year)`:
    somebody asks why that figure is what it is. A tab that explains figures itself tells with `explained`
    which one, and with nothing that none is any more.
    """

    reason_asked = Signal(object)
    explained = Signal(str)

    title: str = ""
    outcomes: tuple[str, ...] = ()

    def __init__(self, state: AppState, scenario: ScenarioSession) -> None:
        super().__init__()
        self.state = state
        self.scenario = scenario

    def show_result(self, result: Result) -> None:
        """Show this result: its pictures first, and with them what takes hardly any time."""
        raise NotImplementedError

    def show_words(self, result: Result) -> None:
        """Say what the pictures show, once they are painted."""

    def show_at_once(self, result: Result) -> None:
        """Show this result and say it, before anything is painted."""
        self.show_result(result)
        self.show_words(result)

    def hold_axes(self) -> None:
        """A lever is held: keep axes as they are."""

    def release_axes(self) -> None:
        """The lever is let go: let axes ease to what is shown."""

    def start_afresh(self) -> None:
        """The next result is of another municipality or of other figures: take new axes with it at once."""
