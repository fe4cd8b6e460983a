"""`raadsapp cases`: the example cases as files and on paper."""

from pathlib import Path

import click

from raadsapp.cli.case_files import check, export, import_, list_
from raadsapp.cli.dutch import DutchCommand, DutchGroup
from raadsapp.cli.options import FILE, session_of, store_option
from raadsapp.cli.selection import known_code


@click.group(cls=DutchGroup)
def cases() -> None:
    """Voorbeeldcasussen als bestand en op papier."""


for command in (list_, check, export, import_):
    cases.add_command(command)


@cases.command(cls=DutchCommand)
@click.argument("name", metavar="NAAM")
@click.option("--out", type=FILE, required=True, metavar="BESTAND", help="De PDF die wordt gemaakt.")
@click.option("--presenter", is_flag=True, help="Maakt het blad voor de presentator, met de gevolgen erop.")
@click.option(
    "--municipality",
    metavar="GEMEENTE",
    help="Met de cijfers van deze gemeente, zoals Voerendaal of GM0986, of samen. "
    "Zonder deze optie: de eerste van het dossier.",
)
@store_option
def worksheet(
    *, name: str, out: Path, presenter: bool, municipality: str | None, store_path: Path | None
) -> None:
    """Maakt het werkblad van een casus als PDF. NAAM is de sleutel, zoals VC-01, of de titel."""
    from datetime import datetime

    from raadsapp.export.worksheets import write_presenter_copy, write_worksheet
    from raadsapp.services.case_figures import case_figures
    from raadsapp.services.entered_figures import with_entered
    from raadsapp.services.own_cases import find_case

    with session_of(store_path) as session:
        catalog = with_entered(session)
        case = find_case(session, name)
        code = known_code(catalog, municipality, together=True) or catalog.dossier.municipalities[0]
        figures = case_figures(catalog, code)
        write = write_presenter_copy if presenter else write_worksheet
        write(figures, case, out, datetime.now().astimezone().date())
    kind = "presentatorblad" if presenter else "werkblad"
    click.echo(f"Het {kind} van ‘{case.title}’ is bewaard als {out}.")
