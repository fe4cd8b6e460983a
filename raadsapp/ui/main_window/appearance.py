"""The reader's choice of colours and text size, or the platform's."""

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QApplication

from raadsapp.ui.theme.applying import apply_theme
from raadsapp.ui.theme.follow import platform_mode
from raadsapp.ui.theme.tokens import Mode, Theme


class Appearance(QObject):
    """Keeps the application in the theme; `choice` is None while the platform decides on the colours."""

    _changed = Signal(object)

    def __init__(self, app: QApplication, choice: Mode | None = None, scale: float = 1.0) -> None:
        super().__init__()
        self._app = app
        self.choice = choice
        self.theme = Theme(scale=scale)
        self._hints = app.styleHints()
        self._hints.colorSchemeChanged.connect(self._follow)
        self._hints.accessibility().contrastPreferenceChanged.connect(self._follow)
        self._follow()
        apply_theme(app, self.theme)

    def on_theme(self, slot: Callable[[Theme], None]) -> None:
        """Call `slot` with each new theme."""
        self._changed.connect(slot)

    def choose(self, choice: Mode | None) -> None:
        """Use this palette, or with None the platform's."""
        self.choice = choice
        self._follow()

    def larger(self) -> None:
        """One step larger text."""
        self._show(self.theme.scaled_by(1))

    def smaller(self) -> None:
        """One step smaller text."""
        self._show(self.theme.scaled_by(-1))

    def normal(self) -> None:
        """Text of its own size."""
        self._show(replace(self.theme, scale=1.0))

    def take(self, theme: Theme) -> None:
        """Hold a theme that was set elsewhere."""
        if theme != self.theme:
            self.choice = theme.mode
            self._show(theme)

    def _follow(self, _hint: object = None) -> None:
        mode = self.choice or platform_mode(self._hints)
        self._show(replace(self.theme, mode=mode))

    def _show(self, theme: Theme) -> None:
        if theme != self.theme:
            self.theme = theme
            apply_theme(self._app, theme)
            self._changed.emit(theme)
