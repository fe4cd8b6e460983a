"""What comes out of the levers, worked out once a turn: first the pictures follow, then what is said."""

from collections.abc import Callable
from dataclasses import dataclass, replace

from PySide6.QtCore import QObject, Qt, QTimer, Signal

from raadsapp.model.scenario import Outcome
from raadsapp.model.uncertainty import Band
from raadsapp.services.scenario import Scenario, outcome
from raadsapp.services.scenario_effects import is_same, unmoved
from raadsapp.services.scenario_questions import Bands, bands

DRAWS = 10_001
DRAWS_WHILE_MOVING = 2_001
"""For what takes long: several municipalities, or quantiles of more than `_QUICK` outcomes."""
_QUICK = 2
SEED = 0
_AT_REST = 200
"""Milliseconds without a move after which all draws are worked out."""
_AFTER = 4
"""Milliseconds until words follow; on Windows a timer without any delay would come before the painting."""


@dataclass(frozen=True, slots=True, eq=False)
class Result:
    """A scenario and what comes out of it.

    `band` has the quantiles of the outcomes that are wanted (`ScenarioSession.want`) and the share that fits.
    `notice` says that the last move changed nothing, and why; empty when it did. A result that is not told
    yet has no notice, and a band only where quantiles are wanted.
    """

    asked: Scenario
    outcome: Outcome
    band: Band | None
    notice: str


class WorkingOut(QObject):
    """Works out the last scenario that was asked in this turn, for one municipality at a time.

    A result is pictured before the paint that follows the question, so that lever and charts are painted
    together, and told some milliseconds later, so that no word keeps a chart waiting. What is worked out at
    once is told at once. Where all draws take long, a band has fewer of them until the levers rest; it says
    how many.
    """

    _due = Signal()
    _pictured = Signal(object)
    _told = Signal(object)

    def __init__(self, asked: Scenario, parent: QObject) -> None:
        super().__init__(parent)
        self._asked = asked
        self._bands: dict[int, Bands] = {}
        self._wanted: tuple[str, ...] = ()
        self._result: Result | None = None
        self._is_whole = False
        self._compared: tuple[Scenario, Outcome] | None = None
        self._is_due = False
        # A queued call comes before painting, which waits behind all else; a timer would come after it.
        self._due.connect(self._picture_if_due, Qt.ConnectionType.QueuedConnection)
        self._after = self._timer(_AFTER, self._tell)
        self._rest = self._timer(_AT_REST, self.at_once)

    def _timer(self, delay: int, slot: Callable[[], object]) -> QTimer:
        timer = QTimer(self)
        timer.setSingleShot(True)
        timer.setInterval(delay)
        timer.timeout.connect(slot)
        return timer

    def on_result(self, slot: Callable[[Result], None]) -> None:
        """Call `slot` with each result, to be shown before anything else."""
        self._pictured.connect(slot)

    def on_told(self, slot: Callable[[Result], None]) -> None:
        """Call `slot` with the last result, once what shows it first was painted."""
        self._told.connect(slot)

    @property
    def result(self) -> Result:
        """What comes out of what was asked last."""
        if self._result is None or self._is_due:
            return self.at_once()
        return self._whole(self._result)

    def ask(self, asked: Scenario) -> None:
        """Work this out soon; it is about the same municipality as before."""
        self._asked = asked
        self._picture_soon()

    def begin_afresh(self) -> None:
        """What is asked from now on is of another municipality, or rests on other figures."""
        self._bands = {}
        self._compared = self._result = None
        self._after.stop()
        self._rest.stop()

    def want(self, outcomes: tuple[str, ...]) -> None:
        """Let results have the quantiles of these outcomes."""
        if outcomes != self._wanted:
            self._wanted = outcomes
            self._picture_soon()

    def compare(self) -> None:
        """What comes next is a move from what was told last: when it changes nothing, that is said."""
        if self._result is not None:
            self._compared = (self._result.asked, self._result.outcome)

    def at_once(self) -> Result:
        """Work out, show and tell what was asked, in this turn."""
        self._show(DRAWS)
        return self._tell()

    def at_once_if_due(self) -> None:
        """Do not wait for a next turn when something is still to be shown or told."""
        if self._is_due or self._rest.isActive():
            self.at_once()
        elif self._after.isActive():
            self._tell()

    def _picture_soon(self) -> None:
        """However often it is asked in one turn, it is worked out once."""
        if not self._is_due:
            self._is_due = True
            self._due.emit()

    def _picture_if_due(self) -> None:
        if self._is_due:
            self._picture()

    def _picture(self) -> None:
        takes_long = len(self._asked.region.members) > 1 or len(self._wanted) > _QUICK
        self._show(DRAWS_WHILE_MOVING if takes_long else DRAWS)

    def _show(self, draws: int) -> None:
        """Work out no more than pictures need."""
        self._is_due = False
        if draws < DRAWS:
            self._rest.start()
        else:
            self._rest.stop()
        asked = self._asked
        band = self._band(asked, draws) if self._wanted else None
        self._result = Result(asked, outcome(asked), band, "")
        self._is_whole = False
        if not self._after.isActive():  # words come even while one result follows the other
            self._after.start()
        self._pictured.emit(self._result)

    def _band(self, asked: Scenario, draws: int) -> Band:
        """The draws are made when they are first needed: a page that opens is set up twice."""
        if draws not in self._bands:
            self._bands[draws] = bands(asked, draws, SEED)
        return self._bands[draws].of(asked, self._wanted)

    def _tell(self) -> Result:
        self._after.stop()
        result = self.result
        self._told.emit(result)
        return result

    def _whole(self, result: Result) -> Result:
        """The last result with all that is said of it."""
        if not self._is_whole:
            self._is_whole = True
            band = result.band or self._band(result.asked, DRAWS)
            self._result = result = replace(result, band=band, notice=self._notice(result))
        return result

    def _notice(self, result: Result) -> str:
        if self._compared is None or not is_same(self._compared[1], result.outcome):
            return ""
        return unmoved(self._compared[0], result.asked)
