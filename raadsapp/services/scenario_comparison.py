"""Two to four saved scenarios side by side: what differs between their levers, then what comes out."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from raadsapp.domain.catalog import Catalog
from raadsapp.domain.lever import LeverKind
from raadsapp.domain.saved_scenario import SavedScenario
from raadsapp.errors import UserError
from raadsapp.model.scenario import Outcome
from raadsapp.services.saved_scenarios import restored
from raadsapp.services.scenario import Scenario, outcome
from raadsapp.services.scenario_drift import drift
from raadsapp.services.scenario_sentences import REFERENCE_YEAR, estimate_mark, estimate_sentence
from raadsapp.services.scenario_words import LONGEST_WAIT, OutcomeRow, amount, outcome_words, setting, weeks
from raadsapp.texts import enumeration, euro

FEWEST, MOST = 2, 4
"""How many scenarios stand side by side."""

IN_YEAR = (
    "demand_cost",
    "lumpsum",
    "balance",
    "waiting_weeks",
    "clients",
    "residential_clients",
    "cooperative_result",
    "municipality_total",
    "old_system_cost",
)
"""Outcomes that are put side by side, in the year of the published amount."""
_ADDED_UP = ("balance", "cooperative_result", "municipality_total", "old_system_cost")
_LONG = LONGEST_WAIT + 1
"""Weeks from which all waits are the same: longer than a year."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SettingRow:
    """A lever that does not stand the same everywhere: where it stands in each scenario."""

    label: str
    kind: LeverKind
    cells: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Comparison:
    """Scenarios side by side on the facts of today, one column each.

    `marks` say of a column that it is scaled, wholly or in part; empty for one that is not.
    """

    names: tuple[str, ...]
    municipalities: tuple[str, ...]
    marks: tuple[str, ...]
    settings: tuple[SettingRow, ...]
    outcomes: tuple[OutcomeRow, ...]
    sentences: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class _Column:
    name: str
    asked: Scenario
    outcome: Outcome

    def value(self, key: str) -> float:
        return float(getattr(self.outcome, key)[0, self.asked.years.index(REFERENCE_YEAR)])

    def added_up(self, key: str) -> float:
        last = self.asked.years.index(REFERENCE_YEAR)
        return float(np.sum(getattr(self.outcome, key)[0, : last + 1]))

    @property
    def shortage(self) -> float:
        return max(0.0, -self.value("balance"))

    @property
    def short_words(self) -> str:
        return euro(self.shortage)

    @property
    def wait(self) -> float:
        return min(self.value("waiting_weeks"), _LONG)

    @property
    def wait_words(self) -> str:
        return weeks(self.wait)


def compare(catalog: Catalog, saved: Sequence[SavedScenario]) -> Comparison:
    """Work out two to four saved scenarios on the facts of today and put them side by side.

    UserError for another number of them, or when a municipality no longer takes part in the dossier.
    """
    if not FEWEST <= len(saved) <= MOST:
        raise UserError(
            f"Vergelijken kan met {FEWEST} tot en met {MOST} scenario’s; dit zijn er {len(saved)}.",
            "Kies er meer of minder.",
        )
    columns = [_column(catalog, one, name) for one, name in zip(saved, _names(saved), strict=True)]
    return Comparison(
        names=tuple(column.name for column in columns),
        municipalities=tuple(column.asked.name for column in columns),
        marks=tuple(estimate_mark(column.asked) for column in columns),
        settings=_settings(columns),
        outcomes=_outcomes(columns),
        sentences=(*_sentences(columns), *_estimates(columns), *_drifted(catalog, saved, columns)),
    )


def _column(catalog: Catalog, saved: SavedScenario, name: str) -> _Column:
    asked = restored(catalog, saved)
    return _Column(name=name, asked=asked, outcome=outcome(asked))


def _names(saved: Sequence[SavedScenario]) -> list[str]:
    """The names; scenarios of the same name are told apart by their number."""
    times = Counter(one.name for one in saved)
    return [one.name if times[one.name] == 1 else f"{one.name} (nummer {one.number})" for one in saved]


