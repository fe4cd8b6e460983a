"""From a moved slider to the painted charts of each tab, against painting the same charts again."""

from collections.abc import Callable, Sequence
from math import inf
from pathlib import Path
from tempfile import TemporaryDirectory
from time import perf_counter

from PySide6.QtCore import QEvent, QObject
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QApplication, QGraphicsView, QWidget

from raadsapp.paths import data_dir
from raadsapp.services.opening import open_session
from raadsapp.services.scenario import TOGETHER
from raadsapp.ui.pages.scenario import build
from raadsapp.ui.pages.scenario.causes_view import CausesView
from raadsapp.ui.pages.scenario.money_view import MoneyView
from raadsapp.ui.pages.scenario.page import ScenarioPage
from raadsapp.ui.pages.scenario.payers_view import PayersView
from raadsapp.ui.pages.scenario.result_view import ResultView
from raadsapp.ui.pages.scenario.session import DRAWS
from raadsapp.ui.pages.scenario.session import Result as ScenarioResult
from raadsapp.ui.pages.scenario.start_view import StartView
from raadsapp.ui.pages.scenario.views import VIEWS
from raadsapp.ui.state import AppState
from raadsapp.ui.theme.tokens import Theme
from raadsapp.ui.widgets.chart import Chart
from raadsapp.ui.widgets.chart_place import ChartPlace
from raadsapp.ui.widgets.lever_number import NumberRow
from tests.benchmarks.application import application
from tests.benchmarks.result import Result

LEVER = "demand_growth"
MOVES = 600
"""So many that p99 is not just the one or two slowest: those tell what else the machine did."""
WARM_UP = 40
WIDTH, HEIGHT = 1280, 800
ONE_FRAME = 0.016
RATIO_LIMIT = 2.0
AT_WORK: dict[str, float | str] = {"waiting_share": 50.0, "prevention_budget": 50_000.0, "inflow_shift": 20.0}
"""Settings with which there is a queue, and most equations have something to do."""
_REST, _BETWEEN = 0.4, 0.006
_TURNS_AFTER = 5
_POSTED_IN_TURN = 3


class _Paints(QObject):
    """Counts how often all that is seen of a chart is painted."""

    def __init__(self, chart: Chart) -> None:
        super().__init__(chart)
        self.chart = chart
        self.count = 0
        views = chart.findChildren(QGraphicsView)
        self._canvas: QWidget = views[0].viewport() if views else chart
        self._canvas.installEventFilter(self)

    @property
    def is_seen(self) -> bool:
        """Whether anything of the chart is in sight now: rows that came with a move push others down."""
        return not self._canvas.visibleRegion().isEmpty()

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QPaintEvent):
            self.count += event.rect().contains(self._canvas.visibleRegion().boundingRect())
        return False


class _Bench:
    """A shown page with a number lever that can be moved, and its charts, which can be painted again."""

    def __init__(self, page: ScenarioPage) -> None:
        self._page = page
        self._row = next(
            row for row in page.groups[0].rows if isinstance(row, NumberRow) and row.lever.key == LEVER
        )
        self._paints: Sequence[_Paints] = ()
        self.draws = DRAWS
        page.scenario.on_result(self._take_result)

    def _take_result(self, result: ScenarioResult) -> None:
        if result.band is not None:
            self.draws = result.band.draws

    def open(self, tab: type[ResultView]) -> None:
        """Show a tab, and find the charts that are in sight and follow the lever."""
        self.draws = DRAWS
        self._row.track.gesture_finished.emit()
        self._page.results.tabs.button(VIEWS.index(tab)).click()
        view = self._page.results.view
        for place in view.findChildren(ChartPlace):
            place.fill()
        self._row.track.gesture_started.emit()
        _rest()
        charts = [chart for chart in view.findChildren(Chart) if not chart.findChildren(Chart)]
        self._paints = [_Paints(chart) for chart in charts]
        for position in range(WARM_UP):
            self._row.track.setValue(2 + position % 24)
            _rest(_BETWEEN)
        self._paints = [paints for paints in self._paints if paints.count and paints.is_seen]

    @property
    def count(self) -> int:
        """How many charts follow the lever."""
        return len(self._paints)

    def measure(self) -> tuple[list[float], list[float]]:
        """Sorted seconds of the whole way and of the charts alone, taken in turn."""
        pairs = [(self._move(2 + turn % 24), self._repaint()) for turn in range(MOVES)]
        whole, bare = zip(*pairs, strict=True)
        return sorted(whole), sorted(bare)

    def _move(self, position: int) -> float:
        return self._until_painted(lambda: self._row.track.setValue(position))

    def _repaint(self) -> float:
        return self._until_painted(self._redraw)

    def _redraw(self) -> None:
        for paints in self._paints:
            paints.chart.redraw()

    def _until_painted(self, act: Callable[[], object]) -> float:
        """Charts are painted by a posted event; timers that are due in the same turn come after it.

        So what is posted goes first, and what that posts in turn (a move asks for its result, and the result
        for paint): a turn with all else, which ends after the timers, only where that paints nothing.
        """
        before = [paints.count for paints in self._paints]
        start = perf_counter()
        act()
        while True:
            for _ in range(_POSTED_IN_TURN):
                QApplication.sendPostedEvents()
                if all(paints.count > count for paints, count in zip(self._paints, before, strict=True)):
                    taken = perf_counter() - start
                    _rest(_BETWEEN)
                    return taken
            _turn()


def _share(seconds: list[float], part: float) -> float:
    return seconds[min(int(part * len(seconds)), len(seconds) - 1)]


def _results(name: str, bench: _Bench) -> list[Result]:
    """The middle and the slowest but one percent of all moves; there is an aim for the latter."""
    whole, bare = bench.measure()
    draws = bench.draws
    charts = f"{bench.count} charts" if bench.count > 1 else "1 chart"
    return [
        Result(
            name=f"slider to painted charts, {name}, {called}",
            measured=_share(whole, part),
            reference=_share(bare, part),
            ratio_limit=limit,
            limit=ONE_FRAME,
            details=f"{charts}, {MOVES} moves at {WIDTH}×{HEIGHT}, {draws} draws; beside painting them again",
        )
        for called, part, limit in (("p50", 0.5, inf), ("p99", 0.99, RATIO_LIMIT))
    ]


def _measured(page: ScenarioPage) -> list[Result]:
    bench, results = _Bench(page), []
    for tab in (MoneyView, PayersView, CausesView, StartView):
        bench.open(tab)
        results += _results(tab.title, bench)
    bench.open(MoneyView)
    for name, code, changes in (("all at work", "", AT_WORK), ("all together", TOGETHER, {})):
        page.scenario.set_municipality(code or page.state.municipality)
        page.scenario.start_from(changes, name)
        page.scenario.work_out()
        bench.open(MoneyView)
        results += _results(f"{MoneyView.title}, {name}", bench)
    return results


def run() -> list[Result]:
    """Each tab whose charts follow a lever, and the first also where more is to be worked out."""
    application()
    with TemporaryDirectory() as folder:
        session = open_session(Path(folder) / "bench.sqlite", data_dir())
        page = build(AppState(session, Theme()))
        page.resize(WIDTH, HEIGHT)
        page.show()
        results = _measured(page)
        page.close()
        session.close()
    return results


def _rest(seconds: float = _REST) -> None:
    """Let the page load, lay out, say and paint what it put off: that must not count for what comes next."""
    until = perf_counter() + seconds
    while perf_counter() < until:
        _turn()
    for _ in range(_TURNS_AFTER):
        _turn()
        QApplication.sendPostedEvents()


def _turn() -> None:
    QApplication.processEvents()
