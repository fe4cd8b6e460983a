"""From asking for ‘Indicatoren’ with all its charts, and ‘Overzicht’, to first painting, beside a bare page.

The fictional quarters are in, and what may be shown of them was decided before, as after the first time.
"""

from collections.abc import Callable

from PySide6.QtWidgets import QWidget

from raadsapp.services import examples
from raadsapp.services.opening import Session
from raadsapp.ui.pages import indicators, overview
from raadsapp.ui.pages.overview.overview_page import OverviewPage
from raadsapp.ui.state import AppState
from tests.benchmarks.page import OPENINGS, openings, painted
from tests.benchmarks.result import Result
from tests.benchmarks.slider import HEIGHT, WIDTH

LIMIT = 0.250
SWITCH = 0.100
_RATIO = float("inf")


def run() -> list[Result]:
    """The page ‘Indicatoren’, and ‘Overzicht’: first its words, and then all that it works out after them."""
    room = f"middle of {OPENINGS} openings at {WIDTH}×{HEIGHT}"
    return [
        _opened("Indicatoren", indicators.build, LIMIT, f"25 charts, {room}"),
        _opened("Overzicht", overview.build, SWITCH, f"words first, {room}"),
        _opened("Overzicht, complete,", overview.build, LIMIT, f"judged and modelled, {room}", _complete),
    ]


def _opened(
    name: str,
    build: Callable[[AppState], QWidget],
    limit: float,
    details: str,
    is_open: Callable[[QWidget], bool] = painted,
) -> Result:
    ours, reference = openings(build, _with_quarters, is_open)
    return Result(f"page ‘{name}’ opens, beside a bare page", ours, reference, _RATIO, details, limit)


def _complete(page: QWidget) -> bool:
    """Whether all is there that follows the first painting."""
    return isinstance(page, OverviewPage) and page.complete


def _with_quarters(session: Session) -> None:
    examples.load(session, "bench")
