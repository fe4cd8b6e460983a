"""What was set step by step, to go back and forward through; pure, without anything on a screen."""

from collections.abc import Mapping
from dataclasses import dataclass

Value = float | str
Settings = tuple[tuple[str, Value], ...]
"""Levers that differ from their default, by key in alphabetical order."""

ONE_BURST = 0.6
"""Seconds within which a next move of the same lever belongs to the same step."""


@dataclass(frozen=True, slots=True)
class Step:
    """One gesture: what stood before and after it, what it was called, and when it began and ended.

    `lever` is the one lever that was moved, empty when several were at once.
    """

    before: Settings
    after: Settings
    what: str
    lever: str = ""
    began: float = 0.0
    ended: float = 0.0


@dataclass(frozen=True, slots=True)
class History:
    """Steps that can be undone, the latest last, and steps that can be redone, the next one last."""

    past: tuple[Step, ...] = ()
    future: tuple[Step, ...] = ()

    @property
    def last(self) -> Step | None:
        """The step that would be undone."""
        return self.past[-1] if self.past else None

    @property
    def next(self) -> Step | None:
        """The step that would be redone."""
        return self.future[-1] if self.future else None


def settings_of(values: Mapping[str, Value]) -> Settings:
    """The same settings for the same values, in whatever order they were set."""
    return tuple(sorted(values.items()))


def recorded(history: History, step: Step) -> History:
    """With a new step; one that changes nothing is none, and a burst on one lever is a single step."""
    if step.before == step.after:
        return history
    last = history.last
    if last is not None and not history.future and _is_burst(last, step):
        step = Step(last.before, step.after, step.what, step.lever, last.began, step.ended)
        past = history.past[:-1]
        return History(past if step.before == step.after else (*past, step))
    return History((*history.past, step))


def _is_burst(last: Step, step: Step) -> bool:
    return bool(step.lever) and last.lever == step.lever and step.began - last.ended <= ONE_BURST


def undone(history: History) -> History:
    """One step back; the same when there is none."""
    if not history.past:
        return history
    return History(history.past[:-1], (*history.future, history.past[-1]))


def redone(history: History) -> History:
    """One step forward; the same when there is none."""
    if not history.future:
        return history
    return History((*history.past, history.future[-1]), history.future[:-1])
