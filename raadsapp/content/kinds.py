"""The kinds of items a dossier has: in which file each stands and where the catalog keeps it."""

from dataclasses import dataclass
from pathlib import Path
from typing import Any

from raadsapp.domain.case import Case
from raadsapp.domain.catalog import Catalog, Item
from raadsapp.domain.facts import AgeCount, Fact, Series
from raadsapp.domain.goals import Effect, Goal, Indicator, Recommendation
from raadsapp.domain.guidance import Guidance
from raadsapp.domain.lever import Lever, Preset
from raadsapp.domain.municipality import Municipality
from raadsapp.domain.source import Document
from raadsapp.domain.statements import Comparison, Event, OrderPart, Question, Role, Statement

DOSSIER_FILE = "dossier.toml"
MUNICIPALITY_FILE = "municipalities.csv"
CASE_FOLDER = "cases"
"""Folder with a file for each example case; a dossier may do without."""


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of item: its name, its file, the array of tables in it, its type and its field of `Catalog`."""

    name: str
    file: str
    table: str
    type: type[Any]
    field: str

    def items(self, catalog: Catalog) -> tuple[Item, ...]:
        """All items of this kind, in file order."""
        found: tuple[Item, ...] = getattr(catalog, self.field)
        return found


TOML_KINDS = (
    Kind("document", "documents.toml", "document", Document, "documents"),
    Kind("goal", "goals.toml", "goal", Goal, "goals"),
    Kind("effect", "effects.toml", "effect", Effect, "effects"),
    Kind("indicator", "indicators.toml", "indicator", Indicator, "indicators"),
    Kind("recommendation", "recommendations.toml", "recommendation", Recommendation, "recommendations"),
    Kind("guidance", "guidance.toml", "guidance", Guidance, "guidance"),
    Kind("statement", "statements.toml", "statement", Statement, "statements"),
    Kind("order", "order.toml", "part", OrderPart, "order"),
    Kind("question", "questions.toml", "question", Question, "questions"),
    Kind("comparison", "comparisons.toml", "comparison", Comparison, "comparisons"),
    Kind("event", "timeline.toml", "event", Event, "timeline"),
    Kind("role", "roles.toml", "role", Role, "roles"),
    Kind("fact", "facts.toml", "fact", Fact, "facts"),
    Kind("age_count", "age_counts.toml", "count", AgeCount, "age_counts"),
    Kind("series", "series.toml", "series", Series, "series"),
    Kind("lever", "levers.toml", "lever", Lever, "levers"),
    Kind("preset", "presets.toml", "preset", Preset, "presets"),
)
MUNICIPALITY_KIND = Kind("municipality", MUNICIPALITY_FILE, "", Municipality, "municipalities")
CASE_KIND = Kind("case", CASE_FOLDER, "", Case, "cases")
KINDS = (*TOML_KINDS, CASE_KIND, MUNICIPALITY_KIND)


def case_files(folder: Path) -> tuple[str, ...]:
    """The files with example cases in a dossier, as `cases/name.md`, in order of name."""
    return tuple(f"{CASE_FOLDER}/{path.name}" for path in sorted((folder / CASE_FOLDER).glob("*.md")))


def key_of(item: Item) -> str:
    """What identifies an item: its key, or the CBS code of a municipality."""
    return item.code if isinstance(item, Municipality) else item.key
