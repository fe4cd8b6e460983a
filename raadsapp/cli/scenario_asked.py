"""Options that say which scenario is meant, and the scenario they mean."""

from collections.abc import Callable
from datetime import datetime
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from raadsapp.cli.options import session_of, store_option
from raadsapp.cli.selection import as_of_option, place_in, tell_unknown
from raadsapp.errors import UserError

if TYPE_CHECKING:
    from raadsapp.domain.catalog import Catalog
    from raadsapp.services.scenario import Scenario

municipality_option = click.option(
    "--municipality",
    default="",
    metavar="GEMEENTE",
    help="De gemeente, zoals Voerendaal of GM0986, of samen. Zonder deze optie: de eerste van het dossier.",
)
_set = click.option(
    "--set",
    "changes",
    multiple=True,
    metavar="SCHUIF=WAARDE",
    help="Zet een schuif, zoals demand_growth=2,5. Mag vaker.",
)
_preset = click.option(
    "--preset", default="", metavar="NAAM", help="Begint met een voorbeeldstand van de schuiven."
)
_store_option = partial(
    store_option, without="Zonder deze optie: het meegeleverde dossier, of met --as-of uw eigen dossier."
)


def scenario_options(command: Callable[..., Any]) -> Callable[..., Any]:
    """Add `--municipality`, `--preset` and `--set`; the values are for `asked_scenario`."""
    return municipality_option(_preset(_set(command)))


def catalog_option(command: Callable[..., Any]) -> Callable[..., Any]:
    """Add `--store` and `--as-of`; the values are for `catalog_of`."""
    return _store_option(as_of_option(command))


def catalog_of(store_path: Path | None, as_of: datetime | None) -> "Catalog":
    """The dossier in the store with the entered figures that counted at the end of the day (None: now).

    Without either the dossier that came with the program, without a store the user's own.
    """
    from raadsapp import paths
    from raadsapp.content.loading import load
    from raadsapp.services.entered_figures import with_entered

    if store_path is None and as_of is None:
        return load(paths.data_dir())
    with session_of(store_path) as session:
        day = as_of.date() if as_of else None
        tell_unknown(session, day)
        return with_entered(session, day)


def asked_scenario(
    catalog: "Catalog", municipality: str, preset: str, changes: tuple[str, ...]
) -> "Scenario":
    """The scenario that was asked for: the preset first, then what is set by hand."""
    from raadsapp.services.scenario import preset_changes, scenario

    place = place_in(catalog, municipality)
    begun = preset_changes(catalog, place, preset) if preset else ()
    return scenario(catalog, place, dict(begun) | dict(map(_setting, changes)))


def _setting(text: str) -> tuple[str, str]:
    key, equals, value = text.partition("=")
    if not (key and equals and value):
        raise UserError(
            f"‘{text}’ is geen stand van een schuif.",
            "Schrijf --set schuif=waarde, zoals --set demand_growth=5.",
        )
    return key, value
