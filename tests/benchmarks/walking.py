"""A step in the walk through a case, on and back, until it is painted; against painting that page again."""

from collections.abc import Callable
from functools import partial
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory
from time import perf_counter

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QApplication, QWidget

from raadsapp.paths import data_dir
from raadsapp.services.opening import open_session
from raadsapp.ui.pages.cases import build
from raadsapp.ui.pages.cases.walk_view import WalkView
from raadsapp.ui.state import AppState
from raadsapp.ui.theme.tokens import Theme
from tests.benchmarks.application import application
from tests.benchmarks.result import Result
from tests.benchmarks.slider import HEIGHT, WIDTH

ROUNDS = 25
LIMIT = 0.100
_RATIO = 9.0
_CASE = "VC-01"
_CHOICES = ("tafel", "doorgaan")


def run() -> list[Result]:
    """Two choices on and two back, many times."""
    application()
    with TemporaryDirectory() as folder:
        session = open_session(Path(folder) / "bench.raadsapp", data_dir())
        page = build(AppState(session, Theme()))
        page.resize(WIDTH, HEIGHT)
        page.show()
        page.open_item(_CASE)
        assert page.walk
        on, back, painted = _measured(page.walk)
        page.close()
        session.close()
    details = f"middle of {ROUNDS * len(_CHOICES)} steps at {WIDTH}×{HEIGHT}"
    return [
        Result("a step on in a case, beside painting the page again", on, painted, _RATIO, details, LIMIT),
        Result(
            "a step back in a case, beside painting the page again", back, painted, _RATIO, details, LIMIT
        ),
    ]


def _measured(walk: WalkView) -> tuple[float, float, float]:
    on: list[float] = []
    back: list[float] = []
    painted: list[float] = []
    for round_ in range(ROUNDS + 1):
        steps = []
        for choice in _CHOICES:
            steps.append(_until_painted(partial(walk.choose, choice)))
            painted.append(_until_painted(partial(_paint_again, walk)))
        backwards = [_until_painted(walk.go_back) for _ in _CHOICES]
        if round_:  # the first round loads what is loaded once
            on += steps
            back += backwards
    return median(on), median(back), median(painted[len(_CHOICES) :])


def _paint_again(walk: WalkView) -> None:
    for widget in (walk, *walk.findChildren(QWidget)):
        widget.update()


def _until_painted(act: Callable[[], object]) -> float:
    start = perf_counter()
    act()
    QApplication.sendPostedEvents()
    QApplication.processEvents()
    taken = perf_counter() - start
    # What is gone, goes when a window runs; here nothing does, and it would be painted and counted again.
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    return taken
