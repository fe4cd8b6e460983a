"""An example case: a made-up child, steps, and what each choice does to child, time and money."""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from raadsapp.domain.goals import System
from raadsapp.domain.source import Source, Standing

HEAVIEST = 2
"""Steps that one consequence can be, up or down."""
_REFERENCE = re.compile(r"\{([^{}]*)\}")


class Label(StrEnum):
    """How far a case is from life; said on every screen and in every export."""

    FICTIONAL = "FICTIEF"
    COMPOSITE = "SAMENGESTELD"


@dataclass(frozen=True, slots=True)
class Consequence:
    """What a choice does to one line, in steps from −2 to 2, and the sentence that says so.

    For the child a step up is better; for time it is longer, for money more.
    """

    steps: int
    text: str


@dataclass(frozen=True, slots=True)
class Consequences:
    """What a choice does to the three lines."""

    child: Consequence
    time: Consequence
    money: Consequence


@dataclass(frozen=True, slots=True, kw_only=True)
class Choice:
    """One way on from a step, to the step `to`. A line that went otherwise in the old system has its own."""

    key: str
    text: str
    to: str
    child: Consequence
    time: Consequence
    money: Consequence
    child_old: Consequence | None = None
    time_old: Consequence | None = None
    money_old: Consequence | None = None

    def consequences(self, system: System) -> Consequences:
        """What this choice does in the old system or in the new one."""
        if system is not System.OLD:
            return Consequences(self.child, self.time, self.money)
        return Consequences(
            self.child_old or self.child, self.time_old or self.time, self.money_old or self.money
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """A moment in a case: what happens, who decides, by which rule, and how that is in both systems.

    A step without choices is an end, and only one that says so (`end`) may be.
    """

    key: str
    title: str
    text: str
    decides: str = ""
    rule: str = ""
    sources: tuple[Source, ...] = ()
    old: str = ""
    new: str = ""
    choices: tuple[Choice, ...] = ()
    end: bool = False

    def choice(self, key: str) -> Choice | None:
        """The choice with this key, or None."""
        return next((choice for choice in self.choices if choice.key == key), None)

    def told(self, system: System) -> str:
        """How this step goes in the old system or in the new one."""
        return self.old if system is System.OLD else self.new


@dataclass(frozen=True, slots=True, kw_only=True)
class Check:
    """A second reader, in this role, asked on this day whether somebody might recognise themselves.

    `clear` is whether the answer was written down, and was that nobody might.
    """

    role: str
    day: date
    clear: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Case:
    """An example case; it starts at its first step. Texts are Dutch, with `{key}` for a figure.

    `begins` is where the family starts, `age` an age group. `check` is None as long as nobody looked.
    """

    key: str
    title: str
    label: Label
    age: str
    begins: str
    situation: str
    effects: tuple[str, ...]
    indicators: tuple[str, ...]
    levers: tuple[str, ...] = ()
    steps: tuple[Step, ...]
    questions: tuple[str, ...]
    notes: str
    check: Check | None = None
    sources: tuple[Source, ...]

    @property
    def standing(self) -> Standing:
        """Invented, whatever its label."""
        return Standing.FICTIONAL

    def step(self, key: str) -> Step | None:
        """The step with this key, or None."""
        return next((step for step in self.steps if step.key == key), None)

    def texts(self) -> Iterator[str]:
        """Everything a reader reads, in order."""
        yield from (self.title, self.situation, self.begins, self.age)
        for step in self.steps:
            yield from step_texts(step)
        yield from (*self.questions, self.notes)


def step_texts(step: Step) -> Iterator[str]:
    """Everything a reader reads in a step, in order."""
    yield from (text for text in (step.title, step.text, step.decides, step.rule, step.old, step.new) if text)
    for choice in step.choices:
        yield choice.text
        yield from (consequence.text for consequence in written(choice))


def written(choice: Choice) -> tuple[Consequence, ...]:
    """The consequences that a choice has written out, of both systems."""
    every = (
        choice.child,
        choice.time,
        choice.money,
        choice.child_old,
        choice.time_old,
        choice.money_old,
    )
    return tuple(one for one in every if one is not None)


def references(text: str) -> tuple[str, ...]:
    """Keys of the facts and levers whose figures stand in a text as `{key}`."""
    return tuple(_REFERENCE.findall(text))


def filled(text: str, told: Callable[[str], str]) -> str:
    """The text with what `told` says of each key in the place of its `{key}`."""
    return _REFERENCE.sub(lambda found: told(found[1]), text)
