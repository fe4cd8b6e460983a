"""`raadsapp baselines`: from when limits are drawn anew, each with its decision and reason."""

import json
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

import click

from raadsapp.cli.dutch import DutchCommand, DutchGroup
from raadsapp.cli.options import by_option, json_option, session_of, store_option, user_name
from raadsapp.cli.selection import as_of_option, breakdown_option, for_municipality_option, series_of
from raadsapp.errors import UserError

if TYPE_CHECKING:
    from raadsapp.domain.catalog import Catalog
    from raadsapp.domain.norm import Baseline


@click.group(cls=DutchGroup)
def baselines() -> None:
    """Vanaf wanneer grenzen opnieuw beginnen: bekijken, vastleggen en intrekken."""


@baselines.command("list", cls=DutchCommand)
@as_of_option
@json_option
@store_option
def list_(*, as_of: datetime | None, as_json: bool, store_path: Path | None) -> None:
    """Toont waar grenzen opnieuw beginnen, elk met besluit en reden."""
    from raadsapp.services import norms as service

    with session_of(store_path) as session:
        found = service.standing(session, as_of.date() if as_of else None).baselines
        if as_json:
            click.echo(json.dumps([_row(one) for one in found], ensure_ascii=False, indent=2))
        else:
            lines = [_line(session.catalog, one) for one in found]
            click.echo("\n".join(lines) or "Nergens beginnen de grenzen opnieuw.")


@baselines.command("set", cls=DutchCommand)
@click.argument("indicator", metavar="INDICATOR")
@click.argument("since", metavar="PERIODE")
@click.option("--reason", required=True, metavar="TEKST", help="Waarom de grenzen opnieuw beginnen.")
@click.option("--decision", required=True, metavar="TEKST", help="Welk besluit van de raad dit is.")
@click.option(
    "--decided-on",
    required=True,
    type=click.DateTime(formats=["%Y-%m-%d"]),
    metavar="DATUM",
    help="De dag van het besluit, zoals 2026-03-31.",
)
@for_municipality_option
@breakdown_option
@by_option
@store_option
def set_(
    *,
    indicator: str,
    since: str,
    reason: str,
    decision: str,
    decided_on: datetime,
    municipality: str | None,
    breakdown: str,
    by: str | None,
    store_path: Path | None,
) -> None:
    """Laat de grenzen van een reeks opnieuw beginnen bij een periode, zoals 2021KW01 of 2021-Q1."""
    from raadsapp.domain.norm import Baseline
    from raadsapp.intake.periods import read_period
    from raadsapp.services import norms as service

    period = read_period(since)
    if period is None:
        raise UserError(f"De periode '{since}' is niet te lezen.", "Schrijf bijvoorbeeld 2021-Q1 of 2021.")
    with session_of(store_path, backing_up=True) as session:
        baseline = Baseline(
            of=series_of(session.catalog, indicator, municipality, breakdown),
            since=period,
            reason=reason,
            decision=decision,
            decided_on=decided_on.date(),
            by=by or user_name(),
            at=datetime.now().astimezone(),
        )
        click.echo(service.save(session, baseline).message)


@baselines.command("withdraw", cls=DutchCommand)
@click.argument("indicator", metavar="INDICATOR")
@for_municipality_option
@breakdown_option
@by_option
@store_option
def withdraw(
    *, indicator: str, municipality: str | None, breakdown: str, by: str | None, store_path: Path | None
) -> None:
    """Trekt een nieuw begin in. Wat er gold en tot wanneer, blijft bewaard."""
    from raadsapp.services import norms as service

    with session_of(store_path, backing_up=True) as session:
        of = series_of(session.catalog, indicator, municipality, breakdown)
        found = next((one for one in service.standing(session).baselines if one.of == of), None)
        if found is None:
            raise UserError(
                "Dit nieuwe begin is er niet.", "Bekijk met 'raadsapp baselines list' welke er gelden."
            )
        now = datetime.now().astimezone()
        click.echo(service.withdraw(session, found, by or user_name(), now).message)


def _line(catalog: "Catalog", one: "Baseline") -> str:
    from raadsapp.services.described import title
    from raadsapp.texts import breakdown_words, long_date

    indicator, place = catalog.find(one.of.indicator), catalog.municipality(one.of.municipality)
    name = f"{one.of.indicator}  {title(catalog, indicator)}" if indicator else one.of.indicator
    split = f" ({breakdown_words(one.of.breakdown)})" if one.of.breakdown else ""
    where = place.name if place else "alle gemeenten"
    told = f"{one.reason} ({one.decision}, {long_date(one.decided_on)})"
    return f"{name}{split}, {where}: vanaf {one.since.label}. {told}"


def _row(one: "Baseline") -> dict[str, object]:
    return {
        "indicator": one.of.indicator,
        "municipality": one.of.municipality or None,
        "breakdown": one.of.breakdown,
        "since": one.since.code,
        "reason": one.reason,
        "decision": one.decision,
        "decided_on": one.decided_on.isoformat(),
        "by": one.by,
        "at": one.at.isoformat(),
    }
