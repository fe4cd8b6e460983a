"""`raadsapp export`: the stored figures as a file."""

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

import click

from raadsapp.cli.dutch import DutchCommand
from raadsapp.cli.options import FILE, session_of, store_option
from raadsapp.cli.selection import (
    as_of_option,
    indicator_option,
    known_code,
    known_keys,
    municipality_option,
    tell_unknown,
)

if TYPE_CHECKING:
    from raadsapp.export.figures import Format
    from raadsapp.services.exporting import Selection
    from raadsapp.services.opening import Session

_FORMATS = ("csv", "xlsx", "ods")


@click.command(cls=DutchCommand)
@click.option(
    "--format",
    "form",
    type=click.Choice(_FORMATS),
    help="De soort van het bestand. Zonder deze optie: zoals de naam eindigt, anders csv.",
)
@click.option("--out", type=FILE, required=True, metavar="BESTAND", help="Waar het bestand komt.")
@click.option(
    "--public",
    is_flag=True,
    help="Alleen wat iedereen mag zien: kleine aantallen blijven weg. Zonder deze optie: alles, ook kleine "
    "aantallen, voor wie de cijfers beheert.",
)
@municipality_option
@indicator_option
@as_of_option
@store_option
def export(
    *,
    form: str | None,
    out: Path,
    public: bool,
    municipality: str | None,
    indicators: tuple[str, ...],
    as_of: datetime | None,
    store_path: Path | None,
) -> None:
    """Schrijft de cijfers naar een bestand, dat 'raadsapp import' weer kan lezen.

    Cijfers die u zelf voor een gemeente invoerde, staan in een werkmap op een eigen blad. Een CSV heeft één
    tabel: daar staan ze niet in. Zie ook 'raadsapp scenario figures list'.
    """
    from raadsapp.export.explanation import entered_sentence
    from raadsapp.export.figures import Format, write
    from raadsapp.services.exporting import Selection
    from raadsapp.texts import plural

    ending = out.suffix.lower().removeprefix(".")
    with session_of(store_path) as session, _bar() as progress:
        selection = Selection(
            known_code(session.catalog, municipality, together=public),
            known_keys(session.catalog, indicators),
            as_of.date() if as_of else None,
        )
        tell_unknown(session, selection.as_of)
        kind = Format(form or (ending if ending in _FORMATS else "csv"))
        if public:
            _publish(session, out, kind, selection)
            return
        written = write(session, out, kind, selection, progress)
    click.echo(f"{plural(written.count, 'waarde staat', 'waarden staan')} in '{out}'.")
    if told := entered_sentence(written, table_only=kind is Format.CSV):
        click.echo(told)


def _publish(session: "Session", out: Path, kind: "Format", selection: "Selection") -> None:
    from raadsapp.export.public import publish
    from raadsapp.services.member_view import TOO_SMALL, member_view
    from raadsapp.texts import number, plural

    written = publish(session, out, kind, selection)
    if notice := member_view(session, selection.as_of).notice:
        click.echo(notice)
    click.echo(f"{plural(written.shown, 'waarde staat', 'waarden staan')} in '{out}'.")
    if written.hidden:
        click.echo(f"{number(written.hidden)} keer staat er: {TOO_SMALL}.")


@contextmanager
def _bar() -> Iterator[Callable[[int, int], None]]:
    """What shows on a terminal how far it is, and elsewhere nothing."""
    with click.progressbar(
        length=0, label="Exporteren", file=sys.stderr, show_eta=False, hidden=not sys.stderr.isatty()
    ) as bar:

        def show(done: int, total: int) -> None:
            bar.length = total
            bar.update(done - bar.pos)

        yield show
