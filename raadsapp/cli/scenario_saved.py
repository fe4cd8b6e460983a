"""`raadsapp scenario save`, `list`, `show` and `compare`: scenarios that are kept."""

from datetime import datetime
from pathlib import Path

import click

from raadsapp.cli.dutch import DutchCommand
from raadsapp.cli.options import json_option, session_of, store_option
from raadsapp.cli.scenario_asked import asked_scenario, scenario_options
from raadsapp.cli.selection import as_of_option, tell_unknown
from raadsapp.cli.text_advice import advise


@click.command(cls=DutchCommand)
@click.argument("name", metavar="NAAM")
@scenario_options
@click.option("--question", default="", metavar="TEKST", help="Welke vraag u wilde beantwoorden.")
@click.option("--hypothesis", default="", metavar="TEKST", help="Wat u vooraf dacht.")
@click.option("--findings", default="", metavar="TEKST", help="Wat eruit kwam.")
@click.option("--decision", default="", metavar="TEKST", help="Wat er is besloten.")
@click.option("--author", default="", metavar="NAAM", help="Wie het scenario maakte.")
@store_option
@json_option
def save(
    *,
    name: str,
    municipality: str,
    preset: str,
    changes: tuple[str, ...],
    store_path: Path | None,
    as_json: bool,
    **words: str,
) -> None:
    """Bewaart een scenario, met de cijfers en het model van nu."""
    from raadsapp.cli import scenario_saved_output
    from raadsapp.services import saved_scenarios
    from raadsapp.services.entered_figures import with_entered

    with session_of(store_path) as session:
        asked = asked_scenario(with_entered(session), municipality, preset, changes)
        made = saved_scenarios.of(
            session, asked, name=name, made_on=datetime.now().astimezone().date(), **words
        )
        saved, _ = saved_scenarios.save(session, made)
    advise(saved.question, saved.hypothesis, saved.findings, saved.decision)
    click.echo(
        scenario_saved_output.saved_as_json(saved)
        if as_json
        else f"Scenario ‘{saved.name}’ is bewaard als nummer {saved.number}."
    )


@click.command("list", cls=DutchCommand)
@store_option
@json_option
def list_(*, store_path: Path | None, as_json: bool) -> None:
    """Toont de bewaarde scenario's, het nieuwste eerst."""
    from raadsapp.cli import scenario_saved_output
    from raadsapp.services.damaged_scenarios import damage
    from raadsapp.services.saved_scenarios import list_scenarios

    with session_of(store_path) as session:
        found = list_scenarios(session)
        click.echo(
            scenario_saved_output.list_as_json(found)
            if as_json
            else scenario_saved_output.list_as_text(session.catalog, found)
        )
        broken = damage(session)
        if broken:
            click.echo(broken, err=True)


@click.command(cls=DutchCommand)
@click.argument("number", type=int, metavar="NUMMER")
@store_option
@as_of_option
@json_option
def show(*, number: int, store_path: Path | None, as_of: datetime | None, as_json: bool) -> None:
    """Toont een bewaard scenario.

    Wat er toen uitkwam, wat er nu uitkomt en waarom, en wat er sindsdien is gemeten.
    """
    from raadsapp.cli import scenario_saved_output
    from raadsapp.services.saved_scenarios import find

    with session_of(store_path) as session:
        day = as_of.date() if as_of else None
        tell_unknown(session, day)
        seen = scenario_saved_output.seen(session, find(session, number), day)
    write = scenario_saved_output.seen_as_json if as_json else scenario_saved_output.seen_as_text
    click.echo(write(seen))


@click.command(cls=DutchCommand)
@click.argument("numbers", nargs=-1, required=True, type=int, metavar="NUMMER NUMMER …")
@store_option
@as_of_option
@json_option
def compare(
    *, numbers: tuple[int, ...], store_path: Path | None, as_of: datetime | None, as_json: bool
) -> None:
    """Zet bewaarde scenario's naast elkaar.

    Twee tot en met vier: alleen de schuiven die verschillen, en dan wat eruit komt.
    """
    from raadsapp.cli import scenario_saved_output
    from raadsapp.services import scenario_comparison
    from raadsapp.services.entered_figures import with_entered
    from raadsapp.services.saved_scenarios import find

    with session_of(store_path) as session:
        day = as_of.date() if as_of else None
        tell_unknown(session, day)
        saved = [find(session, number) for number in numbers]
        found = scenario_comparison.compare(with_entered(session, day), saved)
    write = scenario_saved_output.comparison_as_json if as_json else scenario_saved_output.comparison_as_text
    click.echo(write(found))


SAVED = (save, list_, show, compare)
"""The commands on kept scenarios, in the order in which help lists them."""
