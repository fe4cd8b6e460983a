"""`raadsapp export`: the stored figures as a file."""

from datetime import datetime
from pathlib import Path

import click

from raadsapp.cli.dutch import DutchCommand
from raadsapp.cli.options import FILE, session_of, store_option
from raadsapp.cli.selection import as_of_option, known_code, municipality_option


@click.command(cls=DutchCommand)
@click.option(
    "--format",
    type=click.Choice(["csv"]),
    default="csv",
    expose_value=False,
    help="De soort van het bestand: csv.",
)
@click.option("--out", type=FILE, required=True, metavar="BESTAND", help="Waar het bestand komt.")
@municipality_option
@as_of_option
@store_option
def export(*, out: Path, municipality: str | None, as_of: datetime | None, store_path: Path | None) -> None:
    """Schrijft alle cijfers naar een bestand, dat 'raadsapp import' weer kan lezen."""
    from raadsapp.export.csv import write
    from raadsapp.texts import plural

    with session_of(store_path) as session:
        code = known_code(session.catalog, municipality)
        count = write(session, out, code, as_of.date() if as_of else None)
    click.echo(f"{plural(count, 'waarde staat', 'waarden staan')} in '{out}'.")
