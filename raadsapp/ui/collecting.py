"""Lets Python look for unreachable objects on the main thread only, between two events.

By itself it looks whenever enough objects were made, in whichever thread made the last one. A widget that
only a cycle refers to is then destroyed on a worker thread, or while Qt walks through all widgets to give
them another style; both end the program. It would also hold up the work on a large delivery, which leaves
no cycles.
"""

import gc

from PySide6.QtCore import QObject, QThreadPool, QTimer

_INTERVAL_MS = 500
_LOOKS_PER_FULL_LOOK = 60


class Collecting(QObject):
    """Looks now and then, when new objects were made and no work is under way; goes with its parent.

    Looking among the new ones takes a few milliseconds at most; all are looked through once in a while.
    """

    def __init__(self, parent: QObject | None) -> None:
        super().__init__(parent)
        gc.disable()
        self._looks = 0
        timer = QTimer(self, interval=_INTERVAL_MS)
        timer.timeout.connect(self.look)
        timer.start()

    def look(self) -> None:
        """Look among the newer objects, and now and then among all; what the start made, stays."""
        if QThreadPool.globalInstance().activeThreadCount() or gc.get_count()[0] <= gc.get_threshold()[0]:
            return
        if not self._looks:
            gc.freeze()
        self._looks += 1
        gc.collect(1 if self._looks % _LOOKS_PER_FULL_LOOK else 2)
