"""The whole dossier as one frozen value."""

from dataclasses import dataclass, field
from datetime import date
from functools import cached_property

from raadsapp.domain.case import Case
from raadsapp.domain.facts import AgeCount, Fact, Series
from raadsapp.domain.goals import Effect, Goal, Indicator, Recommendation
from raadsapp.domain.guidance import Guidance
from raadsapp.domain.lever import Lever, Preset
from raadsapp.domain.municipality import Municipality
from raadsapp.domain.source import Document
from raadsapp.domain.statements import Comparison, Event, OrderPart, Question, Role, Statement

Item = (
    Goal
    | Effect
    | Indicator
    | Recommendation
    | Guidance
    | Statement
    | OrderPart
    | Question
    | Comparison
    | Event
    | Role
    | Fact
    | AgeCount
    | Series
    | Lever
    | Preset
    | Case
    | Document
    | Municipality
)


@dataclass(frozen=True, kw_only=True)
class Dossier:
    """Name, version and reach of a dossier. A higher `version` is newer; `municipalities` take part in it.

    Members see no counts of persons under `threshold`, and counts rounded to `rounding` (0: as they are).
    """

    key: str
    title: str
    version: int
    as_of: date
    municipalities: tuple[str, ...]
    years: tuple[int, int]
    threshold: int = 10
    rounding: int = 0


@dataclass(frozen=True, kw_only=True)
class Catalog:
    """Everything the dossier files say, in file order. Keys are unique over all kinds but municipalities."""

    dossier: Dossier
    documents: tuple[Document, ...] = ()
    goals: tuple[Goal, ...] = ()
    effects: tuple[Effect, ...] = ()
    indicators: tuple[Indicator, ...] = ()
    recommendations: tuple[Recommendation, ...] = ()
    guidance: tuple[Guidance, ...] = ()
    statements: tuple[Statement, ...] = ()
    order: tuple[OrderPart, ...] = ()
    questions: tuple[Question, ...] = ()
    comparisons: tuple[Comparison, ...] = ()
    timeline: tuple[Event, ...] = ()
    roles: tuple[Role, ...] = ()
    facts: tuple[Fact, ...] = ()
    age_counts: tuple[AgeCount, ...] = ()
    series: tuple[Series, ...] = ()
    levers: tuple[Lever, ...] = ()
    presets: tuple[Preset, ...] = ()
    cases: tuple[Case, ...] = ()
    municipalities: tuple[Municipality, ...] = field(default=(), repr=False)

    @cached_property
    def _by_key(self) -> dict[str, Item]:
        groups: tuple[tuple[Item, ...], ...] = (
            self.documents,
            self.goals,
            self.effects,
            self.indicators,
            self.recommendations,
            self.guidance,
            self.statements,
            self.order,
            self.questions,
            self.comparisons,
            self.timeline,
            self.roles,
            self.facts,
            self.age_counts,
            self.series,
            self.levers,
            self.presets,
            self.cases,
        )
        return {item.key: item for group in groups for item in group if not isinstance(item, Municipality)}

    @cached_property
    def _by_code(self) -> dict[str, Municipality]:
        return {municipality.code: municipality for municipality in self.municipalities}

    def find(self, key: str) -> Item | None:
        """The item with this key, or None."""
        return self._by_key.get(key)

    def entries(self) -> tuple[tuple[str, Item], ...]:
        """Every item that has a key, with its key: kind by kind, in file order."""
        return tuple(self._by_key.items())

    def municipality(self, code: str) -> Municipality | None:
        """The municipality with this CBS code, or None."""
        return self._by_code.get(code)

    def fact(self, key: str) -> Fact:
        """The fact with this key; KeyError when the dossier has none (a fault in the program)."""
        found = self._by_key[key]
        if not isinstance(found, Fact):
            raise KeyError(key)
        return found
