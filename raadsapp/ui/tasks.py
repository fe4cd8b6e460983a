"""Slow work away from the window: it runs on a worker thread and reports back on the main one.

A task opens its own store; it never touches what the window holds.
"""

from collections.abc import Callable
from typing import TypeVar, cast

from PySide6.QtCore import QCoreApplication, QObject, QThreadPool, Signal

from raadsapp.errors import UserError

T = TypeVar("T")


class Cancelled(Exception):  # noqa: N818 - not an error: the reader asked for it
    """The reader stopped the task."""


class Progress:
    """Handed to the work: tells how far it is, and ends it when the reader has stopped it."""

    def __init__(self, task: "Task") -> None:
        self._task = task

    def report(self, done: int, total: int) -> None:
        """Tell that `done` of `total` parts are ready; raises Cancelled once the task was stopped."""
        if self._task.cancelled:
            raise Cancelled
        self._task.progressed.emit(done, total)


class Task(QObject):
    """Work under way. After `cancel()` nothing is reported any more."""

    progressed = Signal(int, int)
    _ended = Signal(object, object)

    def __init__(
        self,
        fn: Callable[[Progress], object],
        done: Callable[[object], None],
        failed: Callable[[UserError], None],
        progress: Callable[[int, int], None] | None,
    ) -> None:
        super().__init__(QCoreApplication.instance())
        self.cancelled = False
        self._fn = fn
        self._done = done
        self._failed = failed
        self._progress = progress
        self.progressed.connect(self._take_progress)
        self._ended.connect(self._take_end)

    def cancel(self) -> None:
        """Stop at the next report of the work."""
        self.cancelled = True

    def work(self) -> None:
        """Do the work; called on the worker thread."""
        try:
            result = self._fn(Progress(self))
        except BaseException as error:  # noqa: BLE001 - handed to the main thread, which raises it again
            self._ended.emit(None, error)
        else:
            self._ended.emit(result, None)

    def _take_progress(self, done: int, total: int) -> None:
        if self._progress and not self.cancelled:
            self._progress(done, total)

    def _take_end(self, result: object, error: BaseException | None) -> None:
        self.deleteLater()
        done, failed = self._done, self._failed
        # These may be all that holds a widget: they must not go with what the other thread still has of this.
        del self._fn, self._done, self._failed, self._progress
        if self.cancelled:
            return
        if error is None:
            done(result)
        elif isinstance(error, UserError):
            failed(error)
        else:
            raise error


def run(
    fn: Callable[[Progress], T],
    done: Callable[[T], None],
    failed: Callable[[UserError], None],
    progress: Callable[[int, int], None] | None = None,
) -> Task:
    """Do `fn` on a worker thread; then call `done` with its result or `failed` with what the user can mend.

    Both are called on the main thread, as is `progress`. Any other exception is raised there too, and so ends
    where every bug ends: in the crash report.
    """
    task = Task(fn, cast("Callable[[object], None]", done), failed, progress)
    QThreadPool.globalInstance().start(task.work)
    return task
