"""`raadsapp scenario`: the levers, what comes out of them, and which value of a lever reaches a goal."""

from datetime import datetime
from pathlib import Path

import click

from raadsapp.cli.dutch import DutchGroup
from raadsapp.cli.options import json_option
from raadsapp.cli.scenario_asked import (
    asked_scenario,
    catalog_of,
    catalog_option,
    municipality_option,
    scenario_options,
)
from raadsapp.cli.scenario_figures import figures
from raadsapp.cli.scenario_saved import SAVED
from raadsapp.cli.selection import place_in
from raadsapp.errors import UserError

_DRAWS = 10_001
_MOST_DRAWS = 100_001


@click.group(cls=DutchGroup)
def scenario() -> None:
    """Wat als? Rekent uit wat er gebeurt als u aan schuiven draait."""


for _command in (figures, *SAVED):
    scenario.add_command(_command)


@scenario.command()
@scenario_options
@catalog_option
@click.option(
    "--draws",
    type=click.IntRange(0, _MOST_DRAWS),
    default=_DRAWS,
    metavar="AANTAL",
    help="Zoveel varianten voor de marge: 10001, of wat u geeft; 0 is geen marge.",
)
@click.option(
    "--seed",
    type=click.IntRange(min=0),
    default=0,
    metavar="GETAL",
    help="Hetzelfde getal geeft dezelfde varianten.",
)
@click.option(
    "--contributions",
    "goal",
    default="balance:2022",
    metavar="UITKOMST:JAAR",
    help="Verdeelt de verandering van een uitkomst over de schuiven; anders balance:2022 (het saldo).",
)
@json_option
def run(
    *,
    municipality: str,
    preset: str,
    changes: tuple[str, ...],
    store_path: Path | None,
    as_of: datetime | None,
    draws: int,
    seed: int,
    goal: str,
    as_json: bool,
) -> None:
    """Rekent een scenario door."""
    from raadsapp.cli import scenario_output
    from raadsapp.services.scenario import outcome
    from raadsapp.services.scenario_questions import band, contributions

    name, year = _outcome_and_year(goal)
    asked = asked_scenario(catalog_of(store_path, as_of), municipality, preset, changes)
    answers = scenario_output.Answers(
        scenario=asked,
        outcome=outcome(asked),
        contributions=contributions(asked, name, year),
        band=band(asked, draws, seed),
        seed=seed,
    )
    write = scenario_output.answers_as_json if as_json else scenario_output.answers_as_text
    click.echo(write(answers))


@scenario.command()
@municipality_option
@catalog_option
@json_option
def levers(*, municipality: str, store_path: Path | None, as_of: datetime | None, as_json: bool) -> None:
    """Toont alle schuiven met hun beginstand en bereik."""
    from raadsapp.cli import scenario_output
    from raadsapp.services.scenario import scenario

    catalog = catalog_of(store_path, as_of)
    asked = scenario(catalog, place_in(catalog, municipality), {})
    click.echo(
        scenario_output.levers_as_json(catalog, asked) if as_json else scenario_output.levers_as_text(asked)
    )


@scenario.command()
@scenario_options
@catalog_option
@click.option("--lever", required=True, metavar="SCHUIF", help="De beleidskeuze waarvan u de waarde zoekt.")
@click.option(
    "--outcome",
    default="balance",
    metavar="UITKOMST",
    help="Wat het doel moet halen; zonder deze optie het saldo (balance).",
)
@click.option("--year", type=int, default=2022, metavar="JAAR", help="In welk jaar; zonder deze optie 2022.")
@click.option(
    "--target",
    type=float,
    default=0.0,
    metavar="GETAL",
    help="Welke waarde het moet worden; zonder deze optie 0.",
)
@json_option
def solve(
    *,
    municipality: str,
    preset: str,
    changes: tuple[str, ...],
    store_path: Path | None,
    as_of: datetime | None,
    lever: str,
    outcome: str,
    year: int,
    target: float,
    as_json: bool,
) -> None:
    """Zoekt de waarde van een schuif waarbij een uitkomst het doel haalt."""
    from raadsapp.cli import scenario_output
    from raadsapp.services import scenario_questions

    asked = asked_scenario(catalog_of(store_path, as_of), municipality, preset, changes)
    solution = scenario_questions.solve(asked, lever, outcome, year, target)
    write = scenario_output.solution_as_json if as_json else scenario_output.solution_as_text
    click.echo(write(asked, solution))


def _outcome_and_year(text: str) -> tuple[str, int]:
    outcome, _, year = text.partition(":")
    if not (outcome and year.isdecimal()):
        raise UserError(
            f"‘{text}’ is geen uitkomst met een jaar.", "Schrijf uitkomst:jaar, zoals balance:2022."
        )
    return outcome, int(year)
