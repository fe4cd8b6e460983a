"""What the cells of a delivered sheet do to the series they belong to."""

from bisect import bisect_left
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum

from raadsapp.domain.catalog import Catalog
from raadsapp.domain.facts import Series
from raadsapp.domain.goals import Indicator
from raadsapp.domain.observation import Observation, ObservationKey
from raadsapp.domain.problem import Problem
from raadsapp.intake.cells import cell_place
from raadsapp.services import measurements
from raadsapp.services.delivered_values import Change
from raadsapp.services.deliveries import Preview
from raadsapp.services.opening import Session
from raadsapp.store.observations import same
from raadsapp.texts import amount

CellAt = tuple[str, int, int]
"""Sheet, row and column of a cell, the last two counted from 0."""


class Effect(StrEnum):
    """What a delivered value does to what is known."""

    NEW = "nieuw"
    CHANGED = "verandert"
    UNCHANGED = "blijft gelijk"


@dataclass(frozen=True, slots=True)
class Shown:
    """A preview with what its shown cells give: the number of the observation, its change, what was found.

    `cells` tells where each of those observations stands.
    """

    preview: Preview
    values: Mapping[CellAt, int]
    cells: Mapping[ObservationKey, CellAt]
    changes: Mapping[CellAt, Change]
    problems: Mapping[CellAt, tuple[Problem, ...]]

    def of_row(self, sheet: str, row: int) -> list[int]:
        """The observations that a shown row gives, from left to right."""
        return [number for _, number in sorted(it for it in self.values.items() if it[0][:2] == (sheet, row))]


@dataclass(frozen=True, slots=True)
class Outcome:
    """A delivered value beside what is known of its series for periods of the same kind, in their order."""

    observation: Observation
    effect: Effect
    old: Observation | None
    known: tuple[Observation, ...]


def shown(preview: Preview) -> Shown:
    """Look up what each cell of the rows in `preview.parts` gives."""
    rows = {(part.name, row) for part in preview.parts for row, _ in part.rows}
    values = dict(_values(preview))
    cells = {preview.observations[number].key: at for at, number in values.items()}
    changes = dict(_changes(preview, values))
    found: dict[CellAt, tuple[Problem, ...]] = {}
    for problem in preview.problems:
        place = cell_place(problem.cell)
        if place and (problem.sheet, place[0]) in rows:
            at = (problem.sheet, *place)
            found[at] = (*found.get(at, ()), problem)
    return Shown(preview, values, cells, changes, found)


def _changes(preview: Preview, values: Mapping[CellAt, int]) -> Iterator[tuple[CellAt, Change]]:
    """The changes that the shown cells make; of a large file there are many others."""
    numbers = preview.changed_numbers
    for at, number in values.items():
        place = bisect_left(numbers, number)
        if place < len(numbers) and numbers[place] == number:
            yield at, preview.changes[place]


def _values(preview: Preview) -> Iterator[tuple[CellAt, int]]:
    """The observations of the shown rows by cell; both stand in reading order, so most are skipped."""
    sheets = [part.name for part in preview.parts]
    numbers = range(len(preview.observations))

    def reached(number: int) -> tuple[int, int]:
        sheet, row, _ = preview.place(number)
        return sheets.index(sheet), row

    number = 0
    for order, part in enumerate(preview.parts):
        for row, _ in part.rows:
            if number < len(numbers) and reached(number) < (order, row):
                number = bisect_left(numbers, (order, row), lo=number, key=reached)
            while number < len(numbers) and reached(number) == (order, row):
                yield preview.place(number), number
                number += 1


def outcome(session: Session, observation: Observation) -> Outcome:
    """What storing `observation` would do now."""
    key = observation.key
    known = tuple(
        one
        for one in measurements.series(session, key.indicator, key.municipality, key.breakdown)
        if one.key.period.kind is key.period.kind
    )
    old = next((one for one in known if one.key == key), None)
    if old is None:
        return Outcome(observation, Effect.NEW, None, known)
    return Outcome(observation, Effect.UNCHANGED if same(old, observation) else Effect.CHANGED, old, known)


def series_name(catalog: Catalog, key: ObservationKey) -> str:
    """The title of the indicator or series."""
    found = catalog.find(key.indicator)
    return found.title if isinstance(found, Indicator | Series) else key.indicator


def municipality_name(catalog: Catalog, key: ObservationKey) -> str:
    """The name of the municipality."""
    found = catalog.municipality(key.municipality)
    return found.name if found else key.municipality


def value_words(catalog: Catalog, key: ObservationKey, value: float) -> str:
    """A value of the series with its unit."""
    match catalog.find(key.indicator):
        case Indicator() as indicator:
            return amount(value, indicator.split(key.breakdown).unit)
        case Series() as series:
            return amount(value, series.unit)
        case _:
            return amount(value, "aantal")
