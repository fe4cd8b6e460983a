"""The main window. Its frame is painted at once; its controls and its pages follow.

Only what the first paint needs is imported here: what the reader cannot use before the dossier is open lives
in `controls`, which loads afterwards.
"""

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QCloseEvent, QMouseEvent, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QMainWindow, QVBoxLayout, QWidget

from raadsapp.errors import UserError
from raadsapp.ui.main_window.appearance import Appearance
from raadsapp.ui.main_window.page_stack import PageStack
from raadsapp.ui.main_window.rail import Rail
from raadsapp.ui.main_window.settings import WindowSettings
from raadsapp.ui.pages import PAGES, PageEntry
from raadsapp.ui.state import AppState
from raadsapp.ui.theme.applying import applied_theme

if TYPE_CHECKING:
    from raadsapp.ui.main_window.controls import Controls

_SIZE = QSize(1280, 800)
_SMALLEST = QSize(720, 480)
_ROOM_FOR_WORDS = 900
_BAR_HEIGHT = 60


class MainWindow(QMainWindow):
    """Frame and pages. `first_painted` comes once, when the frame is on the screen."""

    first_painted = Signal()

    def __init__(
        self, settings: WindowSettings, appearance: Appearance, entries: Sequence[PageEntry] = PAGES
    ) -> None:
        super().__init__()
        self._settings = settings
        self._appearance = appearance
        self._entries = entries
        self._painted = False
        self._warned = False  # that closing it loses what was typed
        self._controls: Controls | None = None
        self.rail = Rail(entries)
        self.rail.setEnabled(False)
        self.stack = PageStack(entries)
        self.stack.show_loading()
        self._build()
        if not self.restoreGeometry(settings.geometry):
            self.resize(_SIZE.boundedTo(self.screen().availableSize()))
        appearance.on_theme(self._fit_rail)

    @property
    def controls(self) -> "Controls":
        """Top bar, search, menus and shortcuts; made when first asked for."""
        if self._controls is None:
            from raadsapp.ui.main_window.controls import Controls

            self._controls = Controls(self, self._appearance, self._entries)
            self._column.replaceWidget(self._room_for_bar, self._controls.top_bar)
            self._room_for_bar.deleteLater()
        return self._controls

    def attach(self, state: AppState) -> None:
        """Show the pages of an open dossier, where the reader left them."""
        if self._settings.municipality in state.session.catalog.dossier.municipalities:
            state.set_municipality(self._settings.municipality)
        self.controls.attach(state, self._settings.page)

    def show_failure(self, error: UserError, retry: Callable[[], object]) -> None:
        """Say why the dossier cannot be opened."""
        self.stack.show_failure(error, retry)

    def current_settings(self) -> WindowSettings:
        """What is to be remembered of this window."""
        return WindowSettings(
            geometry=bytes(self.saveGeometry().data()),
            page=self.controls.page or self._settings.page,
            municipality=self.controls.municipality or self._settings.municipality,
            mode=self._appearance.choice,
            scale=self._appearance.theme.scale,
        )

    def event(self, event: QEvent) -> bool:
        """Without docks a new style is no reason to lay out what is in it at once; see `CalmScrollArea`."""
        if event.type() == QEvent.Type.StyleChange:
            return QWidget.event(self, event)
        return super().event(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Tell once that the frame is there."""
        super().paintEvent(event)
        if not self._painted:
            self._painted = True
            QTimer.singleShot(0, self._tell_painted)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Leave the words of the rail out when room is short."""
        super().resizeEvent(event)
        self._fit_rail()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Go back with the back button of the mouse."""
        if event.button() == Qt.MouseButton.BackButton:
            self.controls.back()
        super().mousePressEvent(event)

    def closeEvent(self, event: QCloseEvent) -> None:
        """Stay, once, while something that was typed cannot be kept: its page says so."""
        stays = not self.stack.keeps_all() and not self._warned
        self._warned = stays
        event.setAccepted(not stays)

    def _build(self) -> None:
        self.setWindowTitle("Raadsapp")
        self.setMinimumSize(_SMALLEST)
        right = QWidget()
        self._column = QVBoxLayout(right)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        self._room_for_bar = QWidget()
        self._room_for_bar.setFixedHeight(applied_theme().px(_BAR_HEIGHT))
        self._column.addWidget(self._room_for_bar)
        self._column.addWidget(self.stack, 1)
        whole = QWidget()
        row = QHBoxLayout(whole)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self.rail)
        row.addWidget(right, 1)
        self.setCentralWidget(whole)

    def _tell_painted(self) -> None:
        self.first_painted.emit()

    def _fit_rail(self, _theme: object = None) -> None:
        self.rail.show_words(self.width() >= applied_theme().px(_ROOM_FOR_WORDS))
