"""Work on the store away from the window: each piece opens a session of its own and closes it."""

from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

from PySide6.QtCore import QCoreApplication, QObject, Signal

from raadsapp import paths
from raadsapp.errors import UserError
from raadsapp.intake.progress import Cancelled, Progress, Tell
from raadsapp.services.opening import Session, open_session
from raadsapp.ui import tasks

T = TypeVar("T")


class Stoppable(QObject):
    """Work on a delivery under way: it tells how far it is, and can be stopped at any such moment."""

    told = Signal(object)

    def __init__(self) -> None:
        super().__init__(QCoreApplication.instance())
        self._stopped = False
        self._task: tasks.Task | None = None

    def start(self, task: tasks.Task) -> None:
        """Belong to this task."""
        self._task = task
        task.destroyed.connect(self.deleteLater)

    def stop(self) -> None:
        """Ask the work to stop; it says so when it has, or ends all the same when it was just done."""
        self._stopped = True

    def forget(self) -> None:
        """Ask the work to stop and hear nothing of it any more."""
        self._stopped = True
        self.leave()

    def leave(self) -> None:
        """Let the work end, and hear nothing of it any more: nobody is left to tell."""
        if self._task:
            self._task.cancel()

    def tell(self, progress: Progress) -> None:
        """Called by the work in its own thread; raises Cancelled once it was asked to stop."""
        if self._stopped:
            raise Cancelled
        self.told.emit(progress)


def in_background(
    store: Path,
    action: Callable[[Session], T],
    done: Callable[[T], None],
    failed: Callable[[UserError], None],
) -> tasks.Task:
    """Do `action` on a worker thread with a session on `store`, then `done` or `failed` on this one."""
    return with_progress(store, lambda session, _progress: action(session), done, failed)


def stoppable(
    store: Path,
    action: Callable[[Session, Tell], T],
    done: Callable[[T], None],
    failed: Callable[[UserError], None],
    stopped: Callable[[], None],
    told: Callable[[Progress], None],
) -> Stoppable:
    """As `in_background`; `told` hears how far the work is, `stopped` that it ended as it was asked to."""
    work = Stoppable()
    work.told.connect(told)

    def act(session: Session) -> tuple[T] | None:
        try:
            return (action(session, work.tell),)
        except Cancelled:
            return None

    def end(result: tuple[T] | None) -> None:
        if result is None:
            stopped()
        else:
            done(result[0])

    work.start(in_background(store, act, end, failed))
    return work


def with_progress(
    store: Path,
    action: Callable[[Session, tasks.Progress], T],
    done: Callable[[T], None],
    failed: Callable[[UserError], None],
    progress: Callable[[int, int], None] | None = None,
) -> tasks.Task:
    """As `in_background`, for an action that tells how far it is; `progress` hears that on this thread."""

    def work(reporting: tasks.Progress) -> T:
        session = open_session(store, paths.data_dir())
        try:
            return action(session, reporting)
        finally:
            session.close()

    return tasks.run(work, done, failed, progress)
