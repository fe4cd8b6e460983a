"""Plays a step again, slowly enough for a room to follow."""

from collections.abc import Callable, Mapping

from PySide6.QtCore import QAbstractAnimation, QObject, QVariantAnimation, Signal
from PySide6.QtWidgets import QApplication, QStyle

from raadsapp.ui.pages.scenario.history import Settings, Value, settings_of

_PLAYED_MS = 1_500
_STILL = 0.2
"""Share of the time in which what stood before is shown."""


class Replay(QObject):
    """Calls `show` with what stands on the way from one setting to another, and last with the other."""

    finished = Signal()

    def __init__(self, show: Callable[[Settings], None], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._show = show
        self._before: Settings = ()
        self._after: Settings = ()
        self._defaults: Mapping[str, Value] = {}
        self._animation = QVariantAnimation(self)
        self._animation.setDuration(_PLAYED_MS)
        self._animation.setStartValue(0.0)
        self._animation.setEndValue(1.0)
        self._animation.valueChanged.connect(self._take_share)
        self._animation.finished.connect(self._end)

    @property
    def is_playing(self) -> bool:
        """Whether a step is being played."""
        return self._animation.state() == QAbstractAnimation.State.Running

    def play(self, before: Settings, after: Settings, defaults: Mapping[str, Value]) -> None:
        """Play from `before` to `after`, at once where the platform has animations off.

        A lever that is not named stands at its default.
        """
        self._before, self._after, self._defaults = before, after, defaults
        self._show(before)
        if QApplication.style().styleHint(QStyle.StyleHint.SH_Widget_Animation_Duration) == 0:
            self._end()
        else:
            self._animation.start()

    def finish(self) -> None:
        """Go to the end at once, if something is being played."""
        if self.is_playing:
            self._animation.stop()
            self._end()

    def _take_share(self, share: float) -> None:
        if self.is_playing:
            moved = max(share - _STILL, 0.0) / (1.0 - _STILL)
            self._show(on_the_way(self._before, self._after, moved, self._defaults))

    def _end(self) -> None:
        self._show(self._after)
        self.finished.emit()


def on_the_way(before: Settings, after: Settings, share: float, defaults: Mapping[str, Value]) -> Settings:
    """Settings between two others: numbers in proportion, choices halfway at once."""
    first, last = dict(before), dict(after)
    found: dict[str, Value] = {}
    for key in {*first, *last}:
        start, end = first.get(key, defaults[key]), last.get(key, defaults[key])
        if isinstance(start, str) or isinstance(end, str):
            found[key] = start if share < 1 / 2 else end
        else:
            found[key] = start + (end - start) * share
    return settings_of(found)
