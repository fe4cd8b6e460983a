"""A timeline from top to bottom: moments and spans where they were in time, each with a label to open."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from PySide6.QtCore import QEvent, QRect, QRectF, Qt, QTimer, Signal
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QFrame, QWidget

from raadsapp.ui.theme.applying import applied_theme
from raadsapp.ui.theme.tokens import LARGE, MEDIUM, RADIUS, SMALL, TEXT_BODY, TEXT_SMALL, TIGHT
from raadsapp.ui.widgets.canvas_button import WRAP, CanvasButton, drawn_font, words_height
from raadsapp.ui.widgets.scroll_area import CalmScrollArea
from raadsapp.ui.widgets.styling import TEXT_SIZE_EVENTS
from raadsapp.ui.widgets.timeline_canvas import TimelineCanvas

_MARGIN = 40
_BESIDE = 480


@dataclass(frozen=True, slots=True)
class Moment:
    """Something that happened: `when` in words, `begins` where it is placed, `ends` if it lasted."""

    key: str
    when: str
    title: str
    begins: date
    ends: date | None = None


class MomentLabel(CanvasButton):
    """When and what, beside each other or, when narrow, below each other."""

    def __init__(self, moment: Moment, parent: QWidget) -> None:
        super().__init__(moment.key, f"{moment.when}: {moment.title}", parent)
        self.moment = moment
        self._marked = False

    def show_marked(self, *, marked: bool) -> None:
        """Stand out as what is open beside the timeline."""
        self._marked = marked
        self.update()

    def height_at(self, width: int) -> int:
        """The height in which both fit."""
        when, title = self._parts(width)
        return max(when.bottom(), title.bottom()) + 1 + TIGHT + 1

    def _parts(self, width: int) -> tuple[QRect, QRect]:
        theme = applied_theme()
        small, body = drawn_font(self, TEXT_SMALL), drawn_font(self, TEXT_BODY)
        room = width - 2 * SMALL
        beside = width >= theme.px(_BESIDE)
        column = theme.px(206) if beside else room
        when_height = words_height(self.moment.when, small, column - MEDIUM)
        drop = QFontMetrics(body).ascent() - QFontMetrics(small).ascent() if beside else 0
        when = QRect(SMALL, TIGHT + drop, column - MEDIUM, when_height)
        left, wide = (SMALL + column, room - column) if beside else (SMALL, room)
        top = TIGHT if beside else when.bottom() + 1
        return when, QRect(left, top, wide, words_height(self.moment.title, body, wide))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw when and what."""
        palette = applied_theme().palette
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        ground = palette.accent_soft if self._marked else palette.raised if self.underMouse() else ""
        painter.setBrush(QColor(ground) if ground else Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(QColor(palette.focus), 2) if self.hasFocus() else Qt.PenStyle.NoPen)
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), RADIUS, RADIUS)
        when, title = self._parts(self.width())
        painter.setFont(drawn_font(self, TEXT_SMALL))
        painter.setPen(QColor(palette.text_muted))
        painter.drawText(when, WRAP, self.moment.when)
        painter.setFont(drawn_font(self, TEXT_BODY))
        painter.setPen(QColor(palette.text))
        painter.drawText(title, WRAP, self.moment.title)


class Timeline(CalmScrollArea):
    """Draws moments in their order; one that is clicked or entered is `opened`. Arrow keys walk."""

    opened = Signal(str)

    def __init__(self, says: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setAccessibleName(says)
        self._labels: dict[str, MomentLabel] = {}
        self._canvas = TimelineCanvas()
        self.setWidget(self._canvas)

    @property
    def keys(self) -> tuple[str, ...]:
        """What can be opened, the earliest first."""
        return tuple(self._labels)

    def show_moments(self, moments: Sequence[Moment]) -> None:
        """Draw these moments; those that begin together keep their order."""
        for label in self._labels.values():
            label.hide()
            label.deleteLater()
        self._labels = {}
        for moment in sorted(moments, key=lambda moment: moment.begins):
            label = MomentLabel(moment, self._canvas)
            label.clicked.connect(self._open)
            label.stepped.connect(self._step)
            label.entered.connect(self._enter)
            label.left.connect(self._leave)
            label.show()
            self._labels[moment.key] = label
        self._canvas.show_labels(
            [(label, label.moment.begins, label.moment.ends) for label in self._labels.values()]
        )
        self._make_stop(next(iter(self._labels), ""))
        self._place()

    def mark(self, key: str) -> None:
        """Mark what is open beside the timeline; an empty key for nothing."""
        for other, label in self._labels.items():
            label.show_marked(marked=other == key)
        if key in self._labels:
            self._make_stop(key)
            self.ensureWidgetVisible(self._labels[key], 0, _MARGIN)
        self._canvas.show_lit(key)

    def focus_item(self, key: str) -> None:
        """Give this moment the keyboard."""
        if key in self._labels:
            self._labels[key].setFocus(Qt.FocusReason.OtherFocusReason)

    def _open(self) -> None:
        label = self.sender()
        if isinstance(label, MomentLabel):
            self.opened.emit(label.key)

    def _enter(self, key: str) -> None:
        self._canvas.show_lit(key)
        self._labels[key].update()
        if self._labels[key].hasFocus():
            self._make_stop(key)
            self.ensureWidgetVisible(self._labels[key], 0, _MARGIN)

    def _leave(self, key: str) -> None:
        self._canvas.show_lit("")
        self._labels[key].update()

    def _make_stop(self, key: str) -> None:
        """The one label at which the Tab key stops."""
        for other, label in self._labels.items():
            label.setFocusPolicy(Qt.FocusPolicy.StrongFocus if other == key else Qt.FocusPolicy.ClickFocus)

    def _step(self, key: str, arrow: Qt.Key) -> None:
        place, last = self.keys.index(key), len(self.keys) - 1
        there = {
            Qt.Key.Key_Up: max(place - 1, 0),
            Qt.Key.Key_Down: min(place + 1, last),
            Qt.Key.Key_Home: 0,
            Qt.Key.Key_End: last,
        }
        if arrow in there:
            self.focus_item(self.keys[there[arrow]])

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
        self._canvas.place(room.width() - LARGE, room.height(), applied_theme())
