"""From asking for the page ‘Indicatoren’ with all its charts to its first painting, against a bare page.

The fictional quarters are in, and what may be shown of them was decided before, as after the first time.
"""

from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory

from PySide6.QtWidgets import QApplication, QMainWindow, QStackedWidget

from raadsapp.paths import data_dir
from raadsapp.services import examples
from raadsapp.services.opening import open_session
from raadsapp.ui.pages.indicators import build
from raadsapp.ui.state import AppState
from raadsapp.ui.theme.applying import apply_theme
from raadsapp.ui.theme.fonts import load_fonts
from raadsapp.ui.theme.tokens import Theme
from tests.benchmarks.page import OPENINGS, bare, opened
from tests.benchmarks.result import Result
from tests.benchmarks.slider import HEIGHT, WIDTH

LIMIT = 0.250
_RATIO = float("inf")


def run() -> list[Result]:
    """The middle of all openings; what is imported for the page is there, as after the first time."""
    app = QApplication.instance() or QApplication([])
    assert isinstance(app, QApplication)
    app.setStyle("Fusion")
    load_fonts()
    apply_theme(app, Theme())
    with TemporaryDirectory() as folder:
        session = open_session(Path(folder) / "bench.raadsapp", data_dir())
        examples.load(session, "bench")
        state = AppState(session, Theme())
        window, pages = QMainWindow(), QStackedWidget()
        window.setCentralWidget(pages)
        window.resize(WIDTH, HEIGHT)
        window.show()
        pairs = [(opened(pages, lambda: build(state)), opened(pages, bare)) for _ in range(OPENINGS + 1)]
        window.close()
        session.close()
    ours, reference = (median(times) for times in zip(*pairs[1:], strict=True))
    details = f"25 charts, middle of {OPENINGS} openings at {WIDTH}×{HEIGHT}"
    return [Result("page ‘Indicatoren’ opens, beside a bare page", ours, reference, _RATIO, details, LIMIT)]
