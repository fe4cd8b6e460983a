"""Change an example case: add, remove and reorder steps, choices and questions. Each gives another case."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import replace
from typing import Any, TypeVar

from raadsapp.domain.case import Case, Check, Choice, Consequence, Label, Step
from raadsapp.domain.case_places import CASE_FIELDS, CHOICE_FIELDS, NO_TEXT, STEP_FIELDS, Field, with_step
from raadsapp.texts import without_marks

T = TypeVar("T")
P = TypeVar("P", Case, Step, Choice)

NOTHING = Consequence(0, "")
"""A consequence that is yet to be written."""
_LONGEST_KEY = 40
_PROSE = frozenset({Field.SITUATION, Field.NOTES, Field.TEXT})
"""Fields that may have more than one paragraph."""
_SOURCES = frozenset({Field.SOURCES, Field.RULE_SOURCES})


def template(key: str) -> Case:
    """A new case with a beginning, two choices and an end, to fill in."""
    begin = Step(key="begin", title="", text="", choices=(_choice("a", "einde"), _choice("b", "einde")))
    return Case(
        key=key,
        title="",
        label=Label.FICTIONAL,
        age="",
        begins="",
        situation="",
        effects=(),
        indicators=(),
        steps=(begin, Step(key="einde", title="", text="", end=True)),
        questions=(),
        notes="",
        sources=(),
    )


def add_step(case: Case, after: int, *, end: bool = False) -> Case:
    """A new step or end behind step number `after`; a step has two choices that lead nowhere yet."""
    key = free_key("einde" if end else "stap", (step.key for step in case.steps))
    choices = () if end else (_choice("a", ""), _choice("b", ""))
    new = Step(key=key, title="", text="", choices=choices, end=end)
    return replace(case, steps=(*case.steps[: after + 1], new, *case.steps[after + 1 :]))


def remove_step(case: Case, number: int) -> Case:
    """The case without this step; choices that led to it lead nowhere."""
    gone = case.steps[number].key
    left = (step for place, step in enumerate(case.steps) if place != number)
    return replace(case, steps=tuple(_without_way(step, gone) for step in left))


def move_step(case: Case, number: int, by: int) -> Case:
    """The case with a step so many places further (up: negative); the first step is where it begins."""
    return replace(case, steps=_moved(case.steps, number, by))


def set_end(case: Case, number: int, *, end: bool) -> Case:
    """Make an end of a step, which loses nothing it says, or a step of an end."""
    step = case.steps[number]
    choices = step.choices
    if not end and not choices:
        choices = (_choice("a", ""), _choice("b", ""))
    return with_step(case, number, replace(step, end=end, choices=choices))


def add_choice(case: Case, number: int) -> Case:
    """One more choice below step `number`, which leads nowhere yet."""
    step = case.steps[number]
    key = free_key("keuze", (choice.key for choice in step.choices))
    return with_step(case, number, replace(step, choices=(*step.choices, _choice(key, ""))))


def remove_choice(case: Case, number: int, choice: int) -> Case:
    """The case without this choice."""
    step = case.steps[number]
    left = tuple(one for place, one in enumerate(step.choices) if place != choice)
    return with_step(case, number, replace(step, choices=left))


def move_choice(case: Case, number: int, choice: int, by: int) -> Case:
    """The case with a choice so many places further (up: negative)."""
    step = case.steps[number]
    return with_step(case, number, replace(step, choices=_moved(step.choices, choice, by)))


def free_key(words: str, taken: Iterable[str]) -> str:
    """A key made of these words that is not taken: `Na acht weken` gives `na-acht-weken`."""
    key = re.sub(r"[^a-z0-9]+", "-", without_marks(words)).strip("-")[:_LONGEST_KEY].strip("-") or "casus"
    others = set(taken)
    if key not in others:
        return key
    return next(f"{key}-{n}" for n in range(2, len(others) + 3) if f"{key}-{n}" not in others)


def tidy(case: Case) -> Case:
    """The case without white space that says nothing: its file form gives exactly this one back."""
    steps = (
        replace(
            _tidied(step, STEP_FIELDS),
            choices=tuple(_tidied(choice, CHOICE_FIELDS) for choice in step.choices),
        )
        for step in case.steps
    )
    return replace(_tidied(case, CASE_FIELDS), steps=tuple(steps))


def _tidied(part: P, fields: Mapping[Field, str]) -> P:
    values = {name: _tidy(field, getattr(part, name)) for field, name in fields.items()}
    return replace(part, **values)


def _tidy(field: Field, value: Any) -> Any:  # noqa: ANN401 - what it is depends on the field
    if isinstance(value, Consequence):
        return replace(value, text=_line(value.text))
    if isinstance(value, Check):
        return replace(value, role=_line(value.role))
    if field in _SOURCES:
        return tuple(replace(source, place=_line(source.place)) for source in value)
    if field is Field.QUESTIONS:
        return tuple(line for question in value if (line := _line(question)))
    if field in _PROSE:
        return _prose(value)
    return _line(value) if isinstance(value, str) and field not in NO_TEXT else value


def _line(text: str) -> str:
    return " ".join(text.split())


def _prose(text: str) -> str:
    paragraphs = (_line(part) for part in re.split(r"\n\s*\n", text))
    return "\n\n".join(part for part in paragraphs if part)


def _choice(key: str, to: str) -> Choice:
    return Choice(key=key, text="", to=to, child=NOTHING, time=NOTHING, money=NOTHING)


def _without_way(step: Step, gone: str) -> Step:
    choices = (replace(choice, to="") if choice.to == gone else choice for choice in step.choices)
    return replace(step, choices=tuple(choices))


def _moved(items: tuple[T, ...], number: int, by: int) -> tuple[T, ...]:
    place = min(max(number + by, 0), len(items) - 1)
    left = (*items[:number], *items[number + 1 :])
    return (*left[:place], items[number], *left[place:])
