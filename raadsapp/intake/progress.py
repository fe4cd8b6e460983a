"""How far slow work is, told to whoever asked for it, who may stop it there and then."""

from collections.abc import Callable
from dataclasses import dataclass


class Cancelled(Exception):  # noqa: N818 - not an error: the reader asked for it
    """Raised by the one that is told, to stop the work; nothing is kept of it."""


@dataclass(frozen=True, slots=True)
class Progress:
    """`done` of `total` parts are ready; `total` is None where nobody knows yet. `what` is done, in Dutch."""

    done: int
    total: int | None
    what: str


Tell = Callable[[Progress], None]
"""Called now and then in the thread that does the work, at least five times a second."""


def untold(_progress: Progress) -> None:
    """Tell nobody."""
