"""Options that choose a part of the figures: which municipality, as known on which day."""

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

import click

from raadsapp.errors import UserError

if TYPE_CHECKING:
    from raadsapp.domain.catalog import Catalog


def municipality_option(command: Callable[..., Any]) -> Callable[..., Any]:
    """Add `--municipality CODE`; the value is the text or None, for `known_code`."""
    return click.option(
        "--municipality", metavar="CODE", help="Alleen deze gemeente, zoals GM0986. Zonder deze optie: alle."
    )(command)


def as_of_option(command: Callable[..., Any]) -> Callable[..., Any]:
    """Add `--as-of DATUM`; the value is a datetime or None."""
    return click.option(
        "--as-of",
        type=click.DateTime(formats=["%Y-%m-%d"]),
        metavar="DATUM",
        help="Wat op deze dag bekend was, zoals 2026-03-31.",
    )(command)


def known_code(catalog: "Catalog", text: str | None) -> str | None:
    """The code of a municipality, written with or without `GM`; None stays None. UserError otherwise."""
    from raadsapp.intake.lookup import municipality_code

    if text is None:
        return None
    code = municipality_code(text)
    if code is None or catalog.municipality(code) is None:
        raise UserError(f"De gemeente '{text}' is niet bekend.", "Geef de code van het CBS, zoals GM0986.")
    return code
