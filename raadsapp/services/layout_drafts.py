"""A layout in the making: what a clerk points at in a file that no layout knows."""

from dataclasses import dataclass, replace
from enum import StrEnum
from typing import Literal

from raadsapp.domain.observation import Status
from raadsapp.domain.period import PeriodKind

Decimal = Literal["", ",", "."]


class Part(StrEnum):
    """What must be known of a value, in the order in which the form asks it."""

    MUNICIPALITY = "municipality"
    PERIOD = "period"
    INDICATOR = "indicator"
    BREAKDOWN = "breakdown"
    UNIT = "unit"


class Where(StrEnum):
    """Where a part stands: in the rows, in the headings of the values, once outside the rows, or as said."""

    NOWHERE = ""
    COLUMN = "column"
    HEADINGS = "headings"
    CELL = "cell"
    SHEET = "sheet"
    FILE = "file"
    TEXT = "text"


@dataclass(frozen=True, slots=True)
class Place:
    """Where one part stands; `column` and `row` count from 0.

    `text` is what the clerk says that it is: a code or key, or a period as anyone writes it.
    """

    where: Where = Where.NOWHERE
    column: int = -1
    row: int = -1
    text: str = ""


NOWHERE = Place()


@dataclass(frozen=True, slots=True)
class ValueColumn:
    """A column of values, times `factor`; `series` is their key where each value column has its own."""

    column: int
    series: str = ""
    factor: float = 1.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Draft:
    """What the clerk said so far, and what was guessed.

    `headings` are the first and last row of the heading, from 0. `dimension` names the breakdown, empty where
    its texts do (`dimensie=waarde`). Rows with a word of `skip` as municipality are left out. A day stands
    for the period of kind `days` it falls in. `guessed` are the parts that nobody has looked at yet.
    """

    headings: tuple[int, int]
    places: tuple[tuple[Part, Place], ...] = ()
    values: tuple[ValueColumn, ...] = ()
    dimension: str = ""
    decimal: Decimal = ""
    status: Status = Status.FINAL
    source: str = ""
    skip: tuple[str, ...] = ()
    days: PeriodKind | None = None
    guessed: frozenset[Part] = frozenset()

    def place(self, part: Part) -> Place:
        """Where this part stands; NOWHERE when nothing was said of it."""
        return dict(self.places).get(part, NOWHERE)

    def with_place(self, part: Part, place: Place) -> "Draft":
        """The same, with this part there; a column no longer holds what it was said to hold before."""
        places = {known: said for known, said in self.places if not _same_column(said, place)}
        places[part] = place
        values = self.values
        if place.where is Where.COLUMN:
            values = tuple(value for value in values if value.column != place.column)
        if part is Part.INDICATOR and place.where is not Where.HEADINGS:
            values = tuple(replace(value, series="") for value in values)
        return replace(self, places=_ordered(places), values=values, guessed=self.guessed - {part})

    def with_values(self, columns: tuple[int, ...]) -> "Draft":
        """The same, with values in these columns; what was said of a column that stays is kept."""
        known = {value.column: value for value in self.values}
        factor = self.values[0].factor if self.values else 1.0
        values = tuple(
            known.get(column, ValueColumn(column, factor=factor)) for column in sorted(set(columns))
        )
        return replace(self.without_columns(columns), values=values)

    def without_columns(self, columns: tuple[int, ...]) -> "Draft":
        """The same, with nothing read from these columns."""
        places = {
            part: said
            for part, said in self.places
            if said.where is not Where.COLUMN or said.column not in columns
        }
        values = tuple(value for value in self.values if value.column not in columns)
        return replace(self, values=values, places=_ordered(places))


def missing(draft: Draft) -> tuple[str, ...]:
    """What must still be said before there can be a layout, in Dutch sentences."""
    asked = (
        (not draft.values, "Wijs de kolommen met cijfers aan."),
        (draft.place(Part.MUNICIPALITY) == NOWHERE, "Zeg waar de gemeente staat, of kies er een."),
        (draft.place(Part.PERIOD) == NOWHERE, "Zeg waar de periode staat, of kies er een."),
        (draft.place(Part.INDICATOR) == NOWHERE, "Zeg over welke indicator of reeks de cijfers gaan."),
        (
            draft.place(Part.INDICATOR).where is Where.HEADINGS
            and not all(value.series for value in draft.values),
            "Kies bij elke kolom met cijfers de indicator of reeks.",
        ),
        (
            any(said.where is Where.TEXT and not said.text.strip() for _, said in draft.places),
            "Vul in wat voor het hele bestand geldt.",
        ),
    )
    return tuple(words for lacking, words in asked if lacking)


def _same_column(one: Place, other: Place) -> bool:
    return one.where is other.where is Where.COLUMN and one.column == other.column


def _ordered(places: dict[Part, Place]) -> tuple[tuple[Part, Place], ...]:
    return tuple((part, places[part]) for part in Part if part in places)
