"""Write an example case in its file form: reading it gives the same case."""

import json
from collections.abc import Iterable, Iterator

from raadsapp.content.case_fields import (
    CHOICE_LABELS,
    CHOICE_WORD,
    END_WORD,
    NOBODY,
    NOT_CHECKED,
    NOTES,
    QUESTIONS,
    SITUATION,
    STEP_LABELS,
    STEP_WORD,
    STEPS_OF_SIGN,
)
from raadsapp.domain.case import Case, Check, Choice, Consequence, Step
from raadsapp.domain.source import Source

_SIGNS = {steps: sign for sign, steps in STEPS_OF_SIGN.items()}
_PLAIN = (*(f"{label}:" for label in (*STEP_LABELS, *CHOICE_LABELS)), "#", "- ", "\\")
"""Beginnings that would not be read as plain text."""


def write_case(case: Case) -> str:
    """The text of the file; every text on one line, paragraphs apart, spaces never more than one."""
    parts = [
        "\n".join(("+++", *_head(case), "+++")),
        f"# {SITUATION}",
        *_paragraphs(case.situation),
    ]
    for step in case.steps:
        parts.extend(_step(step))
    parts += [f"# {QUESTIONS}", "\n".join(f"- {_line(question)}" for question in case.questions)]
    parts += [f"# {NOTES}", *_paragraphs(case.notes)]
    return "\n\n".join(parts) + "\n"


def _head(case: Case) -> Iterator[str]:
    yield f"sleutel = {_quoted(case.key)}"
    yield f"titel = {_quoted(case.title)}"
    yield f"label = {_quoted(case.label.value)}"
    yield f"leeftijd = {_quoted(case.age)}"
    yield f"begin = {_quoted(case.begins)}"
    yield f"effecten = {_listed(case.effects)}"
    yield f"indicatoren = {_listed(case.indicators)}"
    yield f"schuiven = {_listed(case.levers)}"
    yield f"bronnen = {_listed(_told(source) for source in case.sources)}"
    yield f"herkenbaarheid = {_quoted(_checked(case.check))}"


def _checked(check: Check | None) -> str:
    if check is None:
        return NOT_CHECKED
    return f"{check.role}, {check.day.isoformat()}{NOBODY if check.clear else ''}"


def _step(step: Step) -> Iterator[str]:
    yield f"# {END_WORD if step.end else STEP_WORD} {step.key}: {_line(step.title)}"
    yield from _paragraphs(step.text)
    labelled = [
        ("Wie beslist", step.decides),
        ("Regel", step.rule),
        *(("Bron", _told(source)) for source in step.sources),
        ("Oud", step.old),
        ("Nieuw", step.new),
    ]
    if lines := [f"{label}: {_line(text)}" for label, text in labelled if text]:
        yield "\n".join(lines)
    for choice in step.choices:
        yield from _choice(choice)


def _choice(choice: Choice) -> Iterator[str]:
    lines: tuple[tuple[str, Consequence | None], ...] = (
        ("Kind", choice.child),
        ("Tijd", choice.time),
        ("Geld", choice.money),
        ("Kind oud", choice.child_old),
        ("Tijd oud", choice.time_old),
        ("Geld oud", choice.money_old),
    )
    yield f"## {CHOICE_WORD} {choice.key}: {_line(choice.text)}"
    written = (f"{label}: {_SIGNS[one.steps]} {_line(one.text)}" for label, one in lines if one is not None)
    yield "\n".join((f"Naar: {choice.to}", *written))


def _paragraphs(text: str) -> Iterator[str]:
    for paragraph in text.split("\n\n"):
        if line := _line(paragraph):
            yield f"\\{line}" if line.startswith(_PLAIN) else line


def _line(text: str) -> str:
    return " ".join(text.split())


def _told(source: Source) -> str:
    return f"{source.document}, {source.place}"


def _quoted(text: str) -> str:
    # A JSON string is a TOML string, but for one character that TOML wants written out.
    return json.dumps(text, ensure_ascii=False).replace("\x7f", "\\u007f")


def _listed(texts: Iterable[str]) -> str:
    return f"[{', '.join(_quoted(text) for text in texts)}]"
