"""The rest of the inventory: mission, principles, order, research, comparison, timeline, roles, lessons."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from raadsapp.domain.goals import System
from raadsapp.domain.source import Source


class StatementKind(StrEnum):
    """What a plain statement is."""

    MISSION = "mission"
    PRINCIPLE = "principle"
    ORGANISING_PRINCIPLE = "organising_principle"
    TRANSFORMATION_GOAL = "transformation_goal"
    BOTTLENECK = "bottleneck"
    TENDER_REASON = "tender_reason"
    CONCLUSION = "conclusion"
    MEMBER = "member"
    LESSON = "lesson"
    STEERING_NOTE = "steering_note"


@dataclass(frozen=True, slots=True, kw_only=True)
class Statement:
    """A titled sentence or two with its source."""

    key: str
    kind: StatementKind
    title: str
    text: str
    system: System = System.NEW
    sources: tuple[Source, ...]
    caveats: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class OrderPart:
    """A part of the order to the contractor; `phase` is 1, 2 or 0 (from the start, not phased)."""

    key: str
    title: str
    text: str
    phase: int = 0
    parent: str = ""
    sources: tuple[Source, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Question:
    """A research question; `parent` is the question it belongs to, `answer` empty for the central one."""

    key: str
    title: str
    text: str
    answer: str = ""
    parent: str = ""
    sources: tuple[Source, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Comparison:
    """One aspect of the old system beside the new."""

    key: str
    title: str
    old: str
    new: str
    effects: tuple[str, ...] = ()
    sources: tuple[Source, ...]
    caveats: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Event:
    """A moment on the timeline. `when` is how the source words it, `begins` the day it is placed at."""

    key: str
    title: str
    text: str
    when: str
    begins: date
    ends: date | None = None
    sources: tuple[Source, ...]
    caveats: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Role:
    """Who does what: one party, what it decides and does."""

    key: str
    title: str
    text: str
    tasks: tuple[str, ...]
    sources: tuple[Source, ...]
