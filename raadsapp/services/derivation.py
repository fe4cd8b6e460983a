"""The records of ‘Waarom dit getal?’: a figure, its equation, and what goes into it."""

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from raadsapp.domain.source import Source, Standing
from raadsapp.services.scenario_words import OutcomeUnit, outcome_words

if TYPE_CHECKING:
    from collections.abc import Callable

    from raadsapp.services.derivation_working import At


class InputKind(StrEnum):
    """What an input of an equation is, in the word a reader meets."""

    STEP = "berekend"
    ASSUMPTION = "aanname"
    POLICY = "beleid"
    FACT = "cijfer"
    DRAWN = "doorgerekend"


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """A figure of the model: which quantity, of which municipality (code or `samen`), year and age."""

    quantity: str
    municipality: str
    year: int
    age: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Input:
    """What goes into an equation under `symbol`; without one it decides which figures are used.

    `place` leads on to the input's own derivation and is None for a lever or a fact. `note` says of a lever
    where it stands by itself. `standing` is how firm the figure is.
    """

    kind: InputKind
    symbol: str
    label: str
    value: float
    shown: str
    place: Place | None = None
    note: str = ""
    standing: Standing = Standing.SOURCE
    sources: tuple[Source, ...] = ()
    caveats: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Equation:
    """How a figure comes about: in words, as a formula (see `formula`), and from which inputs.

    `borrowed` says that the inputs are figures of another municipality.
    """

    words: str
    formula: str
    inputs: tuple[Input, ...]
    borrowed: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Quantity:
    """A kind of figure; `unit` is None for a factor.

    `title` may hold `{age}` and `{older}`, the age of the figure and the next one, and `{year}`. `counted`
    says that it rests on young people who were counted in the municipality itself, so it is never scaled from
    another. What is not `yearly` is the same in every year, or only of some years. `said` writes a value that
    is not written by its unit.
    """

    key: str
    title: str
    symbol: str
    unit: OutcomeUnit | None
    equation: "Callable[[At], Equation]"
    counted: bool = False
    yearly: bool = True
    said: "Callable[[float], str] | None" = None


def outcome_quantity(key: str, symbol: str, equation: "Callable[[At], Equation]") -> Quantity:
    """An outcome of the model under its own title and unit; KeyError for another (a fault in the program)."""
    words = outcome_words(key)
    return Quantity(key=key, title=words.title, symbol=symbol, unit=words.unit, equation=equation)


@dataclass(frozen=True, slots=True, kw_only=True)
class Derivation:
    """A figure explained.

    `shown` is its value as it stands on screen, `precise` with all the figures that count. `words`, `symbols`
    and `filled` are its equation; `filled` ends with the value. `estimated` says that it is scaled from
    another municipality.
    """

    place: Place
    title: str
    value: float
    shown: str
    precise: str
    words: str
    symbols: str
    filled: str
    inputs: tuple[Input, ...]
    estimated: bool
