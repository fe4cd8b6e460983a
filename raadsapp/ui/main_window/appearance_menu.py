"""The menu with colours and text size."""

from collections.abc import Callable

from PySide6.QtGui import QAction, QActionGroup, QKeySequence
from PySide6.QtWidgets import QMenu, QWidget

from raadsapp.texts import percent
from raadsapp.ui.main_window.appearance import Appearance
from raadsapp.ui.theme.icons import icon
from raadsapp.ui.theme.tokens import Mode, Theme

MODE_WORDS: tuple[tuple[Mode | None, str], ...] = (
    (None, "Zoals uw computer"),
    (Mode.LIGHT, "Licht"),
    (Mode.DARK, "Donker"),
    (Mode.CONTRAST, "Hoog contrast"),
)


class AppearanceMenu(QMenu):
    """Choose colours; make text larger or smaller, also with Ctrl and +, − and 0."""

    def __init__(self, appearance: Appearance, parent: QWidget) -> None:
        super().__init__(parent)
        self._appearance = appearance
        self._modes = QActionGroup(self)
        for mode, words in MODE_WORDS:
            action = self.addAction(words)
            action.setCheckable(True)
            action.setData(mode)
            self._modes.addAction(action)
        self._modes.triggered.connect(self._choose)
        self.addSeparator()
        zoom = QKeySequence.StandardKey
        self._size = self.addAction("")
        self._size.setEnabled(False)
        self._larger = self._command("Tekst groter", "plus", appearance.larger)
        self._larger.setShortcuts([*QKeySequence.keyBindings(zoom.ZoomIn), QKeySequence("Ctrl+=")])
        self._smaller = self._command("Tekst kleiner", "minus", appearance.smaller)
        self._smaller.setShortcuts(QKeySequence.keyBindings(zoom.ZoomOut))
        self._normal = self._command("Gewone tekst", "reset", appearance.normal)
        self._normal.setShortcut(QKeySequence("Ctrl+0"))
        parent.addActions([self._larger, self._smaller, self._normal])
        appearance.on_theme(self._show_theme)
        self._show_theme(appearance.theme)

    def _command(self, words: str, icon_name: str, do: Callable[[], None]) -> QAction:
        action = self.addAction(icon(icon_name), words)
        action.triggered.connect(do)
        return action

    def _choose(self, action: QAction) -> None:
        chosen = action.data()  # Qt keeps the plain word
        self._appearance.choose(Mode(chosen) if chosen else None)

    def _show_theme(self, theme: Theme) -> None:
        for action in self._modes.actions():
            action.setChecked(action.data() == self._appearance.choice)
        self._size.setText(f"Tekst op {percent(theme.scale * 100)}")
