"""Ask where the paper of a context session goes, and make it."""

from datetime import date, datetime
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QFileDialog, QWidget

from raadsapp.domain.agenda import Agenda
from raadsapp.domain.context_session import ContextSession
from raadsapp.errors import UserError
from raadsapp.export.session_report import write_report
from raadsapp.export.worksheets import in_a_name, write_sheets
from raadsapp.services.case_figures import CaseFigures
from raadsapp.services.context_sessions import agenda
from raadsapp.services.session_words import NO_CASE, short_words, title_of
from raadsapp.texts import plural
from raadsapp.ui import tasks
from raadsapp.ui.state import AppState

_KINDS = "PDF (*.pdf);;Markdown (*.md)"
_ENDINGS = (".pdf", ".md")


class PaperMaker(QObject):
    """Makes worksheets away from the window, and a report at once; the reader is told where they are."""

    def __init__(self, state: AppState, parent: QWidget) -> None:
        super().__init__(parent)
        self._state = state
        self._over = parent

    def make_sheets(self, session: ContextSession, figures: CaseFigures) -> None:
        """Ask where, and print agenda, worksheets and presenter's copies in a new folder there."""
        found = agenda(figures.catalog, session)
        if not isinstance(found, Agenda):
            short = short_words(figures.catalog, session, found) if found else NO_CASE
            self._state.notify(short)
            return
        chosen = QFileDialog.getExistingDirectory(self._over, "Map voor de werkbladen")
        if chosen:
            self.print_in(Path(chosen), session, figures)

    def print_in(self, folder: Path, session: ContextSession, figures: CaseFigures) -> tasks.Task:
        """Print into this folder."""
        today = datetime.now().astimezone().date()
        self._state.notify("De werkbladen worden gemaakt.")
        return tasks.run(
            partial(_printed, figures, session, folder, today), self._tell_sheets, self._tell_fault
        )

    def make_report(self, session: ContextSession, figures: CaseFigures) -> None:
        """Ask for a file, and write what was chosen to it."""
        name = f"Verslag {in_a_name(title_of(session))}.pdf"
        chosen, kind = QFileDialog.getSaveFileName(self._over, "Verslag bewaren", name, _KINDS)
        if not chosen:
            return
        path = Path(chosen)
        if path.suffix.lower() not in _ENDINGS:
            path = path.with_name(path.name + _ENDINGS["md" in kind])
            if path.exists():  # the dialog asked about the name without its ending
                self._state.notify(f"{path.name} bestaat al. Kies een andere naam, of kies dat bestand zelf.")
                return
        try:
            write_report(figures.catalog, session, path)
        except UserError as error:
            self._tell_fault(error)
        else:
            self._state.notify(f"Het verslag is bewaard als {path.name}.")

    def _tell_sheets(self, made: tuple[Path, ...]) -> None:
        files = plural(len(made), "PDF staat", "PDF’s staan")
        self._state.notify(
            f"{files} in de nieuwe map ‘{made[0].parent.name}’: agenda, werkbladen en presentatorbladen."
        )

    def _tell_fault(self, error: UserError) -> None:
        self._state.notify(f"{error.message} {error.hint}")


def _printed(
    figures: CaseFigures, session: ContextSession, folder: Path, today: date, _: tasks.Progress
) -> tuple[Path, ...]:
    return write_sheets(figures, session, folder, today)
