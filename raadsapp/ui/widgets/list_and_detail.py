"""A list beside what is chosen in it; where there is no room for both, one of the two."""

from PySide6.QtCore import QEvent, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QScrollArea, QSizePolicy, QVBoxLayout, QWidget

from raadsapp.ui.theme.applying import applied_theme
from raadsapp.ui.theme.tokens import HUGE, LARGE, WIDE
from raadsapp.ui.widgets.buttons import quiet_button
from raadsapp.ui.widgets.styling import TEXT_SIZE_EVENTS

_LIST_WIDTH = 320
_DETAIL_WIDTH = 470


class ListAndDetail(QWidget):
    """Two panes. `back` is the button that leads from the detail to the list when they cannot both be seen.

    Beside the detail the list stays in sight while the page scrolls, as long as it fits. `arranged` says that
    other panes are seen than before.
    """

    arranged = Signal()

    def __init__(self, pane: QWidget, detail: QWidget, back: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._list = pane
        self._left = _Staying(pane)
        self._right = QWidget()
        self._narrow = False
        self._open = False
        self.back = quiet_button(back, "chevron-left")
        self.back.clicked.connect(self.show_list)
        column = QVBoxLayout(self._right)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(LARGE)
        column.addWidget(self.back, 0, Qt.AlignmentFlag.AlignLeft)
        column.addWidget(detail)
        column.addStretch(1)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(HUGE)
        row.addWidget(self._left)
        row.addWidget(self._right, 1)
        self._arrange()

    @property
    def narrow(self) -> bool:
        """Whether only one of the two is seen."""
        return self._narrow

    @property
    def detail_only(self) -> bool:
        """Whether the detail is the one that is seen."""
        return self._narrow and self._open

    def follow(self, area: QScrollArea) -> None:
        """Keep the list in sight while `area`, which this lies in, scrolls."""
        area.verticalScrollBar().valueChanged.connect(lambda: self._left.stay_in(area))

    def show_detail(self) -> None:
        """Let the detail be the one that is seen when there is room for one."""
        self._open = True
        self._arrange()

    def show_list(self) -> None:
        """Let the list be the one that is seen when there is room for one."""
        self._open = False
        self._arrange()
        if self._narrow:
            self._list.setFocus()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Show both where there is room."""
        super().resizeEvent(event)
        self._measure()

    def changeEvent(self, event: QEvent) -> None:
        """Grow with the text."""
        if event.type() in TEXT_SIZE_EVENTS and hasattr(self, "back"):
            # Not while Qt replaces the style of everything: nothing may be laid out in between.
            QTimer.singleShot(0, self, self._fit)
        super().changeEvent(event)

    def _fit(self) -> None:
        self._measure()
        self._arrange()

    def _measure(self) -> None:
        needed = applied_theme().px(_LIST_WIDTH + _DETAIL_WIDTH) + HUGE
        # Some room to spare before both are shown again: other panes may take some pixels of the width.
        narrow = self.width() < needed + (WIDE if self._narrow else 0)
        if narrow != self._narrow:
            self._narrow = narrow
            self._arrange()

    def _arrange(self) -> None:
        self.back.setVisible(self._narrow)
        self._left.setVisible(not self.detail_only)
        self._right.setVisible(self._open or not self._narrow)
        self._left.bound(0 if self._narrow else applied_theme().px(_LIST_WIDTH))
        self.arranged.emit()


class _Staying(QWidget):
    """Holds a widget at its top, or lower so that it stays in sight."""

    _ANY_WIDTH = 16_777_215

    def __init__(self, held: QWidget) -> None:
        super().__init__()
        self._held = held
        held.setParent(self)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def bound(self, width: int) -> None:
        """Be exactly so wide; 0 for as wide as there is room."""
        self.setMinimumWidth(width)
        self.setMaximumWidth(width or self._ANY_WIDTH)

    def stay_in(self, area: QScrollArea) -> None:
        """Move what is held into the part of `area` that is seen, if all of it fits there."""
        content, seen = area.widget(), area.viewport()
        if content is None or not self.isVisible():
            return
        top = self.mapFrom(content, content.mapFrom(seen, seen.rect().topLeft())).y() + WIDE
        room = self.height() - self._held.height()
        fits = self._held.height() + 2 * WIDE <= seen.height()
        self._held.move(0, min(max(top, 0), max(room, 0)) if fits else 0)

    def hasHeightForWidth(self) -> bool:
        """Whether the height follows the width: words wrap."""
        return True

    def heightForWidth(self, width: int) -> int:
        """The height of what is held."""
        return self._held.heightForWidth(width)

    def sizeHint(self) -> QSize:
        """The size of what is held."""
        return self._held.sizeHint()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Give what is held all the width."""
        super().resizeEvent(event)
        width = event.size().width()
        self._held.resize(width, self._held.heightForWidth(width))
