"""From asking for the page ‘Wat als?’ to its first painting, in a window that runs, against a bare page."""

from collections.abc import Callable
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory
from time import perf_counter

from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QApplication, QLabel, QMainWindow, QStackedWidget, QWidget

from raadsapp.paths import data_dir
from raadsapp.services.opening import Session, open_session
from raadsapp.ui.pages.scenario import build
from raadsapp.ui.state import AppState
from raadsapp.ui.theme.tokens import Theme
from tests.benchmarks.application import application
from tests.benchmarks.result import Result
from tests.benchmarks.slider import HEIGHT, WIDTH

OPENINGS = 15
LIMIT = 0.150
_RATIO = float("inf")


class _Painted(QObject):
    """Whether a widget has been painted."""

    def __init__(self, widget: QWidget) -> None:
        super().__init__(widget)
        self.seen = False
        widget.installEventFilter(self)

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        self.seen |= event.type() is QEvent.Type.Paint
        return False


def painted(_page: QWidget) -> bool:
    """With its first painting a page is open."""
    return True


def opened(
    pages: QStackedWidget, make: Callable[[], QWidget], is_open: Callable[[QWidget], bool] = painted
) -> float:
    """Seconds until a page is made and painted, and `is_open`; it is gone after that."""
    start = perf_counter()
    page = make()
    watched = _Painted(page)
    pages.addWidget(page)
    pages.setCurrentWidget(page)
    while not (watched.seen and is_open(page)):
        QApplication.sendPostedEvents()  # it is painted before what waits for that, such as the charts
        if not (watched.seen and is_open(page)):
            QApplication.processEvents()
    taken = perf_counter() - start
    pages.removeWidget(page)
    page.deleteLater()
    QApplication.processEvents()
    return taken


def bare() -> QWidget:
    """A page with next to nothing on it."""
    return QLabel("Een bladzijde met alleen deze regel")


def openings(
    build: Callable[[AppState], QWidget],
    prepare: Callable[[Session], object] | None = None,
    is_open: Callable[[QWidget], bool] = painted,
) -> tuple[float, float]:
    """The middle of all openings of a page and of a bare one, in seconds.

    What is imported for the page is there, as after the first time; `prepare` fills the store before.
    """
    application()
    with TemporaryDirectory() as folder:
        session = open_session(Path(folder) / "bench.raadsapp", data_dir())
        if prepare:
            prepare(session)
        state = AppState(session, Theme())
        window, pages = QMainWindow(), QStackedWidget()
        window.setCentralWidget(pages)
        window.resize(WIDTH, HEIGHT)
        window.show()
        pairs = [
            (opened(pages, lambda: build(state), is_open), opened(pages, bare)) for _ in range(OPENINGS + 1)
        ]
        window.close()
        session.close()
    ours, reference = (median(times) for times in zip(*pairs[1:], strict=True))
    return ours, reference


def run() -> list[Result]:
    """The page ‘Wat als?’."""
    ours, reference = openings(build)
    details = f"middle of {OPENINGS} openings at {WIDTH}×{HEIGHT}"
    return [Result("page ‘Wat als?’ opens, beside a bare page", ours, reference, _RATIO, details, LIMIT)]
