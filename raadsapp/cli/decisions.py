"""What `norms` and `baselines` share: what the council decided on a series, and taking that back."""

from collections.abc import Callable, Iterable
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

import click

from raadsapp.cli.options import session_of, user_name
from raadsapp.cli.selection import series_of
from raadsapp.errors import UserError

if TYPE_CHECKING:
    from raadsapp.domain.catalog import Catalog
    from raadsapp.domain.norm import Baseline, Decisions, Judges, Norm

Command = TypeVar("Command", bound=Callable[..., Any])


def decision_options(command: Command) -> Command:
    """`--decision` and `--decided-on`, both required."""
    day = click.option(
        "--decided-on",
        required=True,
        type=click.DateTime(formats=["%Y-%m-%d"]),
        metavar="DATUM",
        help="De dag van het besluit, zoals 2026-03-31.",
    )
    what = click.option("--decision", required=True, metavar="TEKST", help="Welk besluit van de raad dit is.")
    return what(day(command))


def take_back(
    store_path: Path | None,
    series: tuple[str, str | None, str],
    by: str | None,
    decided: "Callable[[Decisions], Iterable[Norm | Baseline]]",
    missing: UserError,
) -> None:
    """Withdraw what was decided on a series: indicator, municipality, breakdown. Else `missing` is raised."""
    from raadsapp.services import norms as service

    with session_of(store_path, backing_up=True) as session:
        of = series_of(session.catalog, *series)
        found = next((one for one in decided(service.standing(session)) if one.of == of), None)
        if found is None:
            raise missing
        now = datetime.now().astimezone()
        click.echo(service.withdraw(session, found, by or user_name(), now).message)


def series_words(catalog: "Catalog", of: "Judges") -> str:
    """The series in words: indicator, part and municipality."""
    from raadsapp.services.described import title
    from raadsapp.texts import breakdown_words

    indicator, place = catalog.find(of.indicator), catalog.municipality(of.municipality)
    name = f"{of.indicator}  {title(catalog, indicator)}" if indicator else of.indicator
    split = f" ({breakdown_words(of.breakdown)})" if of.breakdown else ""
    return f"{name}{split}, {place.name if place else 'alle gemeenten'}"


def decided_row(one: "Norm | Baseline", **own: object) -> dict[str, object]:
    """A decision for machines; `own` is what only this kind has."""
    return {
        "indicator": one.of.indicator,
        "municipality": one.of.municipality or None,
        "breakdown": one.of.breakdown,
        **own,
        "decision": one.decision,
        "decided_on": one.decided_on.isoformat(),
        "by": one.by,
        "at": one.at.isoformat(),
    }
