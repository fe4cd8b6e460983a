"""`raadsapp scenario figures`: a municipality's own figures, in place of those scaled from another."""

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from raadsapp.cli.dutch import DutchGroup
from raadsapp.cli.options import json_option, session_of, store_option, user_name
from raadsapp.cli.selection import place_in
from raadsapp.errors import UserError

if TYPE_CHECKING:
    from raadsapp.domain.entered_figure import EnteredFigure
    from raadsapp.services.opening import Session

_FORM = "Schrijf cijfer=waarde, zoals kosten-ambulant-2015=929.262. Zonder waarde maakt u het veld leeg."


def _municipality(command: Callable[..., Any]) -> Callable[..., Any]:
    return click.option(
        "--municipality", required=True, metavar="GEMEENTE", help="De gemeente, zoals Heerlen of GM0917."
    )(command)


_by = click.option("--by", metavar="NAAM", help="Wie dit doet. Zonder deze optie: uw gebruikersnaam.")


@click.group(cls=DutchGroup)
def figures() -> None:
    """Eigen cijfers van een gemeente, in plaats van de schatting."""


@figures.command("list")
@_municipality
@store_option
@json_option
def list_(*, municipality: str, store_path: Path | None, as_json: bool) -> None:
    """Toont wat is ingevoerd, en wat anders geschat wordt."""
    with session_of(store_path) as session:
        click.echo((_as_json if as_json else _as_text)(session, place_in(session.catalog, municipality)))


@figures.command("set")
@click.argument("given", nargs=-1, required=True, metavar="CIJFER=WAARDE…")
@_municipality
@click.option("--source", required=True, metavar="TEKST", help="Uit welk stuk de cijfers komen, en waar.")
@_by
@store_option
def set_(
    *, given: tuple[str, ...], municipality: str, source: str, by: str | None, store_path: Path | None
) -> None:
    """Voert cijfers in, alle tegelijk of geen; een waarde leeg laten maakt het veld leeg.

    Welke cijfers er zijn, ziet u met 'raadsapp scenario figures list'.
    """
    from raadsapp.services.entered_figures import enter, form_of, list_figures
    from raadsapp.services.figure_checks import problems

    values = dict(map(_figure, given))
    with session_of(store_path) as session:
        place = place_in(session.catalog, municipality)
        _, changes = enter(session, place, values, source=source, by=by or user_name())
        click.echo(changes.message)
        entered = {one.key: one.value for one in list_figures(session, place) if one.value is not None}
        for problem in problems(form_of(session, place), entered):
            click.echo(f"  Let op: {problem.key}. {problem.message}")


@figures.command()
@_municipality
@_by
@store_option
def remove(*, municipality: str, by: str | None, store_path: Path | None) -> None:
    """Haalt alle ingevoerde cijfers van een gemeente weg; de schatting geldt dan weer."""
    from raadsapp.services import entered_figures

    with session_of(store_path) as session:
        _, changes = entered_figures.remove(
            session, place_in(session.catalog, municipality), by or user_name()
        )
    click.echo(changes.message)


def _figure(text: str) -> tuple[str, float | None]:
    from raadsapp.services.figure_checks import read_figure

    key, equals, value = text.partition("=")
    if not (key and equals):
        raise UserError(f"‘{text}’ is geen cijfer met een waarde.", _FORM)
    return key, read_figure(value)


def _entered(session: "Session", municipality: str) -> "dict[str, EnteredFigure]":
    from raadsapp.services.entered_figures import list_figures

    return {figure.key: figure for figure in list_figures(session, municipality)}


def _as_text(session: "Session", municipality: str) -> str:
    from raadsapp.services.entered_figures import form_of
    from raadsapp.services.figure_form import fields
    from raadsapp.texts import amount

    form, entered = form_of(session, municipality), _entered(session, municipality)
    lines = [form.name]
    for line, field in fields(form.groups):
        figure = entered.get(field.key)
        if figure is not None and figure.value is not None:
            told = f"{amount(figure.value, line.unit)}  (bron: {figure.source}; ingevoerd door {figure.by})"
        else:
            told = f"{amount(round(form.estimates[field.key]), line.unit)}  (schatting)"
        lines.append(f"  {field.key:<30}{told}")
    return "\n".join(lines)


def _as_json(session: "Session", municipality: str) -> str:
    """A list; `value` is null where nothing is entered, and the scenario counts with the estimate."""
    from raadsapp.cli.json_text import json_text
    from raadsapp.services.entered_figures import form_of
    from raadsapp.services.figure_form import fields

    form, entered = form_of(session, municipality), _entered(session, municipality)
    rows = []
    for line, field in fields(form.groups):
        figure = entered.get(field.key)
        rows.append(
            {
                "key": field.key,
                "label": field.label,
                "unit": line.unit,
                "value": figure and figure.value,
                "estimate": form.estimates[field.key],
                "source": figure and figure.source,
                "by": figure and figure.by,
                "at": figure and figure.at.isoformat(),
            }
        )
    return json_text(rows)
