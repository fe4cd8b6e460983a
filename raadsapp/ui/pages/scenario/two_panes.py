"""Controls and result beside each other where both fit, otherwise the result above the controls.

Each scrolls by itself, so the result stays in sight while a control is moved.
"""

from PySide6.QtCore import QEvent, Qt, QTimer
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QFrame, QScrollArea, QSizePolicy, QWidget

from raadsapp.ui.theme.applying import applied_theme
from raadsapp.ui.widgets.styling import TEXT_SIZE_EVENTS, restyle

_CONTROLS = 420
_RESULT = 540
_WIDEST_RESULT = 1160
_PEEK = 72
_RESULT_SHARE, _CONTROL_SHARE = 5, 3
_UNLIMITED = 16_777_215


class TwoPanes(QWidget):
    """`result` is kept as high as its pane, so that what follows in the pane just peeks out below it."""

    def __init__(self, controls: QWidget, result_pane: QWidget, result: QWidget, parent: QWidget) -> None:
        super().__init__(parent)
        self._result = result
        self._result_pane = result_pane
        self._controls_area, self._result_area = _scrolling(controls), _scrolling(result_pane)
        self._panes = QBoxLayout(QBoxLayout.Direction.RightToLeft, self)
        self._panes.setContentsMargins(0, 0, 0, 0)
        self._panes.setSpacing(0)
        # What comes below the result later on must not make it narrower.
        self._result_area.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        # The Tab key follows the order in which the panes are added: controls first.
        self._panes.addWidget(self._controls_area)
        self._panes.insertWidget(0, self._result_area)
        self._border = QFrame()
        restyle(self._border, role="rule")
        self._panes.insertWidget(1, self._border)

    @property
    def is_stacked(self) -> bool:
        """Whether the result stands above the controls."""
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
        direction = QBoxLayout.Direction
        self._panes.setDirection(direction.TopToBottom if stacked else direction.RightToLeft)
        self._panes.setStretch(0, _RESULT_SHARE if stacked else 1)
        self._panes.setStretch(2, _CONTROL_SHARE if stacked else 0)
        self._border.setVisible(stacked)
        self._controls_area.setMinimumWidth(0 if stacked else theme.px(_CONTROLS))
        self._controls_area.setMaximumWidth(_UNLIMITED if stacked else theme.px(_CONTROLS))
        self._result_pane.setMaximumWidth(theme.px(_WIDEST_RESULT))
        shares = _RESULT_SHARE + _CONTROL_SHARE
        height = self.height() * _RESULT_SHARE // shares if stacked else self.height()
        self._result.setMinimumHeight(max(height - theme.px(_PEEK), 0))


def _scrolling(content: QWidget) -> QScrollArea:
    area = QScrollArea()
    area.setFrameShape(QFrame.Shape.NoFrame)
    area.setWidgetResizable(True)
    area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    area.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
    content.setObjectName("column")
    area.setWidget(content)
    return area
