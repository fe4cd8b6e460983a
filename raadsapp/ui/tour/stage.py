"""A window on a new dossier in a temporary folder, and the folder its pictures go to."""

import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

from PySide6.QtCore import QSize, QThreadPool
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication

from raadsapp import paths
from raadsapp.errors import UserError
from raadsapp.services.opening import open_session
from raadsapp.texts import percent
from raadsapp.ui.app import create_application, speak_dutch
from raadsapp.ui.main_window.appearance import Appearance
from raadsapp.ui.main_window.settings import WindowSettings
from raadsapp.ui.main_window.window import MainWindow
from raadsapp.ui.pages.cases.own_cards import DraftsCard
from raadsapp.ui.state import AppState
from raadsapp.ui.theme.tokens import Mode, Theme
from raadsapp.ui.widgets.snackbar import Snackbar

SMALL_WINDOW = QSize(1280, 800)
LARGE_WINDOW = QSize(1920, 1080)
_LONGEST_WORK = 60_000
_TURNS = 15
_TURN = 0.01


@dataclass(frozen=True, slots=True)
class Look:
    """Colours, text size and window size."""

    theme: Theme
    size: QSize

    @property
    def caption(self) -> str:
        """Dutch words for it."""
        words = {Mode.LIGHT: "licht", Mode.DARK: "donker", Mode.CONTRAST: "hoog contrast"}
        size = f"{self.size.width()}×{self.size.height()}"
        return f"{words[self.theme.mode]}, {size}, tekst {percent(100 * self.theme.scale)}"


FIRST_LOOK = Look(Theme(), SMALL_WINDOW)
LOOKS = tuple(
    Look(Theme(mode, scale), size)
    for mode in Mode
    for size in (SMALL_WINDOW, LARGE_WINDOW)
    for scale in (1.0, 2.0)
)


@dataclass(frozen=True, slots=True)
class Stage:
    """What the tour plays on."""

    app: QApplication
    window: MainWindow
    state: AppState
    folder: Path

    def settle(self) -> None:
        """Let work under way end, and the window load and paint what it put off."""
        for _ in range(_TURNS):
            QThreadPool.globalInstance().waitForDone(_LONGEST_WORK)
            self.app.processEvents()
            time.sleep(_TURN)

    def show(self, look: Look) -> None:
        """Use another look."""
        self.state.set_theme(look.theme)
        self.window.resize(look.size)
        self.settle()

    def hide_messages(self) -> None:
        """Do not let a message that goes away by itself stand before what is shown."""
        for bar in self.window.findChildren(Snackbar):
            bar.hide()

    def grab(self) -> QImage:
        """The window as it is now, without what this user is writing: that is no part of the dossier."""
        self.settle()
        own = [card for card in self.window.findChildren(DraftsCard) if card.isVisible()]
        for card in own:
            card.hide()
        if own:
            self.settle()
        return self.window.grab().toImage()

    def save(self, name: str, picture: QImage | None = None) -> str:
        """Write a picture, or the window as it is now; gives the line that tells of it."""
        file = self.folder / f"{name}.png"
        if not (picture or self.grab()).save(str(file)):
            raise UserError(
                f"'{file}' kan niet worden geschreven.", "Kijk of er ruimte is en of u daar mag schrijven."
            )
        return f"Beeld: {file}"


@contextmanager
def stage_in(folder: Path) -> Iterator[Stage]:
    """Open a window on a new dossier; `folder` is made when it is absent.

    UserError when `folder` cannot be made.
    """
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as fault:
        raise UserError(f"De map '{folder}' kan niet worden gemaakt.", "Kies een andere map.") from fault
    app = create_application(["raadsapp"])
    speak_dutch()
    with TemporaryDirectory() as home:
        session = open_session(Path(home) / "dossier.raadsapp", paths.data_dir())
        window = MainWindow(WindowSettings(), Appearance(app, FIRST_LOOK.theme.mode))
        state = AppState(session, FIRST_LOOK.theme, Path(home) / "raadsapp.ini")
        try:
            window.attach(state)
            window.show()
            stage = Stage(app, window, state, folder)
            stage.show(FIRST_LOOK)
            yield stage
        finally:
            window.close()
            session.close()
