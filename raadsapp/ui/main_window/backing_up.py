"""Keeps backups while the window is used: on a thread of their own, and never while the program starts."""

from contextlib import suppress

from PySide6.QtCore import QObject, QThreadPool, QTimer

from raadsapp.domain.changes import Changes
from raadsapp.errors import UserError
from raadsapp.services import backups
from raadsapp.store.backups import Backup
from raadsapp.store.faults import DamagedError
from raadsapp.ui import tasks
from raadsapp.ui.main_window.crash_dialog import message_box
from raadsapp.ui.main_window.window import MainWindow
from raadsapp.ui.state import AppState

AFTER_OPENING_MS = 20_000
AFTER_A_CHANGE_MS = 5_000
_RESTART = " Sluit Raadsapp en start het opnieuw: dan kunt u de reservekopie van {moment} terugzetten."


class BackingUp(QObject):
    """Backs up what the last use left behind, and then each change once it is quiet."""

    def __init__(self, state: AppState, window: MainWindow) -> None:
        super().__init__(window)
        self._state = state
        self._window = window
        self._path = state.session.store.path
        self._told = ""
        self._changed = False
        self.task: tasks.Task | None = None
        self.timer = QTimer(self, singleShot=True)
        self.timer.timeout.connect(self.begin)
        self.timer.start(AFTER_OPENING_MS)
        state.on_changes(self._wait)

    def begin(self) -> None:
        """Make a backup now, if something was written since the newest one."""
        if self.task:
            self.timer.start(AFTER_A_CHANGE_MS)
            return
        self._changed = False
        self.task = tasks.run(self._work, self._end, self._tell)

    def finish(self) -> None:
        """Back up what was changed last; the window is gone, so that nobody waits for it."""
        self.timer.stop()
        if self.task:
            self.task.cancel()
            QThreadPool.globalInstance().waitForDone()
        if self._changed:
            with suppress(UserError):  # the next use tries again
                backups.keep(self._path)

    def _wait(self, _changes: Changes) -> None:
        self._changed = True
        self.timer.start(AFTER_A_CHANGE_MS)

    def _work(self, _progress: tasks.Progress) -> Backup | None:
        try:
            return backups.keep(self._path)
        except DamagedError as error:
            found = backups.newest_good(self._path)
            if found is None:
                raise
            hint = _RESTART.format(moment=backups.moment_of(found))
            raise DamagedError(error.message, hint.strip()) from error

    def _end(self, _made: Backup | None) -> None:
        self.task = None

    def _tell(self, error: UserError) -> None:
        self.task = None
        if error.message == self._told:
            return
        self._told = error.message
        if isinstance(error, DamagedError):
            message_box(error, self._window).open()
        else:
            self._state.notify(str(error))
