"""Works out causes: at once where that fits between two frames, otherwise at rest and beside the window."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from raadsapp.errors import UserError
from raadsapp.services.scenario import Scenario
from raadsapp.services.scenario_ahead import Ahead, Question, look_ahead, moved_lever
from raadsapp.services.scenario_causes import Causes, causes, changed
from raadsapp.ui.tasks import Progress, run

if TYPE_CHECKING:
    from raadsapp.ui.tasks import Task

AT_ONCE = 10
"""Changed levers up to which the causes are there within some milliseconds; each more doubles the time."""
_REST = 150


@dataclass(frozen=True, slots=True, eq=False)
class Asked:
    """A question, and the scenario of which it is asked."""

    scenario: Scenario
    question: Question

    def answer(self, _progress: Progress | None = None) -> Causes:
        """Work the causes out."""
        one = self.question
        return causes(self.scenario, one.outcome, one.year, one.since, one.since_name)


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
        found = self._ahead.of(asked.scenario, asked.question) if self._ahead is not None else None
        if found is not None:
            return found
        if changed(asked.scenario, asked.question.since) <= AT_ONCE:
            return asked.answer()
        self._rest.start()
        return None

    def look_ahead(self) -> Iterable[Causes]:
        """Work out where the lever that moved last may go next, so that its next move finds it there.

        Gives what was worked out; nothing where that was done before.
        """
        if self._before is None or self._asked is None:
            return ()
        asked, question = self._asked.scenario, self._asked.question
        if self._ahead is not None and self._ahead.is_about(asked, question):
            return ()
        lever = moved_lever(self._before.scenario, asked)
        self._ahead = look_ahead(asked, lever, question) if lever else None
        return self._ahead.found.values() if self._ahead is not None else ()

    def _begin(self) -> None:
        if self._asked is not None:
            self._task = run(self._asked.answer, self._take_answer, self._take_fault)

    def _take_answer(self, found: Causes) -> None:
        self._task = None
        self._found.emit(found)

    def _take_fault(self, error: UserError) -> None:
        """Outcome and year come from fields that offer nothing else."""
        raise error
