"""`raadsapp scenario`: the levers, what comes out of them, and which value of a lever reaches a goal."""

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from raadsapp.cli.dutch import DutchGroup
from raadsapp.cli.options import json_option, session_of, store_option
from raadsapp.errors import UserError

if TYPE_CHECKING:
    from raadsapp.domain.catalog import Catalog
    from raadsapp.services.scenario import Scenario

_DRAWS = 10_001
_MOST_DRAWS = 100_001

_municipality = click.option(
    "--municipality",
    default="",
    metavar="CODE",
    help="De gemeente, zoals GM0986. Zonder deze optie: de eerste van het dossier.",
)
_set = click.option(
    "--set",
    "changes",
    multiple=True,
    metavar="SCHUIF=WAARDE",
    help="Zet een schuif, zoals demand_growth=2,5. Mag vaker.",
)
_preset = click.option(
    "--preset", default="", metavar="NAAM", help="Begint met een vaste stand van de schuiven."
)
_store = partial(store_option, without="Zonder deze optie: het meegeleverde dossier.")


def _scenario_options(command: Callable[..., Any]) -> Callable[..., Any]:
    """Add the options that say which scenario is meant."""
    return _municipality(_preset(_set(_store(command))))


@click.group(cls=DutchGroup)
def scenario() -> None:
    """Wat als? Rekent uit wat er gebeurt als u aan schuiven draait."""


@scenario.command()
@_scenario_options
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
    asked = _asked(_catalog(store_path), municipality, preset, changes)
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
@_municipality
@_store
@json_option
def levers(*, municipality: str, store_path: Path | None, as_json: bool) -> None:
    """Toont alle schuiven met hun beginstand en bereik."""
    from raadsapp.cli import scenario_output
    from raadsapp.services.scenario import levers_for

    catalog = _catalog(store_path)
    found = levers_for(catalog, municipality)
    click.echo(
        scenario_output.levers_as_json(catalog, found) if as_json else scenario_output.levers_as_text(found)
    )


@scenario.command()
@_scenario_options
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
    lever: str,
    outcome: str,
    year: int,
    target: float,
    as_json: bool,
) -> None:
    """Zoekt de waarde van een schuif waarbij een uitkomst het doel haalt."""
    from raadsapp.cli import scenario_output
    from raadsapp.services import scenario_questions

    asked = _asked(_catalog(store_path), municipality, preset, changes)
    solution = scenario_questions.solve(asked, lever, outcome, year, target)
    click.echo(scenario_output.solution_as_json(solution) if as_json else solution.message)


def _catalog(store_path: Path | None) -> "Catalog":
    """The dossier in the store, or without one that which came with the program."""
    from raadsapp import paths
    from raadsapp.content.loading import load

    if store_path is None:
        return load(paths.data_dir())
    with session_of(store_path) as session:
        return session.catalog


def _asked(catalog: "Catalog", municipality: str, preset: str, changes: tuple[str, ...]) -> "Scenario":
    """The scenario that was asked for: the preset first, then what is set by hand."""
    from raadsapp.services.scenario import preset_changes, scenario

    begun = preset_changes(catalog, municipality, preset) if preset else ()
    return scenario(catalog, municipality, dict(begun) | dict(map(_setting, changes)))


def _setting(text: str) -> tuple[str, str]:
    key, equals, value = text.partition("=")
    if not (key and equals and value):
        raise UserError(
            f"‘{text}’ is geen stand van een schuif.",
            "Schrijf --set schuif=waarde, zoals --set demand_growth=5.",
        )
    return key, value


def _outcome_and_year(text: str) -> tuple[str, int]:
    outcome, _, year = text.partition(":")
    if not (outcome and year.isdecimal()):
        raise UserError(
            f"‘{text}’ is geen uitkomst met een jaar.", "Schrijf uitkomst:jaar, zoals balance:2022."
        )
    return outcome, int(year)
