"""Controls and results beside each other where both fit, otherwise the results above the controls.

Beside each other each scrolls by itself, so results stay in sight while a control is moved. Above each other
they scroll together, but for what is pinned above the results; that scrolls too where hardly anything else
would fit.
"""

from dataclasses import dataclass

from PySide6.QtCore import QEvent, Qt, QTimer, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from raadsapp.ui.theme.applying import applied_theme
from raadsapp.ui.theme.tokens import HUGE, LARGE, MEDIUM, SMALL, WIDE
from raadsapp.ui.widgets.scroll_area import CalmScrollArea
from raadsapp.ui.widgets.scroll_bar import keep_width
from raadsapp.ui.widgets.styling import TEXT_SIZE_EVENTS

_CONTROLS, _WIDEST_CONTROLS, _SHARE = 390, 520, 0.4
_RESULT, _WIDEST_RESULT = 440, 1160
_STACKED_SHARE = 0.75
_ROOM_TO_PIN = 180
_UNLIMITED = 16_777_215


@dataclass(frozen=True, slots=True)
class Pane:
    """What stays in sight, and below it what scrolls."""

    pinned: QWidget
    content: QWidget


class TwoPanes(QWidget):
    """`controls` at the left, `results` at the right; `scrolled` when either of them was.

    `arranged` carries the height that there is, after the panes were arranged.
    """

    scrolled = Signal()
    arranged = Signal(int)

    def __init__(self, controls: Pane, results: Pane, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._controls, self._results = controls, results
        self._stacked, self._pinned = False, True
        self._left, self._right = QWidget(), QWidget()
        self._left_column = _column(self._left, WIDE, SMALL)
        self._right_column = _column(self._right, LARGE, MEDIUM)
        self.controls_area, self._left_inner = _scrolling()
        self.results_area, self._right_inner = _scrolling()
        for area in (self.controls_area, self.results_area):
            area.verticalScrollBar().valueChanged.connect(self.scrolled)
        self._left_column.addWidget(self.controls_area, 1)
        # As wide as what scrolls below it.
        self._pin = QHBoxLayout()
        self._pin.setContentsMargins(
            0, 0, self.results_area.verticalScrollBar().sizeHint().width() + SMALL, 0
        )
        self._pin.addWidget(results.pinned)
        self._right_column.addLayout(self._pin)
        self._right_column.addWidget(self.results_area, 1)
        self._right_inner.addWidget(results.content, 1)
        whole = QHBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addWidget(self._left)
        whole.addWidget(self._right, 1)
        whole.addStretch(0)
        self._place_controls()

    @property
    def is_stacked(self) -> bool:
        """Whether the results stand above the controls."""
        return self.width() < applied_theme().px(_CONTROLS + _RESULT)

    def changeEvent(self, event: QEvent) -> None:
        """Give way to larger text."""
        super().changeEvent(event)
        if event.type() in TEXT_SIZE_EVENTS:
            # Not while Qt replaces the style of everything: nothing may be laid out in between.
            QTimer.singleShot(0, self, self._arrange)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Stack the panes, or put them beside each other."""
        super().resizeEvent(event)
        self._arrange()

    def _arrange(self) -> None:
        theme = applied_theme()
        stacked = self.is_stacked
        if stacked is not self._stacked:
            self._stacked = stacked
            self._place_controls()
            self._left.setHidden(stacked)
        pinned = not stacked or self.height() >= theme.px(_ROOM_TO_PIN)
        if pinned is not self._pinned:
            self._pinned = pinned
            self._place_pinned()
        least, most = theme.px(_CONTROLS), theme.px(_WIDEST_CONTROLS)
        self._left.setFixedWidth(min(max(round(self.width() * _SHARE), least), most))
        self._right.setMaximumWidth(_UNLIMITED if stacked else theme.px(_WIDEST_RESULT))
        self._results.content.setMinimumHeight(round(self.height() * _STACKED_SHARE) if stacked else 0)
        self.arranged.emit(self.height())

    def _place_pinned(self) -> None:
        if self._pinned:
            self._pin.addWidget(self._results.pinned)
        else:
            self._right_inner.insertWidget(0, self._results.pinned)

    def _place_controls(self) -> None:
        if self._stacked:
            self._right_inner.addWidget(self._controls.pinned)
            self._right_inner.addWidget(self._controls.content)
        else:
            self._left_column.insertWidget(0, self._controls.pinned)
            self._left_inner.addWidget(self._controls.content)


def _column(pane: QWidget, left: int, spacing: int) -> QVBoxLayout:
    column = QVBoxLayout(pane)
    column.setContentsMargins(left, 0, SMALL, 0)
    column.setSpacing(spacing)
    return column


def _scrolling() -> tuple[CalmScrollArea, QVBoxLayout]:
    area = CalmScrollArea()
    area.setFrameShape(QFrame.Shape.NoFrame)
    area.setWidgetResizable(True)
    area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    keep_width(area)
    content = QWidget()
    content.setObjectName("column")
    inner = QVBoxLayout(content)
    inner.setContentsMargins(0, 0, SMALL, HUGE)
    inner.setSpacing(LARGE)
    area.setWidget(content)
    return area, inner
