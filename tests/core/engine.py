"""τ-ARGUS in this process, for tests that ask it often: the same answers, and no other process each time."""

import pytest

from raadsapp.privacy.disclosure import apart, tau_argus
from raadsapp.privacy.disclosure.least import least
from raadsapp.privacy.disclosure.protecting import Engine
from raadsapp.services.disclosing import Tell


def engine_here() -> Engine | None:
    """The engine itself, None where it is not installed."""
    return least if tau_argus.available() else None


def search_here(patch: pytest.MonkeyPatch) -> None:
    """Let what members see be decided without another process; that there is one, other tests look at."""

    def engine(_tell: Tell) -> Engine | None:
        return engine_here()

    patch.setattr(apart, "engine_apart", engine)
