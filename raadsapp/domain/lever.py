"""Levers of the scenario page: what may be set, in which range, and who says so."""

from dataclasses import dataclass
from enum import StrEnum

from raadsapp.domain.source import Source, Standing


class LeverKind(StrEnum):
    """What is believed, or what is decided."""

    ASSUMPTION = "assumption"
    POLICY = "policy"


@dataclass(frozen=True, slots=True, kw_only=True)
class Choice:
    """One option of a lever that chooses."""

    value: str
    label: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Spread:
    """Offsets below and above the slider between which an assumption is drawn, and who says so."""

    low: float
    high: float
    source: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Observed:
    """The part of the range that was ever seen."""

    low: float
    high: float
    source: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Lever:
    """One lever: a number between `low` and `high` in steps of `step`, or one of `choices`.

    `purpose` says in at most twenty words what it does. With `weighted`, default and range are those of
    Voerendaal and grow with a municipality's weight. `defaults` holds other defaults by municipality code.
    `works_with` are the keys of levers of which at least one must be set for this one to do anything.
    """

    key: str
    kind: LeverKind
    label: str
    purpose: str
    unit: str
    default: float | str
    low: float = 0.0
    high: float = 0.0
    step: float = 0.0
    decimals: int = 0
    choices: tuple[Choice, ...] = ()
    weighted: bool = False
    defaults: dict[str, str] | None = None
    spread: Spread | None = None
    observed: Observed | None = None
    works_with: tuple[str, ...] = ()
    standing: Standing = Standing.ASSUMPTION
    chosen_by: str
    effects: tuple[str, ...] = ()
    sources: tuple[Source, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Preset:
    """A named setting of levers and the sentence that says what it shows; `settings` as (lever, value)."""

    key: str
    title: str
    text: str
    settings: tuple[tuple[str, float | str], ...] = ()
