"""The windows whose start is measured, ours and the references; each prints when it was painted."""

import sys
from collections.abc import Callable
from pathlib import Path
from time import monotonic
from typing import Any

from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QApplication, QGraphicsView, QMainWindow, QWidget

WIDTH, HEIGHT = 1280, 800


def _tell() -> None:
    print(monotonic(), flush=True)  # noqa: T201 - read by the process that started this one
    QApplication.exit()


class _Painted(QObject):
    """Calls `then` in the turn after all of `widgets` have been painted."""

    def __init__(self, widgets: list[QWidget], then: Callable[[], None]) -> None:
        super().__init__(QApplication.instance())
        self._waiting: set[QObject] = set(widgets)
        self._then = then
        for widget in widgets:
            widget.installEventFilter(self)
            widget.update()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Paint and watched in self._waiting:
            self._waiting.remove(watched)
            if not self._waiting:
                QTimer.singleShot(0, self._then)
        return False


class _DrawnPage(QWidget):
    """Text, boxes and a line, drawn with QPainter alone."""

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        for row in range(24):
            painter.drawText(24, 40 + 30 * row, f"Regel {row}: hoe het dossier staat, met de bron erbij")
            painter.drawRect(600, 24 + 30 * row, 400, 24)
            painter.drawLine(600, 40 + 30 * row, 1000, 60 + 20 * row)


def _show(window: QMainWindow, watched: QWidget) -> None:
    window.resize(WIDTH, HEIGHT)
    _Painted([watched], _tell)
    window.show()


def _bare(_store: Path) -> None:
    window = QMainWindow()
    QApplication.setActiveWindow(window)
    _show(window, window)
    QApplication.exec()


def _painted(_store: Path) -> None:
    window, page = QMainWindow(), _DrawnPage()
    window.setCentralWidget(page)
    _show(window, page)
    QApplication.exec()


def _plot(_store: Path) -> None:
    import pyqtgraph

    library: Any = pyqtgraph  # it carries no types
    window, plot = QMainWindow(), library.PlotWidget()
    plot.plot([2019, 2020, 2021, 2022], [1.45, 1.45, 1.35, 1.2])
    window.setCentralWidget(plot)
    _show(window, plot.viewport())
    QApplication.exec()


def _window(store: Path) -> None:
    _start(store, _tell)


def _page(store: Path) -> None:
    _start(store, None)


def _start(store: Path, then: Callable[[], None] | None) -> None:
    """Start as `raadsapp` does; tell at `then`, or else when the first page has all its charts."""
    from raadsapp.paths import data_dir
    from raadsapp.ui.app import Opening
    from raadsapp.ui.main_window.appearance import Appearance
    from raadsapp.ui.main_window.settings import WindowSettings
    from raadsapp.ui.main_window.window import MainWindow

    app = QApplication.instance()
    assert isinstance(app, QApplication)
    window = MainWindow(WindowSettings(), Appearance(app))
    window.resize(WIDTH, HEIGHT)
    opening = Opening(window, store, data_dir())
    window.first_painted.connect(then or opening.begin)
    if then is None:
        look = QTimer(window)
        look.timeout.connect(lambda: _tell_when_complete(window, look))
        look.start(1)
    window.show()
    QApplication.exec()
    opening.close()


def _tell_when_complete(window: QMainWindow, look: QTimer) -> None:
    from raadsapp.ui.widgets.chart_place import ChartPlace

    places = [place for place in window.findChildren(ChartPlace) if place.isVisible()]
    if places and all(place.chart for place in places):
        look.stop()
        _Painted([view.viewport() for place in places for view in place.findChildren(QGraphicsView)], _tell)


def start(variant: str, store: Path) -> None:
    """Show the window of this name."""
    if variant in ("window", "page"):
        from raadsapp.ui.app import create_application

        create_application(sys.argv)
    else:
        app = QApplication(sys.argv)
        app.setStyle("Fusion")
    {"bare": _bare, "painted": _painted, "plot": _plot, "window": _window, "page": _page}[variant](store)
