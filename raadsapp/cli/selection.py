"""Options that choose a part of the figures: which municipality and indicators, as known on which day."""

from collections.abc import Callable
from datetime import date, datetime
from typing import TYPE_CHECKING, Any

import click

from raadsapp.errors import UserError

if TYPE_CHECKING:
    from raadsapp.domain.catalog import Catalog
    from raadsapp.domain.norm import Judges
    from raadsapp.services.opening import Session


def municipality_option(command: Callable[..., Any]) -> Callable[..., Any]:
    """Add `--municipality GEMEENTE`; the value is the text or None, for `known_code`."""
    return click.option(
        "--municipality",
        metavar="GEMEENTE",
        help="Alleen deze gemeente, zoals Voerendaal of GM0986, of samen. Zonder deze optie: alle.",
    )(command)


def indicator_option(command: Callable[..., Any]) -> Callable[..., Any]:
    """Add `--indicator SLEUTEL`, which may come again; the value is a tuple of texts, for `known_keys`."""
    return click.option(
        "--indicator",
        "indicators",
        multiple=True,
        metavar="SLEUTEL",
        help="Alleen deze indicator of reeks, zoals IND-06; mag vaker. Zonder deze optie: alle.",
    )(command)


def for_municipality_option(command: Callable[..., Any]) -> Callable[..., Any]:
    """Add `--municipality GEMEENTE`: for whom a decision counts. The value is for `series_of`."""
    return click.option(
        "--municipality",
        metavar="GEMEENTE",
        help="Alleen voor deze gemeente, zoals Voerendaal of GM0986. Zonder deze optie: voor alle.",
    )(command)


def breakdown_option(command: Callable[..., Any]) -> Callable[..., Any]:
    """Add `--breakdown REEKS`; the value is a text, empty for the series as a whole."""
    return click.option(
        "--breakdown", default="", metavar="REEKS", help="Voor deze uitsplitsing, zoals hulpvorm=ambulant."
    )(command)


def _not_later_than_today(
    _ctx: click.Context, _parameter: click.Parameter, day: datetime | None
) -> datetime | None:
    if day and day.date() > datetime.now().astimezone().date():
        raise UserError(
            f"{day:%Y-%m-%d} is nog niet geweest.", "Kies vandaag of eerder, of laat --as-of weg voor nu."
        )
    return day


def tell_unknown(session: "Session", day: date | None) -> None:
    """Say on standard error that nothing was known yet on this day, when that is so."""
    from raadsapp.services.knowledge import unknown_sentence

    if told := unknown_sentence(session, day):
        click.echo(told.replace("bij ‘Stand van’", "met --as-of"), err=True)


def as_of_option(command: Callable[..., Any]) -> Callable[..., Any]:
    """Add `--as-of DATUM`; the value is a datetime or None."""
    return click.option(
        "--as-of",
        type=click.DateTime(formats=["%Y-%m-%d"]),
        metavar="DATUM",
        callback=_not_later_than_today,
        help="Wat op deze dag bekend was, zoals 2026-03-31.",
    )(command)


def named_code(catalog: "Catalog", text: str) -> str | None:
    """The CBS code of a municipality by its name, or by its code with or without `GM`; None for no such.

    What stands for all municipalities together stays as it is.
    """
    from raadsapp.domain.municipality import TOGETHER, normalised
    from raadsapp.intake.lookup import municipality_code, municipality_codes

    if normalised(text) == TOGETHER:
        return TOGETHER
    code = municipality_code(text)
    if code is None:
        codes = municipality_codes(catalog).get(normalised(text), frozenset())
        code = next(iter(codes)) if len(codes) == 1 else None
    return code if code and catalog.municipality(code) else None


def known_code(catalog: "Catalog", text: str | None, *, together: bool = False) -> str | None:
    """What `named_code` finds; None stays None.

    UserError for no such municipality, and for all of them together unless that is allowed.
    """
    from raadsapp.domain.municipality import TOGETHER

    if text is None:
        return None
    code = named_code(catalog, text)
    if code is None:
        also = f" Of schrijf {TOGETHER}." if together else ""
        raise UserError(
            f"De gemeente '{text}' is niet bekend.",
            f"Geef de naam of de code van het CBS, zoals Voerendaal of GM0986.{also}",
        )
    if code == TOGETHER and not together:
        raise UserError("Dit kan niet voor de gemeenten samen.", "Kies één gemeente.")
    return code


def place_in(catalog: "Catalog", municipality: str) -> str:
    """The code of a municipality that was named; any other text as it is, for the scenario to refuse."""
    return named_code(catalog, municipality) or municipality


def known_keys(catalog: "Catalog", texts: tuple[str, ...]) -> tuple[str, ...]:
    """The keys of indicators and series, written as key or title. UserError for what the dossier has not."""
    from raadsapp.intake.lookup import spelling, subjects_by_name

    known = subjects_by_name(catalog)
    unknown = [text for text in texts if spelling(text) not in known]
    if unknown:
        raise UserError(
            f"De indicator '{unknown[0]}' is niet bekend.", "Kies een sleutel uit 'raadsapp indicators'."
        )
    return tuple(known[spelling(text)].key for text in texts)


def series_of(catalog: "Catalog", indicator: str, municipality: str | None, breakdown: str) -> "Judges":
    """The series that a decision is about. UserError for an indicator or municipality that is not known."""
    from raadsapp.domain.norm import Judges

    (key,) = known_keys(catalog, (indicator,))
    return Judges(key, known_code(catalog, municipality) or "", breakdown)
