"""Change an example case: add, remove and reorder steps, choices and questions. Each gives another case."""

import re
from collections.abc import Iterable
from dataclasses import replace
from typing import TypeVar

from raadsapp.domain.case import Case, Choice, Consequence, Label, Step
from raadsapp.domain.case_places import with_step
from raadsapp.texts import without_marks

T = TypeVar("T")

NOTHING = Consequence(0, "")
"""A consequence that is yet to be written."""
_LONGEST_KEY = 40


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
    return replace(
        case,
        title=_line(case.title),
        age=_line(case.age),
        begins=_line(case.begins),
        situation=_prose(case.situation),
        notes=_prose(case.notes),
        questions=tuple(line for question in case.questions if (line := _line(question))),
        check=replace(case.check, role=_line(case.check.role)) if case.check else None,
        sources=tuple(replace(source, place=_line(source.place)) for source in case.sources),
        steps=tuple(_tidy_step(step) for step in case.steps),
    )


def _tidy_step(step: Step) -> Step:
    return replace(
        step,
        title=_line(step.title),
        text=_prose(step.text),
        decides=_line(step.decides),
        rule=_line(step.rule),
        old=_line(step.old),
        new=_line(step.new),
        sources=tuple(replace(source, place=_line(source.place)) for source in step.sources),
        choices=tuple(_tidy_choice(choice) for choice in step.choices),
    )


def _tidy_choice(choice: Choice) -> Choice:
    return replace(
        choice,
        text=_line(choice.text),
        child=_said(choice.child),
        time=_said(choice.time),
        money=_said(choice.money),
        child_old=_said(choice.child_old) if choice.child_old else None,
        time_old=_said(choice.time_old) if choice.time_old else None,
        money_old=_said(choice.money_old) if choice.money_old else None,
    )


def _said(consequence: Consequence) -> Consequence:
    return replace(consequence, text=_line(consequence.text))


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
