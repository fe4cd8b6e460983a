"""What the window does with a store that cannot be read: offer the newest good backup, and put it back."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QObject

from raadsapp.errors import UserError
from raadsapp.services import backups
from raadsapp.store.backups import Backup
from raadsapp.ui import tasks
from raadsapp.ui.main_window.page_stack import PageStack

_HINT = (
    "Er is een goede reservekopie van {moment}. Wat daarna is ingelezen of opgeschreven, zit er niet in. Het"
    " bestand dat er nu staat, blijft bewaard in dezelfde map."
)


class Recovery(QObject):
    """Shows in `stack` what is wrong with the store at `path`. `reopen` opens it again."""

    def __init__(self, stack: PageStack, path: Path, reopen: Callable[[], object]) -> None:
        super().__init__(stack)
        self._stack = stack
        self._path = path
        self._reopen = reopen
        self._error = UserError("", "")
        self._backup: Backup | None = None
        self._search_task: tasks.Task | None = None
        self.told = ""

    def begin(self, error: UserError) -> None:
        """Say what is wrong and look for the newest good backup."""
        self._error = error
        self._stack.show_failure(error, self.retry)
        self._search_task = tasks.run(self._search, self._offer, self._fail)

    def retry(self) -> None:
        """Open the store as it is; what the search finds no longer matters."""
        if self._search_task:
            self._search_task.cancel()
        self._reopen()

    def put_back(self) -> None:
        """Put the backup that was offered in the place of the store, and open that."""
        self._stack.show_loading("De reservekopie wordt teruggezet")
        tasks.run(self._restore, self._open, self._fail)

    def _search(self, _progress: tasks.Progress) -> Backup | None:
        return backups.newest_good(self._path)

    def _offer(self, found: Backup | None) -> None:
        self._search_task = None  # it deletes itself
        self._backup = found
        if found:
            moment = backups.moment_of(found)
            day = moment.partition(" om ")[0]
            error = UserError(self._error.message, _HINT.format(moment=moment))
            self._stack.show_failure(error, self.retry, (f"Terugzetten van {day}", self.put_back))

    def _restore(self, _progress: tasks.Progress) -> str:
        assert self._backup  # noqa: S101 - only what was offered can be put back
        return backups.restore(self._path, self._backup)

    def _open(self, told: str) -> None:
        self.told = told
        self._reopen()

    def _fail(self, error: UserError) -> None:
        self._stack.show_failure(error, self.retry)
