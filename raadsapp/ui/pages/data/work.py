"""Work on the store away from the window: each piece opens a session of its own and closes it."""

import gc
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TypeVar

from raadsapp import paths
from raadsapp.errors import UserError
from raadsapp.services.opening import Session, open_session
from raadsapp.ui import tasks

T = TypeVar("T")


@contextmanager
def _without_pauses() -> Iterator[None]:
    """Keep the search for reference cycles, which stops every thread, from looking through a large delivery.

    Measured on 48,000 values: the window stood still for up to 170 ms, and now for less than 60. What a
    delivery gives has no cycles.
    """
    gc.disable()
    try:
        yield
    finally:
        gc.enable()


def in_background(
    store: Path,
    action: Callable[[Session], T],
    done: Callable[[T], None],
    failed: Callable[[UserError], None],
) -> tasks.Task:
    """Do `action` on a worker thread with a session on `store`, then `done` or `failed` on this one."""
    return with_progress(store, lambda session, _progress: action(session), done, failed)


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
            with _without_pauses():
                return action(session, reporting)
        finally:
            session.close()

    return tasks.run(work, done, failed, progress)
