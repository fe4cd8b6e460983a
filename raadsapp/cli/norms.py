"""`raadsapp norms`: the norms that the council set, each with its decision."""

import json
from datetime import datetime
from operator import attrgetter
from pathlib import Path
from typing import TYPE_CHECKING

import click

from raadsapp.cli.decisions import decided_row, decision_options, series_words, take_back
from raadsapp.cli.dutch import DutchCommand, DutchGroup
from raadsapp.cli.options import by_option, json_option, session_of, store_option, user_name
from raadsapp.cli.selection import as_of_option, breakdown_option, for_municipality_option, series_of
from raadsapp.cli.text_advice import advise
from raadsapp.errors import UserError

if TYPE_CHECKING:
    from raadsapp.domain.catalog import Catalog
    from raadsapp.domain.norm import Norm

_BETTER = {"hoger": "up", "lager": "down", "geen": "neutral"}


@click.group(cls=DutchGroup)
def norms() -> None:
    """Normen die de raad stelde: bekijken, vastleggen en intrekken."""


@norms.command("list", cls=DutchCommand)
@as_of_option
@json_option
@store_option
def list_(*, as_of: datetime | None, as_json: bool, store_path: Path | None) -> None:
    """Toont de normen die gelden, elk met het besluit van de raad."""
    from raadsapp.services import norms as service

    with session_of(store_path) as session:
        found = service.standing(session, as_of.date() if as_of else None).norms
        if as_json:
            click.echo(json.dumps([_row(norm) for norm in found], ensure_ascii=False, indent=2))
        else:
            lines = [_line(session.catalog, norm) for norm in found]
            click.echo("\n".join(lines) or "De raad heeft nog geen normen gesteld.")


@norms.command("set", cls=DutchCommand)
@click.argument("indicator", metavar="INDICATOR")
@click.argument("value", metavar="WAARDE")
@decision_options
@click.option(
    "--better",
    type=click.Choice(list(_BETTER)),
    help="Wat beter is, als de raad ook dat besloot: hoger, lager of geen van beide.",
)
@for_municipality_option
@breakdown_option
@by_option
@store_option
def set_(
    *,
    indicator: str,
    value: str,
    decision: str,
    decided_on: datetime,
    better: str | None,
    municipality: str | None,
    breakdown: str,
    by: str | None,
    store_path: Path | None,
) -> None:
    """Legt een norm vast die de raad stelde. Een eerdere norm van dezelfde reeks geldt dan niet meer."""
    from raadsapp.domain.goals import Polarity
    from raadsapp.domain.norm import Norm
    from raadsapp.services import norms as service
    from raadsapp.services.figure_checks import read_figure

    read = read_figure(value.removesuffix("%"))
    if read is None:
        raise UserError("De norm is geen getal.", "Schrijf een getal, zoals 90.")
    with session_of(store_path, backing_up=True) as session:
        norm = Norm(
            of=series_of(session.catalog, indicator, municipality, breakdown),
            value=read,
            polarity=Polarity(_BETTER[better]) if better else None,
            decision=decision,
            decided_on=decided_on.date(),
            by=by or user_name(),
            at=datetime.now().astimezone(),
        )
        click.echo(service.save(session, norm).message)
    advise(decision)


@norms.command("withdraw", cls=DutchCommand)
@click.argument("indicator", metavar="INDICATOR")
@for_municipality_option
@breakdown_option
@by_option
@store_option
def withdraw(
    *, indicator: str, municipality: str | None, breakdown: str, by: str | None, store_path: Path | None
) -> None:
    """Trekt een norm in. Welke norm er gold en tot wanneer, blijft bewaard."""
    missing = UserError("Deze norm is er niet.", "Bekijk met 'raadsapp norms list' welke normen er gelden.")
    take_back(store_path, (indicator, municipality, breakdown), by, attrgetter("norms"), missing)


def _line(catalog: "Catalog", norm: "Norm") -> str:
    from raadsapp.domain.goals import Indicator
    from raadsapp.texts import amount, long_date

    indicator = catalog.find(norm.of.indicator)
    unit = indicator.split(norm.of.breakdown).unit if isinstance(indicator, Indicator) else ""
    told = f"{norm.decision}, {long_date(norm.decided_on)}"
    return f"{series_words(catalog, norm.of)}: {amount(norm.value, unit)} ({told})"


def _row(norm: "Norm") -> dict[str, object]:
    better = norm.polarity.value if norm.polarity else None
    return decided_row(norm, value=norm.value, polarity=better)
