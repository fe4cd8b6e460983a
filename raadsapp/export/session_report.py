"""What a context session brought, as a file that people read: PDF or Markdown."""

from collections.abc import Iterator
from pathlib import Path

from raadsapp.domain.case import Label
from raadsapp.domain.catalog import Catalog
from raadsapp.domain.context_session import Answer, ContextSession
from raadsapp.errors import UserError
from raadsapp.export.pdf import Words, write_pdf
from raadsapp.export.replacing import replacing
from raadsapp.services.case_words import label_words
from raadsapp.services.session_words import CaseAnswers, StepAnswers, answered, title_of
from raadsapp.texts import long_date

CAUTION = (
    "De casussen zijn verzonnen. Wat groepen kozen en waarom is hun mening: het zegt niets over een echt "
    "kind of gezin, en het is geen besluit."
)
_NO_CHOICE = "geen keuze"
_NOTHING = "–"
_MARKDOWN_SIGNS = str.maketrans({sign: f"\\{sign}" for sign in "\\`*_[]<>#|~"})


def write_report(catalog: Catalog, session: ContextSession, path: Path) -> None:
    """Write what a session brought to `path`: a PDF, or Markdown when its name ends in `.md`.

    UserError for another ending, or when the file cannot be written.
    """
    ending = path.suffix.lower()
    if ending == ".pdf":
        write_pdf("session", _printed(catalog, session), path)
    elif ending == ".md":
        with replacing(path) as place:
            place.write_text(markdown(catalog, session), encoding="utf-8")
    else:
        raise UserError(f"‘{path.name}’ eindigt niet op .pdf of .md.", "Kies een naam op .pdf of .md.")


def markdown(catalog: Catalog, session: ContextSession) -> str:
    """The same report as Markdown; what was typed stays plain text."""
    return "\n\n".join(_paragraphs(catalog, session)) + "\n"


def subtitle(session: ContextSession) -> str:
    """When the session is or was, and of whom."""
    day = long_date(session.held_on)
    return f"Contextsessie op {day}. {session.size} mensen, {session.minutes} minuten."


def _paragraphs(catalog: Catalog, session: ContextSession) -> Iterator[str]:
    yield f"# {_plain(title_of(session))}"
    yield subtitle(session)
    yield CAUTION
    if session.taken_along.strip():
        yield "## Wat nemen we mee?"
        yield from (_plain(line) for line in session.taken_along.splitlines() if line.strip())
    for case in answered(catalog, session):
        yield f"## {_plain(case.title)}"
        if case.label:
            yield f"**{case.label}.** {label_words(Label(case.label))}"
        for step in case.steps:
            yield f"### {_plain(step.title)}"
            yield _plain(step.tally)
            if rows := _rows(step):
                head = ["| Groep | Koos | Omdat |", "| --- | --- | --- |"]
                yield "\n".join([*head, *(f"| {' | '.join(map(_plain, row))} |" for row in rows)])


def _plain(text: str) -> str:
    """On one line, with the signs of Markdown as they are typed."""
    return " ".join(text.split()).translate(_MARKDOWN_SIGNS)


def _printed(catalog: Catalog, session: ContextSession) -> dict[str, Words]:
    return {
        "title": title_of(session),
        "subtitle": subtitle(session),
        "taken_along": [line for line in session.taken_along.splitlines() if line.strip()],
        "cases": [_case(case) for case in answered(catalog, session)],
        "caution": CAUTION,
    }


def _case(case: CaseAnswers) -> dict[str, Words]:
    return {
        "title": case.title,
        "label": case.label,
        "about": label_words(Label(case.label)) if case.label else "",
        "steps": [{"title": step.title, "tally": step.tally, "rows": _rows(step)} for step in case.steps],
    }


def _rows(step: StepAnswers) -> list[list[str]]:
    """A row for each group, when at least one said something."""
    if all(answer.is_empty for answer in step.answers):
        return []
    return [_row(answer) for answer in step.answers]


def _row(answer: Answer) -> list[str]:
    return [str(answer.group), answer.words or _NO_CHOICE, answer.why.strip() or _NOTHING]
