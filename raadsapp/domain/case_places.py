"""Where something stands in an example case: the field, in which step and choice; and what stands there."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import Any

from raadsapp.domain.case import Case, Choice, Consequence, Step


class Field(StrEnum):
    """The fields of a case, each with its name on screen."""

    TITLE = "Titel"
    LABEL = "Label"
    AGE = "Leeftijd"
    BEGINS = "Waar het begint"
    SITUATION = "Situatie"
    EFFECTS = "Effecten"
    INDICATORS = "Indicatoren"
    LEVERS = "Schuiven"
    SOURCES = "Bronnen"
    STEPS = "Stappen"
    STEP_TITLE = "Titel van de stap"
    TEXT = "Wat er gebeurt"
    DECIDES = "Wie beslist"
    RULE = "Wet of regel"
    RULE_SOURCES = "Bron van de regel"
    OLD = "Oud stelsel"
    NEW = "Nieuw stelsel"
    CHOICES = "Keuzes"
    CHOICE = "Tekst van de keuze"
    TO = "Leidt naar"
    CHILD = "Kind"
    TIME = "Tijd"
    MONEY = "Geld"
    CHILD_OLD = "Kind oud"
    TIME_OLD = "Tijd oud"
    MONEY_OLD = "Geld oud"
    QUESTIONS = "Vragen"
    NOTES = "Voor de presentator"
    CHECK = "Herkenbaarheid"


CASE_FIELDS = {
    Field.TITLE: "title",
    Field.LABEL: "label",
    Field.AGE: "age",
    Field.BEGINS: "begins",
    Field.SITUATION: "situation",
    Field.EFFECTS: "effects",
    Field.INDICATORS: "indicators",
    Field.LEVERS: "levers",
    Field.SOURCES: "sources",
    Field.STEPS: "steps",
    Field.QUESTIONS: "questions",
    Field.NOTES: "notes",
    Field.CHECK: "check",
}
STEP_FIELDS = {
    Field.STEP_TITLE: "title",
    Field.TEXT: "text",
    Field.DECIDES: "decides",
    Field.RULE: "rule",
    Field.RULE_SOURCES: "sources",
    Field.OLD: "old",
    Field.NEW: "new",
    Field.CHOICES: "choices",
}
CHOICE_FIELDS = {
    Field.CHOICE: "text",
    Field.TO: "to",
    Field.CHILD: "child",
    Field.TIME: "time",
    Field.MONEY: "money",
    Field.CHILD_OLD: "child_old",
    Field.TIME_OLD: "time_old",
    Field.MONEY_OLD: "money_old",
}
LINES = (Field.CHILD, Field.TIME, Field.MONEY)
OLD_LINES = (Field.CHILD_OLD, Field.TIME_OLD, Field.MONEY_OLD)
NO_TEXT = frozenset({Field.LABEL, Field.TO})
"""Fields with a text that nobody writes: one of a few, or the key of a step."""


@dataclass(frozen=True, slots=True)
class Place:
    """A field of a case, of its step number `step` or of choice number `choice` of that step, from 0."""

    field: Field
    step: int | None = None
    choice: int | None = None

    def told(self, case: Case) -> str:
        """The place in words: `Stap 2 ‘Na acht weken’, keuze 1: Kind`."""
        if self.step is None:
            return self.field
        step = case.steps[self.step]
        name = f"{'Einde' if step.end else 'Stap'} {self.step + 1}{_quoted(step.title)}"
        if self.choice is not None:
            name += f", keuze {self.choice + 1}"
        return f"{name}: {self.field}"


def value_at(case: Case, place: Place) -> Any:  # noqa: ANN401 - what it is depends on the field
    """What stands at a place; IndexError when the case has no such step or choice."""
    if place.step is None:
        return getattr(case, CASE_FIELDS[place.field])
    step = case.steps[place.step]
    if place.choice is None:
        return getattr(step, STEP_FIELDS[place.field])
    return getattr(step.choices[place.choice], CHOICE_FIELDS[place.field])


def with_value(case: Case, place: Place, value: object) -> Case:
    """The case with this at that place; IndexError when it has no such step or choice."""
    if place.step is None:
        changed: Case = _replaced(case, CASE_FIELDS[place.field], value)
        return changed
    step = case.steps[place.step]
    if place.choice is None:
        return with_step(case, place.step, _replaced(step, STEP_FIELDS[place.field], value))
    choice = _replaced(step.choices[place.choice], CHOICE_FIELDS[place.field], value)
    choices = (*step.choices[: place.choice], choice, *step.choices[place.choice + 1 :])
    return with_step(case, place.step, replace(step, choices=choices))


def with_step(case: Case, number: int, step: Step) -> Case:
    """The case with another step in the place of step `number`."""
    return replace(case, steps=(*case.steps[:number], step, *case.steps[number + 1 :]))


def placed_texts(case: Case) -> Iterator[tuple[Place, str]]:
    """Every text that somebody wrote, in order, with its place; empty ones are left out."""
    every = (
        *_texts_of(case, CASE_FIELDS, None, None),
        *(
            found
            for number, step in enumerate(case.steps)
            for found in (
                *_texts_of(step, STEP_FIELDS, number, None),
                *(
                    text
                    for place, choice in enumerate(step.choices)
                    for text in _texts_of(choice, CHOICE_FIELDS, number, place)
                ),
            )
        ),
    )
    yield from ((place, text) for place, text in every if text)


def _texts_of(
    part: Case | Step | Choice, fields: dict[Field, str], step: int | None, choice: int | None
) -> Iterator[tuple[Place, str]]:
    for field, name in fields.items():
        place, value = Place(field, step, choice), getattr(part, name)
        if isinstance(value, Consequence):
            yield place, value.text
        elif field is Field.QUESTIONS:
            yield place, "\n".join(value)
        elif field is Field.CHECK:
            yield place, value.role if value else ""
        elif isinstance(value, str) and field not in NO_TEXT:
            yield place, value


def _replaced(part: Any, name: str, value: object) -> Any:  # noqa: ANN401 - a case, a step or a choice
    return replace(part, **{name: value})


def _quoted(title: str) -> str:
    return f" ‘{title}’" if title else ""
