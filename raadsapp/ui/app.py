"""Start the window: paint its frame first, then open the dossier, then build the first page."""

import gc
import sys
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QLibraryInfo, QLocale, QTimer, QTranslator
from PySide6.QtWidgets import QApplication

from raadsapp import paths
from raadsapp.errors import UserError
from raadsapp.ui.main_window.appearance import Appearance
from raadsapp.ui.main_window.settings import load_settings, save_settings
from raadsapp.ui.main_window.window import MainWindow
from raadsapp.ui.state import AppState
from raadsapp.ui.theme.applying import applied_theme
from raadsapp.ui.theme.fonts import load_fonts
from raadsapp.ui.theme.icons import Ink, icon

if TYPE_CHECKING:  # none of these is needed for the first paint
    from raadsapp.ui.main_window.backing_up import BackingUp
    from raadsapp.ui.main_window.deciding import Deciding
    from raadsapp.ui.main_window.recovery import Recovery

_STARTED_MS = 3_000
_BUG = UserError(
    "Het dossier kan niet worden geopend door een fout in het programma.",
    "Stuur het verslag van de fout naar de makers. Uw gegevens staan nog in het bestand.",
)


def create_application(arguments: Sequence[str]) -> QApplication:
    """The one application object of the process: Dutch, with the bundled typeface."""
    existing = QApplication.instance()
    # As an argument: asking for the style of a running application costs a tenth of the first paint.
    if isinstance(existing, QApplication):
        app = existing
    else:
        app = QApplication([*arguments, "-style", "fusion"])
        gc.disable()  # rubbish is looked for between events only: see `collecting`
        QTimer.singleShot(_STARTED_MS, app, collect_rubbish)
    app.setApplicationName("raadsapp")
    app.setApplicationDisplayName("Raadsapp")
    QLocale.setDefault(QLocale(QLocale.Language.Dutch, QLocale.Country.Netherlands))
    load_fonts()
    return app


def collect_rubbish() -> None:
    """Begin to look for unreachable objects; not before the start is over, which leaves few."""
    from raadsapp.ui.collecting import Collecting

    Collecting(QApplication.instance())


def run(store: Path | None = None, data: Path | None = None) -> int:
    """Show the window on this store and dossier, by default the user's own; the exit status at its end."""
    app = create_application(sys.argv)
    settings_file = paths.user_settings_file()
    settings = load_settings(settings_file)
    window = MainWindow(settings, Appearance(app, settings.mode, settings.scale))
    opening = Opening(window, store or paths.default_store(), data or paths.data_dir())
    window.first_painted.connect(opening.begin)
    window.show()
    status = app.exec()
    save_settings(settings_file, window.current_settings())
    window.hide()  # what is not seen asks the store nothing any more
    opening.close()
    return status


class Opening:
    """What happens after the first paint: the crash hook, Dutch dialogs, the store, the first page."""

    def __init__(self, window: MainWindow, store: Path, data: Path) -> None:
        self._window = window
        self._store = store
        self._data = data
        self.state: AppState | None = None
        self.recovery: Recovery | None = None
        self.backing_up: BackingUp | None = None
        self.deciding: Deciding | None = None

    def begin(self) -> None:
        """Prepare for faults and open the dossier."""
        # None of this is needed for the first paint.
        from raadsapp.ui.main_window.crash import CrashHook, start_log

        start_log(paths.user_log_dir())
        self._hook = CrashHook(self._window)
        self._hook.install()
        self._window.setWindowIcon(icon("council", Ink.ACCENT))
        speak_dutch()
        self._window.controls.top_bar.show()  # colours and text size can be chosen whatever comes next
        self.open()

    def open(self) -> None:
        """Open the store and show its pages; what the user can mend is said in the window."""
        from raadsapp.services.opening import open_session
        from raadsapp.ui.main_window.deciding import Deciding

        try:
            session = open_session(self._store, self._data)
        except UserError as error:
            self._fail(error)
        except Exception:
            self._window.show_failure(_BUG, self.open)
            raise
        else:
            self.deciding = Deciding(self._store, self._data)
            self.state = AppState(replace(session, elsewhere=self.deciding.ask), applied_theme())
            self.deciding.attach(self.state)
            self._window.attach(self.state)
            told = session.notice or (self.recovery.told if self.recovery else "")
            if told:
                self.state.notify(told)
            # A timer of the window ends with it.
            later = QTimer(self._window, singleShot=True)
            later.timeout.connect(self.begin_backups)
            later.start(_STARTED_MS)

    def begin_backups(self) -> None:
        """Keep backups from now on."""
        from raadsapp.ui.main_window.backing_up import BackingUp

        if self.state and not self.state.session.store.read_only:
            self.backing_up = BackingUp(self.state, self._window)

    def close(self) -> None:
        """Keep what was changed last and close the store, if it is open."""
        if self.deciding:
            self.deciding.finish()
        if self.backing_up:
            self.backing_up.finish()
        if self.state:
            self.state.end_looking()
            self.state.session.close()

    def _fail(self, error: UserError) -> None:
        """Say what is wrong with the store; where its contents are, look for a backup too."""
        from raadsapp.store.faults import DamagedError
        from raadsapp.ui.main_window.recovery import Recovery

        if isinstance(error, DamagedError):
            self.recovery = Recovery(self._window.stack, self._store, self.open)
            self.recovery.begin(error)
        else:
            self._window.show_failure(error, self.open)


def speak_dutch() -> None:
    """Let the buttons and dialogs that Qt brings along speak Dutch."""
    app = QApplication.instance()
    translator = QTranslator(app)
    if translator.load("qtbase_nl", QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)):
        QApplication.installTranslator(translator)
    from raadsapp.ui.qt_words import QtWords

    QApplication.installTranslator(QtWords(app))
