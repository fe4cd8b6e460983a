"""`raadsapp sessions`: the context sessions that are kept, and what their groups chose."""

from pathlib import Path
from typing import TYPE_CHECKING

import click

from raadsapp.cli.dutch import DutchCommand, DutchGroup
from raadsapp.cli.options import FILE, json_option, session_of, store_option

if TYPE_CHECKING:
    from raadsapp.domain.catalog import Catalog
    from raadsapp.domain.context_session import Answer, ContextSession


@click.group(cls=DutchGroup)
def sessions() -> None:
    """Contextsessies: bekijken, en het verslag bewaren."""


@sessions.command("list", cls=DutchCommand)
@store_option
@json_option
def list_(*, store_path: Path | None, as_json: bool) -> None:
    """Toont de bewaarde contextsessies, de nieuwste eerst."""
    from raadsapp.cli.json_text import json_text
    from raadsapp.services import context_sessions as service

    with session_of(store_path) as session:
        found = service.list_sessions(session)
        if as_json:
            click.echo(json_text([_plan(one) for one in found]))
        else:
            lines = [_line(session.catalog, one) for one in found]
            click.echo("\n".join(lines) or "Er is nog geen contextsessie bewaard.")
        broken = service.damage(session)
        if broken:
            click.echo(broken, err=True)


@sessions.command(cls=DutchCommand)
@click.argument("number", type=int, metavar="NUMMER")
@click.option("--out", type=FILE, metavar="BESTAND", help="Bewaart het verslag als .pdf of .md.")
@store_option
@json_option
def show(*, number: int, out: Path | None, store_path: Path | None, as_json: bool) -> None:
    """Toont een contextsessie: de agenda, en per stap wat elke groep koos en waarom."""
    from raadsapp.cli.json_text import json_text
    from raadsapp.export.session_report import markdown, write_report
    from raadsapp.services import context_sessions as service

    with session_of(store_path) as session:
        found = service.find(session, number)
        if out:
            write_report(session.catalog, found, out)
        if as_json:
            click.echo(json_text(_whole(session.catalog, found)))
        elif out:
            click.echo(f"Het verslag is bewaard als {out}.")
        else:
            click.echo(
                f"{_agenda_text(session.catalog, found)}\n\n{markdown(session.catalog, found)}", nl=False
            )


def _line(catalog: "Catalog", session: "ContextSession") -> str:
    from raadsapp.services.session_words import progress_words, title_of
    from raadsapp.texts import long_date

    day = long_date(session.held_on)
    return f"{session.number}  {title_of(session)}, {day}: {progress_words(catalog, session)}"


def _agenda_text(catalog: "Catalog", session: "ContextSession") -> str:
    from raadsapp.domain.agenda import Agenda
    from raadsapp.services.context_sessions import agenda
    from raadsapp.services.session_words import NO_CASE, parts_words, short_words

    found = agenda(catalog, session)
    if not isinstance(found, Agenda):
        return short_words(catalog, session, found) if found else NO_CASE
    return "\n".join(
        f"{part.begins:>10}  {part.lasts:>7}  {part.name}" for part in parts_words(catalog, found)
    )


def _plan(session: "ContextSession") -> dict[str, object]:
    return {
        "number": session.number,
        "title": session.title,
        "held_on": session.held_on.isoformat(),
        "cases": list(session.cases),
        "size": session.size,
        "minutes": session.minutes,
        "taken_along": session.taken_along,
        "answer_count": len([answer for answer in session.answers if not answer.is_empty]),
    }


def _whole(catalog: "Catalog", session: "ContextSession") -> dict[str, object]:
    from raadsapp.domain.agenda import Agenda
    from raadsapp.domain.context_session import small_groups
    from raadsapp.services.context_sessions import agenda

    found = agenda(catalog, session)
    parts = found.parts if isinstance(found, Agenda) else ()
    answers = [_answer(answer) for answer in session.answers if not answer.is_empty]
    return _plan(session) | {
        "groups": list(small_groups(session.size)),
        "needed_minutes": found.needed if found else None,
        "agenda": [
            {
                "kind": part.kind.value,
                "case": part.case or None,
                "start": part.start,
                "minutes": part.minutes,
                "least": part.least,
            }
            for part in parts
        ],
        "answers": answers,
    }


def _answer(answer: "Answer") -> dict[str, object]:
    return {
        "case": answer.case,
        "step": answer.step,
        "group": answer.group,
        "choice": answer.choice or None,
        "words": answer.words,
        "why": answer.why,
    }
