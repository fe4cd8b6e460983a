"""The paper of a context session: a worksheet per case, a copy for the presenter, and the agenda."""

import re
from collections.abc import Iterator
from datetime import date
from pathlib import Path

from raadsapp.domain.agenda import Agenda, TooShort
from raadsapp.domain.case import Case, Choice, Consequences, Step
from raadsapp.domain.catalog import Catalog
from raadsapp.domain.context_session import ContextSession
from raadsapp.domain.goals import System
from raadsapp.domain.source import Source
from raadsapp.errors import UserError, not_written
from raadsapp.export.pdf import Words, write_pdf
from raadsapp.services.case_figures import CaseFigures
from raadsapp.services.case_words import LINE_NAMES, check_words, label_words, stake_words, steps_words
from raadsapp.services.context_sessions import agenda, cases_of
from raadsapp.services.session_words import NO_CASE, groups_words, parts_words, short_words, title_of
from raadsapp.services.source_words import source_text
from raadsapp.texts import long_date

_LONGEST_NAME = 120
"""Bytes; the name of a file may have 255, with what stands around it."""
_NOT_IN_A_NAME = re.compile(r'[\\/:*?"<>|\x00-\x1f]+')


def write_worksheet(figures: CaseFigures, case: Case, path: Path, today: date) -> None:
    """Print the worksheet of a case: situation, choices, room to write. What a choice does is not in it.

    UserError when the file cannot be written.
    """
    write_pdf("worksheet", _worksheet(figures, case, today, presenter=False), path)


def write_presenter_copy(figures: CaseFigures, case: Case, path: Path, today: date) -> None:
    """Print what the presenter needs beside the worksheet: what each choice does, the ends, and the notes.

    UserError when the file cannot be written.
    """
    write_pdf("worksheet", _worksheet(figures, case, today, presenter=True), path)


def write_agenda(catalog: Catalog, session: ContextSession, path: Path) -> None:
    """Print the agenda of a session; UserError when it has none, or the file cannot be written."""
    write_pdf("agenda", _agenda_of(catalog, session), path)


def write_sheets(
    figures: CaseFigures, session: ContextSession, folder: Path, today: date
) -> tuple[Path, ...]:
    """Print agenda, worksheets and presenter's copies of a session; the files that were made.

    They come into a new folder in `folder`: what was printed or kept there before stays as it is. UserError
    when the session has no agenda, or the folder cannot be written.
    """
    name = in_a_name(title_of(session))
    agenda_of_session = _agenda_of(figures.catalog, session)
    place = _new_folder(folder, f"{name} {session.held_on.isoformat()}")
    first = place / f"Agenda {name}.pdf"
    write_pdf("agenda", agenda_of_session, first)
    made = [first]
    for case in cases_of(figures.catalog, session):
        of_case = in_a_name(f"{case.key} {case.title}")
        sheet, copy = (place / f"{kind} {of_case}.pdf" for kind in ("Werkblad", "Presentator"))
        write_worksheet(figures, case, sheet, today)
        write_presenter_copy(figures, case, copy, today)
        made += [sheet, copy]
    return tuple(made)


def in_a_name(title: str) -> str:
    """The title as every platform takes it in the name of a file, with room for more words and an ending."""
    name = " ".join(_NOT_IN_A_NAME.sub(" ", title).split()).strip(" .")
    return name.encode()[:_LONGEST_NAME].decode(errors="ignore").rstrip(" .") or "zonder naam"


def _new_folder(folder: Path, name: str) -> Path:
    """Make a folder with this name, or with a number behind it when there is one already."""
    place, number = folder / name, 1
    while place.exists():
        number += 1
        place = folder / f"{name} ({number})"
    try:
        place.mkdir()
    except OSError as fault:
        raise not_written(place, fault) from fault
    return place


def _agenda_of(catalog: Catalog, session: ContextSession) -> dict[str, Words]:
    found = agenda(catalog, session)
    if not isinstance(found, Agenda):
        told = short_words(catalog, session, found) if isinstance(found, TooShort) else NO_CASE
        raise UserError("Deze contextsessie heeft nog geen agenda.", told)
    return _agenda(catalog, session, found)


def _agenda(catalog: Catalog, session: ContextSession, found: Agenda) -> dict[str, Words]:
    return {
        "title": title_of(session),
        "subtitle": (
            f"Agenda voor {long_date(session.held_on)}. {session.size} mensen, {session.minutes} minuten. "
            f"{groups_words(found.groups)}."
        ),
        "cases": [
            {"mark": case.label.value, "text": f"{case.title}. {label_words(case.label)}"}
            for case in cases_of(catalog, session)
        ],
        "parts": [
            {"begins": part.begins, "lasts": part.lasts, "name": part.name, "details": part.details}
            for part in parts_words(catalog, found)
        ],
    }


def _worksheet(figures: CaseFigures, case: Case, today: date, *, presenter: bool) -> dict[str, Words]:
    filled = figures.filled
    moments = [step for step in case.steps if step.choices]
    places = {step.key: str(place) for place, step in enumerate(moments, 1)}
    kind = "Voor de presentator" if presenter else "Werkblad"
    return {
        "title": f"{kind}: {case.title}" if presenter else case.title,
        "subtitle": f"{kind}. {case.begins} · {case.age} · {long_date(today)}",
        "label": case.label.value,
        "about": f"{label_words(case.label)} {check_words(case)}",
        "situation": filled(case.situation),
        "moments": [_moment(figures, step, places, presenter=presenter) for step in moments],
        "lines": list(LINE_NAMES),
        "presenter": "ja" if presenter else "",
        "ends": [
            {"title": step.title, "text": filled(step.text)} for step in case.steps if step.end and presenter
        ],
        "questions": [filled(question) for question in case.questions],
        "notes": filled(case.notes) if presenter else "",
        "levers": f"Zoals de schuiven nu staan, {figures.asked.name}. {figures.levers}",
        "sources": [source_text(_sources(case), figures.catalog)],
    }


def _moment(figures: CaseFigures, step: Step, places: dict[str, str], *, presenter: bool) -> dict[str, Words]:
    filled = figures.filled
    facts = (("Wie beslist", step.decides), ("Regel", step.rule))
    systems = (("Oud", step.old), ("Nieuw", step.new))
    return {
        "title": f"{places[step.key]}. {step.title}",
        "text": filled(step.text),
        "facts": [
            {"name": name, "text": filled(text)}
            for name, text in (*facts, *(systems if presenter else ()))
            if text
        ],
        "stake": stake_words(step),
        "choices": [
            {
                "text": filled(choice.text),
                "to": f"naar {places[choice.to]}" if choice.to in places else "einde",
                "does": list(_does(figures, choice)) if presenter else [],
            }
            for choice in step.choices
        ],
    }


def _does(figures: CaseFigures, choice: Choice) -> Iterator[str]:
    """What a choice does to each line; where the old system did otherwise, that too."""
    new, old = (_lines(figures, choice.consequences(system)) for system in (System.NEW, System.OLD))
    for here, before in zip(new, old, strict=True):
        yield here if here == before else f"{here} (Oud: {before.partition(': ')[2].rstrip('.')}.)"


def _lines(figures: CaseFigures, did: Consequences) -> list[str]:
    every = zip(LINE_NAMES, (did.child, did.time, did.money), strict=True)
    return [
        f"{name}: {steps_words(line, part)}. {figures.filled(part.text)}"
        for line, (name, part) in enumerate(every)
    ]


def _sources(case: Case) -> tuple[Source, ...]:
    every = (*case.sources, *(source for step in case.steps for source in step.sources))
    return tuple(dict.fromkeys(every))
