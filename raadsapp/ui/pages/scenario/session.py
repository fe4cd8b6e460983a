"""What is set on the page, and every way to set it.

Levers are kept in the measure of the reference municipality: an amount grows and shrinks with the weight of
the municipality it is shown for, as its range and its default do.
"""

from collections.abc import Callable, Mapping
from time import monotonic

from PySide6.QtCore import QObject, Signal

from raadsapp.domain.catalog import Catalog
from raadsapp.domain.lever import Lever
from raadsapp.services.scenario import Scenario, scenario, with_changes
from raadsapp.services.scenario_region import region_weight
from raadsapp.ui.pages.scenario.history import (
    History,
    Settings,
    Step,
    Value,
    recorded,
    redone,
    settings_of,
    undone,
)
from raadsapp.ui.pages.scenario.replay import Replay
from raadsapp.ui.pages.scenario.working_out import DRAWS, SEED, Result, WorkingOut

__all__ = ["DRAWS", "SEED", "Result", "ScenarioSession"]

_EXACT = 6


class ScenarioSession(QObject):
    """Where the levers stand, for which municipality, and the way back to where they stood."""

    _history_changed = Signal(object)
    _held = Signal()
    _released = Signal()

    def __init__(self, catalog: Catalog, municipality: str, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._catalog = catalog
        self._untouched = scenario(catalog, municipality, {})
        self._definitions = {lever.key: lever for lever in self.levers}
        self._scale = region_weight(self._untouched.region)
        self._settings: dict[str, Value] = {}
        self._asked = self._untouched
        self._working = WorkingOut(self._untouched, self)
        self._history = History()
        self._gesture: tuple[Settings, float] | None = None
        self._moved = ""
        self._replay = Replay(self._show_settings, self)
        self._replay.finished.connect(self._end_replay)

    # Being told

    def on_result(self, slot: Callable[[Result], None]) -> None:
        """Call `slot` with each new result: for charts, and nothing that they could do without."""
        self._working.on_result(slot)

    def on_told(self, slot: Callable[[Result], None]) -> None:
        """Call `slot` with the last result once the charts show it: for words and all else."""
        self._working.on_told(slot)

    def on_history(self, slot: Callable[[History], None]) -> None:
        """Call `slot` with each new history."""
        self._history_changed.connect(slot)

    def on_hold(self, held: Callable[[], None], released: Callable[[], None]) -> None:
        """Call these when a lever is held and let go: in between, axes stay."""
        self._held.connect(held)
        self._released.connect(released)

    # Looking

    @property
    def catalog(self) -> Catalog:
        """The dossier with the figures a clerk entered."""
        return self._catalog

    @property
    def asked(self) -> Scenario:
        """The scenario as the levers stand now."""
        return self._asked

    @property
    def levers(self) -> tuple[Lever, ...]:
        """The levers as they are for the municipality."""
        return self._untouched.definitions

    @property
    def history(self) -> History:
        """What can be undone and redone."""
        return self._history

    @property
    def result(self) -> Result:
        """What comes out as the levers stand now."""
        return self._working.result

    def value(self, key: str) -> Value:
        """Where a lever stands; KeyError for a lever that does not exist."""
        return dict(self._asked.values)[key]

    # Where and on what

    def set_municipality(self, code: str) -> None:
        """Ask the same of another municipality; what was not changed takes its own default."""
        self._begin_afresh(self._catalog, code)

    def set_catalog(self, catalog: Catalog) -> None:
        """Ask the same on other figures."""
        self._begin_afresh(catalog, self._untouched.municipality)

    def _begin_afresh(self, catalog: Catalog, code: str) -> None:
        self._replay.finish()
        self._catalog = catalog
        self._untouched = scenario(catalog, code, {})
        self._definitions = {lever.key: lever for lever in self.levers}
        self._scale = region_weight(self._untouched.region)
        self._working.begin_afresh()
        self._show_settings(settings_of(self._settings))

    def want(self, outcomes: tuple[str, ...]) -> None:
        """Let results have the quantiles of these outcomes."""
        self._working.want(outcomes)

    # Moving

    def set_lever(self, key: str, value: Value) -> None:
        """Set a lever and work out soon what comes of it; the value that stands does nothing.

        Outside a gesture it is a step of its own, or of the burst that goes on.
        """
        if value == self.value(key):
            return
        self._replay.finish()
        self._moved = key
        if self._gesture is not None:
            self._take({key: value})
            return
        self._working.compare()
        before = settings_of(self._settings)
        self._take({key: value})
        self._record(before, monotonic())

    def begin_gesture(self) -> None:
        """Until `end_gesture()` all moves are one step, and axes stay."""
        self._replay.finish()
        if self._gesture is None:
            self._working.compare()
            self._gesture = (settings_of(self._settings), monotonic())
            self._moved = ""
            self._held.emit()

    def end_gesture(self) -> None:
        """What was moved since `begin_gesture()` becomes one step."""
        if self._gesture is None:
            return
        (before, began), self._gesture = self._gesture, None
        self._record(before, began)
        self._let_go()

    def _record(self, before: Settings, began: float) -> None:
        what = next((lever.label for lever in self.levers if lever.key == self._moved), "")
        step = Step(before, settings_of(self._settings), what, self._moved, began, monotonic())
        self._keep(recorded(self._history, step))

    def apply(self, changes: Mapping[str, Value], what: str) -> None:
        """Set several levers as one step, called `what`; what stands already makes no step."""
        self.end_gesture()
        self._replay.finish()
        self._working.compare()
        before = settings_of(self._settings)
        self._take(changes)
        self._keep(recorded(self._history, Step(before, settings_of(self._settings), what)))

    def start_from(self, changes: Mapping[str, Value], what: str) -> None:
        """As `apply`, with every other lever back at its default."""
        defaults = {lever.key: lever.default for lever in self.levers}
        self.apply({**defaults, **changes}, what)

    def undo(self) -> None:
        """Go one step back; nothing when there is none."""
        self.end_gesture()
        if self._history.last is not None:
            self._go(undone(self._history), self._history.last.before)

    def redo(self) -> None:
        """Go one step forward again; nothing when there is none."""
        self.end_gesture()
        if self._history.next is not None:
            self._go(redone(self._history), self._history.next.after)

    def replay(self) -> None:
        """Go back to before the last step and play it again; nothing when there is none."""
        self.end_gesture()
        self._replay.finish()
        last = self._history.last
        if last is not None:
            self._held.emit()
            self._replay.play(last.before, last.after, self._defaults())

    def _go(self, history: History, settings: Settings) -> None:
        self._replay.finish()
        self._working.compare()
        self._show_settings(settings)
        self._keep(history)

    def _keep(self, history: History) -> None:
        if history != self._history:
            self._history = history
            self._history_changed.emit(history)

    def _end_replay(self) -> None:
        self._let_go()

    def _let_go(self) -> None:
        self.work_out_if_due()
        self._released.emit()

    def _defaults(self) -> dict[str, Value]:
        return {lever.key: self._measured(lever, lever.default) for lever in self.levers}

    # Working out

    def _measured(self, lever: Lever, value: Value) -> Value:
        """The value in the measure of the reference municipality."""
        return value / self._scale if lever.weighted and not isinstance(value, str) else value

    def _take(self, changes: Mapping[str, Value]) -> None:
        for key, value in changes.items():
            lever = self._definitions[key]
            if value == lever.default:
                self._settings.pop(key, None)
            else:
                self._settings[key] = self._measured(lever, value)
        self._ask()

    def _show_settings(self, settings: Settings) -> None:
        self._settings = dict(settings)
        self._ask()

    def _ask(self) -> None:
        changes = {
            key: self._fitting(self._definitions[key], value)
            for key, value in self._settings.items()
            if key in self._definitions
        }
        self._asked = with_changes(self._untouched, changes)
        self._working.ask(self._asked)

    def _fitting(self, lever: Lever, value: Value) -> Value:
        """The value as this municipality's lever can take it."""
        if isinstance(value, str):
            return value if any(choice.value == value for choice in lever.choices) else lever.default
        amount = round(value * self._scale, _EXACT) if lever.weighted else value
        return min(max(amount, lever.low), lever.high)

    def work_out(self) -> Result:
        """Work out the result now, show it and tell it."""
        return self._working.at_once()

    def work_out_if_due(self) -> None:
        """Do not wait for a next turn when something is still to be shown or told."""
        self._working.at_once_if_due()
