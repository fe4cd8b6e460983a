"""`raadsapp layouts`: which kinds of files the app recognises."""

import json
from typing import TYPE_CHECKING

import click

from raadsapp.cli.dutch import DutchCommand
from raadsapp.cli.options import json_option

if TYPE_CHECKING:
    from raadsapp.services.layouts import KnownLayouts


@click.command(cls=DutchCommand)
@json_option
def layouts(*, as_json: bool) -> None:
    """Toont welke soorten bestanden de app herkent: de meegeleverde indelingen en die u zelf hebt gemaakt.

    De naam vooraan past bij 'raadsapp import --layout'. Een eigen indeling maakt u in het venster, op de
    pagina Gegevens, met een bestand dat de app niet herkent.
    """
    from raadsapp.services.layouts import known_layouts

    known = known_layouts()
    click.echo(_json(known) if as_json else _text(known))
    for fault in known.faults:
        click.echo(f"Let op: {fault.message} {fault.hint}", err=True)


def _text(known: "KnownLayouts") -> str:
    widest = max(len(layout.key) for layout in known.all)
    own = {layout.key for layout in known.own}
    return "\n".join(
        f"{layout.key:<{widest}}  {'eigen' if layout.key in own else 'meegeleverd':<11}  {layout.title}"
        for layout in known.all
    )


def _json(known: "KnownLayouts") -> str:
    own = {layout.key for layout in known.own}
    return json.dumps(
        [
            {
                "layout": layout.key,
                "title": layout.title,
                "own": layout.key in own,
                "columns": list(layout.columns),
            }
            for layout in known.all
        ],
        ensure_ascii=False,
        indent=2,
    )
