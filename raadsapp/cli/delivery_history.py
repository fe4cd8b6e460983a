"""`raadsapp batches`, `batch` and `withdraw`: what was read in, what it changed, and how to take it back."""

from pathlib import Path

import click

from raadsapp.cli.dutch import DutchCommand
from raadsapp.cli.options import by_option, json_option, session_of, store_option, user_name


@click.command(cls=DutchCommand)
@json_option
@store_option
def batches(*, as_json: bool, store_path: Path | None) -> None:
    """Toont alle leveringen, de nieuwste eerst."""
    from raadsapp.cli.delivery_history_text import batch_text, batches_json
    from raadsapp.services import deliveries

    with session_of(store_path) as session:
        found = deliveries.batches(session)
    if as_json:
        click.echo(batches_json(found))
    else:
        click.echo("\n".join(batch_text(batch) for batch in found) or "Er zijn nog geen leveringen.")


@click.command(cls=DutchCommand)
@click.argument("number", type=click.IntRange(min=1), metavar="LEVERING")
@json_option
@store_option
def batch(number: int, *, as_json: bool, store_path: Path | None) -> None:
    """Toont één levering: wie, wanneer, uit welk bestand, en wat zij veranderde.

    Zonder --json staan de eerste wijzigingen erbij, met de oude en de nieuwe waarde. Met --json staan alle
    waarden erin, elk met wat ervoor gold.
    """
    from raadsapp.cli.delivery_history_text import delivery_json, delivery_text

    with session_of(store_path) as session:
        lines = delivery_json(session, number) if as_json else delivery_text(session, number)
        for line in lines:
            click.echo(line)


@click.command(cls=DutchCommand)
@click.argument("number", type=click.IntRange(min=1), metavar="LEVERING")
@click.option("--undo", is_flag=True, help="Zet een ingetrokken levering terug: zij telt weer mee.")
@by_option
@store_option
def withdraw(number: int, by: str | None, store_path: Path | None, *, undo: bool) -> None:
    """Trekt een levering in: wat ervoor gold, geldt weer. Niets gaat verloren."""
    from raadsapp.services import deliveries

    action = deliveries.bring_back if undo else deliveries.withdraw
    with session_of(store_path, backing_up=True) as session:
        click.echo(action(session, number, by or user_name()).message)
