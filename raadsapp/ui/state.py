"""App-wide state: what every page may look at, and how it hears of a change.

One private signal per value, each with one immutable payload, behind a typed `on_…` subscription. Setting a
value to what it already is does nothing.
"""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from raadsapp import paths
from raadsapp.domain.changes import Changes
from raadsapp.ui.theme.tokens import Theme

if TYPE_CHECKING:  # the window paints before the store is loaded
    from raadsapp.services.opening import Session
    from raadsapp.services.personal_data import Looker
    from raadsapp.services.scenario import Scenario


@dataclass(frozen=True, slots=True)
class Place:
    """Where the reader is: a page and, on it, an item of the dossier."""

    page: str
    item: str = ""


@dataclass(frozen=True, slots=True)
class Notice:
    """One sentence for the reader about what was done, and how to undo it if that can be."""

    message: str
    undo: Callable[[], object] | None = None


class AppState(QObject):
    """Session, municipality, date, theme and place."""

    _municipality_changed = Signal(object)
    _as_of_changed = Signal(object)
    _theme_changed = Signal(object)
    _stored = Signal(object)
    _noticed = Signal(object)
    _place_asked = Signal(object)
    _scenario_changed = Signal(object)

    def __init__(self, session: "Session", theme: Theme, settings_file: Path | None = None) -> None:
        super().__init__()
        self.session = session
        self._settings_file = settings_file
        self._theme = theme
        self._municipality = session.catalog.dossier.municipalities[0]
        self._as_of: date | None = None
        self._scenario: Scenario | None = None
        self._looker: Looker | None = None

    @property
    def settings_file(self) -> Path:
        """Where choices of the reader are kept: the user's own file unless another was named."""
        return self._settings_file or paths.user_settings_file()

    @property
    def municipality(self) -> str:
        """CBS code of the municipality the pages speak of."""
        return self._municipality

    def set_municipality(self, code: str) -> None:
        """Let all pages speak of another municipality."""
        if code != self._municipality:
            self._municipality = code
            self._municipality_changed.emit(code)

    def on_municipality(self, slot: Callable[[str], None]) -> None:
        """Call `slot` with the code of each newly chosen municipality."""
        self._municipality_changed.connect(slot)

    @property
    def as_of(self) -> date | None:
        """The day whose knowledge is shown; None for today."""
        return self._as_of

    def set_as_of(self, day: date | None) -> None:
        """Show what was known at the end of `day`; None for all that is known."""
        if day != self._as_of:
            self._as_of = day
            self._as_of_changed.emit(day)

    def on_as_of(self, slot: Callable[[date | None], None]) -> None:
        """Call `slot` with each newly chosen day."""
        self._as_of_changed.connect(slot)

    def renew_session(self, session: "Session") -> None:
        """Use the dossier as it is stored now, such as with another own case; the store stays open."""
        self.session = session

    @property
    def looker(self) -> "Looker":
        """What looks through texts for personal data; made when the first text is looked through."""
        if self._looker is None:
            from raadsapp.services.personal_data import Looker  # the window paints before it is loaded

            self._looker = Looker()
        return self._looker

    def end_looking(self) -> None:
        """Look through no more texts: the window closes."""
        if self._looker:
            self._looker.stop()

    @property
    def scenario(self) -> "Scenario | None":
        """The levers as they stand in ‘Wat als?’; None as long as nobody looked at them."""
        return self._scenario

    def set_scenario(self, asked: "Scenario") -> None:
        """Tell the other pages where the levers stand now."""
        if asked is not self._scenario:
            self._scenario = asked
            self._scenario_changed.emit(asked)

    def on_scenario(self, slot: "Callable[[Scenario], None]") -> None:
        """Call `slot` when levers stand elsewhere, and rest."""
        self._scenario_changed.connect(slot)

    @property
    def theme(self) -> Theme:
        """Colours and text size."""
        return self._theme

    def set_theme(self, theme: Theme) -> None:
        """Redraw in another theme."""
        if theme != self._theme:
            self._theme = theme
            self._theme_changed.emit(theme)

    def on_theme(self, slot: Callable[[Theme], None]) -> None:
        """Call `slot` with each new theme."""
        self._theme_changed.connect(slot)

    def announce(self, changes: Changes, undo: Callable[[], object] | None = None) -> None:
        """Tell the pages what a write has changed and the reader what was done; `undo` takes it back."""
        self._stored.emit(changes)
        if changes.message:
            self._noticed.emit(Notice(changes.message, undo))

    def notify(self, message: str) -> None:
        """Tell the reader something in one sentence, such as that a picture was copied."""
        self._noticed.emit(Notice(message))

    def on_notice(self, slot: Callable[[Notice], None]) -> None:
        """Call `slot` with what the reader is to be told."""
        self._noticed.connect(slot)

    def on_changes(self, slot: Callable[[Changes], None]) -> None:
        """Call `slot` after each write to the store."""
        self._stored.connect(slot)

    def go(self, page: str, item: str = "") -> None:
        """Ask the window to open a page, and an item on it."""
        self._place_asked.emit(Place(page, item))

    def on_place(self, slot: Callable[[Place], None]) -> None:
        """Call `slot` when a page asks for another place."""
        self._place_asked.connect(slot)
