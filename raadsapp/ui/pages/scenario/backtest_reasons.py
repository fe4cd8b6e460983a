"""What the tab ‘Terugkijken’ answers with ‘Waarom dit getal?’, and the levers that is about."""

from collections.abc import Iterator
from dataclasses import dataclass

from PySide6.QtWidgets import QMenu, QPushButton

from raadsapp.domain.catalog import Catalog
from raadsapp.services.published_words import (
    EXTRA_A_YEAR,
    EXTRA_TWO_YEARS,
    HIGH,
    LOW,
    MISSED_EXTRA,
    MISSED_SHORTAGE,
    SHORTAGE_BESIDE_EXTRA,
    figure_title,
)
from raadsapp.services.scenario_backtest import BUDGET, EXTRA, CameOut, Expected
from raadsapp.services.scenario_region import TOGETHER
from raadsapp.services.scenario_sentences import REFERENCE_YEAR
from raadsapp.ui.pages.scenario.own_reason import OwnReason
from raadsapp.ui.pages.scenario.session import ScenarioSession
from raadsapp.ui.state import AppState
from raadsapp.ui.widgets.buttons import quiet_button

_BASE_YEAR = "base_year"


@dataclass(frozen=True, slots=True, kw_only=True)
class Question:
    """A quantity in a year, from the start called `label` and with all other levers at their defaults."""

    quantity: str
    year: int = REFERENCE_YEAR
    start: str = BUDGET
    label: str = ""


def ask_differences(came: CameOut) -> QPushButton:
    """A button with, for each year, every difference and margin in the picture of a published amount."""
    button = _button()
    menu = QMenu(button)
    for year in came.years:
        of_year = menu.addMenu(f"Tekort in {year}")
        for one in came.expected:
            if one.year == year:
                for words, quantity in _figures(came, one):
                    asked = Question(quantity=quantity, year=year, start=one.start, label=one.label)
                    of_year.addAction(f"{one.label}: {words}").setData(asked)
    button.setMenu(menu)
    return button


def ask_contradictions() -> QPushButton:
    """A button with the amounts on which the source contradicts itself."""
    button = _button()
    menu = QMenu(button)
    for quantity in (EXTRA_A_YEAR, EXTRA_TWO_YEARS, SHORTAGE_BESIDE_EXTRA):
        menu.addAction(figure_title(quantity)).setData(Question(quantity=quantity))
    button.setMenu(menu)
    return button


def reason(state: AppState, catalog: Catalog, question: Question) -> OwnReason:
    """Explains a figure of the tab on levers of its own."""
    own = ScenarioSession(catalog, TOGETHER)
    own.apply({_BASE_YEAR: question.start}, question.label)
    own.want(("gap",))
    own.work_out()
    start = f", startpunt {question.label}" if question.label else ""
    return OwnReason(state, own, f"Terugkijken{start}: de andere schuiven in de beginstand")


def _button() -> QPushButton:
    button = quiet_button("Waarom dit getal?", "help")
    button.setAccessibleDescription("Toont stap voor stap hoe een getal is berekend")
    return button


def _figures(came: CameOut, one: Expected) -> Iterator[tuple[str, str]]:
    yield "tekort en verschil", MISSED_EXTRA if came.key == EXTRA else MISSED_SHORTAGE
    if one.low is not None:
        yield "onderkant van de marge", LOW
        yield "bovenkant van de marge", HIGH
