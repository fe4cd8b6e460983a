"""What reading the first file takes: loaded while a clerk still looks for that file."""

from contextlib import suppress
from importlib import import_module

from raadsapp.errors import UserError
from raadsapp.services.layouts import all_layouts

_LATE = (
    "raadsapp.intake.checks.registered",
    "raadsapp.intake.in_bulk",
    "raadsapp.services.delivery_privacy",
)
"""Modules that a start does without."""


def load_ahead() -> None:
    """Have the checks (with numpy), the rules and words for personal data, and the layouts at hand.

    From any thread; it takes some 200 ms the first time. What cannot be read is said when a file is read.
    """
    for module in _LATE:
        import_module(module)
    from raadsapp.privacy.personal_data.word_lists import shipped_lists

    with suppress(UserError, OSError):
        shipped_lists()
        all_layouts()
