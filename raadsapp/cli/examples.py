"""`raadsapp examples`: invented quarters to practise with, in and out."""

from pathlib import Path

import click

from raadsapp.cli.dutch import DutchCommand, DutchGroup
from raadsapp.cli.options import session_of, store_option, user_name


@click.group(cls=DutchGroup)
def examples() -> None:
    """Oefenen met FICTIEVE kwartaalcijfers van 2019 tot en met 2022."""


@examples.command(cls=DutchCommand)
@store_option
def load(store_path: Path | None) -> None:
    """Zet alle fictieve cijfers erin. Overal staat er FICTIEF bij."""
    from raadsapp.services import examples as service

    with session_of(store_path, backing_up=True) as session:
        click.echo(service.load(session, user_name()).message)


@examples.command(cls=DutchCommand)
@store_option
def withdraw(store_path: Path | None) -> None:
    """Haalt alle fictieve cijfers er weer uit. Wat ervoor gold, geldt weer."""
    from raadsapp.services import examples as service

    with session_of(store_path, backing_up=True) as session:
        click.echo(service.withdraw(session, user_name()).message)
