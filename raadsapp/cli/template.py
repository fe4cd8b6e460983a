"""`raadsapp template`: the report of the contract as a workbook to fill in."""

from pathlib import Path

import click

from raadsapp.cli.dutch import DutchCommand
from raadsapp.cli.options import FILE
from raadsapp.cli.selection import known_code, municipality_option
from raadsapp.errors import UserError


@click.command(cls=DutchCommand)
@click.option("--out", type=FILE, required=True, metavar="BESTAND", help="Waar de werkmap (.xlsx) komt.")
@municipality_option
@click.option(
    "--period",
    metavar="KWARTAAL",
    help="Het kwartaal, zoals 2019-K1. Zonder deze optie: het laatste dat voorbij is.",
)
def template(*, out: Path, municipality: str | None, period: str | None) -> None:
    """Maakt de lege kwartaalrapportage van het contract: een werkmap om in te vullen.

    Ze heeft een blad per thema en een blad Toelichting. 'raadsapp import' leest haar ingevuld weer in; lege
    cellen zijn niet geleverd.
    """
    from datetime import UTC, datetime

    from raadsapp import paths
    from raadsapp.content.loading import load
    from raadsapp.content.report_template import load_template
    from raadsapp.export.replacing import replacing
    from raadsapp.export.report_form import form_of, quarter_before, quarter_named
    from raadsapp.export.xlsx_form import write_form
    from raadsapp.texts import plural

    if out.suffix.lower() != ".xlsx":
        raise UserError(f"'{out}' eindigt niet op .xlsx.", "Noem een bestand zoals kwartaalrapportage.xlsx.")
    folder = paths.data_dir()
    catalog = load(folder)
    now = datetime.now(UTC)
    quarter = quarter_named(period) if period else quarter_before(now.astimezone().date())
    code = known_code(catalog, municipality)
    codes = (code,) if code else catalog.dossier.municipalities
    form = form_of(load_template(folder / "templates" / "kwartaalrapport.toml"), catalog, quarter, codes, now)
    with replacing(out) as unfinished:
        write_form(unfinished, form)
    rows = sum(len(sheet.rows) for sheet in form.sheets)
    click.echo(f"{plural(rows, 'waarde is', 'waarden zijn')} in te vullen in '{out}', {quarter.label}.")
