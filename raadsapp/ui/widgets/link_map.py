"""The map of goals: columns of boxes with calm lines; what the reader looks at lights up with its lines.

Arrow keys walk: up and down in a column, left and right to the nearest box that hangs together with this one.
"""

from collections.abc import Mapping

from PySide6.QtCore import QEvent, QRect, Qt, QTimer, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QWidget

from raadsapp.services.goal_map import Column, GoalMap
from raadsapp.ui.theme.applying import applied_theme
from raadsapp.ui.widgets.link_canvas import LinkCanvas
from raadsapp.ui.widgets.map_box import Light, MapBox
from raadsapp.ui.widgets.scroll_area import CalmScrollArea
from raadsapp.ui.widgets.styling import TEXT_SIZE_EVENTS

_MARGIN = 40


class LinkMap(CalmScrollArea):
    """Draws a `GoalMap`; a box that is clicked, or entered by Enter or space, is `opened`."""

    opened = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setAccessibleName("Kaart van doelen, effecten, indicatoren en aanbevelingen")
        self._map = GoalMap((), ())
        self._boxes: dict[str, MapBox] = {}
        self._marked = ""
        self._canvas = LinkCanvas()
        self.setWidget(self._canvas)

    @property
    def keys(self) -> tuple[str, ...]:
        """Every item on the map, column by column."""
        return tuple(self._boxes)

    def lit(self) -> frozenset[str]:
        """The items that stand out now; none at rest."""
        return frozenset(key for key, box in self._boxes.items() if box.light is Light.LIT)

    def show_map(self, shown: GoalMap) -> None:
        """Draw another map."""
        if shown == self._map:
            return
        self._map = shown
        for box in self._boxes.values():
            box.hide()
            box.deleteLater()
        titles = {box.key: box.title for column in shown.columns for box in column.boxes}
        self._boxes = {}
        for column in shown.columns:
            self._add_column(column, titles)
        self._canvas.show_boxes(shown, self._boxes)
        self._make_stop(next(iter(self._boxes), ""))
        self._marked = self._marked if self._marked in self._boxes else ""
        self._place()
        self._light(self._marked)

    def mark(self, key: str) -> None:
        """Keep this item lit, as what is open beside the map; an empty key for none."""
        self._marked = key if key in self._boxes else ""
        if self._marked:
            self._make_stop(key)
            self.ensureWidgetVisible(self._boxes[key], _MARGIN, _MARGIN)
        self._light(self._marked)

    def focus_item(self, key: str) -> None:
        """Give this item the keyboard."""
        if key in self._boxes:
            self._boxes[key].setFocus(Qt.FocusReason.OtherFocusReason)

    def _add_column(self, column: Column, titles: Mapping[str, str]) -> None:
        most = max(len(other.boxes) for other in self._map.columns)
        for item in column.boxes:
            around = self._map.around(item.key).keys - {item.key}
            box = MapBox(
                item,
                f"{column.title}: {item.key} {item.title}",
                compact=len(column.boxes) == most,
                parent=self._canvas,
            )
            links = "; ".join(f"{key} {title}" for key, title in titles.items() if key in around)
            box.setAccessibleDescription(f"Hangt samen met {links}." if links else "Staat op zichzelf.")
            box.clicked.connect(self._open)
            box.stepped.connect(self._step)
            box.entered.connect(self._enter)
            box.left.connect(self._leave)
            box.show()
            self._boxes[item.key] = box

    def _open(self) -> None:
        box = self.sender()
        if isinstance(box, MapBox):
            self.opened.emit(box.key)

    def _enter(self, key: str) -> None:
        self._light(key)
        if self._boxes[key].hasFocus():
            self._make_stop(key)
            self.ensureWidgetVisible(self._boxes[key], _MARGIN, _MARGIN)

    def _leave(self, _key: str) -> None:
        focused = next((key for key, box in self._boxes.items() if box.hasFocus()), "")
        self._light(focused or self._marked)

    def _make_stop(self, key: str) -> None:
        """The one box at which the Tab key stops."""
        for other, box in self._boxes.items():
            box.setFocusPolicy(Qt.FocusPolicy.StrongFocus if other == key else Qt.FocusPolicy.ClickFocus)

    def _light(self, key: str) -> None:
        around = self._map.around(key) if key else None
        for other, box in self._boxes.items():
            if around is None:
                box.show_light(Light.REST)
            else:
                lit = other in around.keys
                box.show_light(Light.LIT if lit else Light.FADED, centre=other == key)
        self._canvas.show_lit(around)

    def _step(self, key: str, arrow: Qt.Key) -> None:
        columns = [[box.key for box in column.boxes] for column in self._map.columns]
        here = next(number for number, keys in enumerate(columns) if key in keys)
        place = columns[here].index(key)
        last = len(columns[here]) - 1
        within = {
            Qt.Key.Key_Up: max(place - 1, 0),
            Qt.Key.Key_Down: min(place + 1, last),
            Qt.Key.Key_Home: 0,
            Qt.Key.Key_End: last,
        }
        if arrow in within:
            self.focus_item(columns[here][within[arrow]])
            return
        beyond = columns[here + 1 :] if arrow == Qt.Key.Key_Right else columns[:here][::-1]
        related = self._map.around(key).keys
        choices = next(
            (found for keys in beyond if (found := [other for other in keys if other in related])),
            beyond[0] if beyond else [],
        )
        if choices:
            height = self._middle(key)
            self.focus_item(min(choices, key=lambda other: abs(self._middle(other) - height)))

    def _middle(self, key: str) -> int:
        return self._boxes[key].geometry().center().y()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Use the room there is."""
        super().resizeEvent(event)
        self._place()

    def changeEvent(self, event: QEvent) -> None:
        """Grow with the text."""
        super().changeEvent(event)
        if event.type() in TEXT_SIZE_EVENTS and self.widget() is not None:
            # Not while Qt replaces the style of everything: nothing may be laid out in between.
            QTimer.singleShot(0, self, self._place)

    def _place(self) -> None:
        room = self.viewport().size()
        self._canvas.place(QRect(0, 0, room.width(), room.height()), applied_theme())
