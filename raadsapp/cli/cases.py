"""`raadsapp cases`: the example cases as files and on paper."""

from pathlib import Path

import click

from raadsapp.cli.case_files import check, export, import_, list_
from raadsapp.cli.dutch import DutchCommand, DutchGroup
from raadsapp.cli.options import FILE, session_of, store_option
from raadsapp.cli.selection import known_code
from raadsapp.errors import UserError


@click.group(cls=DutchGroup)
def cases() -> None:
    """Voorbeeldcasussen."""


for command in (list_, check, export, import_):
    cases.add_command(command)


@cases.command(cls=DutchCommand)
@click.argument("case_key", metavar="CASUS")
@click.option("--out", type=FILE, required=True, metavar="BESTAND", help="De PDF die wordt gemaakt.")
@click.option("--presenter", is_flag=True, help="Maakt het blad voor de presentator, met de gevolgen erop.")
@click.option(
    "--municipality",
    metavar="CODE",
    help="Met de cijfers van deze gemeente, zoals GM0986. Zonder deze optie: de eerste van het dossier.",
)
@store_option
def worksheet(
    *, case_key: str, out: Path, presenter: bool, municipality: str | None, store_path: Path | None
) -> None:
    """Maakt het werkblad van een casus, zoals VC-01, als PDF om af te drukken."""
    from datetime import datetime

    from raadsapp.domain.case import Case
    from raadsapp.export.worksheets import write_presenter_copy, write_worksheet
    from raadsapp.services.case_figures import case_figures
    from raadsapp.services.entered_figures import with_entered
    from raadsapp.texts import enumeration

    with session_of(store_path) as session:
        catalog = with_entered(session)
        case = catalog.find(case_key) or catalog.find(case_key.upper())
        if not isinstance(case, Case):
            keys = enumeration([one.key for one in catalog.cases])
            raise UserError(f"De casus '{case_key}' is niet bekend.", f"Kies uit {keys}.")
        code = known_code(catalog, municipality) or catalog.dossier.municipalities[0]
        figures = case_figures(catalog, code)
        write = write_presenter_copy if presenter else write_worksheet
        write(figures, case, out, datetime.now().astimezone().date())
    kind = "presentatorblad" if presenter else "werkblad"
    click.echo(f"Het {kind} van ‘{case.title}’ is bewaard als {out}.")
