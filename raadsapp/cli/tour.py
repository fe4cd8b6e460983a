"""`raadsapp tour`: the main job without a screen."""

import os
from pathlib import Path

import click

from raadsapp.cli.dutch import DutchCommand
from raadsapp.cli.options import FILE


@click.command(cls=DutchCommand)
@click.option(
    "--out",
    "folder",
    type=FILE,
    required=True,
    metavar="MAP",
    help="Waar de beelden komen.",
)
@click.option(
    "--import",
    "delivery",
    type=FILE,
    metavar="BESTAND",
    help="Het bestand dat de rondleiding inleest. Zonder deze optie: een meegeleverd bestand.",
)
@click.option("--all-looks", is_flag=True, help="Ook elke pagina in alle kleuren, maten en tekstgroottes.")
def tour(*, folder: Path, delivery: Path | None, all_looks: bool) -> None:
    """Loopt zonder scherm door de app en schrijft van elke pagina een beeld.

    De rondleiding gebruikt een nieuw dossier in een tijdelijke map; uw eigen dossier blijft zoals het is.
    """
    # Pictures are the same everywhere when no real screen takes part.
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    from raadsapp.ui.tour.taking import take_tour

    for line in take_tour(folder, delivery, all_looks=all_looks):
        click.echo(line)
