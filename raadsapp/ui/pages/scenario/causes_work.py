"""Works out causes: at once where that fits between two frames, otherwise at rest and beside the window."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from raadsapp.errors import UserError
from raadsapp.services.scenario import Scenario
from raadsapp.services.scenario_ahead import Ahead, look_ahead, moved_lever
from raadsapp.services.scenario_causes import Causes, causes, changed
from raadsapp.ui.tasks import Progress, run

if TYPE_CHECKING:
    from raadsapp.ui.tasks import Task

AT_ONCE = 10
"""Changed levers up to which the causes are there within some milliseconds; each more doubles the time."""
_REST = 150


@dataclass(frozen=True, slots=True, eq=False)
class Asked:
    """What is asked: the causes of an outcome in a year, since a scenario with this name."""

    scenario: Scenario
    outcome: str
    year: int
    since: Scenario | None
    since_name: str

    def answer(self, _progress: Progress | None = None, ahead: Ahead | None = None) -> Causes:
        """Work the causes out."""
        return causes(self.scenario, self.outcome, self.year, self.since, self.since_name, ahead=ahead)

    @property
    def question(self) -> tuple[str, int, Scenario | None]:
        """What is asked of the scenario."""
        return self.outcome, self.year, self.since


class CausesWork(QObject):
    """Only the last question is answered; what cannot be answered at once comes through `on_found`."""

    _found = Signal(object)

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._asked: Asked | None = None
        self._before: Asked | None = None
        self._ahead: Ahead | None = None
        self._task: Task | None = None
        self._rest = QTimer(self)
        self._rest.setSingleShot(True)
        self._rest.setInterval(_REST)
        self._rest.timeout.connect(self._begin)

    def on_found(self, slot: Callable[[Causes], None]) -> None:
        """Call `slot` with each answer that took a while."""
        self._found.connect(slot)

    def ask(self, asked: Asked) -> Causes | None:
        """Answer this, and nothing that was asked before; None where the answer takes a while."""
        self._rest.stop()
        if self._task is not None:
            self._task.cancel()
            self._task = None
        self._before, self._asked = self._asked, asked
        if changed(asked.scenario, asked.since) <= AT_ONCE:
            return asked.answer(ahead=self._ahead)
        self._rest.start()
        return None

    def look_ahead(self) -> None:
        """Work out where the lever that moved last may go next, so that its next move finds it there."""
        if self._before is None or self._asked is None:
            return
        asked = self._asked.scenario
        if self._ahead is not None and self._ahead.is_about(asked, *self._asked.question):
            return
        lever = moved_lever(self._before.scenario, asked)
        self._ahead = look_ahead(asked, lever, *self._asked.question) if lever else None

    def _begin(self) -> None:
        if self._asked is not None:
            self._task = run(self._asked.answer, self._take_answer, self._take_fault)

    def _take_answer(self, found: Causes) -> None:
        self._task = None
        self._found.emit(found)

    def _take_fault(self, error: UserError) -> None:
        """Outcome and year come from fields that offer nothing else."""
        raise error
