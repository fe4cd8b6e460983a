"""What is set on the page, and the one outcome that follows: many moves in one turn are worked out once."""

from collections.abc import Callable, Collection
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from raadsapp.domain.catalog import Catalog
from raadsapp.model.scenario import Outcome
from raadsapp.services.scenario import Scenario, outcome, scenario, with_changes

if TYPE_CHECKING:
    from raadsapp.domain.lever import Lever

Value = float | str


@dataclass(frozen=True, slots=True, eq=False)
class Result:
    """A scenario and what comes out of it."""

    asked: Scenario
    outcome: Outcome


class ScenarioSession(QObject):
    """Levers that differ from their default, and the municipality they are set for."""

    _result_changed = Signal(object)

    def __init__(self, catalog: Catalog, keys: Collection[str], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._catalog = catalog
        self._keys = keys
        self._untouched: Scenario | None = None
        self._changes: dict[str, Value] = {}
        self.levers: tuple[Lever, ...] = ()
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.setInterval(0)
        self._soon.timeout.connect(self.work_out)

    def on_result(self, slot: Callable[[Result], None]) -> None:
        """Call `slot` with each new result."""
        self._result_changed.connect(slot)

    def set_municipality(self, code: str) -> None:
        """Ask the same of another municipality; what was not changed takes its own default."""
        self._untouched = scenario(self._catalog, code, {})
        self.levers = tuple(lever for lever in self._untouched.definitions if lever.key in self._keys)
        self._changes = {key: value for key, value in self._changes.items() if self._default(key) != value}

    def value(self, key: str) -> Value:
        """Where a lever stands."""
        return self._changes.get(key, self._default(key))

    def set_lever(self, key: str, value: Value) -> None:
        """Set a lever and work out soon what comes of it; the value that stands does nothing."""
        if value == self.value(key):
            return
        if value == self._default(key):
            del self._changes[key]
        else:
            self._changes[key] = value
        self._soon.start()

    def work_out(self) -> None:
        """Work out the result now and tell it; nothing before a municipality is set."""
        self._soon.stop()
        if self._untouched is not None:
            asked = with_changes(self._untouched, self._changes)
            self._result_changed.emit(Result(asked, outcome(asked)))

    def work_out_if_due(self) -> None:
        """Do not wait for the next turn when something was set in this one."""
        if self._soon.isActive():
            self.work_out()

    def _default(self, key: str) -> Value:
        return next(lever.default for lever in self.levers if lever.key == key)
