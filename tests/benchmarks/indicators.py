"""From asking for the page ‘Indicatoren’ with all its charts to its first painting, against a bare page.

The fictional quarters are in, and what may be shown of them was decided before, as after the first time.
"""

from raadsapp.services import examples
from raadsapp.services.opening import Session
from raadsapp.ui.pages.indicators import build
from tests.benchmarks.page import OPENINGS, openings
from tests.benchmarks.result import Result
from tests.benchmarks.slider import HEIGHT, WIDTH

LIMIT = 0.250
_RATIO = float("inf")


def run() -> list[Result]:
    """The page ‘Indicatoren’."""
    ours, reference = openings(build, _with_quarters)
    details = f"25 charts, middle of {OPENINGS} openings at {WIDTH}×{HEIGHT}"
    return [Result("page ‘Indicatoren’ opens, beside a bare page", ours, reference, _RATIO, details, LIMIT)]


def _with_quarters(session: Session) -> None:
    examples.load(session, "bench")
