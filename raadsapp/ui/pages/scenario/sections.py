"""The parts of the page beside the levers; each is made when it is first opened."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial

from PySide6.QtWidgets import QWidget

from raadsapp.ui.pages.scenario.session import ScenarioSession
from raadsapp.ui.state import AppState

LEVERS = "levers"
SAVED = "saved"
AGREEMENT = "agreement"

Go = Callable[[str], QWidget]
"""Opens the part with a key, and gives it."""


@dataclass(frozen=True, slots=True)
class Section:
    """A part with the words on its button, and how to make it."""

    key: str
    title: str
    build: Callable[[AppState, ScenarioSession, Go], QWidget]


def _saved(state: AppState, scenario: ScenarioSession, go: Go) -> QWidget:
    from raadsapp.ui.pages.scenario.saved_view import SavedView

    view = SavedView(state, scenario)
    view.levers_asked.connect(partial(go, LEVERS))
    view.agreement_asked.connect(partial(_agree, go))
    return view


def _agreement(state: AppState, scenario: ScenarioSession, go: Go) -> QWidget:
    from raadsapp.ui.pages.scenario.agreement_view import AgreementView

    view = AgreementView(state, scenario)
    view.levers_asked.connect(partial(go, LEVERS))
    return view


def _agree(go: Go, saved: int) -> None:
    """Begin an agreement from the saved scenario with this number."""
    from raadsapp.ui.pages.scenario.agreement_view import AgreementView

    view = go(AGREEMENT)
    if isinstance(view, AgreementView):
        view.begin(saved)


SECTIONS = (
    Section(SAVED, "Bewaarde scenario’s", _saved),
    Section(AGREEMENT, "Raadsakkoord", _agreement),
)


def save_levers(go: Go) -> None:
    """Open the form that saves what is on the levers."""
    from raadsapp.ui.pages.scenario.saved_view import SavedView

    view = go(SAVED)
    if isinstance(view, SavedView):
        view.begin_saving()
