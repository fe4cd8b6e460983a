"""The path so far as a small map: each step with the choice made there, and where the reader is."""

from PySide6.QtCore import QPoint, QPointF, Signal
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from raadsapp.domain.case_walk import Walk
from raadsapp.ui.theme.applying import applied_theme
from raadsapp.ui.theme.tokens import MEDIUM, TIGHT, WIDE
from raadsapp.ui.widgets.item_button import ItemButton
from raadsapp.ui.widgets.styling import empty_layout
from raadsapp.ui.widgets.text import Subheading

_DOT = 5.0


class PathMap(QWidget):
    """`turn_asked` gives the number of the choice, from 0, that the reader wants to make anew."""

    turn_asked = Signal(int)

    def __init__(self) -> None:
        super().__init__()
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(WIDE, 0, 0, 0)
        self._column.setSpacing(TIGHT)
        self.stops: list[ItemButton] = []
        self._here: QWidget | None = None

    def show_walk(self, walk: Walk) -> None:
        """Show the steps passed and the present one."""
        empty_layout(self._column)
        self.stops = []
        for number, turn in enumerate(walk.turns):
            stop = ItemButton(turn.choice.text, "", str(number), overline=turn.step.title)
            stop.setAccessibleName(
                f"Stap {number + 1}: {turn.step.title}. Gekozen: {turn.choice.text}. Terug en anders kiezen."
            )
            stop.setToolTip("Terug naar deze stap, om anders te kiezen")
            stop.clicked.connect(self._ask)
            self.stops.append(stop)
            self._column.addWidget(stop)
        self._here = Subheading(walk.step.title)
        self._here.setAccessibleName(f"U bent hier: {walk.step.title}")
        row = QHBoxLayout()  # in line with the words of the stops
        row.setContentsMargins(MEDIUM, TIGHT, 0, TIGHT)
        row.addWidget(self._here)
        self._column.addLayout(row)
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the way: a dot per step, filled where the reader is."""
        if self._here is None:
            return
        palette = applied_theme().palette
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        spots = [self._spot(widget) for widget in (*self.stops, self._here)]
        painter.setPen(QPen(QColor(palette.accent), 2))
        painter.drawLine(spots[0], spots[-1])
        for spot in spots:
            last = spot is spots[-1]
            painter.setBrush(QColor(palette.accent if last else palette.surface))
            painter.drawEllipse(spot, _DOT + last, _DOT + last)

    def _spot(self, widget: QWidget) -> QPointF:
        top = widget.mapTo(self, QPoint()).y()
        return QPointF(WIDE / 2 - 2, top + widget.height() / 2)

    def _ask(self) -> None:
        stop = self.sender()
        if isinstance(stop, ItemButton):
            self.turn_asked.emit(int(stop.key))