def _settings(columns: Sequence[_Column]) -> tuple[SettingRow, ...]:
    rows = []
    for place, lever in enumerate(columns[0].asked.definitions):
        values = [column.asked.values[place][1] for column in columns]
        if len(set(values)) > 1:
            own = [column.asked.definitions[place] for column in columns]
            cells = tuple(setting(one, value) for one, value in zip(own, values, strict=True))
            rows.append(SettingRow(label=lever.label, kind=lever.kind, cells=cells))
    return tuple(rows)


def _outcomes(columns: Sequence[_Column]) -> tuple[OutcomeRow, ...]:
    first = columns[0].asked.years[0]
    in_year = [
        OutcomeRow(
            label=f"{outcome_words(key).title} in {REFERENCE_YEAR}",
            cells=tuple(amount(column.value(key), outcome_words(key)) for column in columns),
        )
        for key in IN_YEAR
    ]
    added_up = [
        OutcomeRow(
            label=f"{outcome_words(key).title}, {first} tot en met {REFERENCE_YEAR} opgeteld",
            cells=tuple(amount(column.added_up(key), outcome_words(key)) for column in columns),
        )
        for key in _ADDED_UP
    ]
    return (*in_year, *added_up)


def _sentences(columns: Sequence[_Column]) -> tuple[str, ...]:
    """Which has the smallest shortage and which the shortest wait: never one without the other."""
    if len({column.asked.municipality for column in columns}) > 1:
        return ("Deze scenario’s gaan over verschillende gemeenten: hun bedragen zijn niet te vergelijken.",)
    cheap = _least([round(column.shortage) for column in columns])
    quick = _least([round(column.wait) for column in columns])
    short, wait = columns[cheap[0]].short_words, columns[quick[0]].wait_words
    none = round(columns[cheap[0]].shortage) == 0
    smallest = "geen tekort" if none else f"het kleinste tekort ({short})"
    if len(cheap) == len(quick) == len(columns):
        same = "geen tekort" if none else f"een tekort van {short}"
        return (f"In {REFERENCE_YEAR} is het overal gelijk: {same}, een wachttijd van {wait}.",)
    if len(quick) == len(columns):
        least = f"{_said(columns, cheap)} in {REFERENCE_YEAR} {smallest}"
        return (f"{least}. De wachttijd is overal gelijk: {wait}.",)
    if len(cheap) == len(columns):
        least = f"{_said(columns, quick)} in {REFERENCE_YEAR} de kortste wachttijd ({wait})"
        same = "Er is nergens een tekort" if none else f"Het tekort is overal gelijk: {short}"
        return (f"{least}. {same}.",)
    both = [place for place in cheap if place in quick]
    if both:
        best = f"{_said(columns, both)} in {REFERENCE_YEAR} {smallest}"
        return (f"{best} en ook de kortste wachttijd ({wait}).",)
    waits = enumeration([columns[place].wait_words for place in cheap])
    shorts = enumeration([columns[place].short_words for place in quick])
    return (
        f"{_said(columns, cheap)} in {REFERENCE_YEAR} {smallest}. Wachttijd daar: {waits}.",
        f"{_said(columns, quick)} de kortste wachttijd: {wait}. Tekort daar: {shorts}.",
    )


def _estimates(columns: Sequence[_Column]) -> tuple[str, ...]:
    """What of the columns is scaled, each sentence once."""
    return tuple(dict.fromkeys(filter(None, (estimate_sentence(column.asked) for column in columns))))


def _least(values: Sequence[int]) -> list[int]:
    """The places of the smallest value."""
    return [place for place, value in enumerate(values) if value == min(values)]


def _said(columns: Sequence[_Column], places: Sequence[int]) -> str:
    names = enumeration([f"‘{columns[place].name}’" for place in places])
    return f"{names} {'heeft' if len(places) == 1 else 'hebben'}"


def _drifted(catalog: Catalog, saved: Sequence[SavedScenario], columns: Sequence[_Column]) -> tuple[str, ...]:
    moved = [
        f"‘{column.name}’"
        for one, column in zip(saved, columns, strict=True)
        if drift(catalog, one).sentences
    ]
    if not moved:
        return ()
    verb = "is" if len(moved) == 1 else "zijn"
    redone = f"{enumeration(moved)} {verb} doorgerekend met de cijfers en het model van nu"
    return (f"{redone}. Sinds het bewaren is daar iets aan veranderd.",)
