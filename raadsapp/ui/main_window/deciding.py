"""Decides what members may see away from the window: with many small counts that takes long."""

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QThreadPool

from raadsapp.domain.changes import Changes, Part
from raadsapp.errors import UserError
from raadsapp.ui import tasks
from raadsapp.ui.state import AppState

if TYPE_CHECKING:
    from raadsapp.services.member_view import MemberView

Batches = tuple[int, ...]


class Deciding(QObject):
    """Takes what the pages ask (`Session.elsewhere`), and lets them show it when it is decided.

    What is asked while it is at work comes next, all at once.
    """

    def __init__(self, store: Path, data: Path, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._store = store
        self._data = data
        self._state: AppState | None = None
        self._asked: list[Batches] = []
        self.task: tasks.Task | None = None

    def attach(self, state: AppState) -> None:
        """Tell these pages from now on."""
        self._state = state

    def ask(self, batches: Batches) -> None:
        """Decide what is seen when these deliveries count; this does not wait for it."""
        if batches not in self._asked:
            self._asked.append(batches)
        if self.task is None:
            self._begin()

    def finish(self) -> None:
        """Stop at once: what was not decided is decided in the next use."""
        if self.task:
            self.task.cancel()
            self.task = None
            QThreadPool.globalInstance().waitForDone()

    def _begin(self) -> None:
        asked, self._asked = tuple(self._asked), []

        def work(progress: tasks.Progress) -> "dict[Batches, MemberView] | Exception":
            try:
                return self._work(asked, progress)
            except (UserError, tasks.Cancelled):
                raise
            except Exception as fault:  # noqa: BLE001 - raised again once the pages no longer wait for it
                return fault

        def done(found: "dict[Batches, MemberView] | Exception") -> None:
            if isinstance(found, Exception):
                self._give_up(asked)
                raise found
            self._end(found)

        def failed(error: UserError) -> None:
            self._give_up(asked)
            if self._state:
                self._state.notify(str(error))

        self.task = tasks.run(work, done, failed)

    def _work(self, asked: tuple[Batches, ...], progress: tasks.Progress) -> "dict[Batches, MemberView]":
        """On a thread of its own, with its own store."""
        from raadsapp.services.member_view import decided_view
        from raadsapp.services.opening import open_session

        def tell() -> None:
            progress.report(0, 0)

        session = open_session(self._store, self._data)
        try:
            return {batches: decided_view(session, batches, tell) for batches in asked}
        finally:
            session.close()

    def _end(self, views: "dict[Batches, MemberView]") -> None:
        self.task = None
        if self._state:
            self._state.session.views.update(views)
            self._state.announce(Changes(frozenset({Part.OBSERVATIONS}), ""))
        self._go_on()

    def _give_up(self, asked: tuple[Batches, ...]) -> None:
        """Wait for these no longer: when a page is opened again it is tried again."""
        self.task = None
        if self._state:
            for batches in asked:
                self._state.session.views.pop(batches, None)
        self._go_on()

    def _go_on(self) -> None:
        if self._asked and self.task is None:
            self._begin()
