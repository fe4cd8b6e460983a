"""From a moved slider to the painted charts of money and waiting, against painting the same charts again."""

from collections.abc import Callable
from pathlib import Path
from tempfile import TemporaryDirectory
from time import perf_counter

from PySide6.QtCore import QEvent, QObject
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QApplication, QGraphicsView, QWidget

from raadsapp.paths import data_dir
from raadsapp.services.opening import open_session
from raadsapp.ui.pages.scenario import build
from raadsapp.ui.pages.scenario.money_view import MoneyView
from raadsapp.ui.pages.scenario.page import ScenarioPage
from raadsapp.ui.pages.scenario.session import DRAWS
from raadsapp.ui.state import AppState
from raadsapp.ui.theme.applying import apply_theme
from raadsapp.ui.theme.fonts import load_fonts
from raadsapp.ui.theme.tokens import Theme
from raadsapp.ui.widgets.lever_number import NumberRow
from raadsapp.ui.widgets.money_waiting_chart import MoneyWaitingChart
from tests.benchmarks.result import Result

LEVER = "demand_growth"
MOVES = 600
WARM_UP = 60
WIDTH, HEIGHT = 1280, 800
ONE_FRAME = 0.016
RATIO_LIMIT = 2.0
_REST = 1.0
_TURNS_AFTER = 5


class _Paints(QObject):
    """Counts how often all of a widget is painted."""

    def __init__(self, widget: QWidget) -> None:
        super().__init__(widget)
        self.count = 0
        self._widget = widget
        widget.installEventFilter(self)

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QPaintEvent):
            self.count += event.rect() == self._widget.rect()
        return False


class _Bench:
    """A shown page with a number lever that can be moved, and its charts, which can be painted again."""

    def __init__(self, page: ScenarioPage) -> None:
        view = page.results.view
        assert isinstance(view, MoneyView)
        chart = view.card.place.fill()
        assert isinstance(chart, MoneyWaitingChart)
        self._charts = (chart.money, chart.waiting)
        self._row = next(
            row for row in page.groups[0].rows if isinstance(row, NumberRow) and row.lever.key == LEVER
        )
        self._paints = [_Paints(one.findChildren(QGraphicsView)[0].viewport()) for one in self._charts]
        view.hold_axes()
        _rest()

    def move(self, position: int) -> float:
        """Seconds from a slider that moves to the charts that show it."""
        return self._until_painted(lambda: self._row.track.setValue(position))

    def repaint(self) -> float:
        """Seconds in which the same charts are painted again, with the figures they show."""
        return self._until_painted(self._redraw)

    def _redraw(self) -> None:
        for chart in self._charts:
            chart.redraw()

    def _until_painted(self, act: Callable[[], object]) -> float:
        before = [paints.count for paints in self._paints]
        start = perf_counter()
        act()
        while any(paints.count == count for paints, count in zip(self._paints, before, strict=True)):
            _turn()
        taken = perf_counter() - start
        for _ in range(_TURNS_AFTER):  # what follows the charts must not count for the next one
            _turn()
        return taken


def measure() -> tuple[list[float], list[float]]:
    """Sorted seconds of the whole way and of the charts alone, taken in turn."""
    app = QApplication.instance() or QApplication([])
    assert isinstance(app, QApplication)
    app.setStyle("Fusion")
    load_fonts()
    apply_theme(app, Theme())
    with TemporaryDirectory() as folder:
        session = open_session(Path(folder) / "bench.sqlite", data_dir())
        page = build(AppState(session, Theme()))
        page.resize(WIDTH, HEIGHT)
        page.show()
        bench = _Bench(page)
        pairs = [(bench.move(2 + turn % 24), bench.repaint()) for turn in range(WARM_UP + MOVES)]
        page.close()
        session.close()
    whole, bare = zip(*pairs[WARM_UP:], strict=True)
    return sorted(whole), sorted(bare)


def run() -> list[Result]:
    """The middle and the slowest but one percent of all moves."""
    whole, bare = measure()
    return [
        Result(
            name=f"slider to painted charts, {name}",
            measured=_share(whole, part),
            reference=_share(bare, part),
            ratio_limit=RATIO_LIMIT,
            limit=ONE_FRAME,
            details=f"{len(whole)} moves at {WIDTH}×{HEIGHT}, {DRAWS} draws; beside painting them again",
        )
        for name, part in (("p50", 0.5), ("p99", 0.99))
    ]


def _share(seconds: list[float], part: float) -> float:
    return seconds[min(int(part * len(seconds)), len(seconds) - 1)]


def _rest() -> None:
    """Let the page load and lay out what it put off."""
    until = perf_counter() + _REST
    while perf_counter() < until:
        _turn()


def _turn() -> None:
    QApplication.processEvents()
