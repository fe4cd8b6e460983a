"""The row of a lever that is a number: a field, a track, and buttons that repeat when held."""

from PySide6.QtCore import QSignalBlocker, Qt, QTimer
from PySide6.QtWidgets import QPushButton, QWidget

from raadsapp.domain.catalog import Catalog
from raadsapp.domain.lever import Lever
from raadsapp.ui.widgets.buttons import small_icon_button
from raadsapp.ui.widgets.lever_field import LeverField
from raadsapp.ui.widgets.lever_row import LeverRow
from raadsapp.ui.widgets.lever_track import LeverTrack
from raadsapp.ui.widgets.lever_words import Value, position_of, spoken_value, value_at
from raadsapp.ui.widgets.snackbar import announce
from raadsapp.ui.widgets.text import Small

_REPEAT_AFTER = 350
_REPEAT_EVERY = 60
_AFTER = 4
"""Milliseconds until field and words follow the track; without any, they might come before the painting."""


class NumberRow(LeverRow):
    """Field, track and buttons show one value; whatever changes, the others follow.

    While the track moves the field follows it some milliseconds later: painting it, and saying what it says,
    takes longer than many a chart that waits to be painted.
    """

    def __init__(self, lever: Lever, catalog: Catalog, parent: QWidget | None = None) -> None:
        super().__init__(lever, catalog, parent)
        self._held = False
        self._began: Value = lever.default
        self._after = QTimer(self)
        self._after.setSingleShot(True)
        self._after.setInterval(_AFTER)
        self._after.timeout.connect(self._follow)
        self.field, self.track = LeverField(lever), LeverTrack(lever)
        self.less = self._step_button("minus", f"{lever.label} één stap lager")
        self.more = self._step_button("plus", f"{lever.label} één stap hoger")
        self._lay_out()
        self.track.show_start(float(lever.default))
        self.show_value(lever.default)
        self.field.valueChanged.connect(self.set_value)
        self.track.valueChanged.connect(self._take_track)
        self.track.gesture_started.connect(self.gesture_started)
        self.track.gesture_finished.connect(self.gesture_finished)
        self.track.gesture_started.connect(self._begin)
        self.track.gesture_finished.connect(self._say)
        self.less.clicked.connect(self._take_less)
        self.more.clicked.connect(self._take_more)

    def _lay_out(self) -> None:
        unit = Small(self.lever.unit)
        unit.setWordWrap(False)
        top, middle = Qt.AlignmentFlag.AlignTop, Qt.AlignmentFlag.AlignVCenter
        self.head.addWidget(self.field, 0, top)
        self.head.addWidget(unit, 0, middle)
        self.head.addWidget(self.help_button, 0, top)
        self.control.addWidget(self.less, 0, top)
        self.control.addWidget(self.track, 1, middle)
        self.control.addWidget(self.more, 0, top)
        self.control.addWidget(self.reset, 0, top)

    def _step_button(self, icon_name: str, says: str) -> QPushButton:
        """Not a stop for the Tab key: the arrow keys of the track do the same."""
        button = small_icon_button(icon_name, says)
        button.setAutoRepeat(True)
        button.setAutoRepeatDelay(_REPEAT_AFTER)
        button.setAutoRepeatInterval(_REPEAT_EVERY)
        button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        button.pressed.connect(self._take_press)
        button.released.connect(self._take_release)
        return button

    def stops(self) -> tuple[QWidget, ...]:
        """Where the Tab key stops, in order."""
        return (self.field, self.track, *super().stops())

    def show_value(self, value: Value) -> None:
        """Show a value without telling anybody."""
        self._after.stop()
        super().show_value(value)
        number = float(value)
        words = self.accessibleName()
        # The field rounds in its own way: a value halfway must not come back as one the user has set.
        with QSignalBlocker(self.track), QSignalBlocker(self.field):
            self.track.setValue(position_of(self.lever, number))
            self.field.setValue(number)
        for part in (self.track, self.field):
            part.setAccessibleName(words)

    def _take_track(self, position: int) -> None:
        value = value_at(self.lever, position)
        if value != self.value:
            self.value = value
            if not self._after.isActive():  # it follows even while one move comes after the other
                self._after.start()
            self.changed.emit(value)

    def _follow(self) -> None:
        self.show_value(self.value)

    def _begin(self) -> None:
        self._began = self.value

    def _say(self) -> None:
        """Of a slider, assistive technology hears how many steps; this is what it stands for."""
        if self.value != self._began:
            announce(self.track, spoken_value(self.lever, self.value))

    def _take_less(self) -> None:
        self._move(-1)

    def _take_more(self) -> None:
        self._move(1)

    def _move(self, steps: int) -> None:
        self.track.setValue(self.track.value() + steps)

    def _take_press(self) -> None:
        """A held button says again at each repeat that it is pressed; the gesture began at the first."""
        if not self._held:
            self._held = True
            self.gesture_started.emit()

    def _take_release(self) -> None:
        """A held button also says that it is let go before each repeat; then it is still down."""
        if not (self.less.isDown() or self.more.isDown()):
            self._held = False
            self.gesture_finished.emit()
